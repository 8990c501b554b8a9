import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import { type ResponseOptions, responseXml, type TestIdp } from './testing-idp.ts';

const xenc = 'http://www.w3.org/2001/04/xmlenc#';
const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const xenc11 = 'http://www.w3.org/2009/xmlenc11#';

const keyAlgorithms = {
  'rsa-oaep-mgf1p': { name: `${xenc}rsa-oaep-mgf1p`, padding: constants.RSA_PKCS1_OAEP_PADDING },
  'rsa-1_5': { name: `${xenc}rsa-1_5`, padding: constants.RSA_PKCS1_PADDING },
} as const;

const dataAlgorithms = {
  'aes128-cbc': { name: `${xenc}aes128-cbc`, cipher: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 },
  'aes256-cbc': { name: `${xenc}aes256-cbc`, cipher: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 },
  '3des': { name: `${xenc}tripledes-cbc`, cipher: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
  'aes128-gcm': { name: `${xenc11}aes128-gcm`, cipher: 'aes-128-gcm', keyBytes: 16, ivBytes: 12 },
  'aes256-gcm': { name: `${xenc11}aes256-gcm`, cipher: 'aes-256-gcm', keyBytes: 32, ivBytes: 12 },
} as const;

export interface EncryptionOptions {
  /** default: rsa-oaep-mgf1p */
  readonly keyAlgorithm?: keyof typeof keyAlgorithms;
  /** default: aes256-gcm */
  readonly dataAlgorithm?: keyof typeof dataAlgorithms;
  /** what is encrypted instead of the assertion */
  readonly plain?: (assertionXml: string) => string;
  /** the encrypted key stands beside the data, which points to it */
  readonly isKeyBeside?: boolean;
}

/**
 * A whole response, as XML, whose assertion is encrypted for the certificate (PEM). What `options.signs` says is signed as
 * providers do it: the assertion before it is encrypted, the response after.
 */
export function encryptedResponse(
  idp: TestIdp,
  options: ResponseOptions,
  certificatePem: string,
  encryption: EncryptionOptions = {},
): string {
  const wrapsAssertion = (assertion: string) =>
    encryptedAssertionXml(encryption.plain?.(assertion) ?? assertion, certificatePem, encryption);
  return responseXml(idp, { ...options, wrapsAssertion });
}

/** An EncryptedAssertion, in its canonical form. */
export function encryptedAssertionXml(
  plain: string,
  certificatePem: string,
  { keyAlgorithm = 'rsa-oaep-mgf1p', dataAlgorithm = 'aes256-gcm', isKeyBeside = false }: EncryptionOptions,
): string {
  const transport = keyAlgorithms[keyAlgorithm];
  const data = dataAlgorithms[dataAlgorithm];
  const key = randomBytes(data.keyBytes);
  const { publicKey, raw } = new X509Certificate(certificatePem);
  const encryptedKey = publicEncrypt({ key: publicKey, padding: transport.padding }, key);
  // Canonical XML declares a prefix once: inside of the data, both are declared already.
  const declares = (prefix: string, namespace: string) =>
    isKeyBeside ? ` xmlns:${prefix}="${namespace}"` : '';
  const digest =
    keyAlgorithm === 'rsa-1_5'
      ? ''
      : `<ds:DigestMethod${declares('ds', dsig)} Algorithm="${dsig}sha1"></ds:DigestMethod>`;
  const keyXml =
    `<xenc:EncryptedKey${declares('xenc', xenc)} Id="_k1">` +
    `<xenc:EncryptionMethod Algorithm="${transport.name}">${digest}</xenc:EncryptionMethod>` +
    `<ds:KeyInfo${declares('ds', dsig)}><ds:X509Data><ds:X509Certificate>${raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${encryptedKey.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>`;
  const pointer = `<ds:RetrievalMethod Type="${xenc}EncryptedKey" URI="#_k1"></ds:RetrievalMethod>`;
  return (
    '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">' +
    `<xenc:EncryptedData xmlns:xenc="${xenc}" Type="${xenc}Element">` +
    `<xenc:EncryptionMethod Algorithm="${data.name}"></xenc:EncryptionMethod>` +
    `<ds:KeyInfo xmlns:ds="${dsig}">${isKeyBeside ? pointer : keyXml}</ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${encrypt(plain, key, data).toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedData>${isKeyBeside ? keyXml : ''}</saml:EncryptedAssertion>`
  );
}

function encrypt(
  plain: string,
  key: Buffer,
  { cipher, ivBytes }: (typeof dataAlgorithms)[keyof typeof dataAlgorithms],
): Buffer {
  const iv = randomBytes(ivBytes);
  if (cipher === 'aes-128-gcm' || cipher === 'aes-256-gcm') {
    const sealing = createCipheriv(cipher, key, iv);
    return Buffer.concat([iv, sealing.update(plain, 'utf8'), sealing.final(), sealing.getAuthTag()]);
  }
  const ciphering = createCipheriv(cipher, key, iv);
  return Buffer.concat([iv, ciphering.update(plain, 'utf8'), ciphering.final()]);
}
