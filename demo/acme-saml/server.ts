import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { createPasswordCheck } from '../password-check.ts';
import type { Person } from '../people.ts';
import { createWebServer, listen, sendPage, textFields, type WebAddress } from '../web-server.ts';
import { acceptLogoutRequest, logoutUrlAt } from './logout.ts';
import { homePage, refusalPage, responsePage, sendFormScript, signedOutPage, signInPage } from './pages.ts';
import {
  acceptRequest,
  type Issuer,
  issueResponse,
  logoutPath,
  metadataOf,
  RefusedRequest,
  type ServiceProvider,
} from './saml-messages.ts';
import { createSessions } from './sessions.ts';
import type { SigningKey } from './signing-key.ts';

/** What Acme's identity provider is made of. */
export interface AcmeOptions extends WebAddress {
  readonly people: readonly Person[];
  readonly key: SigningKey;
  /** whom it signs people in to: asked at every request, since it starts before Portico knows it */
  readonly serviceProviders: () => readonly ServiceProvider[];
  readonly log: Logger;
}

/** Acme's identity provider, running. */
export interface AcmeIdentityProvider {
  /** where its people go, and where browsers are sent to sign in */
  readonly url: string;
  readonly entityId: string;
  readonly signOnUrl: string;
  readonly logoutUrl: string;
  readonly metadataUrl: string;
  close(): Promise<void>;
}

// A name, not an address: it stays when the demo moves to another port, and with it who is who.
const entityId = 'https://login.acme.example/saml';

/**
 * Starts Acme's SAML 2.0 identity provider: redirect and POST bindings for requests, POST binding for answers.
 * @throws when the port is taken
 */
export async function startAcme(options: AcmeOptions): Promise<AcmeIdentityProvider> {
  const app = createWebServer({ log: options.log, files: await staticFiles() });
  let issuer: Issuer | undefined;
  addRoutes(app, options, () => {
    if (!issuer) throw new Error('The server was asked before it listened');
    return issuer;
  });
  const url = await listen(app, options, "Acme's identity provider");
  issuer = { entityId, signOnUrl: `${url}/saml/sso`, key: options.key };
  return {
    url,
    entityId,
    signOnUrl: issuer.signOnUrl,
    logoutUrl: `${url}${logoutPath}`,
    metadataUrl: `${url}/saml/metadata`,
    close: () => app.close(),
  };
}

async function staticFiles() {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  return {
    '/acme.css': { type: 'text/css; charset=utf-8', content: await read('acme.css') },
    '/acme.svg': { type: 'image/svg+xml', content: await read('acme.svg') },
    '/send-form.js': { type: 'text/javascript; charset=utf-8', content: sendFormScript },
  };
}

