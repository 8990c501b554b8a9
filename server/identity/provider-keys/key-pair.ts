import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

/** A new RSA key with the certificate under which it is published, both PEM. */
export interface KeyPair {
  /** names the key: hash of its public part */
  readonly keyId: string;
  /** PKCS #8 */
  readonly privateKeyPem: string;
  /** self-signed: providers take the key in it and nothing else from it */
  readonly certificatePem: string;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
};

/** How long its certificate says that it is valid, in years. Keys are renewed by rotation, not because a date came. */
const years = 10;

/**
 * Makes an RSA key of 3072 bits and a self-signed certificate for it. Takes about a tenth of a second, off the event loop.
 *
 * @param host the name of this site, for the people at the provider who look at the certificate
 */
export async function makeKeyPair(host: string): Promise<KeyPair> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notBefore = new Date();
  // Some providers' clocks are a little behind.
  notBefore.setUTCHours(notBefore.getUTCHours() - 1);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      keys,
      name: [{ CN: [host] }],
      // RFC 5280, section 4.1.2.2: positive and at most 20 octets; a first octet of 1 makes it so.
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
    },
    crypto,
  );
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey));
  return {
    keyId: createHash('sha256').update(publicKey).digest('base64url'),
    privateKeyPem: pem('PRIVATE KEY', privateKey),
    certificatePem: certificate.toString('pem').trim(),
  };
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}
