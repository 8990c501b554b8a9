import { UserDetailsSchema } from 'jira.js/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, cookiesOf, signInThroughSaml } from '../testing-sign-in.ts';
import { type AccountSummary, accountByAccountId } from './store.ts';

let portico: TestApp;
let ada: AccountSummary;
let admin: Record<string, string>;
let customer: Record<string, string>;
const password = 'nine small otters swim';

beforeAll(async () => {
  portico = await createTestApp();
  ada = await portico.createAccount({
    displayName: 'Ada Admin',
    email: 'ada@northwind.example',
    isAdministrator: true,
  });
  admin = await portico.signIn(ada);
  customer = await portico.signIn(await portico.createAccount({ displayName: 'Carl Customer' }));
});

afterAll(async () => {
  await portico?.close();
});

function send(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  headers: Record<string, string>,
  payload?: object,
) {
  return portico.app.inject({ method, url, headers, ...(payload && { payload }) });
}

describe('accounts', () => {
  it('are for administrators only', async () => {
    const { accountId } = await portico.createAccount();
    for (const [method, url, payload] of [
      ['GET', '/rest/portico/1/account', undefined],
      ['POST', '/rest/portico/1/account', { displayName: 'X', email: 'x@example.com', password }],
      ['PUT', `/rest/portico/1/account/${accountId}`, { isAdministrator: true }],
    ] as const) {
      expect((await send(method, url, {}, payload)).statusCode).toBe(401);
      expect((await send(method, url, customer, payload)).statusCode).toBe(403);
    }
    expect((await accountByAccountId(portico.platform.db, accountId))?.isAdministrator).toBe(false);
  });

  it('are created with a password that opens a session', async () => {
    const body = {
      displayName: '  Nora\u0000 Berg ',
      email: 'Nora@Northwind.example',
      password,
      isAdministrator: true,
    };
    const response = await send('POST', '/rest/portico/1/account', admin, body);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      displayName: 'Nora Berg',
      emailAddress: 'nora@northwind.example',
      isActive: true,
      isAdministrator: true,
      isAgent: true,
      hasPassword: true,
      identities: [],
    });
    const signedIn = await send(
      'POST',
      '/rest/portico/1/sign-in/password',
      {},
      { email: 'nora@northwind.example', password },
    );
    expect(signedIn.statusCode).toBe(200);
    const taken = await send('POST', '/rest/portico/1/account', admin, {
      ...body,
      email: 'NORA@northwind.example',
    });
    expect(taken.statusCode).toBe(409);
    expect(taken.json().errors.email).toContain('already has an account');
  });

  it.each([
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a@b' }, 'email'],
    [{ displayName: ' \u200b ' }, 'displayName'],
    [{ password: 'too short' }, 'password'],
    [{ password: 'password1234' }, 'password'],
    [{ password: 'x@northwind.example' }, 'password'],
    [{ password: 'a'.repeat(300) }, 'password'],
  ])('are refused with %j, and the field is named', async (change, field) => {
    const body = { displayName: 'X', email: 'x@northwind.example', password, ...change };
    const response = await send('POST', '/rest/portico/1/account', admin, body);
    expect(response.statusCode).toBe(400);
    expect(Object.keys(response.json().errors)).toEqual([field]);
  });

  it('are listed by name, page by page, and found by name and address', async () => {
    for (const name of ['Lena Fisch', 'Lenz Fischer', 'Otto Lens']) {
      await portico.createAccount({
        displayName: name,
        email: `${name.replace(' ', '.')}@100%.example`.replace('%', '-percent'),
      });
    }
    const found = await send('GET', '/rest/portico/1/account?query=fisch%20len&limit=1', admin);
    expect(found.json()).toMatchObject({
      size: 1,
      isLastPage: false,
      values: [{ displayName: 'Lena Fisch' }],
    });
    const next = await portico.app.inject({
      url: found.json()._links.next.replace('http://localhost:8080', ''),
      headers: admin,
    });
    expect(next.json()).toMatchObject({
      size: 1,
      isLastPage: true,
      values: [{ displayName: 'Lenz Fischer' }],
    });
    const wildcard = await send('GET', '/rest/portico/1/account?query=%25', admin);
    expect(wildcard.json().values).toEqual([]);
    const byMail = await send('GET', '/rest/portico/1/account?query=otto.lens%40', admin);
    expect(byMail.json().values).toHaveLength(1);
  });

  it('show the identities that people sign in with', async () => {
    const idp = await createTestIdp('https://idp.acme.example/metadata');
    await signInThroughSaml(portico, idp, await addSamlProvider(portico, idp));
    const found = await send('GET', '/rest/portico/1/account?query=alice%40acme', admin);
    expect(found.json().values[0]).toMatchObject({
      hasPassword: false,
      isAgent: false,
      identities: [
        { providerName: 'Acme', subject: 'alice-1', lastSignInAt: expect.stringMatching(/^20.*Z$/) },
      ],
    });
  });
});

