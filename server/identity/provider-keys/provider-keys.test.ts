import { createPrivateKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { decryptionKeysOf, publishedKeysOf, signingKeyOf } from './keys.ts';

type Headers = Awaited<ReturnType<TestApp['signIn']>>;

let portico: TestApp;
let idp: TestIdp;
let provider: Provider;
let administrator: Headers;
let count = 0;

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
  administrator = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
});

beforeEach(async () => {
  count += 1;
  const own = { ...idp, entityId: `https://idp${count}.example/metadata` };
  provider = await addSamlProvider(portico, own, {
    name: `Company ${count}`,
    domains: [`c${count}.example`],
  });
});

afterAll(async () => {
  await portico?.close();
});

function call(method: 'GET' | 'POST' | 'DELETE', step = '', headers: Partial<Headers> = administrator) {
  return portico.app.inject({
    method,
    url: `/rest/portico/1/identity-provider/${provider.id}/key${step}`,
    headers,
  });
}

function statesOf(response: Awaited<ReturnType<typeof call>>): string[] {
  return response.json().keys.map(({ state }: { state: string }) => state);
}

async function eventsOf(action: string) {
  return portico.platform.db
    .selectFrom('audit_event')
    .select(['actor_name', 'before', 'after'])
    .where('object_id', '=', provider.id)
    .where('action', '=', action)
    .execute();
}

describe('our keys at a provider', () => {
  it('are made at first need: an RSA key of 3072 bits with a certificate that fits', async () => {
    const { db } = portico.platform;
    const key = await signingKeyOf(portico.platform, db, provider.id);
    const certificate = new X509Certificate(key.certificatePem);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(certificate.checkPrivateKey(createPrivateKey(key.privateKeyPem))).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=localhost');
    expect(await signingKeyOf(portico.platform, db, provider.id)).toEqual(key);
    expect(await eventsOf('identity-provider.key-made')).toHaveLength(1);
  });

  it('are made once, when several processes need them at the same time', async () => {
    const other = await createTestApp({
      database: portico.database,
      config: { sealingKeys: portico.platform.config.sealingKeys },
    });
    try {
      const made = await Promise.all(
        [portico, other, portico, other].map(({ platform }) =>
          signingKeyOf(platform, platform.db, provider.id),
        ),
      );
      expect(new Set(made.map(({ keyId }) => keyId)).size).toBe(1);
      expect(await eventsOf('identity-provider.key-made')).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('are another pair for every provider', async () => {
    const { db } = portico.platform;
    const second = await addSamlProvider(
      portico,
      { ...idp, entityId: 'https://second.example/metadata' },
      { domains: ['second.example'] },
    );
    const [one, two] = await Promise.all(
      [provider, second].map(({ id }) => signingKeyOf(portico.platform, db, id)),
    );
    expect(one?.keyId).not.toBe(two?.keyId);
  });

  it('never show or store their private part in the clear', async () => {
    const { privateKeyPem } = await signingKeyOf(portico.platform, portico.platform.db, provider.id);
    const secret = privateKeyPem.split('\n')[3] ?? '';
    const rows = await portico.platform.db.selectFrom('identity_provider_key').selectAll().execute();
    expect(secret).toHaveLength(64);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await call('GET')).body).not.toMatch(/PRIVATE|sealed/i);
  });

  it('do not exist for a provider that does not', async () => {
    await expect(signingKeyOf(portico.platform, portico.platform.db, '999999')).rejects.toThrow(
      'no such identity provider',
    );
    expect(await decryptionKeysOf(portico.platform, portico.platform.db, '999999')).toEqual([]);
  });
});

describe('rotating our keys', () => {
  it('publishes the next key beside the active one, signs with it once activated, and decrypts with both', async () => {
    const { platform } = portico;
    const first = (await call('GET')).json().keys[0];
    expect(statesOf(await call('POST', '/rotate'))).toEqual(['active', 'next']);
    const published = await publishedKeysOf(platform, platform.db, provider.id);
    expect(published.map(({ state }) => state)).toEqual(['active', 'next']);
    expect((await signingKeyOf(platform, platform.db, provider.id)).keyId).toBe(first.keyId);
    expect(await decryptionKeysOf(platform, platform.db, provider.id)).toHaveLength(2);

    expect(statesOf(await call('POST', '/activate'))).toEqual(['active', 'previous']);
    expect((await signingKeyOf(platform, platform.db, provider.id)).keyId).toBe(published[1]?.keyId);
    const after = await publishedKeysOf(platform, platform.db, provider.id);
    expect(after.map(({ keyId }) => keyId)).toEqual([published[1]?.keyId]);
    const decrypting = await decryptionKeysOf(platform, platform.db, provider.id);
    expect(decrypting.map(({ keyId }) => keyId)).toEqual([published[1]?.keyId, first.keyId]);

    expect(statesOf(await call('DELETE', '/previous'))).toEqual(['active']);
    expect(await decryptionKeysOf(platform, platform.db, provider.id)).toHaveLength(1);
  });

  it('keeps one previous key: that before it goes when another takes its place', async () => {
    for (const step of ['/rotate', '/activate', '/rotate', '/activate']) await call('POST', step);
    expect(statesOf(await call('GET'))).toEqual(['active', 'previous']);
  });

  it('says so when there is nothing to rotate, activate or drop', async () => {
    expect((await call('POST', '/activate')).statusCode).toBe(409);
    expect((await call('DELETE', '/previous')).statusCode).toBe(404);
    await call('POST', '/rotate');
    const again = await call('POST', '/rotate');
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('activate it');
  });

  it('is written to the audit log by fingerprint, with who did it', async () => {
    const first = (await call('GET')).json().keys[0];
    const next = (await call('POST', '/rotate')).json().keys[1];
    await call('POST', '/activate');
    await call('DELETE', '/previous');
    const [rotated] = await eventsOf('identity-provider.key-rotated');
    const [activated] = await eventsOf('identity-provider.key-activated');
    const [dropped] = await eventsOf('identity-provider.key-dropped');
    expect(JSON.stringify(rotated?.after)).toContain(next.fingerprint);
    expect(JSON.stringify(activated?.before)).toContain(first.fingerprint);
    expect(JSON.stringify(activated?.after)).toContain(next.fingerprint);
    expect(JSON.stringify(dropped?.before)).toContain(first.fingerprint);
    expect(rotated?.actor_name).toMatch(/^Person /);
  });

  it.each([
    ['GET', ''],
    ['POST', '/rotate'],
    ['POST', '/activate'],
    ['DELETE', '/previous'],
  ] as const)('is for administrators alone: %s %s', async (method, step) => {
    const somebody = await portico.signIn(await portico.createAccount());
    expect((await call(method, step, { origin: administrator.origin })).statusCode).toBe(401);
    expect((await call(method, step, somebody)).statusCode).toBe(403);
    const elsewhere = await portico.app.inject({
      method,
      url: `/rest/portico/1/identity-provider/999999/key${step}`,
      headers: administrator,
    });
    expect(elsewhere.statusCode).toBe(404);
  });
});
