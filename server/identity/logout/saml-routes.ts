import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { addressOf, siteAt } from '../../platform/http/asked-host.ts';
import type { Platform } from '../../platform/platform.ts';
import { sendOnward } from '../portal-domains/onward-page.ts';
import { signingKeyOf } from '../provider-keys/keys.ts';
import { type Provider, providerById, type SamlProvider } from '../providers/store.ts';
import type { Departure } from '../saml/authn-request.ts';
import { sendPostForm } from '../saml/post-form.ts';
import { clearCookie, sessionCookieName } from '../sessions/cookies.ts';
import { browserTokenOf } from '../sign-in/browser.ts';
import { findSignOut, finishSignOut, signOutContext } from './attempts.ts';
import { obey } from './obey.ts';
import {
  checked,
  disabled,
  type KnownSignOut,
  LogoutRefused,
  noteObeyed,
  sendOnOrRefuse,
  signedOutPath,
} from './refused.ts';
import { logoutResponse } from './saml-own-messages.ts';
import { type LogoutMessage, readPostMessage, readRedirectMessage } from './saml-read-message.ts';
import { verifyLogoutRequest, verifyLogoutResponse } from './saml-verify.ts';

const params = Type.Object({ id: Type.String() });
const tags = ['sign-in'];
const responses = {
  303: Type.Null({ description: 'Back to the identity provider, or to the page that says what happened' }),
  200: Type.String({ description: 'A page that posts the answer, where the provider wants that' }),
};

