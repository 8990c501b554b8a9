import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { beforeAll, expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
let keys: CryptoKeyPair;
beforeAll(async () => {
  keys = (await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])) as CryptoKeyPair;
});

async function pem(name: string, notAfter: Date): Promise<string> {
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    notBefore: new Date('2024-01-01T00:00:00Z'),
    notAfter,
    signingAlgorithm: algorithm,
    keys,
  });
  return certificate.toString('pem');
}

test('subject and end of validity are read', async () => {
  const until = new Date('2031-05-06T07:08:09Z');
  expect(readCertificate(await pem('CN=Acme Single Sign-On, O=Acme', until))).toEqual({
    subject: 'Acme Single Sign-On',
    validUntil: until,
  });
});

test('dates after 2049, which are written differently, are read too', async () => {
  const until = new Date('2051-05-06T07:08:09Z');
  expect(readCertificate(await pem('CN=a', until))?.validUntil).toEqual(until);
});

test('the organization stands in for a missing common name', async () => {
  const until = new Date('2031-01-01T00:00:00Z');
  expect(readCertificate(await pem('O=Bücher & Söhne', until))?.subject).toBe('Bücher & Söhne');
});

test('base64 without its PEM lines, as metadata files hold it, is read', async () => {
  const text = await pem('CN=Acme', new Date('2031-01-01T00:00:00Z'));
  const bare = text.replaceAll(/-----[^-]+-----/g, '');
  expect(readCertificate(bare)?.subject).toBe('Acme');
});

test('what is no certificate is null, whatever it is', async () => {
  const text = await pem('CN=Acme', new Date('2031-01-01T00:00:00Z'));
  for (const wrong of [
    '',
    'hello',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    '§§',
    text.slice(0, 300),
  ]) {
    expect(readCertificate(wrong)).toBeNull();
  }
});
