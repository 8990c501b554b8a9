import { X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { publishedKeysOf, rotateKey } from '../provider-keys/keys.ts';
import type { Provider } from '../providers/store.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { createTestIdp } from './testing-idp.ts';

// Loaded without its types, which declare a browser's globals for the whole server.
interface Samlify {
  ServiceProvider(settings: { metadata: string }): {
    readonly entityMeta: {
      getEntityID(): string;
      getAssertionConsumerService(binding: string): string;
      getSingleLogoutService(binding: string): string;
      isAuthnRequestSigned(): boolean;
      isWantAssertionsSigned(): boolean;
      getNameIDFormat(): string;
    };
  };
}
const samlify = createRequire(import.meta.url)('samlify') as Samlify;

let portico: TestApp;
let provider: Provider;
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

beforeAll(async () => {
  portico = await createTestApp();
  const idp = await createTestIdp('https://idp.acme.example/metadata');
  provider = await addSamlProvider(portico, idp, {
    saml: {
      entityId: idp.entityId,
      signOnUrl: 'http://idp.acme.example/sso',
      certificates: [idp.certificate],
      signsRequests: true,
      nameIdFormat: 'persistent',
    },
  });
});

afterAll(async () => {
  await portico?.close();
});

async function metadata(): Promise<string> {
  const response = await portico.app.inject({ url: `/sso/saml/${provider.id}/metadata` });
  expect(response.headers['content-type']).toBe('application/samlmetadata+xml; charset=utf-8');
  return response.body;
}

describe('our metadata for a provider', () => {
  it('is understood by another library: who we are, where we are, what we want', async () => {
    const { entityMeta } = samlify.ServiceProvider({ metadata: await metadata() });
    const base = `http://localhost:8080/sso/saml/${provider.id}`;
    expect(entityMeta.getEntityID()).toBe(`${base}/metadata`);
    expect(entityMeta.getAssertionConsumerService('post')).toBe(`${base}/acs`);
    expect(entityMeta.getSingleLogoutService('redirect')).toBe(`${base}/logout`);
    expect(entityMeta.getSingleLogoutService('post')).toBe(`${base}/logout`);
    expect(entityMeta.isAuthnRequestSigned()).toBe(true);
    expect(entityMeta.isWantAssertionsSigned()).toBe(true);
    expect(entityMeta.getNameIDFormat()).toBe('urn:oasis:names:tc:SAML:2.0:nameid-format:persistent');
  });

  it('publishes the active key and then the next one, for signatures and for encryption', async () => {
    const { db } = portico.platform;
    const fingerprints = async (use: string) => {
      const document = new DOMParser().parseFromString(await metadata(), 'text/xml');
      return [...document.getElementsByTagName('md:KeyDescriptor')]
        .filter((descriptor) => descriptor.getAttribute('use') === use)
        .map((descriptor) => descriptor.getElementsByTagName('ds:X509Certificate')[0]?.textContent ?? '')
        .map((base64) => new X509Certificate(Buffer.from(base64, 'base64')).fingerprint256);
    };
    expect(await fingerprints('signing')).toHaveLength(1);
    await rotateKey(portico.platform, db, provider.id, { accountId: null, name: 'Test', address: null });
    const published = await publishedKeysOf(portico.platform, db, provider.id);
    const expected = published.map(
      ({ certificatePem }) => new X509Certificate(certificatePem).fingerprint256,
    );
    expect(expected).toHaveLength(2);
    expect(await fingerprints('signing')).toEqual(expected);
    expect(await fingerprints('encryption')).toEqual(expected);
  });

  it('has its elements in the order of the schema, and says which encryption we can read', async () => {
    const document = new DOMParser().parseFromString(await metadata(), 'text/xml');
    const role = document.getElementsByTagName('md:SPSSODescriptor')[0];
    const names = [...(role?.childNodes ?? [])]
      .map(({ nodeName }) => nodeName)
      .filter((name) => name !== '#text');
    expect([...new Set(names)]).toEqual([
      'md:KeyDescriptor',
      'md:SingleLogoutService',
      'md:NameIDFormat',
      'md:AssertionConsumerService',
    ]);
    const bindings = [...document.getElementsByTagName('md:SingleLogoutService')].map((service) =>
      service.getAttribute('Binding'),
    );
    expect(bindings).toEqual([redirect, post]);
    const methods = [...document.getElementsByTagName('md:EncryptionMethod')].map((method) =>
      method.getAttribute('Algorithm'),
    );
    expect(methods).toContain('http://www.w3.org/2009/xmlenc11#aes256-gcm');
    expect(methods).toContain('http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p');
    expect(methods.join()).not.toMatch(/tripledes|rsa-1_5/);
  });
});
