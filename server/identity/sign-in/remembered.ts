import type { Platform } from '../../platform/platform.ts';
import { clearCookie, providerCookieName, readCookie, setCookie } from '../sessions/cookies.ts';

const rememberedSeconds = 180 * 24 * 3600;
const context = 'remembered-provider';

/**
 * A Set-Cookie value with which this browser remembers through which provider somebody signed in. The id is sealed:
 * with one of their own making, anybody could have the sign-in page tell the names of companies that have no button.
 */
export function rememberProvider({ config, sealer }: RememberingPlatform, providerId: string): string {
  const value = Buffer.from(sealer.seal(providerId, context)).toString('base64url');
  return setCookie(config.url, providerCookieName(config.url), value, rememberedSeconds);
}

/** A Set-Cookie value that makes this browser forget. */
export function forgetProvider({ config }: RememberingPlatform): string {
  return clearCookie(config.url, providerCookieName(config.url));
}

/** The id of the provider that this browser remembers, or null. */
export function rememberedProvider(
  { config, sealer }: RememberingPlatform,
  cookieHeader: string | undefined,
): string | null {
  const value = readCookie(cookieHeader, providerCookieName(config.url));
  if (value === null) return null;
  try {
    return sealer.open(Buffer.from(value, 'base64url').toString(), context);
  } catch {
    // Sealed under a key that is gone, or by somebody else.
    return null;
  }
}

type RememberingPlatform = Pick<Platform, 'config' | 'sealer'>;