function addRoutes(
  app: FastifyInstance,
  { people, serviceProviders }: AcmeOptions,
  issuer: () => Issuer,
): void {
  const sessions = createSessions();
  const checkPassword = createPasswordCheck(people);

  app.get('/', async (request, reply) => {
    const person = sessions.of(request)?.person;
    return sendPage(
      reply,
      person
        ? homePage(person.name, person.email, serviceProviders())
        : signInPage({ email: '', serviceName: undefined }),
      // The sign-out form ends up at the service, by way of a redirect.
      { formTargets: serviceProviders().map(({ acsUrl }) => new URL(acsUrl).origin) },
    );
  });

  app.get('/saml/metadata', async (_request, reply) =>
    reply.type('application/samlmetadata+xml').send(metadataOf(issuer())),
  );

  app.get('/saml/sso', async (request, reply) => {
    const { SAMLRequest: samlRequest, RelayState: relayState } = textFields(request.query);
    if (samlRequest === undefined) return reply.redirect('/', 303);
    const accepted = await acceptRequest(samlRequest, issuer(), serviceProviders());
    const session = sessions.of(request);
    if (!session || (accepted.mustSignInAgain && session.signedInFor !== accepted.id)) {
      const { name } = accepted.serviceProvider;
      const email = accepted.expectedEmail ?? '';
      return sendPage(reply, signInPage({ email, serviceName: name, samlRequest, relayState }));
    }
    const response = await issueResponse(accepted, session.person, session.index, issuer());
    return sendPage(reply, responsePage(accepted, response, relayState), {
      formTargets: [new URL(accepted.acsUrl).origin],
    });
  });

  // A form that comes from another site brings no session cookie; the redirect to ourselves does.
  app.post('/saml/sso', async (request, reply) => goOn(reply, textFields(request.body)));

  app.post('/sign-in', { config: { isOwnForm: true } }, async (request, reply) => {
    const form = textFields(request.body);
    const accepted =
      form['SAMLRequest'] === undefined
        ? undefined
        : await acceptRequest(form['SAMLRequest'], issuer(), serviceProviders());
    const email = form['email'] ?? '';
    const outcome = checkPassword(email, form['password'] ?? '');
    if ('refusal' in outcome) {
      const page = signInPage({
        email,
        refusal: outcome.refusal,
        serviceName: accepted?.serviceProvider.name,
        samlRequest: form['SAMLRequest'],
        relayState: form['RelayState'],
      });
      return sendPage(reply, page, { status: 401 });
    }
    sessions.open(request, reply, outcome.person, accepted?.id);
    return goOn(reply, form);
  });

  // The list of services: an answer that nobody asked for (SAML 2.0 Profiles, section 4.1.5).
  app.get('/saml/launch', async (request, reply) => {
    const { service } = textFields(request.query);
    const serviceProvider = serviceProviders().find(({ entityId }) => entityId === service);
    const session = sessions.of(request);
    if (!serviceProvider || !session) return reply.redirect('/', 303);
    const { acsUrl } = serviceProvider;
    const unasked = {
      id: undefined,
      serviceProvider,
      acsUrl,
      mustSignInAgain: false,
      expectedEmail: undefined,
    };
    const response = await issueResponse(unasked, session.person, session.index, issuer());
    return sendPage(reply, responsePage(unasked, response, undefined), {
      formTargets: [new URL(acsUrl).origin],
    });
  });

  // Signing out of Acme signs out of the services, too: there by redirect, and back to logoutPath.
  app.post('/sign-out', { config: { isOwnForm: true } }, async (request, reply) => {
    const session = sessions.of(request);
    sessions.close(request, reply);
    const [service] = serviceProviders();
    const url = session && service && (await logoutUrlAt(service, session.person, session.index, issuer()));
    return reply.redirect(url ?? '/', 303);
  });

  app.get(logoutPath, async (request, reply) => {
    const query = request.url.slice(request.url.indexOf('?') + 1);
    // A service's answer: the session here ended before it was asked.
    if (textFields(request.query)['SAMLResponse'] !== undefined) return sendPage(reply, signedOutPage());
    const { answerUrl } = await acceptLogoutRequest(query, issuer(), serviceProviders());
    sessions.close(request, reply);
    return reply.redirect(answerUrl, 303);
  });

  app.setNotFoundHandler(async (_request, reply) =>
    sendPage(reply, refusalPage('There is no such page here.'), { status: 404 }),
  );

  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof RefusedRequest) return sendPage(reply, refusalPage(error.message), { status: 400 });
    request.log.error(error);
    return sendPage(reply, refusalPage('Something went wrong at Acme. Try again.'), { status: 500 });
  });
}

function goOn(
  reply: FastifyReply,
  { SAMLRequest, RelayState }: Readonly<Record<string, string>>,
): FastifyReply {
  if (SAMLRequest === undefined) return reply.redirect('/', 303);
  const query = new URLSearchParams({ SAMLRequest });
  if (RelayState !== undefined) query.set('RelayState', RelayState);
  return reply.redirect(`/saml/sso?${query}`, 303);
}
