import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { Platform } from '../platform.ts';
import type { App } from './app-types.ts';
import { addressOf, registerAskedHost } from './asked-host.ts';
import { registerBodies } from './bodies.ts';
import { networkOf, settleAddress } from './client-address.ts';
import { handleError } from './error-handler.ts';
import { TooManyTries } from './errors.ts';
import { registerHealth } from './health.ts';
import { registerMetrics } from './metrics.ts';
import { registerNotFound } from './not-found.ts';
import { registerOpenapi } from './openapi.ts';
import { registerPages } from './pages.ts';
import { convertQueryOf } from './query-values.ts';
import { logResponse } from './request-log.ts';
import { assertOwnOrigin } from './request-origin.ts';
import { compileSchemasWhenUsed } from './schema-compilers.ts';
import { securityHeaders } from './security-headers.ts';
import { sharedRateStore } from './shared-rate.ts';
import { registerShutdown, type ShutdownOptions } from './shutdown.ts';
import { sweepThrottle } from './throttle.ts';

/** The general rate limit counts per minute. */
const rateWindowMs = 60_000;

export { fastifyOptions } from './fastify-options.ts';

/** What `registerHttp` may be told besides the platform. */
export interface HttpOptions extends ShutdownOptions {
  /** folder of the built web (portal.html, agent.html, admin.html, assets/); absent: pages say that they are not built */
  readonly webFolder?: string;
  /** find every mistake in a schema at start, at the price of a slow one; for tests */
  readonly compilesSchemasAtStart?: boolean;
}

/** Adds everything that all routes share: errors, security headers, limits, health, metrics, pages. Call it first. */
export async function registerHttp(app: App, platform: Platform, options: HttpOptions = {}): Promise<void> {
  const { config, db, log } = platform;
  app.decorate('siteAddress', addressOf(config.url));
  app.setErrorHandler(handleError);

  const headers = securityHeaders(config);
  app.addHook('onRequest', (request, reply, done) => {
    settleAddress(request);
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    done();
  });
  registerAskedHost(app, config);
  await app.register(rateLimit, {
    max: config.rateLimitPerMinute,
    timeWindow: rateWindowMs,
    store: sharedRateStore({ db, log, max: config.rateLimitPerMinute, windowMs: rateWindowMs }),
    keyGenerator: (request) => networkOf(request.ip),
    allowList: (request) => request.url.startsWith('/assets/'),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, { ttl, max }) =>
      new TooManyTries(
        `More than ${max} requests within a minute came from your address. Wait a moment and try again.`,
        ttl / 1000,
      ),
  });
  app.addHook('onRequest', (request, _reply, done) => {
    assertOwnOrigin(request, request.site.origin);
    done();
  });
  app.addHook('onRoute', convertQueryOf);

  await app.register(cookie);
  await registerBodies(app, config.maxUploadBytes);
  await app.register(compress, {
    // Request bodies are not unpacked: a small one could become a very large one.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    // Less than this travels in one round trip as it is.
    threshold: 8 * 1024,
    customTypes:
      /^(application\/(json|javascript|manifest\+json)|text\/(html|css|javascript|plain)|image\/svg\+xml)(;|$)/,
  });

  registerNotFound(app);
  await registerOpenapi(app);
  registerHealth(app, platform);
  if (!options.compilesSchemasAtStart) compileSchemasWhenUsed(app);
  const countResponse = registerMetrics(app, platform);
  await registerPages(app, options.webFolder);

  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.config.isLongLived !== true) {
      countResponse(request, reply.statusCode, reply.elapsedTime);
    }
    logResponse(request, reply);
    done();
  });
  registerShutdown(app, platform.events, options);

  platform.jobs.define('throttle.sweep', (_payload, { db }) => sweepThrottle(db));
  platform.jobs.schedule('throttle.sweep', '47 * * * *');
}
