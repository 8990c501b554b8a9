import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomPKCECodeVerifier } from 'openid-client';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { App } from '../../platform/http/app-types.ts';
import { normalizeEmail } from '../accounts/email.ts';
import {
  handOverAsked,
  handOverSchema,
  leaveForSite,
  noteHome,
} from '../portal-domains/hand-over-journey.ts';
import { type OAuth2Provider, type OidcProvider, type Provider, providerById } from '../providers/store.ts';
import {
  beginAttempt,
  findAttempt,
  newAttemptId,
  noteAttempt,
  requireSameBrowser,
  takeAttempt,
} from '../sign-in/attempts.ts';
import { browserTokenOf, giveBrowserToken } from '../sign-in/browser.ts';
import { completeSignIn, requireUsable, type SignInRoom } from '../sign-in/complete.ts';
import { journeyHost } from '../sign-in/journey-host.ts';
import { noted } from '../sign-in/notes.ts';
import { redirectOrRefuse } from '../sign-in/redirect-or-refuse.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { startTest } from '../sign-in/test-start.ts';
import { authorizationUrl } from './authorization.ts';
import { oidcProviders } from './client.ts';
import { verifyOidcCallback } from './exchange.ts';
import { addKeySetRoute } from './key-set.ts';
import { verifyOAuth2Callback } from './oauth2.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];
const toSignIn = {
  303: Type.Null({ description: 'On to the identity provider, the goal, or the sign-in page' }),
  200: Type.String({ description: 'A page that leads on to the portal’s host where the sign-in began' }),
};

const text = (description: string) => Type.Optional(Type.String({ description }));

/** What a provider says that wants a sign-in to begin here (OpenID Connect Core, section 4). */
const initiationProperties = {
  iss: text('The provider that asks for the sign-in; it must be this one'),
  login_hint: text('E-mail address of the person, handed on to the provider'),
  target_link_uri: text('Where to go after sign-in; an address of this site'),
};

interface LoginRequest {
  readonly destination?: string;
  readonly test?: string;
  readonly iss?: string;
  readonly login_hint?: string;
  readonly target_link_uri?: string;
  readonly hand_over?: string;
}

