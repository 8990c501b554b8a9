import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider } from '../testing-sign-in.ts';

let portico: TestApp;
let providerId: string;
let colleagueId: string;

beforeAll(async () => {
  portico = await createTestApp();
  const provider = await addSamlProvider(portico, await createTestIdp('https://idp.acme.example/metadata'));
  providerId = provider.id;
  const colleague = await portico.createAccount({ email: 'carl@desk.example', displayName: 'Carl' });
  colleagueId = colleague.accountId;
});

afterAll(() => portico.close());

type Act = readonly ['POST' | 'PUT' | 'DELETE', string, object?];

const evil = {
  protocol: 'oidc',
  name: 'Evil',
  isEnabled: true,
  domains: [],
  admits: 'all',
  oidc: { issuer: 'https://id.evil.example', clientId: 'portico', clientSecret: 'secret' },
};

/** What decides who gets in, room by room. `P` is a provider, `A` somebody’s account. */
const acts: readonly Act[] = [
  ['POST', 'identity-provider', evil],
  ['PUT', 'identity-provider/P', { ...evil, version: 1 }],
  ['DELETE', 'identity-provider/P'],
  ['POST', 'identity-provider/P/key/rotate'],
  ['POST', 'identity-provider/P/key/activate'],
  ['DELETE', 'identity-provider/P/key/previous'],
  ['POST', 'identity-provider/P/domain/evil.example/vouch', { reason: 'Mine' }],
  ['POST', 'identity-provider/P/domain/evil.example/withdraw'],
  ['POST', 'identity-provider/P/setup-link', { note: 'Me' }],
  ['POST', 'identity-provider/P/metadata/1/apply', {}],
  ['PUT', 'account/A', { isAdministrator: true }],
  ['PUT', 'account/A', { password: 'a password of somebody else' }],
  [
    'POST',
    'account',
    { displayName: 'Eve', email: 'eve@evil.example', password: 'a very long evening', isAdministrator: true },
  ],
  ['DELETE', 'mail'],
  ['PUT', 'second-factor-policy', { scope: 'site', scopeId: null, requirement: 'off', graceDays: 0 }],
  ['POST', 'account/A/second-factor/reset'],
  ['PUT', 'account/A/second-factor', { skipDays: 30 }],
  ['POST', 'account/A/unlock'],
];

async function administrator(isRecent: boolean): Promise<Record<string, string>> {
  const account = await portico.createAccount({
    email: `admin-${Math.random().toString(36).slice(2)}@desk.example`,
    displayName: 'Olivia',
    isAdministrator: true,
  });
  const headers = await portico.signIn(account);
  if (!isRecent) {
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '20 minutes'` })
      .where('account_id', '=', account.id)
      .execute();
  }
  return headers;
}

function call([method, path, payload]: Act, headers: Record<string, string>) {
  const url = `/rest/portico/1/${path.replace('/P', `/${providerId}`).replace('/A', `/${colleagueId}`)}`;
  const origin = portico.platform.config.url.origin;
  return portico.app.inject({ method, url, headers: { origin, ...headers }, ...(payload && { payload }) });
}

test('F06: an old session is asked to confirm before everything that decides who gets in', async () => {
  const headers = await administrator(false);
  for (const act of acts) {
    const refused = await call(act, headers);
    const said = [refused.statusCode, refused.json().errors];
    expect(said, act.slice(0, 2).join(' ')).toEqual([403, { confirm: 'Confirm first that it is you.' }]);
  }
});

test('F06: what decides nothing about who gets in needs no confirmation', async () => {
  const headers = await administrator(false);
  const renamed = await call(['PUT', 'account/A', { displayName: 'Carl Gustav' }], headers);
  expect(renamed.statusCode).toBe(200);
});

test('F06: a recent session is not asked', async () => {
  const headers = await administrator(true);
  const granted = await call(['PUT', 'account/A', { isAdministrator: true }], headers);
  expect(granted.statusCode, granted.body).toBe(200);
});
