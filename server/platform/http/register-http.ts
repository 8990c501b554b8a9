import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { Platform } from '../platform.ts';
import type { App } from './app-types.ts';
import { handleError } from './error-handler.ts';

export { fastifyOptions } from './fastify-options.ts';

/** What `registerHttp` may be told besides the platform. */
export interface HttpOptions {
  /** folder of the built web (portal.html, agent.html, admin.html, assets/); absent: no pages are served */
  readonly webFolder?: string;
}

/** Adds everything that all routes share: errors, security headers, limits, health, metrics, pages. Call it first. */
export async function registerHttp(app: App, platform: Platform, _options: HttpOptions = {}): Promise<void> {
  const { config } = platform;
  app.decorate('siteAddress', config.url.href.replace(/\/$/, ''));
  app.setErrorHandler(handleError);
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, {
    limits: {
      // One byte more than a file may have, so that the file store sees it and says so, instead of a cut-off file.
      fileSize: config.maxUploadBytes + 1,
      files: 20,
      fields: 20,
      parts: 40,
      fieldSize: 64 * 1024,
      headerPairs: 100,
    },
    throwFileSizeLimit: false,
  });
}
