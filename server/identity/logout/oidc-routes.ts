import { Type } from '@fastify/type-provider-typebox';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { addressOf, siteAt } from '../../platform/http/asked-host.ts';
import type { Platform } from '../../platform/platform.ts';
import { describeLogoutToken } from '../oidc/message.ts';
import { sendOnward } from '../portal-domains/onward-page.ts';
import { type OidcProvider, type Provider, providerById } from '../providers/store.ts';
import { browserTokenOf } from '../sign-in/browser.ts';
import { findSignOut, finishSignOut } from './attempts.ts';
import { verifyLogoutToken } from './logout-token.ts';
import { obey } from './obey.ts';
import {
  checked,
  disabled,
  LogoutRefused,
  noteObeyed,
  noteRefusal,
  refusalIn,
  sendOnOrRefuse,
  signedOutPath,
  unknownSignOut,
} from './refused.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];

/** OpenID Connect logout: coming back from the provider, and what the provider says by itself. */
export function addOidcLogoutRoutes(app: App, platform: Platform): void {
  const { config, db } = platform;

  app.get(
    '/sso/oidc/:id/logged-out',
    {
      schema: {
        operationId: 'returnFromOidcLogout',
        tags,
        summary: 'Where OpenID providers send browsers back to after signing out there',
        params,
        querystring: Type.Object({ state: Type.Optional(Type.String()) }),
        response: {
          303: Type.Null({ description: 'On to the page that says that one is signed out' }),
          200: Type.String({ description: 'A page that leads on to the portal’s host where it began' }),
        },
      },
    },
    (request, reply) =>
      sendOnOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireOidc(known.provider);
        const attempt = await findSignOut(db, request.query.state ?? null, provider.id);
        // The portal's host where the browser began knows it by its cookie.
        if (attempt?.host && !request.portalHost) {
          await sendOnward(reply, `${addressOf(siteAt(config.url, attempt.host))}${request.url}`);
          return null;
        }
        const browser = browserTokenOf(request, config.url);
        const isOurs = attempt && browser && hashToken(browser).equals(attempt.browserHash);
        if (!isOurs || !(await inTransaction(db, (trx) => finishSignOut(trx, attempt.id)))) {
          throw new LogoutRefused('No sign-out was begun under this state in this browser', {
            reason: { key: 'logout-unknown' },
          });
        }
        await noteObeyed(platform, request, known);
        return `${signedOutPath}?${new URLSearchParams({ provider: provider.name })}`;
      }),
  );

  app.post(
    '/sso/oidc/:id/backchannel-logout',
    {
      // The provider's server posts it: it has no cookies, and proves itself by its signature.
      config: { allowsCrossSite: true },
      schema: {
        operationId: 'takeOidcBackchannelLogout',
        tags,
        summary: 'End the sessions that a logout token names (OpenID Connect Back-Channel Logout)',
        params,
        consumes: ['application/x-www-form-urlencoded'],
        response: {
          200: Type.Null({ description: 'They have ended, in every process; also when there were none' }),
          400: Type.Object({ error: Type.String(), error_description: Type.String() }),
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const known = unknownSignOut();
      try {
        known.provider = await providerById(db, request.params.id);
        const provider = requireOidc(known.provider);
        const token = await checked(
          known,
          'logout-message',
          () => tokenOf(request.body),
          () => 'A logout token by back-channel',
        );
        known.notes.message = describeLogoutToken(token);
        const { jti, replayableUntil, ...named } = await checked(
          known,
          'logout-verified',
          () => verifyLogoutToken(platform, provider, token),
          ({ subject }) => `Signed by the provider, for ${subject ?? 'one session'}`,
        );
        const order = {
          ...named,
          issuer: provider.issuer,
          messageId: jti,
          replayableUntil,
          address: request.ip,
          way: 'back-channel',
        } as const;
        await obey(platform, request, provider, order, known);
        return reply.code(200).send(null);
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        const reference = await noteRefusal(platform, request, known, refusal);
        // What was wrong stands in our audit log; whoever invents tokens learns nothing.
        const words = `The logout token is refused. Reference: ${reference}`;
        return reply.code(400).send({ error: 'invalid_request', error_description: words });
      }
    },
  );

  app.get(
    '/sso/oidc/:id/frontchannel-logout',
    {
      schema: {
        operationId: 'takeOidcFrontchannelLogout',
        tags,
        summary: 'End the session that the query names (OpenID Connect Front-Channel Logout)',
        description:
          'Loaded by the provider’s page in a frame, without our cookies: iss and sid choose the session.',
        params,
        querystring: Type.Object({
          iss: Type.Optional(Type.String()),
          sid: Type.Optional(Type.String({ maxLength: 500 })),
        }),
        produces: ['text/html'],
        response: { 200: Type.String(), 400: Type.String() },
      },
    },
    async (request, reply) => {
      reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .serializer((page: string) => page);
      const known = unknownSignOut();
      try {
        known.provider = await providerById(db, request.params.id);
        const provider = requireOidc(known.provider);
        const { iss, sid } = request.query;
        known.notes.message = JSON.stringify({ iss: iss?.slice(0, 500), sid }, null, 2);
        const session = await checked(
          known,
          'logout-message',
          () => sessionNamed(provider, iss, sid),
          () => 'A call by front-channel',
        );
        const order = {
          issuer: provider.issuer,
          providerSessions: [session],
          messageId: null,
          replayableUntil: new Date(),
          address: request.ip,
          way: 'front-channel',
        } as const;
        await obey(platform, request, provider, order, known);
        reply
          .removeHeader('x-frame-options')
          .header(
            'content-security-policy',
            `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${new URL(provider.issuer).origin}`,
          );
        return reply.code(200).send(page('Signed out.'));
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        const reference = await noteRefusal(platform, request, known, refusal);
        return reply.code(400).send(page(`This sign-out was not understood. Reference: ${reference}`));
      }
    },
  );
}

function sessionNamed(provider: OidcProvider, iss: string | undefined, sid: string | undefined): string {
  if (iss === provider.issuer && sid) return sid;
  throw new LogoutRefused('The call does not name this issuer (iss) and a session (sid)', {
    reason: { key: 'logout-front-channel' },
  });
}

function tokenOf(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'logout_token' in body && body.logout_token;
  if (typeof token !== 'string') {
    throw new LogoutRefused('The form has no logout_token, or several', { reason: { key: 'logout-token' } });
  }
  return token;
}

function page(words: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign out</title><p>${words}</p></html>\n`;
}

function requireOidc(provider: Provider | null): OidcProvider {
  if (provider?.protocol !== 'oidc') throw new LogoutRefused('There is no OpenID provider at this address');
  if (!provider.isEnabled) throw disabled(provider);
  return provider;
}
