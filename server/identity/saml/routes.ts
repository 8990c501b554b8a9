import { Type } from '@fastify/type-provider-typebox';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import {
  handOverAsked,
  handOverSchema,
  leaveForSite,
  noteHome,
} from '../portal-domains/hand-over-journey.ts';
import { signInSites } from '../portal-domains/own-addresses.ts';
import { listPortalDomains } from '../portal-domains/store.ts';
import { publishedKeysOf, signingKeyOf } from '../provider-keys/keys.ts';
import { providerById } from '../providers/store.ts';
import { refreshSoon } from '../saml-metadata/refresh.ts';
import {
  beginAttempt,
  findAttempt,
  newAttemptId,
  noteAttempt,
  requireSameBrowser,
} from '../sign-in/attempts.ts';
import { browserTokenOf, giveBrowserToken } from '../sign-in/browser.ts';
import { completeSignIn, requireUsable, type SignInRoom } from '../sign-in/complete.ts';
import { journeyHost } from '../sign-in/journey-host.ts';
import { noted } from '../sign-in/notes.ts';
import { redirectOrRefuse } from '../sign-in/redirect-or-refuse.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { startTest } from '../sign-in/test-start.ts';
import { beginningAtProvider } from '../traces/beginnings.ts';
import { requestOf } from './authn-request.ts';
import { ownMetadata } from './own-metadata.ts';
import { sendPostForm } from './post-form.ts';
import { takeResponse } from './take-response.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];
const toSignIn = {
  303: Type.Null({ description: 'On to the identity provider, the goal, or the sign-in page' }),
  200: Type.String({ description: 'A page that leads on to the portal’s host where the sign-in began' }),
};

/**
 * SAML 2.0 browser sign-on: AuthnRequest by redirect or by a form that posts itself, Response by POST. The provider's POST
 * comes from another site and so without our cookies: /acs verifies it and keeps what it says; /complete, which the browser
 * fetches by itself, proves that it is the browser that left.
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
        querystring: Type.Object({
          destination: Type.Optional(Type.String()),
          test: Type.Optional(
            Type.String({ description: 'Begins a test of the provider, which signs nobody in' }),
          ),
          from: Type.Optional(
            Type.String({
              description: 'Reference of the sign-in at the provider that this one goes on from',
            }),
          ),
          hand_over: handOverSchema,
        }),
        response: {
          ...toSignIn,
          200: Type.String({ description: 'A page that posts the request, where the provider wants that' }),
        },
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        known.returnTo = safeReturnTo(request.query.destination);
        const { notes } = known;
        known.provider = await providerById(db, request.params.id);
        const { id: providerId } = requireUsable(known.provider, 'saml', 'test');
        const { hand_over: handOverToken, ...others } = request.query;
        const path = `/sso/saml/${providerId}/login`;
        const elsewhere = await leaveForSite(platform, request, reply, known, {
          providerId,
          path,
          more: others.from === undefined ? {} : { from: others.from },
        });
        if (elsewhere !== null) return elsewhere;
        const handOver = await handOverAsked(platform, request, known, handOverToken, providerId);
        const test = await startTest(
          db,
          request.query.test,
          providerId,
          request.viewer,
          browserTokenOf(request, config.url),
        );
        if (test) Object.assign(notes, { purpose: 'test', ...test });
        const provider = requireUsable(known.provider, 'saml', test ? 'test' : 'sign-in');
        // An xs:ID must not begin with a digit.
        const challenge = `_${randomToken()}`;
        const id = newAttemptId();
        const browserToken = giveBrowserToken(request, reply, config.url);
        const { returnTo } = known;
        const begunBy = await beginningAtProvider(db, providerId, request.query.from);
        await beginAttempt(db, {
          id,
          providerId,
          challenge,
          returnTo,
          host: journeyHost(request),
          handOverId: handOver?.id ?? null,
          browserToken,
          test,
          begunBy,
        });
        const signingKey = provider.settings.signsRequests
          ? await signingKeyOf(platform, db, provider.id)
          : null;
        const sent = { id: challenge, sentAt: new Date() };
        const departure = await requestOf(
          { url: config.url, site: request.site, provider, request: sent },
          id,
          signingKey,
        );
        if ('url' in departure) return departure.url;
        await sendPostForm(reply, departure);
        return null;
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
        try {
          return await takeResponse(platform, known, request);
        } catch (error) {
          // The provider may have changed its certificate.
          if (known.provider && error instanceof SignInRefused && error.reason?.key === 'signature-key') {
            await refreshSoon(platform.jobs, db, known.provider.id);
          }
          throw error;
        }
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
        const { id } = requireUsable(known.provider, 'saml', 'test');
        const attempt = await findAttempt(db, request.query.state ?? null, id, journeyHost(request));
        const provider = requireUsable(known.provider, 'saml', attempt.purpose);
        await noted(known.notes, 'browser', () =>
          requireSameBrowser(attempt, browserTokenOf(request, config.url)),
        );
        noteAttempt(known.notes, attempt);
        await noteHome(platform, known, attempt);
        known.returnTo = attempt.returnTo;
        if (!attempt.assertion) {
          throw new SignInRefused('attempt_unknown', 'The sign-in was not answered yet, or completed before');
        }
        // The response was verified against this very issuer.
        return completeSignIn(
          room,
          request,
          reply,
          provider,
          attempt,
          provider.issuer,
          attempt.assertion,
          known.notes,
        );
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
      const sites = signInSites(config.url, await listPortalDomains(db));
      return ownMetadata(sites, provider, await publishedKeysOf(platform, db, provider.id));
    },
  );
}
