import type { Platform } from '../../platform/platform.ts';
import { oidcProviders } from '../oidc/client.ts';
import type { OidcProvider } from '../providers/store.ts';
import { LogoutRefused } from './refused.ts';

/** What a verified logout token says. */
export interface LogoutTokenFacts {
  readonly jti: string;
  readonly subject?: string;
  readonly providerSessions?: readonly string[];
  readonly replayableUntil: Date;
}

/** Tokens are taken for this long after they were issued, in seconds. */
const maxAgeSeconds = 10 * 60;
const maxTokenLength = 20_000;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6): signed with a key that the provider
 * publishes, by this issuer, for us, issued just now, and saying that it is a logout. One with a nonce is refused: an ID token
 * must never pass for it.
 *
 * @throws LogoutRefused or SignInRefused
 */
export async function verifyLogoutToken(
  platform: Platform,
  provider: OidcProvider,
  token: string,
): Promise<LogoutTokenFacts> {
  if (token.length > maxTokenLength) throw refused('logout-token', 'The logout token is too large');
  const { keys, metadata } = await oidcProviders(platform).discovered(provider);
  const { header, payload } = await keys.verify(token, 'anybody');
  const type = header.typ?.toLowerCase().replace(/^application\//, '');
  if (type !== undefined && type !== 'logout+jwt' && type !== 'jwt') {
    throw refused('logout-token', `The token is of another type (typ ${type.slice(0, 50)})`);
  }
  const claims = readClaims(payload);
  if (claims['iss'] !== metadata.issuer) {
    const found = String(claims['iss']).slice(0, 300);
    throw new LogoutRefused(`The token is of another issuer than ${metadata.issuer} (iss)`, {
      reason: { key: 'issuer', found, expected: metadata.issuer },
    });
  }
  const { clientId } = provider.settings;
  const audience = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  if (!audience.includes(clientId))
    throw refused('logout-audience', `The token is not for ${clientId} (aud)`);
  const issuedAt = requireTimes(claims, provider.clockSkewSeconds);
  if (claims['nonce'] !== undefined)
    throw refused('logout-token', 'The token has a nonce: it is no logout token');
  const events = claims['events'];
  const isLogout = isObject(events) && Object.hasOwn(events, logoutEvent) && isObject(events[logoutEvent]);
  if (!isLogout) throw refused('logout-token', 'The token does not say that it is a logout (events)');
  const jti = text(claims, 'jti');
  if (jti === undefined) throw refused('logout-token', 'The token has no id of its own (jti)');
  const subject = text(claims, 'sub');
  const sid = text(claims, 'sid');
  if (subject === undefined && sid === undefined) {
    throw refused('logout-token', 'The token names neither a person (sub) nor a session (sid)');
  }
  return {
    jti,
    ...(subject !== undefined && { subject }),
    ...(sid !== undefined && { providerSessions: [sid] }),
    replayableUntil: new Date((issuedAt + maxAgeSeconds + 2 * provider.clockSkewSeconds) * 1000),
  };
}

type Claims = Readonly<Record<string, unknown>>;

function readClaims(payload: Uint8Array): Claims {
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (error) {
    throw new LogoutRefused('The token does not hold JSON', { cause: error });
  }
  if (!isObject(claims)) throw new LogoutRefused('The token does not hold claims');
  return claims;
}

/** When it was issued, in seconds since 1970. */
function requireTimes({ iat, exp }: Claims, skew: number): number {
  const now = Date.now() / 1000;
  if (typeof iat !== 'number' || !Number.isFinite(iat)) {
    throw refused('logout-token', 'The token does not say when it was issued (iat)');
  }
  if (iat > now + skew || iat < now - maxAgeSeconds - skew) {
    throw refused('clock', `The token was issued ${Math.round(Math.abs(now - iat))} seconds from now (iat)`);
  }
  // Required since the final text of the specification; some send none, and are held to the age alone.
  if (exp !== undefined && (typeof exp !== 'number' || exp <= now - skew)) {
    throw refused('clock', 'The token has expired (exp)');
  }
  return iat;
}

function text(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '' || value.length > 500 || /\p{Cc}/u.test(value)) {
    throw refused('logout-token', `The token has no proper text in ${name}`);
  }
  return value;
}

function refused(key: string, detail: string): LogoutRefused {
  return new LogoutRefused(detail, { reason: { key } });
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
