import type { AdapterPayload, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import type { html } from '../html.ts';
import type { Person } from '../people.ts';
import { pagePolicy } from '../web-server.ts';
import type { GlobexKeys } from './keys.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';

/** A service that Globex signs its people in to: a confidential client. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  /** what people call it */
  readonly name: string;
  readonly redirectUri: string;
  /** registered beside it */
  readonly otherRedirectUris?: readonly string[];
  readonly postLogoutRedirectUri: string;
  readonly otherPostLogoutRedirectUris?: readonly string[];
  /** told when somebody's session here ends */
  readonly backchannelLogoutUri: string;
  /** where people begin */
  readonly startUrl: string;
}

export interface ProviderOptions {
  readonly people: readonly Person[];
  readonly keys: GlobexKeys;
  readonly findClient: (clientId: string) => Client | undefined;
}

const hourInSeconds = 60 * 60;

/** Makes Globex's OpenID provider: authorization code with PKCE for confidential clients, and nothing else. */
export function createProvider(issuer: string, { people, keys, findClient }: ProviderOptions): Provider {
  const bySubject = new Map(people.map((person) => [person.subject, person]));
  const configuration: Configuration = {
    adapter: createMemoryAdapter((clientId) => metadataOf(findClient(clientId))),
    jwks: { keys: [...keys.signingKeys] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    scopes: ['openid'],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    // Claims in the ID token too, as most company providers do, not at the userinfo endpoint alone.
    conformIdTokenClaims: false,
    findAccount: async (_ctx, subject) => {
      const person = bySubject.get(subject);
      return person && { accountId: subject, claims: async () => claimsOf(person) };
    },
    loadExistingGrant: grantEverything,
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    cookies: {
      keys: [...keys.cookieKeys],
      // Cookies are shared by all ports of a host, so the names say whose they are.
      names: { session: 'globex_session', interaction: 'globex_interaction', resume: 'globex_resume' },
      short: { httpOnly: true, sameSite: 'lax' },
      long: { httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: hourInSeconds,
      AuthorizationCode: 60,
      IdToken: hourInSeconds,
      Interaction: hourInSeconds,
      Session: 8 * hourInSeconds,
      Grant: 8 * hourInSeconds,
    },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          const person = bySubject.get(ctx.oidc.session?.accountId ?? '');
          const redirectUri = ctx.oidc.session?.state?.['postLogoutRedirectUri'];
          sendMarkup(ctx, signOutPage(form, person?.email, ctx.oidc.client?.clientName), redirectUri);
        },
        postLogoutSuccessSource: (ctx) => sendMarkup(ctx, signedOutPage()),
      },
    },
    renderError: (ctx, out) => sendMarkup(ctx, errorPage(out.error_description ?? out.error)),
  };
  return new Provider(issuer, configuration);
}

function metadataOf(client: Client | undefined): AdapterPayload | undefined {
  return (
    client && {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      client_name: client.name,
      redirect_uris: [client.redirectUri, ...(client.otherRedirectUris ?? [])],
      post_logout_redirect_uris: [
        client.postLogoutRedirectUri,
        ...(client.otherPostLogoutRedirectUris ?? []),
      ],
      backchannel_logout_uri: client.backchannelLogoutUri,
      backchannel_logout_session_required: true,
      grant_types: ['authorization_code'],
      response_types: ['code'],
    }
  );
}

function claimsOf({ subject, email, name, groups }: Person) {
  return { sub: subject, email, email_verified: true, name, groups: [...groups] };
}

/** Every client is Globex's own choice, so its people are not asked what they share with it. */
const grantEverything: Configuration['loadExistingGrant'] = async (ctx) => {
  const { client, session, provider, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grantId = ctx.oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const grant =
    (grantId ? await provider.Grant.find(grantId) : undefined) ??
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.['scope'] ?? 'openid'));
  await grant.save();
  return grant;
};

function sendMarkup(ctx: KoaContextWithOIDC, page: ReturnType<typeof html>, formTarget?: unknown): void {
  const targets = typeof formTarget === 'string' ? [new URL(formTarget).origin] : [];
  ctx.set('content-security-policy', pagePolicy(targets));
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('cache-control', 'no-store');
  ctx.type = 'html';
  ctx.body = page.markup;
}
