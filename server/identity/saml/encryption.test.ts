import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/database/database.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { activateKey, dropPreviousKey, publishedKeysOf, rotateKey } from '../provider-keys/keys.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { addSamlProvider, answerTo, expectRefused, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import { type EncryptionOptions, encryptedResponse } from './testing-encryption.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from './testing-idp.ts';

let portico: TestApp;
let idp: TestIdp;
const nobody = { accountId: null, name: 'Test', address: null };
const home = '/servicedesk/customer/portals';
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
});

afterAll(async () => {
  await portico?.close();
});

let count = 0;

/** A provider of its own for each test, run by the same identity provider under another name. */
async function another(settings: Partial<NonNullable<ProviderInput['saml']>> = {}) {
  count += 1;
  const own = { ...idp, entityId: `https://idp${count}.example/metadata` };
  const provider = await addSamlProvider(portico, own, {
    name: `Company ${count}`,
    domains: [`c${count}.example`],
    saml: {
      entityId: own.entityId,
      signOnUrl: 'http://idp.acme.example/sso',
      certificates: [idp.certificate],
      ...settings,
    },
  });
  return { provider, own, attributes: { mail: `alice@c${count}.example` } };
}

type Company = Awaited<ReturnType<typeof another>>;

async function keysAt(provider: Provider): Promise<string[]> {
  const keys = await publishedKeysOf(portico.platform, portico.platform.db, provider.id);
  return keys.map(({ certificatePem }) => certificatePem);
}

/** Comes back with an encrypted assertion. */
async function comeBack(
  { provider, own, attributes }: Company,
  certificate: string,
  encryption: EncryptionOptions = {},
  changes: Partial<ResponseOptions> = {},
) {
  const journey = await leaveForSaml(portico, provider);
  const options = answerTo(journey, { attributes, ...changes });
  return finishSaml(portico, journey, encryptedResponse(own, options, certificate, encryption));
}

describe('an encrypted assertion', () => {
  it.each(['aes128-cbc', 'aes256-cbc', 'aes128-gcm', 'aes256-gcm'] as const)(
    'is taken: %s',
    async (dataAlgorithm) => {
      const company = await another();
      const [certificate = ''] = await keysAt(company.provider);
      expect((await comeBack(company, certificate, { dataAlgorithm })).location).toBe(home);
      const beside = { dataAlgorithm, isKeyBeside: true };
      expect((await comeBack(company, certificate, beside, { signs: 'response' })).location).toBe(home);
    },
  );

  it('is taken for the next key before it is activated, and for the previous one until it is dropped', async () => {
    const company = await another();
    const { db } = portico.platform;
    const { id } = company.provider;
    const [first = ''] = await keysAt(company.provider);
    await rotateKey(portico.platform, db, id, nobody);
    const [, next = ''] = await keysAt(company.provider);
    expect((await comeBack(company, next)).location).toBe(home);
    await inTransaction(db, (trx) => activateKey(trx, id, nobody));
    expect((await comeBack(company, first)).location).toBe(home);
    expect((await comeBack(company, next)).location).toBe(home);
    await inTransaction(db, (trx) => dropPreviousKey(trx, id, nobody));
    const { detail } = await expectRefused(portico, 'response_invalid', () => comeBack(company, first));
    expect(detail).toContain('cannot be decrypted');
  });

  it('is refused when nobody was ever given a key of ours', async () => {
    const company = await another();
    await expectRefused(portico, 'response_invalid', () => comeBack(company, idp.certificate));
  });

  it('is required where that is set', async () => {
    const company = await another({ requiresEncryption: true });
    const [certificate = ''] = await keysAt(company.provider);
    expect((await comeBack(company, certificate)).location).toBe(home);
    const { detail } = await expectRefused(portico, 'response_invalid', async () => {
      const journey = await leaveForSaml(portico, company.provider);
      const options = answerTo(journey, { attributes: company.attributes });
      return finishSaml(portico, journey, responseXml(company.own, options));
    });
    expect(detail).toContain('not encrypted');
  });

  it('is refused with an attribute whose value was changed, though it was encrypted well', async () => {
    const company = await another();
    const [certificate = ''] = await keysAt(company.provider);
    await expectRefused(portico, 'response_invalid', () =>
      comeBack(company, certificate, { plain: (xml) => xml.replace('>alice@', '>carol@') }),
    );
  });
});

describe('an algorithm that is too weak', () => {
  const weak: [string, 'sha1' | 'rsa-1_5' | '3des', EncryptionOptions, Partial<ResponseOptions>][] = [
    ['RSA-1.5', 'rsa-1_5', { keyAlgorithm: 'rsa-1_5' }, {}],
    ['Triple DES', '3des', { dataAlgorithm: '3des' }, {}],
    ['SHA-1 in a signed response', 'sha1', {}, { signs: 'response', digest: 'sha1' }],
  ];

  it.each(weak)('is refused without an exception: %s', async (_name, _algorithm, encryption, changes) => {
    const company = await another();
    const [certificate = ''] = await keysAt(company.provider);
    const { detail } = await expectRefused(portico, 'algorithm_weak', () =>
      comeBack(company, certificate, encryption, changes),
    );
    expect(detail).toContain('too weak');
  });

  it.each(weak)(
    'is taken to the end of the last day of an exception for it: %s',
    async (_name, algorithm, encryption, changes) => {
      const company = await another({ weakAlgorithms: { algorithms: [algorithm], until: day(0) } });
      const [certificate = ''] = await keysAt(company.provider);
      expect((await comeBack(company, certificate, encryption, changes)).location).toBe(home);
    },
  );

  it.each(weak)(
    'is refused when the exception is over: %s',
    async (_name, algorithm, encryption, changes) => {
      const company = await another({ weakAlgorithms: { algorithms: [algorithm], until: day(-1) } });
      const [certificate = ''] = await keysAt(company.provider);
      const { detail } = await expectRefused(portico, 'algorithm_weak', () =>
        comeBack(company, certificate, encryption, changes),
      );
      expect(detail).toContain(`ended on ${day(-1)}`);
    },
  );

  it('is refused under an exception for another one', async () => {
    const company = await another({ weakAlgorithms: { algorithms: ['3des', 'sha1'], until: day(9) } });
    const [certificate = ''] = await keysAt(company.provider);
    await expectRefused(portico, 'algorithm_weak', () =>
      comeBack(company, certificate, { keyAlgorithm: 'rsa-1_5' }),
    );
  });
});