describe('changing an account', () => {
  it('changes what is given and audits before and after', async () => {
    const { accountId } = await portico.createAccount({ displayName: 'Old Name' });
    const response = await send('PUT', `/rest/portico/1/account/${accountId}`, admin, {
      displayName: 'New Name',
    });
    expect(response.json()).toMatchObject({
      displayName: 'New Name',
      isActive: true,
      isAdministrator: false,
    });
    const audit = await send('GET', `/rest/portico/1/audit?action=account.changed&query=New%20Name`, admin);
    expect(audit.json().values[0]).toMatchObject({
      actorName: 'Ada Admin',
      objectId: accountId,
      before: { displayName: 'Old Name' },
      after: { displayName: 'New Name' },
    });
    expect((await send('PUT', '/rest/portico/1/account/unknown', admin, {})).statusCode).toBe(404);
  });

  it('ends the sessions of an account that is deactivated or gets another password', async () => {
    for (const change of [{ isActive: false }, { password: 'eight wooden boats sail' }]) {
      const account = await portico.createAccount();
      const session = await portico.signIn(account);
      await send('PUT', `/rest/portico/1/account/${account.accountId}`, admin, change);
      expect((await send('GET', '/rest/api/3/myself', session)).statusCode).toBe(401);
    }
  });

  it('keeps the session in which an administrator changes the own password', async () => {
    const account = await portico.createAccount({ isAdministrator: true, password });
    const here = await portico.signIn(account);
    const elsewhere = await portico.signIn(account);
    const url = `/rest/portico/1/account/${account.accountId}`;
    const changed = await send('PUT', url, here, { password: 'eight wooden boats sail' });
    // F08: the session goes on under another token; whoever knew the earlier one is out.
    const renewed = { ...here, cookie: cookiesOf(changed.headers['set-cookie']) };
    expect((await send('GET', '/rest/api/3/myself', renewed)).statusCode).toBe(200);
    expect((await send('GET', '/rest/api/3/myself', here)).statusCode).toBe(401);
    expect((await send('GET', '/rest/api/3/myself', elsewhere)).statusCode).toBe(401);
    await send('PUT', url, admin, { isAdministrator: false });
    expect((await send('GET', '/rest/api/3/myself', here)).statusCode).toBe(401);
  });

  it('never takes away the last active administrator, not even when two remove each other', async () => {
    const alone = await createTestApp();
    try {
      const [one, two] = [
        await alone.createAccount({ isAdministrator: true }),
        await alone.createAccount({ isAdministrator: true }),
      ];
      const [asOne, asTwo] = [await alone.signIn(one), await alone.signIn(two)];
      const remove = (headers: Record<string, string>, accountId: string, payload: object) =>
        alone.app.inject({ method: 'PUT', url: `/rest/portico/1/account/${accountId}`, headers, payload });
      const answers = await Promise.all([
        remove(asOne, two.accountId, { isAdministrator: false }),
        remove(asTwo, one.accountId, { isActive: false }),
      ]);
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
      const left = await alone.platform.db
        .selectFrom('account')
        .select('account_id')
        .where('is_administrator', '=', true)
        .where('is_active', '=', true)
        .execute();
      expect(left).toHaveLength(1);
      const last = left[0]?.account_id ?? '';
      const asLast = last === one.accountId ? asOne : asTwo;
      for (const change of [{ isAdministrator: false }, { isActive: false }]) {
        const refused = await remove(asLast, last, change);
        expect(refused.statusCode).toBe(409);
        expect(refused.json().errorMessages[0]).toContain('last active administrator');
      }
    } finally {
      await alone.close();
    }
  });
});

