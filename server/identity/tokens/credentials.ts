/** What a request says of itself in its Authorization header. */
export interface Credentials {
  readonly token: string;
  /** of Basic: an e-mail address as typed, or an account id; null with Bearer */
  readonly userName: string | null;
}

/** Reads an Authorization header: Bearer with a token (RFC 6750), or Basic with a token as password (RFC 7617). */
export function readAuthorization(header: string): Credentials | null {
  const [, scheme = '', value = ''] = /^([A-Za-z]+) +([\w.~+/=-]+) *$/.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer') return { token: value, userName: null };
  if (scheme.toLowerCase() !== 'basic') return null;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon > 0 ? { userName: pair.slice(0, colon), token: pair.slice(colon + 1).trim() } : null;
}
