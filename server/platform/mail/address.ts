import { domainToASCII } from 'node:url';

/**
 * An e-mail address in the one form in which Portico keeps and compares it (lower case, domain in ASCII), or null when
 * the text is none. One `@`, no spaces, quotes or control characters: stricter than RFC 5322, which no company uses fully.
 */
export function normalizeEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  const match = /^([^\s@"(),:;<>[\]\\\p{Cc}\p{Cf}]{1,64})@([^\s@]{1,253})$/u.exec(email);
  const domain = match?.[2] && normalizeDomain(match[2]);
  return match?.[1] && domain ? `${match[1]}@${domain}` : null;
}

/** The domain of a normalized e-mail address. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/**
 * A domain in lower-case ASCII (IDNA), without the root's trailing dot, or null when the text is no domain of at least
 * two labels. Addresses such as 10.0.0.1 are no domains.
 */
export function normalizeDomain(text: string): string | null {
  const plain = text.trim().replace(/\.$/, '');
  // What URLs treat as the end of a host, or drop, must not be there: domainToASCII would read what is left.
  if (/[^A-Za-z0-9.\-\u0080-\u{10ffff}]|[\p{Cc}\p{Cf}\p{Z}]/u.test(plain)) return null;
  const domain = domainToASCII(plain).toLowerCase();
  if (domain.length > 253) return null;
  const labels = domain.split('.');
  const isDomain =
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return isDomain ? domain : null;
}