/** SAML single logout: what providers say of it, and the way to them where that is a form (SAML 2.0 Profiles, section 4.4). */
export function addSamlLogoutRoutes(app: App, platform: Platform): void {
  const { config, db, sealer } = platform;

  app.get(
    '/sso/saml/:id/logout',
    {
      schema: {
        operationId: 'takeSamlLogoutByRedirect',
        tags,
        summary: 'Single logout service, HTTP-Redirect binding: requests and responses',
        params,
        response: responses,
      },
    },
    (request, reply) =>
      sendOnOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireSaml(known.provider);
        // The signature is over the query as it was sent: nobody may have decoded it before.
        const query = request.raw.url?.split('?').slice(1).join('?') ?? '';
        const read = () => readRedirectMessage(query, provider, known.notes);
        return take(
          request,
          reply,
          provider,
          await checked(known, 'logout-message', read, kindInWords),
          known,
        );
      }),
  );

  app.post(
    '/sso/saml/:id/logout',
    {
      config: { allowsCrossSite: true },
      schema: {
        operationId: 'takeSamlLogoutByPost',
        tags,
        summary: 'Single logout service, HTTP-POST binding: requests and responses',
        params,
        consumes: ['application/x-www-form-urlencoded'],
        response: responses,
      },
    },
    (request, reply) =>
      sendOnOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireSaml(known.provider);
        const read = () => readPostMessage(request.body, provider, known.notes);
        return take(
          request,
          reply,
          provider,
          await checked(known, 'logout-message', read, kindInWords),
          known,
        );
      }),
  );

  app.get(
    '/sso/saml/:id/sign-out',
    {
      schema: {
        operationId: 'leaveToSignOutThroughSaml',
        tags,
        summary: 'Post the LogoutRequest of a sign-out that was begun in this browser',
        params,
        querystring: Type.Object({ state: Type.Optional(Type.String()) }),
        response: responses,
      },
    },
    (request, reply) =>
      sendOnOrRefuse(platform, request, reply, async (known) => {
        known.provider = await providerById(db, request.params.id);
        const provider = requireSaml(known.provider);
        const attempt = await findSignOut(db, request.query.state ?? null, provider.id);
        const browser = browserTokenOf(request, config.url);
        if (!attempt?.sealedRequest || !browser || !hashToken(browser).equals(attempt.browserHash)) {
          throw new LogoutRefused('No sign-out was begun under this state in this browser');
        }
        const form = JSON.parse(sealer.open(attempt.sealedRequest, signOutContext(attempt.id)));
        await sendPostForm(reply, form);
        return null;
      }),
  );

  function take(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: SamlProvider,
    message: LogoutMessage,
    known: KnownSignOut,
  ): Promise<string | null> {
    return message.kind === 'SAMLRequest'
      ? takeRequest(request, reply, provider, message, known)
      : takeResponse(request, reply, provider, message, known);
  }

  async function takeRequest(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: SamlProvider,
    message: LogoutMessage,
    known: KnownSignOut,
  ): Promise<string | null> {
    const facts = await checked(
      known,
      'logout-verified',
      () => verifyLogoutRequest(config.url, provider, message),
      ({ subject, sessionIndexes }) =>
        `Signed by the provider, for ${subject}${sessionIndexes ? ` (${sessionIndexes.length} sessions named)` : ''}`,
    );
    const { subject } = facts;
    known.notes.named = { subject, email: null };
    const order = {
      issuer: provider.issuer,
      subject,
      ...(facts.sessionIndexes && { providerSessions: facts.sessionIndexes }),
      messageId: facts.id,
      replayableUntil: facts.replayableUntil,
      address: request.ip,
      way: 'saml',
    } as const;
    const ended = await obey(platform, request, provider, order, known);
    if (ended.some(({ id }) => id === request.viewer?.sessionId)) {
      reply.header('set-cookie', clearCookie(config.url, sessionCookieName(config.url)));
    }
    const signingKey = await signingKeyOf(platform, db, provider.id);
    const answer = await logoutResponse(
      { url: config.url, provider, signingKey },
      facts.id,
      echoed(message.relayState),
    );
    return answer === null ? signedOutPath : depart(reply, answer);
  }

  async function takeResponse(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: SamlProvider,
    message: LogoutMessage,
    known: KnownSignOut,
  ): Promise<string | null> {
    const verify = async () => {
      const attempt = await findSignOut(db, message.relayState, provider.id);
      if (!attempt?.requestId) {
        throw new LogoutRefused('The response answers no sign-out that was begun here, or it came too late', {
          reason: { key: 'logout-unknown' },
        });
      }
      const answers = { id: attempt.requestId, sentAt: attempt.createdAt };
      await verifyLogoutResponse(config.url, provider, message, answers);
      if (!(await inTransaction(db, (trx) => finishSignOut(trx, attempt.id)))) {
        throw new LogoutRefused('The response came before', { reason: { key: 'logout-replayed' } });
      }
      return attempt.host;
    };
    const host = await checked(
      known,
      'logout-verified',
      verify,
      () => 'Signed by the provider: the session there has ended',
    );
    await noteObeyed(platform, request, known);
    const path = `${signedOutPath}?${new URLSearchParams({ provider: provider.name })}`;
    if (host === null) return path;
    await sendOnward(reply, `${addressOf(siteAt(config.url, host))}${path}`);
    return null;
  }
}

async function depart(reply: FastifyReply, departure: Departure): Promise<string | null> {
  if ('url' in departure) return departure.url;
  await sendPostForm(reply, departure);
  return null;
}

/** What came with a request goes back with the answer, where it is what it may be (SAML 2.0 Bindings, section 3.4.3). */
function echoed(relayState: string | null): string {
  return relayState !== null && Buffer.byteLength(relayState) <= 80 ? relayState : '';
}

/** What came, for the sign-in log. */
function kindInWords({ kind, binding }: LogoutMessage): string {
  const name = kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse';
  return `A ${name} by ${binding === 'redirect' ? 'HTTP-Redirect' : 'HTTP-POST'}`;
}

function requireSaml(provider: Provider | null): SamlProvider {
  if (provider?.protocol !== 'saml') throw new LogoutRefused('There is no SAML provider at this address');
  if (!provider.isEnabled) throw disabled(provider);
  return provider;
}