/** OpenID Connect and plain OAuth 2.0: authorization code flow with PKCE, one redirect address per provider. */
export function addOidcRoutes(app: App, room: SignInRoom): void {
  const { platform } = room;
  const { config, db, sealer } = platform;
  addKeySetRoute(app, platform);

  app.get(
    '/sso/oidc/:id/login',
    {
      schema: {
        operationId: 'beginOidcSignIn',
        tags,
        summary: 'Leave for an OpenID or OAuth 2.0 provider',
        params,
        querystring: Type.Object({
          destination: text('Where to go after sign-in; a path of this site'),
          test: text('Begins a test of the provider, which signs nobody in'),
          ...initiationProperties,
          hand_over: handOverSchema,
        }),
        response: toSignIn,
      },
    },
    (request, reply) => leave(request, reply, request.params.id, request.query),
  );

  app.post(
    '/sso/oidc/:id/login',
    {
      // A provider posts it from a page of its own (OpenID Connect Core, section 4). It begins a sign-in, as a link would.
      config: { allowsCrossSite: true },
      schema: {
        operationId: 'initiateOidcSignIn',
        tags,
        summary: 'Begin a sign-in that an OpenID provider asks for',
        params,
        consumes: ['application/x-www-form-urlencoded'],
        body: Type.Object(initiationProperties),
        response: toSignIn,
      },
    },
    (request, reply) => leave(request, reply, request.params.id, request.body),
  );

  app.get(
    '/sso/oidc/:id/callback',
    {
      schema: {
        operationId: 'takeOidcResponse',
        tags,
        summary: 'Redirect address: where OpenID and OAuth 2.0 providers send browsers back to',
        params,
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const { id } = requireUsableClient(known.provider, 'test');
        const query = new URL(request.url, request.site).searchParams;
        const state = stateOf(query);
        const browser = browserTokenOf(request, config.url);
        // Before the code is exchanged, so that of two callbacks at once only one gets that far.
        const taken = await takeAttempt(db, state, id, journeyHost(request), browser);
        const find = () =>
          findAttempt(db, state, id, journeyHost(request)).catch((error: unknown) =>
            noted(known.notes, 'response', () => {
              throw error;
            }),
          );
        const attempt = taken ?? (await find());
        await noted(
          known.notes,
          'browser',
          () => requireSameBrowser(attempt, browser),
          () => 'The browser that comes back is the one that left',
        );
        known.returnTo = attempt.returnTo;
        noteAttempt(known.notes, attempt);
        await noteHome(platform, known, attempt);
        if (!taken) throw new SignInRefused('attempt_unknown', 'The sign-in was answered before');
        const provider = requireUsableClient(known.provider, attempt.purpose);
        const verifier = sealer.open(attempt.sealedVerifier ?? '', verifierContext(attempt.id));
        const journey = {
          site: request.site,
          state: attempt.id,
          nonce: attempt.challenge,
          verifier,
          leftAt: attempt.createdAt,
        };
        const issued =
          provider.protocol === 'oidc'
            ? await verifyOidcCallback(platform, provider, journey, query, known.notes)
            : await verifyOAuth2Callback(platform, provider, journey, query, known.notes);
        known.notes.issued = issued;
        return completeSignIn(
          room,
          request,
          reply,
          provider,
          attempt,
          issued.issuer,
          issued.assertion,
          known.notes,
        );
      }),
  );

  function leave(request: FastifyRequest, reply: FastifyReply, id: string, asked: LoginRequest) {
    return redirectOrRefuse(platform, request, reply, async (known) => {
      known.returnTo =
        safeReturnTo(asked.destination) ?? safeReturnTo(pathHere(asked.target_link_uri, request.site));
      known.provider = await providerById(db, id);
      requireUsableClient(known.provider, 'test');
      const elsewhere = await leaveForSite(platform, request, reply, known, {
        providerId: id,
        path: `/sso/oidc/${id}/login`,
        more: {
          ...(asked.iss && { iss: asked.iss }),
          ...(asked.login_hint && { login_hint: asked.login_hint }),
        },
      });
      if (elsewhere !== null) return elsewhere;
      const handOver = await handOverAsked(platform, request, known, asked.hand_over, id);
      const test = await startTest(db, asked.test, id, request.viewer, browserTokenOf(request, config.url));
      if (test) {
        Object.assign(known.notes, { purpose: 'test', ...test });
        // Whoever tests wants to know how it is now.
        oidcProviders(platform).forget(id);
      }
      const provider = requireUsableClient(known.provider, test ? 'test' : 'sign-in');
      requireOwnIssuer(provider, asked.iss);
      const state = newAttemptId();
      const nonce = randomToken();
      const verifier = randomPKCECodeVerifier();
      const hint = normalizeEmail(asked.login_hint ?? '');
      const target = await noted(
        known.notes,
        'discovery',
        () => authorizationUrl(platform, provider, { site: request.site, state, nonce, verifier }, hint),
        (address) => `The browser is sent to ${new URL(address).origin}`,
      );
      await beginAttempt(db, {
        id: state,
        providerId: provider.id,
        challenge: nonce,
        sealedVerifier: sealer.seal(verifier, verifierContext(state)),
        returnTo: known.returnTo,
        host: journeyHost(request),
        handOverId: handOver?.id ?? null,
        browserToken: giveBrowserToken(request, reply, config.url),
        test,
      });
      return target;
    });
  }
}

/** Both protocols live at these addresses. */
function requireUsableClient(
  provider: Provider | null,
  purpose: 'sign-in' | 'test',
): OidcProvider | OAuth2Provider {
  return provider?.protocol === 'oauth2'
    ? requireUsable(provider, 'oauth2', purpose)
    : requireUsable(provider, 'oidc', purpose);
}

function requireOwnIssuer(provider: Provider, issuer: string | undefined): void {
  if (issuer === undefined || issuer === provider.issuer) return;
  throw new SignInRefused(
    'response_invalid',
    `Another provider than this one asks for the sign-in: ${issuer.slice(0, 300)} (iss)`,
    { reason: { key: 'issuer', found: issuer.slice(0, 300), expected: provider.issuer } },
  );
}

/** The path of an address of this site, or null. */
function pathHere(address: string | undefined, url: URL): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { origin, pathname, search, hash } = new URL(address);
  return origin === url.origin ? `${pathname}${search}${hash}` : null;
}

function verifierContext(attemptId: string): string {
  return `sign_in_attempt:${attemptId}`;
}

/** The one `state` of a query string, or null when there is none or there are several. */
function stateOf(query: URLSearchParams): string | null {
  const [state, ...more] = query.getAll('state');
  return state === undefined || more.length > 0 ? null : state;
}
