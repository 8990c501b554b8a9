import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  LogController,
  type RawServerDefault,
} from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { handleError } from './error-handler.ts';
import { errorJson } from './error-responses.ts';
import { securityHeaders } from './security-headers.ts';
import { addressMatcher } from './trusted-proxies.ts';

/** How Fastify itself is built: `Fastify(fastifyOptions(config, log))`. */
export function fastifyOptions(
  config: Config,
  log: Logger,
): FastifyHttpOptions<RawServerDefault, FastifyBaseLogger> {
  const headers = securityHeaders(config);
  const isTrustedProxy = addressMatcher(config.trustedProxies);
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId(request) {
      const given = request.headers['x-request-id'];
      if (
        typeof given === 'string' &&
        isTrustedProxy(request.socket.remoteAddress) &&
        /^[\w.:-]{1,100}$/.test(given)
      ) {
        return given;
      }
      return randomUUID();
    },
    bodyLimit: 1024 * 1024,
    // A client must have sent its headers within 15 s and its whole request, uploads too, within 5 minutes.
    requestTimeout: 300_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 5_000 },
    // A connection on which nothing moves is closed; event streams move every 20 s.
    connectionTimeout: 75_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // While shutting down, requests on open connections are answered and told to close.
    return503OnClosing: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: true,
        allErrors: true,
        allowUnionTypes: true,
      },
    },
    frameworkErrors(error, request, reply) {
      // No hook runs for these.
      reply.headers(headers).header('x-request-id', request.id);
      handleError(error, request, reply);
    },
    clientErrorHandler: answerUnreadableRequest,
  };
}

/** Answers what is no HTTP request at all, or came too slowly, and closes the connection. */
function answerUnreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The headers of the request are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'The request took too long to arrive.']
        : ['400 Bad Request', 'This is not a valid HTTP request.'];
  const body = JSON.stringify(errorJson(message));
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}
