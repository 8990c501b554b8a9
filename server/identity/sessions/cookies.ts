/**
 * The cookies of sign-in. Over https they carry the `__Host-` prefix, which browsers accept only from this very host,
 * over a secure connection and for the whole site (RFC 6265bis, section 4.1.3.2), so that no sibling domain can plant one.
 */

/** Name of the cookie that holds a session's token. */
export function sessionCookieName(url: URL): string {
  return hostPrefix(url, 'portico_session');
}

/** Name of the cookie that ties a journey to an identity provider to the browser that started it. */
export function attemptCookieName(url: URL): string {
  return hostPrefix(url, 'portico_attempt');
}

/** Name of the cookie that remembers through which provider somebody signed in from this browser. */
export function providerCookieName(url: URL): string {
  return hostPrefix(url, 'portico_provider');
}

/** Name of the cookie of somebody whose first factor was verified, and who has still to show a second. It opens nothing. */
export function pendingCookieName(url: URL): string {
  return hostPrefix(url, 'portico_pending');
}

/** Name of the cookie of a browser in which the second factor is not asked for again for a while. */
export function deviceCookieName(url: URL): string {
  return hostPrefix(url, 'portico_device');
}

/** A Set-Cookie value that scripts cannot read and that other sites' forms do not send. */
export function setCookie(url: URL, name: string, value: string, maxAgeSeconds: number): string {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** A Set-Cookie value that makes the browser forget a cookie. */
export function clearCookie(url: URL, name: string): string {
  return setCookie(url, name, '', 0);
}

/** The value of one cookie in a Cookie header, or null. Our values are base64url: nothing needs decoding. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) {
      const value = pair.slice(at + 1).trim();
      return /^[\w-]{20,100}$/.test(value) ? value : null;
    }
  }
  return null;
}

function hostPrefix(url: URL, name: string): string {
  return url.protocol === 'https:' ? `__Host-${name}` : name;
}
