import { Type } from '@fastify/type-provider-typebox';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
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
import { redirectOrRefuse, SignInRefused } from '../sign-in/refusal.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { consumeAssertion } from './consumed-assertions.ts';
import { authorizeUrl, metadataXml, verifyResponse } from './verify.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];
const toSignIn = {
  303: Type.Null({ description: 'On to the identity provider, the goal, or the sign-in page' }),
};

/**
 * SAML 2.0 browser sign-on, begun here: AuthnRequest by redirect, Response by POST. The provider's POST comes from another
 * site and so without our cookies: /acs verifies it and keeps what it says; /complete, which the browser fetches by itself,
 * proves that it is the browser that left.
 */
export function addSamlRoutes(app: App, room: SignInRoom): void {
  const { platform } = room;
  const { config, db } = platform;

  app.get(
    '/sso/saml/:id/login',
    {
      schema: {
        operationId: 'beginSamlSignIn',
        tags,
        summary: 'Leave for a SAML identity provider',
        params,
        querystring: Type.Object({ destination: Type.Optional(Type.String()) }),
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.returnTo = safeReturnTo(request.query.destination);
        known.provider = await providerById(db, request.params.id);
        const provider = requireUsable(known.provider, 'saml');
        // An xs:ID must not begin with a digit.
        const challenge = `_${randomToken()}`;
        const id = newAttemptId();
        const browserToken = giveBrowserToken(request, reply, config.url);
        const { returnTo } = known;
        await beginAttempt(db, { id, providerId: provider.id, challenge, returnTo, browserToken });
        const expectation = { url: config.url, provider, challenge, createdAt: new Date() };
        return await authorizeUrl(expectation, id);
      }),
  );

  app.post(
    '/sso/saml/:id/acs',
    {
      config: { allowsCrossSite: true },
      schema: {
        operationId: 'takeSamlResponse',
        tags,
        summary: 'Assertion consumer service: where identity providers post their responses',
        params,
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireUsable(known.provider, 'saml');
        const { samlResponse, relayState } = readForm(request.body);
        const attempt = await findAttempt(db, relayState, provider.id);
        const { challenge, createdAt } = attempt;
        known.returnTo = attempt.returnTo;
        const verified = await verifyResponse(samlResponse, {
          url: config.url,
          provider,
          challenge,
          createdAt,
        });
        await inTransaction(db, async (trx) => {
          await consumeAssertion(trx, provider.id, verified.assertionId, verified.replayableUntil);
          await answerAttempt(trx, attempt.id, verified.assertion);
        });
        return `/sso/saml/${provider.id}/complete?state=${attempt.id}`;
      }),
  );

  app.get(
    '/sso/saml/:id/complete',
    {
      schema: {
        operationId: 'completeSamlSignIn',
        tags,
        summary: 'Open the session that a verified SAML response allows, in the browser that began it',
        params,
        querystring: Type.Object({ state: Type.Optional(Type.String()) }),
        response: toSignIn,
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireUsable(known.provider, 'saml');
        const attempt = await findAttempt(db, request.query.state ?? null, provider.id);
        requireSameBrowser(attempt, browserTokenOf(request, config.url));
        known.returnTo = attempt.returnTo;
        if (!attempt.assertion) {
          throw new SignInRefused('attempt_unknown', 'The sign-in was not answered yet, or completed before');
        }
        // The response was verified against this very issuer.
        return completeSignIn(room, request, reply, provider, attempt, provider.issuer, attempt.assertion);
      }),
  );

  app.get(
    '/sso/saml/:id/metadata',
    {
      schema: {
        operationId: 'getSamlMetadata',
        tags,
        summary: 'Our SAML metadata, to be given to the identity provider',
        params,
        produces: ['application/samlmetadata+xml'],
        response: { 200: Type.String(), ...errorResponses(404) },
      },
    },
    async (request, reply) => {
      const provider = await providerById(db, request.params.id);
      if (provider?.protocol !== 'saml')
        throw new NotFound('There is no SAML identity provider at this address.');
      reply.type('application/samlmetadata+xml; charset=utf-8').serializer((xml: string) => xml);
      return metadataXml(config.url, provider);
    },
  );
}

/**
 * The two fields of the POST binding, each once.
 * @throws SignInRefused response_invalid
 */
function readForm(body: unknown): { samlResponse: string; relayState: string } {
  const form = typeof body === 'object' && body !== null ? body : {};
  const samlResponse = 'SAMLResponse' in form ? form.SAMLResponse : undefined;
  const relayState = 'RelayState' in form ? form.RelayState : undefined;
  if (typeof samlResponse !== 'string') {
    throw new SignInRefused('response_invalid', 'The form has no SAMLResponse, or several');
  }
  if (typeof relayState !== 'string') {
    throw new SignInRefused('attempt_unknown', 'The form has no RelayState: the sign-in was not begun here');
  }
  return { samlResponse, relayState };
}
