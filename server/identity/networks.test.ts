import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing.ts';
import { changeSignUpPolicy } from './local-accounts/policy.ts';

// What counts tries counts them per network: docs/attack-classes.md, F09.

let portico: TestApp;
let session: { cookie: string };

beforeAll(async () => {
  portico = await createTestApp();
  const actor = { accountId: null, name: null, address: null };
  await portico.platform.db
    .transaction()
    .execute((trx) => changeSignUpPolicy(trx, null, 0, { who: 'open', domains: [] }, actor));
  const { cookie } = await portico.signIn(await portico.createAccount());
  session = { cookie };
});
beforeEach(() => portico.platform.db.deleteFrom('throttle').execute());
afterAll(() => portico.close());

interface Try {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The same try from another address of one network, with headers that claim yet another. */
function ask({ method = 'POST', path, payload, headers = {} }: Try, number: number, app = portico.app) {
  return app.inject({
    method,
    url: `/rest/portico/1/${path}`,
    remoteAddress: `2001:db8:1:2:${number.toString(16)}::7`,
    headers: {
      origin: portico.platform.config.url.origin,
      'x-forwarded-for': `203.0.113.${number}`,
      'x-real-ip': `203.0.113.${number + 100}`,
      forwarded: `for=198.51.100.${number}`,
      ...headers,
    },
    ...(payload && { payload }),
  });
}

async function counted(pattern: string): Promise<Record<string, number>> {
  const rows = await portico.platform.db
    .selectFrom('throttle')
    .select(['key', 'count'])
    .where('key', 'like', pattern)
    .execute();
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
}

const assertion = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  response: { clientDataJSON: 'a', authenticatorData: 'a', signature: 'a' },
  clientExtensionResults: {},
};

const tries: Readonly<Record<string, (number: number) => Try>> = {
  'password:address': (number) => ({
    path: 'sign-in/password',
    payload: { email: `p${number}@small.example`, password: 'wrong' },
  }),
  'mailed-link:network': (number) => ({
    path: number % 2 ? 'password-reset' : 'sign-up',
    payload: { email: `p${number}@small.example`, ...(number % 2 === 0 && { displayName: 'Nobody' }) },
  }),
  'password-check:network': () => ({
    path: 'password/check',
    payload: { password: 'a password' },
    headers: session,
  }),
  'passkey:begin': () => ({ path: 'sign-in/passkey-options', payload: {} }),
  'passkey:answer': () => ({
    path: 'sign-in/passkey',
    payload: { passkey: { token: 'a'.repeat(43), response: assertion } },
  }),
  'provider-setup:guesses': (number) => ({
    method: 'GET',
    path: `provider-setup/${String(number).repeat(43)}`,
  }),
  'api-token:network': (number) => ({
    method: 'GET',
    path: 'session',
    headers: { authorization: `Bearer ${number}` },
  }),
};

describe('F09: tries from one IPv6 network, under whatever forwarding headers, count as one', () => {
  it.each(Object.entries(tries))('%s', async (key, one) => {
    for (let number = 1; number <= 6; number += 1) {
      await ask(one(number), number);
    }
    expect(await counted(`${key}:%`)).toEqual({ [`${key}:2001:db8:1:2::/64`]: 6 });
  });

  it('discovery: by the general limit', async () => {
    const small = await createTestApp({ config: { rateLimitPerMinute: 20 }, database: portico.database });
    const discover = { path: 'sign-in/discover', payload: { email: 'somebody@small.example' } };
    const statuses = new Set<number>();
    for (let number = 1; number <= 25; number += 1) {
      statuses.add((await ask(discover, number, small.app)).statusCode);
    }
    expect(statuses).toEqual(new Set([200, 429]));
    await small.close();
  });
});

test('F09: an address is counted as one, however it is spelled', async () => {
  const spellings = [
    'alice@small.example',
    'Alice@Small.Example',
    ' alice@small.example ',
    'ALICE@small.example',
  ];
  for (const [kind, path, more] of [
    ['password:account', 'sign-in/password', { password: 'wrong' }],
    ['mailed-link:password-reset', 'password-reset', {}],
    ['mailed-link:sign-up', 'sign-up', { displayName: 'Alice' }],
  ] as const) {
    for (const [index, email] of spellings.entries()) {
      await ask({ path, payload: { email, ...more } }, index);
    }
    expect(Object.keys(await counted(`${kind}:%`))).toEqual([`${kind}:alice@small.example`]);
  }
});
