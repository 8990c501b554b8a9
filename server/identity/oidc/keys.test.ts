import { createSign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import { createProviderKeys, type ProviderKeys } from './keys.ts';
import { foreignPair, keyPair, publicJwk } from './testing-lying-op.ts';

let published: unknown[];
let fetches: number;
let keys: ProviderKeys;

const fetchPublished: GuardedFetch = async () => {
  fetches += 1;
  return Response.json({ keys: published });
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  published = [publicJwk(keyPair.publicKey)];
  fetches = 0;
  keys = createProviderKeys(fetchPublished, 'https://op.example/jwks');
});

afterEach(() => {
  vi.useRealTimers();
});

function token(kid: string, key: KeyObject = keyPair.privateKey): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid })}.${part({ sub: 's' })}`;
  return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`;
}

function wait(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

describe('keys of a provider', () => {
  it('are fetched once, also for many tokens at once, and again after five minutes', async () => {
    await Promise.all(Array.from({ length: 5 }, () => keys.verify(token('k1'), 'provider')));
    expect(fetches).toBe(1);
    wait(299);
    await keys.verify(token('k1'), 'provider');
    expect(fetches).toBe(1);
    wait(2);
    await keys.verify(token('k1'), 'provider');
    expect(fetches).toBe(2);
  });

  it('are fetched again at once for a token from the provider itself that an unknown one signed', async () => {
    await keys.verify(token('k1'), 'provider');
    published = [publicJwk(foreignPair.publicKey, { kid: 'k2' })];
    const { header } = await keys.verify(token('k2', foreignPair.privateKey), 'provider');
    expect(header.kid).toBe('k2');
    expect(fetches).toBe(2);
  });

  it('O07 are fetched once in 30 seconds for tokens that strangers send, however many those are', async () => {
    await keys.verify(token('k1'), 'provider');
    for (let times = 0; times < 20; times += 1) {
      await expect(keys.verify(token(`invented-${times}`), 'anybody')).rejects.toMatchObject({
        code: 'response_invalid',
        reason: { key: 'signature-key' },
      });
    }
    expect(fetches).toBe(2);
    wait(31);
    await expect(keys.verify(token('invented'), 'anybody')).rejects.toThrow();
    expect(fetches).toBe(3);
  });

  it('O07 are fetched at once for a sign-in even while strangers are made to wait', async () => {
    await expect(keys.verify(token('invented'), 'anybody')).rejects.toThrow();
    published = [publicJwk(foreignPair.publicKey, { kid: 'k2' })];
    await keys.verify(token('k2', foreignPair.privateKey), 'provider');
    // And what the sign-in brought to light is good for strangers' tokens, too.
    const before = fetches;
    await keys.verify(token('k2', foreignPair.privateKey), 'anybody');
    expect(fetches).toBe(before);
  });

  it('O07 are not asked for again for each token that strangers send while they cannot be fetched', async () => {
    let asked = 0;
    keys = createProviderKeys(async () => {
      asked += 1;
      throw new TypeError('fetch failed');
    }, 'https://op.example/jwks');
    for (let times = 0; times < 10; times += 1) {
      await expect(keys.verify(token('k1'), 'anybody')).rejects.toMatchObject({
        code: 'provider_unreachable',
      });
    }
    expect(asked).toBe(1);
    await expect(keys.verify(token('k1'), 'provider')).rejects.toMatchObject({
      code: 'provider_unreachable',
    });
    expect(asked).toBe(2);
  });

  it('are asked for again after the provider could not be reached', async () => {
    let isDown = true;
    keys = createProviderKeys(async (...request) => {
      if (isDown) throw new TypeError('fetch failed');
      return fetchPublished(...request);
    }, 'https://op.example/jwks');
    await expect(keys.verify(token('k1'), 'provider')).rejects.toMatchObject({
      code: 'provider_unreachable',
    });
    isDown = false;
    await keys.verify(token('k1'), 'provider');
  });
});