describe('people in Jira’s shape', () => {
  it('are oneself', async () => {
    for (const version of ['2', '3']) {
      const response = await send('GET', `/rest/api/${version}/myself`, admin);
      expect(response.json()).toMatchObject({
        accountId: ada.accountId,
        accountType: 'atlassian',
        emailAddress: 'ada@northwind.example',
        active: true,
      });
      UserDetailsSchema.parse(response.json());
      expect((await send('GET', `/rest/api/${version}/myself`, {})).statusCode).toBe(401);
    }
    expect((await send('GET', '/rest/api/3/myself', customer)).json().accountType).toBe('customer');
  });

  it('are others to staff, and to customers only those who serve them, without address', async () => {
    const other = await portico.createAccount({ email: 'other@globex.example' });
    const url = (accountId: string) => `/rest/api/3/user?accountId=${accountId}`;
    const asAdmin = await send('GET', url(other.accountId), admin);
    expect(asAdmin.json()).toMatchObject({ emailAddress: 'other@globex.example', accountType: 'customer' });
    UserDetailsSchema.parse(asAdmin.json());
    expect((await send('GET', url(other.accountId), customer)).statusCode).toBe(404);
    const agent = await send('GET', url(ada.accountId), customer);
    expect(agent.statusCode).toBe(200);
    expect(agent.json()).not.toHaveProperty('emailAddress');
    expect((await send('GET', url('unknown'), admin)).statusCode).toBe(404);
    expect((await send('GET', url(ada.accountId), {})).statusCode).toBe(401);
  });

  it('have a picture that runs nothing', async () => {
    const odd = await portico.createAccount({ displayName: '<script>alert(1)</script> Zed' });
    const url = `/rest/portico/1/account/${odd.accountId}/avatar`;
    const response = await send('GET', url, customer);
    expect(response.headers['content-type']).toBe('image/svg+xml');
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.body).not.toContain('<script');
    expect((await send('GET', url, {})).statusCode).toBe(401);
    expect((await send('GET', '/rest/portico/1/account/unknown/avatar', customer)).statusCode).toBe(404);
  });
});

describe('the audit log', () => {
  it('is for administrators only, newest first, by action and text', async () => {
    expect((await send('GET', '/rest/portico/1/audit', {})).statusCode).toBe(401);
    expect((await send('GET', '/rest/portico/1/audit', customer)).statusCode).toBe(403);
    await send(
      'POST',
      '/rest/portico/1/sign-in/password',
      {},
      { email: 'intruder@evil.example', password: 'x' },
    );
    const all = await send('GET', '/rest/portico/1/audit?limit=2', admin);
    expect(all.json()).toMatchObject({
      size: 2,
      isLastPage: false,
      values: [{ action: 'sign-in.refused', objectName: 'intruder@evil.example', address: '127.0.0.1' }, {}],
    });
    const found = await send('GET', '/rest/portico/1/audit?action=sign-in.refused&query=INTRUDER', admin);
    expect(found.json().values).toHaveLength(1);
    const none = await send('GET', '/rest/portico/1/audit?action=account.changed&query=intruder', admin);
    expect(none.json().values).toEqual([]);
  });

  it('finds a refusal by the reference that the person was shown', async () => {
    const refused = await portico.app.inject({ url: '/sso/saml/999/login' });
    const reference = new URL(String(refused.headers.location), 'http://x').searchParams.get('reference');
    const found = await send('GET', `/rest/portico/1/audit?query=${reference}`, admin);
    expect(found.json().values).toMatchObject([
      { action: 'sign-in.refused', after: { code: 'provider_unknown' } },
    ]);
  });
});
