import type { FastifyServerOptions } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Platform } from '../platform.ts';
import type { App } from './app-types.ts';

/** How Fastify itself is built: `Fastify(fastifyOptions(config, log))`. */
export function fastifyOptions(
  _config: Config,
  log: Logger,
): FastifyServerOptions & { loggerInstance: Logger } {
  return { loggerInstance: log };
}

/** What `registerHttp` may be told besides the platform. */
export interface HttpOptions {
  /** folder of the built web (portal.html, agent.html, admin.html, assets/); absent: no pages are served */
  readonly webFolder?: string;
}

/** Adds everything that all routes share: errors, security headers, limits, health, metrics, pages. Call it first. */
export async function registerHttp(
  _app: App,
  _platform: Platform,
  _options: HttpOptions = {},
): Promise<void> {}
