import { X509Certificate } from 'node:crypto';
import type { SamlSettings } from '../providers/settings.ts';
import { dataCiphers, keyTransports, requireAlgorithm } from './algorithms.ts';
import { childrenNamed, everyTag, LintError, type Tag } from './lint.ts';
import { signatureNs } from './signature-shape.ts';

const xenc = 'http://www.w3.org/2001/04/xmlenc#';
const sha1 = `${signatureNs}sha1`;

/** What decrypting needs, read from a shape in which every reader finds the same. */
export interface EncryptedParts {
  /** algorithm of the key's encryption */
  readonly transport: string;
  readonly encryptedKey: Buffer;
  /** algorithm of the data's encryption */
  readonly cipher: string;
  readonly data: Buffer;
  /** SHA-256 fingerprint of the certificate that it says it is encrypted for */
  readonly fingerprint: string | null;
}

/**
 * Lets through an EncryptedAssertion of one shape: one EncryptedData, and one EncryptedKey in its KeyInfo or beside it,
 * where the KeyInfo points to it.
 *
 * @throws LintError, SignInRefused algorithm_weak or response_invalid
 */
export function checkEncryptedShape(encrypted: Tag, settings: SamlSettings): EncryptedParts {
  const data = only(encrypted, xenc, 'EncryptedData');
  // The order says which of the values a reader finds first that looks for any.
  requireChildren(data, ['EncryptionMethod', 'KeyInfo', 'CipherData']);
  const info = only(data, signatureNs, 'KeyInfo');
  const key = findKey(encrypted, info);
  const ofKey = key.children.map(({ name }) => name).filter((name) => name !== 'ReferenceList');
  if (ofKey.join() !== 'EncryptionMethod,CipherData')
    requireChildren(key, ['EncryptionMethod', 'KeyInfo', 'CipherData']);
  for (const [word, count] of [
    ['EncryptedData', 1],
    ['EncryptedKey', 1],
    ['EncryptionMethod', 2],
    ['CipherData', 2],
    ['CipherValue', 2],
  ] as const) {
    const found = [...everyTag(encrypted)].filter((tag) => tag.name.toLowerCase() === word.toLowerCase());
    if (found.length !== count)
      throw new LintError(`The encrypted assertion has ${found.length} elements ${word}, not ${count}`);
  }
  const transport = checkTransport(only(key, xenc, 'EncryptionMethod'), settings);
  const cipher = only(data, xenc, 'EncryptionMethod').attributes.get('Algorithm') ?? '';
  requireAlgorithm('The encryption', cipher, dataCiphers, 'encryption-algorithm', settings);
  return {
    transport,
    encryptedKey: cipherValue(key),
    cipher,
    data: cipherValue(data),
    fingerprint: fingerprintIn(key),
  };
}

function findKey(encrypted: Tag, info: Tag): Tag {
  const inside = childrenNamed(info, xenc, 'EncryptedKey')[0];
  if (inside) {
    if (info.children.length !== 1 || encrypted.children.length !== 1)
      throw new LintError('The assertion is encrypted for several keys: let the provider use one');
    return inside;
  }
  const pointer = only(info, signatureNs, 'RetrievalMethod');
  const beside = only(encrypted, xenc, 'EncryptedKey');
  const id = beside.attributes.get('Id');
  const isAlone = info.children.length === 1 && encrypted.children.length === 2;
  if (!id || pointer.attributes.get('URI') !== `#${id}` || !isAlone)
    throw new LintError('The encrypted assertion points to a key that is not there');
  return beside;
}

function checkTransport(method: Tag, settings: SamlSettings): string {
  const name = method.attributes.get('Algorithm') ?? '';
  requireAlgorithm('The key’s encryption', name, keyTransports, 'encryption-algorithm', settings);
  for (const child of method.children) {
    // The library knows no other digest for RSA-OAEP, whatever a message says.
    if (child.name !== 'DigestMethod' || child.attributes.get('Algorithm') !== sha1) {
      throw new LintError(
        'The key is encrypted with RSA-OAEP of another kind: let the provider use rsa-oaep-mgf1p with SHA-1',
      );
    }
  }
  return name;
}

function requireChildren(tag: Tag, names: readonly string[]): void {
  const found = tag.children.map(({ name }) => name).filter((name) => name !== 'ReferenceList');
  if (found.join() !== names.join())
    throw new LintError(
      `${tag.name} consists of ${found.join(', ').slice(0, 200)}, not of ${names.join(', ')}`,
    );
}

function only(tag: Tag, namespace: string, name: string): Tag {
  const found = childrenNamed(tag, namespace, name);
  const [child] = found;
  if (!child || found.length > 1)
    throw new LintError(`${tag.name} has ${found.length} elements ${name}, not one`);
  return child;
}

function cipherValue(tag: Tag): Buffer {
  const value = only(only(tag, xenc, 'CipherData'), xenc, 'CipherValue');
  const base64 = value.text.replace(/[ \t\r\n]/g, '');
  if (value.children.length > 0 || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw new LintError('An encrypted value is not base64');
  }
  return Buffer.from(base64, 'base64');
}

function fingerprintIn(key: Tag): string | null {
  const shown = [...everyTag(key)].find((tag) => tag.name === 'X509Certificate');
  if (!shown) return null;
  try {
    return new X509Certificate(Buffer.from(shown.text, 'base64')).fingerprint256;
  } catch {
    return null;
  }
}
