import { Type } from '@fastify/type-provider-typebox';
import { type CustomFetch, randomPKCECodeVerifier } from 'openid-client';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { App } from '../../platform/http/app-types.ts';
import { createGuardedFetch, type GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import { providerById } from '../providers/store.ts';
import {
  answerAttempt,
  beginAttempt,
  findAttempt,
  newAttemptId,
  requireSameBrowser,
} from '../sign-in/attempts.ts';
import { browserTokenOf, giveBrowserToken } from '../sign-in/browser.ts';
import { completeSignIn, requireUsable, type SignInRoom } from '../sign-in/complete.ts';
import { redirectOrRefuse } from '../sign-in/refusal.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { createOidcClients } from './client.ts';
import { authorizationUrl, verifyCallback } from './exchange.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];
const toSignIn = {
  303: Type.Null({ description: 'On to the identity provider, the goal, or the sign-in page' }),
};

/** OpenID Connect: authorization code flow with PKCE, one redirect address per provider. */
export function addOidcRoutes(app: App, room: SignInRoom): void {
  const { platform } = room;
  const { config, db, sealer } = platform;
  const fetch = fetchFor(createGuardedFetch({ allowsPrivate: config.allowsPrivateProviders }));
  const clients = createOidcClients(platform, fetch);

  app.get(
    '/sso/oidc/:id/login',
    {
      schema: {
        operationId: 'beginOidcSignIn',
        tags,
        summary: 'Leave for an OpenID provider',
        params,
        querystring: Type.Object({ destination: Type.Optional(Type.String()) }),
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.returnTo = safeReturnTo(request.query.destination);
        known.provider = await providerById(db, request.params.id);
        const provider = requireUsable(known.provider, 'oidc');
        const state = newAttemptId();
        const nonce = randomToken();
        const verifier = randomPKCECodeVerifier();
        const target = await authorizationUrl(clients, config.url, provider, { state, nonce, verifier });
        await beginAttempt(db, {
          id: state,
          providerId: provider.id,
          challenge: nonce,
          sealedVerifier: sealer.seal(verifier, verifierContext(state)),
          returnTo: known.returnTo,
          browserToken: giveBrowserToken(request, reply, config.url),
        });
        return target;
      }),
  );

  app.get(
    '/sso/oidc/:id/callback',
    {
      schema: {
        operationId: 'takeOidcResponse',
        tags,
        summary: 'Redirect address: where OpenID providers send browsers back to',
        params,
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireUsable(known.provider, 'oidc');
        const query = request.url.slice(request.url.indexOf('?') + 1);
        const attempt = await findAttempt(db, stateOf(query), provider.id);
        requireSameBrowser(attempt, browserTokenOf(request, config.url));
        known.returnTo = attempt.returnTo;
        // Before the code is exchanged, so that of two callbacks at once only one gets that far.
        await answerAttempt(db, attempt.id, null);
        const verifier = sealer.open(attempt.sealedVerifier ?? '', verifierContext(attempt.id));
        const journey = { state: attempt.id, nonce: attempt.challenge, verifier };
        const { issuer, assertion } = await verifyCallback(clients, config.url, provider, journey, query);
        return completeSignIn(room, request, reply, provider, attempt, issuer, assertion);
      }),
  );
}

function verifierContext(attemptId: string): string {
  return `sign_in_attempt:${attemptId}`;
}

/** The one `state` of a query string, or null when there is none or there are several. */
function stateOf(query: string): string | null {
  const [state, ...more] = new URLSearchParams(query).getAll('state');
  return state === undefined || more.length > 0 ? null : state;
}

/** Lets the library fetch through our guard. It sends forms as URLSearchParams, and nothing else as a body. */
function fetchFor(guarded: GuardedFetch): CustomFetch {
  return (url, { body, headers, method, redirect, signal }) => {
    if (body != null && !(body instanceof URLSearchParams))
      throw new TypeError('Only forms are sent to providers');
    return guarded(url, { body: body ?? null, headers, method, redirect, signal: signal ?? null });
  };
}
