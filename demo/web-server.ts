import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import formbody from '@fastify/formbody';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Html } from './html.ts';

/** Where a demo company's server listens, and how browsers call it. */
export interface WebAddress {
  readonly host: string;
  /** 0: any free port */
  readonly port: number;
  /** the name browsers use, such as '127.0.0.1' */
  readonly publicHostname: string;
}

/** What a company's pages need besides their markup. */
export interface WebServerOptions {
  readonly log: Logger;
  /** static files by path, such as '/acme.css' */
  readonly files: Readonly<Record<string, { readonly type: string; readonly content: string }>>;
  /** answers, before Fastify, the requests it says so of; for handlers that want Node's own request and response */
  readonly before?: (
    request: Parameters<RequestListener>[0],
    response: Parameters<RequestListener>[1],
  ) => boolean;
}

/** A small web server for one demo company: forms, its static files, security headers, and a close that ends. */
export function createWebServer({ log, files, before }: WebServerOptions): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    serverFactory: (handler): Server =>
      createServer((request, response) => {
        if (!before?.(request, response)) handler(request, response);
      }),
  });
  app.register(formbody);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      // "no-referrer" would make browsers send "Origin: null" with our own forms.
      'referrer-policy': 'strict-origin',
      'cache-control': 'no-store',
    });
    if (request.method === 'POST' && request.routeOptions.config.isOwnForm && isFromElsewhere(request)) {
      return reply.code(403).type('text/plain').send('This form was sent from another site.');
    }
  });
  for (const [path, { type, content }] of Object.entries(files)) {
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'max-age=300').type(type).send(content),
    );
  }
  return app;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** only this server's own pages may post here */
    isOwnForm?: boolean;
  }
}

function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && origin !== `${request.protocol}://${request.host}`;
}

/**
 * Opens the port.
 * @param what whose server it is, for the message
 * @returns the server's public address, without a trailing slash
 * @throws when the port is taken, naming it
 */
export async function listen(app: FastifyInstance, address: WebAddress, what: string): Promise<string> {
  try {
    await app.listen({ host: address.host, port: address.port, listenTextResolver: () => `${what} listens` });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(
        `Port ${address.port} on ${address.host} is taken by another program; ${what} needs it. ` +
          'Stop that program, or start the demo on another port with --port (it uses that one and the two after it).',
        { cause: error },
      );
    }
    throw error;
  }
  return `http://${address.publicHostname}:${portOf(app)}`;
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port');
  return address.port;
}

/** Sends a page. `formTargets` are the origins, besides its own, that its forms may end up at, redirects included. */
export function sendPage(
  reply: FastifyReply,
  page: Html,
  { status = 200, formTargets = [] }: { status?: number; formTargets?: readonly string[] } = {},
): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', pagePolicy(formTargets))
    .type('text/html; charset=utf-8')
    .send(page.markup);
}

/** The content security policy of pages: own files only, no inline script, no framing. */
export function pagePolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The text fields of a query or form; a field that came twice counts as absent. */
export function textFields(from: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(from ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
