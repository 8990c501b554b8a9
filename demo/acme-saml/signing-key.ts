import 'reflect-metadata';
import { X509Certificate as NodeCertificate, randomBytes, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

/** What Acme signs with, both as PEM. */
export interface SigningKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * The RSA key and self-signed certificate kept in the file at `path` (0600); made at the first call.
 * @throws when the file is there but holds something else
 */
export async function openSigningKey(path: string): Promise<SigningKey> {
  const kept = await readPrivateFile(path);
  if (kept !== undefined) return parse(path, kept);
  const made = await makeSigningKey();
  await writePrivateFile(path, `${made.privateKey}\n${made.certificate}\n`);
  return made;
}

async function makeSigningKey(): Promise<SigningKey> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notBefore = new Date();
  // Some verifiers' clocks are a little behind.
  notBefore.setUTCHours(notBefore.getUTCHours() - 1);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + 10);
  // RFC 5280, section 4.1.2.2: positive and at most 20 octets; a first octet of 1 makes it so.
  const serialNumber = `01${randomBytes(15).toString('hex')}`;
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      keys,
      name: 'CN=Acme SAML signing, O=Acme',
      serialNumber,
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
    },
    webcrypto,
  );
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return { privateKey: pem('PRIVATE KEY', der), certificate: certificate.toString('pem') };
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

function parse(path: string, text: string): SigningKey {
  const part = (label: string) =>
    text.match(new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`))?.[0];
  const privateKey = part('PRIVATE KEY');
  const certificate = part('CERTIFICATE');
  if (!privateKey || !certificate || !isCertificate(certificate)) {
    throw new Error(
      `${path} does not hold Acme's private key and certificate. Put back a copy of it, or delete it: ` +
        'a new key is then made and given to Portico.',
    );
  }
  return { privateKey, certificate };
}

function isCertificate(text: string): boolean {
  try {
    new NodeCertificate(text);
    return true;
  } catch {
    return false;
  }
}
