import type { SamlSettings, WeakAlgorithm } from '../providers/settings.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const dsigMore = 'http://www.w3.org/2001/04/xmldsig-more#';
const xenc = 'http://www.w3.org/2001/04/xmlenc#';
const xenc11 = 'http://www.w3.org/2009/xmlenc11#';

/** What is taken from everybody (true), and what under an exception alone. */
type Taken = Readonly<Record<string, true | WeakAlgorithm>>;

/** XML Signature methods. All are RSA: HMAC would make a secret of a key that everybody knows. */
export const signatureMethods: Taken = {
  [`${dsigMore}rsa-sha256`]: true,
  [`${dsigMore}rsa-sha512`]: true,
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1': true,
  [`${dsig}rsa-sha1`]: 'sha1',
};

export const digestMethods: Taken = {
  [`${xenc}sha256`]: true,
  [`${xenc}sha512`]: true,
  [`${dsig}sha1`]: 'sha1',
};

/** How the key of an encryption travels. In RSA-OAEP, SHA-1 is no weakness: nothing depends on its collisions. */
export const keyTransports: Taken = {
  [`${xenc}rsa-oaep-mgf1p`]: true,
  [`${xenc}rsa-1_5`]: 'rsa-1_5',
};

export const dataCiphers: Taken = {
  [`${xenc11}aes256-gcm`]: true,
  [`${xenc11}aes128-gcm`]: true,
  [`${xenc}aes256-cbc`]: true,
  [`${xenc}aes128-cbc`]: true,
  [`${xenc}tripledes-cbc`]: '3des',
};

/** Those of a list that everybody may use, for metadata and messages. */
export function strongOf(taken: Taken): string[] {
  return Object.keys(taken).filter((name) => taken[name] === true);
}

/**
 * Lets an algorithm pass, or not. What is too weak passes while an administrator's exception for this provider lasts, which
 * is to the end of its last day in UTC.
 *
 * @param use what it is used for, as the subject of a sentence
 * @throws SignInRefused algorithm_weak, or response_invalid for what nobody may use
 */
export function requireAlgorithm(
  use: string,
  name: string,
  taken: Taken,
  reasonKey: 'signature-algorithm' | 'encryption-algorithm',
  settings: Pick<SamlSettings, 'weakAlgorithms'>,
): void {
  const rule = Object.hasOwn(taken, name) ? taken[name] : undefined;
  if (rule === true) return;
  const shown = name.slice(0, 200) || 'no algorithm';
  const reason = { key: reasonKey, found: shown, expected: strongOf(taken).join(' ') };
  if (rule === undefined) {
    throw new SignInRefused('response_invalid', `${use} uses ${shown}, which is not taken`, { reason });
  }
  const { weakAlgorithms } = settings;
  const isExcepted = weakAlgorithms?.algorithms.includes(rule) ?? false;
  if (isExcepted && weakAlgorithms && new Date().toISOString().slice(0, 10) <= weakAlgorithms.until) return;
  const over = isExcepted && weakAlgorithms ? `: the exception ended on ${weakAlgorithms.until}` : '';
  throw new SignInRefused('algorithm_weak', `${use} uses ${shown}, which is too weak${over}`, { reason });
}
