import { glob, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { sampleCall } from '../../testing-routes.ts';
import { createTestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider } from '../testing-sign-in.ts';

let portico: TestApp;
let providerId: string;
let colleagueId: string;
let deskId: string;

beforeAll(async () => {
  portico = await createTestApp();
  const provider = await addSamlProvider(portico, await createTestIdp('https://idp.acme.example/metadata'));
  providerId = provider.id;
  const colleague = await portico.createAccount({ email: 'carl@desk.example', displayName: 'Carl' });
  colleagueId = colleague.accountId;
  const desk = await portico.app.inject({
    method: 'POST',
    url: '/rest/portico/1/service-desk',
    headers: await administrator(true),
    payload: { projectKey: 'SUP', projectName: 'Support', portalName: 'Support', access: 'restricted' },
  });
  deskId = desk.json().id;
});

afterAll(() => portico.close());

/** What is sent to the route, and with it in the query, where it takes more than any text. */
interface Sample {
  readonly payload?: object;
  readonly query?: string;
}

const evil = {
  protocol: 'oidc',
  name: 'Evil',
  isEnabled: true,
  domains: [],
  admits: 'all',
  oidc: { issuer: 'https://id.evil.example', clientId: 'portico', clientSecret: 'secret' },
};
const whole: Sample = {};
const account = '/rest/portico/1/account';
const provider = '/rest/portico/1/identity-provider';
const own = '/rest/portico/1/second-factor';
const policy = { scope: 'site', scopeId: null, requirement: 'off', graceDays: 0 };
const jiraMember = { payload: { accountId: 'somebody' }, query: 'groupname=Staff' };

/** What decides who gets in, room by room. A route that asks for a recent proof and is not among them fails the test below. */
const acts: Readonly<Record<string, readonly Sample[]>> = {
  [`POST ${provider}`]: [{ payload: evil }],
  [`PUT ${provider}/:id`]: [{ payload: { ...evil, version: 1 } }],
  [`DELETE ${provider}/:id`]: [whole],
  [`POST ${provider}/:id/key/rotate`]: [whole],
  [`POST ${provider}/:id/key/activate`]: [whole],
  [`DELETE ${provider}/:id/key/previous`]: [whole],
  [`POST ${provider}/:id/domain/:domain/vouch`]: [{ payload: { reason: 'Mine' } }],
  [`POST ${provider}/:id/domain/:domain/withdraw`]: [whole],
  [`POST ${provider}/:id/setup-link`]: [{ payload: { note: 'Me' } }],
  [`POST ${provider}/:id/metadata`]: [{ payload: { xml: '<x/>', apply: true, version: 1 } }],
  [`POST ${provider}/:id/metadata/:metadataId/apply`]: [{ payload: {} }],
  [`POST ${provider}/:id/metadata/retiring/:fingerprint/end`]: [whole],
  'PUT /rest/portico/1/portal/:portalId/sign-in': [whole],
  'POST /rest/portico/1/portal-domain': [whole],
  'PUT /rest/portico/1/portal-domain/:id': [whole],
  'DELETE /rest/portico/1/portal-domain/:id': [whole],
  'PUT /rest/portico/1/mail': [whole],
  'DELETE /rest/portico/1/mail': [whole],
  [`PUT ${account}/:accountId`]: [
    { payload: { isAdministrator: true } },
    { payload: { password: 'a password of somebody else' } },
  ],
  [`POST ${account}`]: [
    {
      payload: {
        displayName: 'Eve',
        email: 'eve@evil.example',
        password: 'a very long evening',
        isAdministrator: true,
      },
    },
  ],
  'POST /rest/portico/1/account-bulk': [{ payload: { act: 'reactivate', accountIds: ['somebody'] } }],
  'POST /rest/portico/1/role-grant': [{ payload: { role: 'administrator', accountId: 'somebody' } }],
  'DELETE /rest/portico/1/role-grant/:grantId': [whole],
  'DELETE /rest/portico/1/group/:groupId': [whole],
  'POST /rest/portico/1/group/:groupId/member': [{ payload: { accountIds: ['somebody'] } }],
  'DELETE /rest/portico/1/group/:groupId/member': [{ payload: { accountIds: ['somebody'] } }],
  ...Object.fromEntries(
    [2, 3].flatMap((version) => [
      [`DELETE /rest/api/${version}/group`, [{ query: 'groupname=Staff' }]],
      [`POST /rest/api/${version}/group/user`, [jiraMember]],
      [`DELETE /rest/api/${version}/group/user`, [{ query: 'groupname=Staff&accountId=somebody' }]],
    ]),
  ),
  'POST /rest/portico/1/my-token': [{ payload: { name: 'Mine', scopes: ['read:portico'], days: 7 } }],
  'POST /rest/portico/1/service-account/:accountId/token': [
    { payload: { name: 'Mine', scopes: ['read:portico'], days: 7 } },
  ],
  'PUT /rest/portico/1/api-token-policy': [{ payload: { customersMay: true, longestDays: 1, version: 0 } }],
  'POST /rest/portico/1/account/:accountId/impersonation': [whole],
  'PUT /rest/portico/1/impersonation-settings': [whole],
  [`PUT ${own}-policy`]: [{ payload: policy }],
  [`PUT ${own}-policy/settings`]: [whole],
  [`POST ${account}/:accountId/second-factor/reset`]: [whole],
  [`PUT ${account}/:accountId/second-factor`]: [{ payload: { skipDays: 30 } }],
  [`POST ${account}/:accountId/unlock`]: [whole],
  [`POST ${own}/totp`]: [whole],
  [`POST ${own}/totp/:id/confirm`]: [whole],
  [`POST ${own}/passkey-options`]: [whole],
  [`POST ${own}/passkey`]: [whole],
  [`DELETE ${own}/:kind/:id`]: [whole],
  [`POST ${own}/recovery-codes`]: [whole],
};

/** Routes in whose code somebody is asked for a recent proof, by what the source says. */
async function routesThatAsk(): Promise<string[]> {
  const operations = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(portico.app.swagger().paths ?? {})) {
    for (const [method, operation] of Object.entries(methods ?? {})) {
      const { operationId = '' } = operation as { operationId?: string };
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      // Jira's routes are there in two versions, and the name of the second ends in its number.
      const name = operationId.replace(/(V?[23])$/, '');
      operations.set(name, [...(operations.get(name) ?? []), route]);
    }
  }
  const asking = new Set<string>();
  for await (const file of glob('server/**/*routes.ts')) {
    const [, ...routes] = (await readFile(file, 'utf8')).split(/operationId: (?=['n])/);
    for (const source of routes) {
      if (!/\brequire(Recent\w*|FactorOwner)\(/.test(source)) continue;
      const name = /'(\w+)'/.exec(source)?.[1] ?? '';
      for (const route of operations.get(name) ?? [`${name} in ${file}`]) asking.add(route);
    }
  }
  return [...asking].sort();
}

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

function call(route: string, { payload, query }: Sample, headers: Record<string, string>) {
  const names = { id: providerId, accountId: colleagueId, domain: 'evil.example', portalId: deskId };
  const sample = sampleCall(portico.app.swagger(), route, names);
  const origin = portico.platform.config.url.origin;
  return portico.app.inject({
    ...sample,
    ...(query !== undefined && { url: `${sample.url.split('?')[0]}?${query}` }),
    ...(payload && { payload }),
    headers: { origin, ...headers },
  });
}

test('F06: everything that asks for a recent proof is listed here, and nothing is listed that does not', async () => {
  expect(Object.keys(acts).sort()).toEqual(await routesThatAsk());
});

test('F06: an old session is asked to confirm before everything that decides who gets in', async () => {
  const headers = await administrator(false);
  for (const [route, samples] of Object.entries(acts)) {
    for (const sample of samples) {
      const refused = await call(route, sample, headers);
      const said = [refused.statusCode, refused.json().errors];
      expect(said, route).toEqual([403, { confirm: 'Confirm first that it is you.' }]);
    }
  }
});

test('F06: what decides nothing about who gets in needs no confirmation', async () => {
  const headers = await administrator(false);
  const renamed = await call(
    `PUT ${account}/:accountId`,
    { payload: { displayName: 'Carl Gustav' } },
    headers,
  );
  expect(renamed.statusCode).toBe(200);
});

test('F06: a recent session is not asked', async () => {
  const headers = await administrator(true);
  const granted = await call(`PUT ${account}/:accountId`, { payload: { isAdministrator: true } }, headers);
  expect(granted.statusCode, granted.body).toBe(200);
});
