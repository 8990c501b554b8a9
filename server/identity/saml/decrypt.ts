import { constants, createDecipheriv, privateDecrypt, X509Certificate } from 'node:crypto';
import type { OwnKey } from '../provider-keys/keys.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import type { EncryptedParts } from './encrypted-shape.ts';
import { readTags, type Tag } from './lint.ts';

/** An assertion as it was before it was encrypted. Anybody can encrypt for us: it proves nothing. */
export interface Decrypted {
  readonly xml: string;
  readonly tag: Tag;
  readonly key: OwnKey;
}

const paddings: Readonly<Record<string, number>> = {
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p': constants.RSA_PKCS1_OAEP_PADDING,
  // OpenSSL answers a wrong padding with a random key (implicit rejection), so that it tells nothing.
  'http://www.w3.org/2001/04/xmlenc#rsa-1_5': constants.RSA_PKCS1_PADDING,
};

const gcm = {
  'http://www.w3.org/2009/xmlenc11#aes256-gcm': { name: 'aes-256-gcm', keyBytes: 32 },
  'http://www.w3.org/2009/xmlenc11#aes128-gcm': { name: 'aes-128-gcm', keyBytes: 16 },
} as const;

const cbc = {
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', keyBytes: 32, blockBytes: 16 },
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', keyBytes: 16, blockBytes: 16 },
  'http://www.w3.org/2001/04/xmlenc#tripledes-cbc': { name: 'des-ede3-cbc', keyBytes: 24, blockBytes: 8 },
} as const;

/**
 * Decrypts an assertion with the first of our keys that fits. Whatever fails, be it the key, the padding, the tag or the text
 * that comes out, it is refused with the same words: those who may send us ciphertexts learn nothing of them (the attacks of
 * Bleichenbacher, of Vaudenay, and of Jager and Somorovsky on XML encryption).
 *
 * @throws SignInRefused response_invalid
 */
export function decryptAssertion(parts: EncryptedParts, keys: readonly OwnKey[]): Decrypted {
  let decrypted: Decrypted | null = null;
  // All keys are tried, also after one has fitted.
  for (const key of keys) {
    const xml = tryToDecrypt(parts, key);
    decrypted ??= xml;
  }
  if (decrypted) return decrypted;
  const expected = keys.map(({ certificatePem }) => new X509Certificate(certificatePem).fingerprint256);
  throw new SignInRefused('response_invalid', 'The assertion cannot be decrypted with any of our keys', {
    // Both are known to everybody.
    reason: {
      key: 'encrypted-for-other-key',
      ...(parts.fingerprint !== null && { found: parts.fingerprint }),
      expected: expected.join(', ') || 'none: our certificate was never given out',
    },
  });
}

function tryToDecrypt(parts: EncryptedParts, key: OwnKey): Decrypted | null {
  try {
    const padding = paddings[parts.transport];
    if (padding === undefined) return null;
    const symmetricKey = privateDecrypt(
      { key: key.privateKeyPem, padding, oaepHash: 'sha1' },
      parts.encryptedKey,
    );
    const plain = decipher(parts, symmetricKey);
    const xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(plain);
    return { xml, tag: readTags(xml), key };
  } catch {
    return null;
  }
}

function decipher({ cipher, data }: EncryptedParts, key: Buffer): Buffer {
  const authenticated = Object.entries(gcm).find(([name]) => name === cipher)?.[1];
  if (authenticated) {
    const ivBytes = 12;
    const tagBytes = 16;
    if (data.length <= ivBytes + tagBytes || key.length !== authenticated.keyBytes) throw new Error('length');
    const opening = createDecipheriv(authenticated.name, key, data.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    opening.setAuthTag(data.subarray(-tagBytes));
    return Buffer.concat([opening.update(data.subarray(ivBytes, -tagBytes)), opening.final()]);
  }
  const chained = Object.entries(cbc).find(([name]) => name === cipher)?.[1];
  if (!chained || key.length !== chained.keyBytes) throw new Error('length');
  const { blockBytes, name } = chained;
  const opening = createDecipheriv(name, key, data.subarray(0, blockBytes)).setAutoPadding(false);
  const padded = Buffer.concat([opening.update(data.subarray(blockBytes)), opening.final()]);
  // XML Encryption, section 5.2: the last byte says how many were added, and the others may be anything.
  const added = padded.at(-1) ?? 0;
  if (added < 1 || added > blockBytes) throw new Error('padding');
  return padded.subarray(0, padded.length - added);
}
