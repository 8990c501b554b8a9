import { hashToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { type PortalHost, siteAt } from '../../platform/http/asked-host.ts';
import type { Platform } from '../../platform/platform.ts';
import { oidcProviders } from '../oidc/client.ts';
import { signingKeyOf } from '../provider-keys/keys.ts';
import { oidcAddresses } from '../providers/addresses.ts';
import { type OidcProvider, type Provider, providerById, type SamlProvider } from '../providers/store.ts';
import { logoutHintContext } from '../sessions/sessions.ts';
import { beginSignOut, newSignOutId, signOutContext } from './attempts.ts';
import { logoutRequest, newMessageId, type SamlLogoutHint } from './saml-own-messages.ts';

/** A session whose provider can end its own, too. */
export interface SessionThere {
  readonly provider: SamlProvider | OidcProvider;
  /** sealed for the account's sessions */
  readonly sealedHint: string;
  /** account.id */
  readonly accountId: string;
}

/**
 * Where the session of this token came from, if signing out there is possible: the provider is enabled, has a way for it, and
 * told us what that needs.
 */
export async function sessionThere(db: Database, token: string): Promise<SessionThere | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('identity', 'identity.id', 'session.identity_id')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.sealed_logout_hint', 'is not', null)
    .select(['identity.provider_id', 'session.account_id', 'session.sealed_logout_hint as sealedHint'])
    .executeTakeFirst();
  if (!row?.sealedHint) return null;
  const provider = await providerById(db, row.provider_id);
  if (!provider || !endsSessionsThere(provider)) return null;
  return { provider, sealedHint: row.sealedHint, accountId: row.account_id };
}

function endsSessionsThere(provider: Provider): provider is SamlProvider | OidcProvider {
  if (!provider.isEnabled || provider.protocol === 'oauth2') return false;
  return provider.protocol === 'saml'
    ? provider.settings.logoutUrl !== undefined
    : provider.settings.signsOutThere !== false;
}

/**
 * Prepares signing out at the provider: a signed LogoutRequest (SAML 2.0 Profiles, section 4.4), or OpenID Connect
 * RP-Initiated Logout.
 *
 * @param browserToken of the browser that leaves
 * @param portalHost that it leaves; null: the site's own
 * @returns where the browser goes; null when the provider has no address for it (any more)
 */
export async function leaveToSignOut(
  platform: Platform,
  there: SessionThere,
  browserToken: string,
  portalHost: PortalHost | null,
): Promise<string | null> {
  const { provider } = there;
  const hint: unknown = JSON.parse(
    platform.sealer.open(there.sealedHint, logoutHintContext(there.accountId)),
  );
  return provider.protocol === 'saml'
    ? leaveForSaml(platform, provider, hint as SamlLogoutHint, browserToken, portalHost)
    : leaveForOidc(platform, provider, hint as { idToken: string }, browserToken, portalHost);
}

async function leaveForSaml(
  platform: Platform,
  provider: SamlProvider,
  hint: SamlLogoutHint,
  browserToken: string,
  portalHost: PortalHost | null,
): Promise<string> {
  const { config, db, sealer } = platform;
  const id = newSignOutId();
  const requestId = newMessageId();
  const signingKey = await signingKeyOf(platform, db, provider.id);
  const departure = await logoutRequest({ url: config.url, provider, signingKey }, requestId, id, hint);
  const host = portalHost?.host ?? null;
  const attempt = { id, providerId: provider.id, browserToken, requestId, host };
  if ('url' in departure) {
    await beginSignOut(db, attempt);
    return departure.url;
  }
  const sealedRequest = sealer.seal(JSON.stringify(departure), signOutContext(id));
  await beginSignOut(db, { ...attempt, sealedRequest });
  return `/sso/saml/${provider.id}/sign-out?${new URLSearchParams({ state: id })}`;
}

async function leaveForOidc(
  platform: Platform,
  provider: OidcProvider,
  { idToken }: { idToken: string },
  browserToken: string,
  portalHost: PortalHost | null,
): Promise<string | null> {
  const { config, db } = platform;
  const { metadata } = await oidcProviders(platform).discovered(provider);
  const endpoint = metadata.end_session_endpoint;
  if (endpoint === undefined || !URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  // Anything else, such as javascript:, would run or open on our behalf.
  if (url.protocol !== 'https:' && !(config.allowsPrivateProviders && url.protocol === 'http:')) return null;
  const id = newSignOutId();
  const host = portalHost?.host ?? null;
  await beginSignOut(db, { id, providerId: provider.id, browserToken, host });
  // What is registered at the provider: the site's own, unless round trips are made at the portal's host.
  const site = portalHost?.signInAt === 'domain' ? siteAt(config.url, portalHost.host) : config.url;
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('client_id', provider.settings.clientId);
  url.searchParams.set('post_logout_redirect_uri', oidcAddresses(site, provider.id).postLogoutRedirectUri);
  url.searchParams.set('state', id);
  return url.href;
}
