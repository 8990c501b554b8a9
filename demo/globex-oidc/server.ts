import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Logger } from 'pino';
import { createPasswordCheck } from '../password-check.ts';
import type { Person } from '../people.ts';
import { createWebServer, listen, sendPage, textFields, type WebAddress } from '../web-server.ts';
import type { GlobexKeys } from './keys.ts';
import { errorPage, homePage, signInPage } from './pages.ts';
import { type Client, createProvider } from './provider.ts';

/** What Globex's identity provider is made of. */
export interface GlobexOptions extends WebAddress {
  readonly people: readonly Person[];
  readonly keys: GlobexKeys;
  /** whom it signs people in to: asked at every request, since it starts before Portico knows it */
  readonly clients: () => readonly Client[];
  readonly log: Logger;
}

/** Globex's identity provider, running. */
export interface GlobexIdentityProvider {
  /** where its people go, and its issuer identifier */
  readonly url: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Pages of ours; everything else belongs to the OpenID provider itself. */
const ownPaths = /^\/($|\?|sign-in\/|globex\.)/;

/**
 * Starts Globex's OpenID provider (OpenID Connect core and discovery, RP-initiated logout).
 * @throws when the port is taken
 */
export async function startGlobex(options: GlobexOptions): Promise<GlobexIdentityProvider> {
  let provider: Provider | undefined;
  let handleProtocol: Handler | undefined;
  const app = createWebServer({
    log: options.log,
    files: await staticFiles(),
    before(request, response) {
      if (ownPaths.test(request.url ?? '') || !handleProtocol) return false;
      handleProtocol(request, response);
      return true;
    },
  });
  addRoutes(app, options, () => {
    if (!provider) throw new Error('The server was asked before it listened');
    return provider;
  });
  const url = await listen(app, options, "Globex's identity provider");
  provider = createProvider(url, {
    people: options.people,
    keys: options.keys,
    findClient: (clientId) => options.clients().find((client) => client.clientId === clientId),
  });
  provider.on('server_error', (_ctx, error) => options.log.error(error));
  handleProtocol = provider.callback();
  return { url, close: () => app.close() };
}

async function staticFiles() {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  return {
    '/globex.css': { type: 'text/css; charset=utf-8', content: await read('globex.css') },
    '/globex.svg': { type: 'image/svg+xml', content: await read('globex.svg') },
  };
}

function addRoutes(app: FastifyInstance, { people, clients }: GlobexOptions, provider: () => Provider): void {
  const checkPassword = createPasswordCheck(people);

  /** The journey that the browser is on, proven by its cookie, and the page that asks for the password. */
  async function journeyOf(request: FastifyRequest, reply: FastifyReply) {
    const { uid, params, prompt } = await provider().interactionDetails(request.raw, reply.raw);
    const client = clients().find(({ clientId }) => clientId === params['client_id']);
    const loginHint = prompt.details['login_hint'];
    return {
      expectedEmail: typeof loginHint === 'string' ? loginHint : '',
      show: (email: string, refusal?: string) =>
        sendPage(
          reply,
          signInPage({
            action: `/sign-in/${uid}`,
            cancelAction: `/sign-in/${uid}/cancel`,
            email,
            refusal,
            serviceName: client?.name ?? 'the service',
          }),
          {
            status: refusal ? 401 : 200,
            // The form ends, after redirects, at the service.
            formTargets: client
              ? [client.redirectUri, ...(client.otherRedirectUris ?? [])].map((uri) => new URL(uri).origin)
              : [],
          },
        ),
    };
  }

  app.get('/', async (_request, reply) => sendPage(reply, homePage(clients())));

  app.get('/sign-in/:uid', async (request, reply) => {
    const journey = await journeyOf(request, reply);
    return journey.show(journey.expectedEmail);
  });

  app.post('/sign-in/:uid', { config: { isOwnForm: true } }, async (request, reply) => {
    const journey = await journeyOf(request, reply);
    const { email, password } = textFields(request.body);
    const outcome = checkPassword(email ?? '', password ?? '');
    if ('refusal' in outcome) return journey.show(email ?? '', outcome.refusal);
    const result = { login: { accountId: outcome.person.subject, amr: ['pwd'] } };
    return reply.redirect(await provider().interactionResult(request.raw, reply.raw, result), 303);
  });

  app.post('/sign-in/:uid/cancel', { config: { isOwnForm: true } }, async (request, reply) => {
    const result = {
      error: 'access_denied',
      error_description: 'The person cancelled the sign-in at Globex',
    };
    return reply.redirect(await provider().interactionResult(request.raw, reply.raw, result), 303);
  });

  app.setNotFoundHandler(async (_request, reply) =>
    sendPage(reply, errorPage('There is no such page here.'), { status: 404 }),
  );

  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof errors.SessionNotFound) {
      return sendPage(reply, errorPage('This sign-in has taken too long, or was begun in another browser.'), {
        status: 400,
      });
    }
    request.log.error(error);
    return sendPage(reply, errorPage('Something went wrong at Globex.'), { status: 500 });
  });
}
