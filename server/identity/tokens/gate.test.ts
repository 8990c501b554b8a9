import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { basic, giveToken } from './testing-token.ts';
import { newToken } from './token-text.ts';

let portico: TestApp;
/** another process on the same database */
let twin: TestApp;
let admin: AccountSummary;
let customer: AccountSummary;

beforeAll(async () => {
  portico = await createTestApp();
  twin = await createTestApp({ database: portico.database });
  admin = await portico.createAccount({ isAdministrator: true, email: 'ada@northwind.example' });
  customer = await portico.createAccount({ email: 'carla@acme.example' });
});
afterAll(async () => {
  await twin?.close();
  await portico?.close();
});

const myself = '/rest/api/3/myself';

async function ask(url: string, headers: Record<string, string>, { app } = portico) {
  const response = await app.inject({ url, headers });
  const text = response.body;
  return { status: response.statusCode, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): { displayName?: string; errorMessages?: string[] } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function audit(action: string) {
  const { db } = portico.platform;
  return db.selectFrom('audit_event').selectAll().where('action', '=', action).orderBy('id').execute();
}

async function letCustomers(customersMay: boolean): Promise<void> {
  await portico.database.pool.query(
    'insert into api_token_policy (customers_may) values ($1) on conflict ("only") do update set customers_may = $1',
    [customersMay],
  );
}

async function forgetTries(): Promise<void> {
  await portico.database.pool.query('delete from throttle');
}

describe('who calls with a token', () => {
  it('is its owner, with Bearer, and with Basic and the e-mail address however it is typed', async () => {
    const { bearer, token } = await giveToken(portico, admin.id, ['read:jira-user']);
    for (const headers of [
      bearer,
      basic('ada@northwind.example', token),
      basic('ADA@NorthWind.Example', token),
      basic(` ada@northwind.example`, token),
      basic(admin.accountId, token),
    ]) {
      const answer = await ask(myself, headers);
      expect(answer).toMatchObject({ status: 200, body: { displayName: admin.displayName } });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const { rows } = await portico.database.pool.query('select count(*)::int as count from session');
    expect(rows[0].count).toBe(0);
  });

  it('is refused under the name of somebody else, and with what is no token, in the same words', async () => {
    const { token } = await giveToken(portico, admin.id, ['read:jira-user']);
    const wrong = [
      await ask(myself, basic('carla@acme.example', token)),
      await ask(myself, basic('nobody@acme.example', token)),
      await ask(myself, basic('ada@northwind.example', newToken())),
      await ask(myself, basic('ada@northwind.example', 'a password')),
      await ask(myself, { authorization: `Bearer ${newToken()}` }),
    ];
    for (const answer of wrong) {
      expect(answer.status).toBe(401);
      expect(answer.text).toBe(wrong[0]?.text);
    }
    expect(wrong[0]?.body.errorMessages).toEqual([expect.stringContaining('API token is not valid')]);
    expect((await ask(myself, { authorization: 'Negotiate abc' })).status).toBe(401);
    await forgetTries();
  });

  it('acts with the token alone: a cookie beside it gives nothing, whether the token is valid or not', async () => {
    const { cookie, origin } = await portico.signIn(admin);
    await letCustomers(true);
    const { bearer } = await giveToken(portico, customer.id, ['read:jira-user']);
    expect((await ask(myself, { ...bearer, cookie })).body.displayName).toBe(customer.displayName);
    const wrong = await ask(myself, { authorization: `Bearer ${newToken()}`, cookie });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    // what changes something needs no Origin then, and gets no further by one
    const write = { method: 'DELETE', url: '/rest/portico/1/session/mine?others=true' } as const;
    const withCookie = await portico.app.inject({ ...write, headers: { cookie } });
    expect(withCookie.statusCode).toBe(403);
    for (const headers of [
      { ...bearer, cookie },
      { ...bearer, cookie, origin },
    ]) {
      const answer = await portico.app.inject({ ...write, headers });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('An API token cannot do this');
    }
    const fromElsewhere = { ...bearer, origin: 'https://evil.example' };
    const answer = await portico.app.inject({ ...write, headers: fromElsewhere });
    expect(answer.body).toContain('evil.example');
    await letCustomers(false);
  });

  it('is told apart from browsers, which are never asked for a password in a window of their own', async () => {
    const challenge = async (headers: Record<string, string>) =>
      (await ask(myself, headers)).headers['www-authenticate'];
    const wrong = { authorization: `Bearer ${newToken()}` };
    expect(await challenge(wrong)).toBe(
      'Bearer error="invalid_token", Basic realm="Portico", charset="UTF-8"',
    );
    expect(await challenge({})).toBe('Bearer, Basic realm="Portico", charset="UTF-8"');
    for (const sign of [
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' },
      { 'sec-fetch-mode': 'cors' },
      { origin: 'http://localhost' },
      { cookie: 'a=b' },
      { accept: 'text/html' },
    ]) {
      expect(await challenge(sign as unknown as Record<string, string>)).toBe('Bearer');
      expect(await challenge({ ...wrong, ...(sign as object) })).toBe('Bearer error="invalid_token"');
    }
    await forgetTries();
  });
});

describe('a token that is over', () => {
  it('is told when it has expired, and is good for nothing', async () => {
    const expiresAt = new Date('2026-03-03T10:00:00Z');
    const { bearer } = await giveToken(portico, admin.id, ['read:jira-user'], { expiresAt });
    const answer = await ask(myself, bearer);
    expect(answer.status).toBe(401);
    expect(answer.body.errorMessages).toEqual(['This API token expired on 2026-03-03. Make a new one.']);
    await forgetTries();
  });

  it('is refused by every process from the moment it is revoked', async () => {
    const { id, bearer } = await giveToken(portico, admin.id, ['read:jira-user']);
    expect((await ask(myself, bearer, twin)).status).toBe(200);
    const headers = await portico.signIn(admin);
    const url = `/rest/portico/1/my-token/${id}`;
    expect((await portico.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
    expect((await ask(myself, bearer, twin)).status).toBe(401);
    expect((await ask(myself, bearer)).status).toBe(401);
    expect((await audit('api-token.revoked')).at(-1)).toMatchObject({ object_id: id });
  });

  it('ends in every process when its account is deactivated, and does not come back with it', async () => {
    const person = await portico.createAccount({ isAdministrator: true });
    const { bearer } = await giveToken(portico, person.id, ['read:jira-user']);
    expect((await ask(myself, bearer, twin)).status).toBe(200);
    const headers = await portico.signIn(admin);
    const url = `/rest/portico/1/account/${person.accountId}`;
    const change = (isActive: boolean) =>
      portico.app.inject({ method: 'PUT', url, headers, payload: { isActive } });
    expect((await change(false)).statusCode).toBe(200);
    expect((await ask(myself, bearer, twin)).status).toBe(401);
    expect((await change(true)).statusCode).toBe(200);
    expect((await ask(myself, bearer, twin)).status).toBe(401);
    await forgetTries();
  });

  it('ends open event streams in every process', async () => {
    const { bearer, id } = await giveToken(portico, admin.id, ['read:servicedesk-request']);
    const base = await twin.app.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${base}/events?topic=account:${admin.accountId}`, { headers: bearer });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    let heard = '';
    while (!heard.includes('event: ready')) heard += await read();
    await portico.platform.db.deleteFrom('api_token').where('id', '=', id).execute();
    while (!(await reader?.read())?.done);
    expect(twin.platform.events.streamCount()).toBe(0);
  });
});

describe('what a token may do', () => {
  it('is what its scopes say, and a refusal names the one that is missing', async () => {
    const { bearer } = await giveToken(portico, admin.id, ['read:jira-user']);
    const answer = await ask('/rest/servicedeskapi/request', bearer);
    expect(answer.status).toBe(403);
    expect(answer.body.errorMessages).toEqual([
      'This API token lacks the scope read:servicedesk-request. Make one that has it.',
    ]);
    expect((await ask('/events?topic=account:x', bearer)).status).toBe(403);
    expect((await ask('/rest/servicedeskapi/info', bearer)).status).toBe(200);
    expect((await ask('/nothing/here', bearer)).status).toBe(404);
    expect((await audit('api-token.refused')).at(-1)?.after).toMatchObject({
      code: 'scope_missing',
      scope: 'read:servicedesk-request',
    });
  });

  it('is never more than its owner may: an administrator’s scope makes nobody one', async () => {
    await letCustomers(true);
    const { bearer } = await giveToken(portico, customer.id, ['read:portico', 'read:audit-log']);
    expect((await ask('/rest/portico/1/account', bearer)).status).toBe(403);
    expect((await ask('/rest/portico/1/audit', bearer)).status).toBe(403);
    expect(await audit('api-token.administration')).toEqual([]);
    await letCustomers(false);
  });

  it('is nothing for customers unless administrators allow it, from one moment to the next', async () => {
    const { bearer } = await giveToken(portico, customer.id, ['read:jira-user']);
    const refused = await ask(myself, bearer);
    expect(refused.status).toBe(403);
    expect(refused.body.errorMessages).toEqual([
      'Customers may not use API tokens here. Ask your administrator.',
    ]);
    await letCustomers(true);
    expect((await ask(myself, bearer, twin)).status).toBe(200);
    await letCustomers(false);
    expect((await ask(myself, bearer, twin)).status).toBe(403);
    await forgetTries();
  });

  it('is recorded when it is administration, once an hour and token, also when it is used at once', async () => {
    const { bearer, id } = await giveToken(portico, admin.id, ['read:portico'], { name: 'Report' });
    const url = '/rest/portico/1/account';
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => ask(url, bearer, index % 2 ? portico : twin)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const mine = async () =>
      (await audit('api-token.administration')).filter(({ object_id }) => object_id === id);
    expect(await mine()).toMatchObject([
      {
        actor_account_id: admin.id,
        object_name: 'Report',
        after: { scope: 'read:portico', route: 'GET /rest/portico/1/account' },
      },
    ]);
    await portico.database.pool.query(
      "update api_token set admin_use_noted_at = now() - interval '61 minutes' where id = $1",
      [id],
    );
    await ask(url, bearer);
    expect(await mine()).toHaveLength(2);
  });

  it('is never signing in, passwords, rights, factors, or tokens', async () => {
    const { bearer } = await giveToken(portico, admin.id, ['manage:portico', 'read:portico']);
    const calls = [
      ['POST', '/rest/portico/1/my-token', { name: 'x', scopes: ['read:jira-user'], days: 1 }],
      ['GET', '/rest/portico/1/my-token'],
      ['POST', '/rest/portico/1/service-account', { displayName: 'x' }],
      ['PUT', '/rest/portico/1/api-token-policy', { customersMay: true, longestDays: 1, version: 0 }],
      [
        'POST',
        '/rest/portico/1/account',
        { displayName: 'x', email: 'x@y.example', password: 'long enough, surely' },
      ],
      ['PUT', `/rest/portico/1/account/${admin.accountId}`, { password: 'long enough, surely' }],
      ['PUT', `/rest/portico/1/account/${customer.accountId}`, { isAdministrator: true }],
      ['POST', '/rest/portico/1/sign-in/password', { email: 'a@b.example', password: 'x' }],
      ['POST', '/rest/portico/1/sign-out'],
      ['GET', '/rest/portico/1/session'],
      ['GET', '/rest/portico/1/second-factor'],
      ['GET', '/sso/saml/1/login'],
      ['POST', '/rest/portico/1/identity-provider', {}],
      ['GET', '/servicedesk/customer/portals'],
    ] as const;
    for (const [method, url, payload] of calls) {
      const response = await portico.app.inject({
        method,
        url,
        headers: bearer,
        ...(payload && { payload }),
      });
      expect([url, response.statusCode]).toEqual([url, 403]);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
    const url = `/rest/portico/1/account/${customer.accountId}`;
    const rename = { method: 'PUT', url, headers: bearer, payload: { displayName: 'Carla' } } as const;
    expect((await portico.app.inject(rename)).statusCode).toBe(200);
    expect((await audit('account.changed')).at(-1)?.actor_name).toMatch(/ \(API token Token \w+\)$/);
  });
});

describe('wrong tokens', () => {
  it('are throttled per account and per network, across processes, and stop no right one', async () => {
    await forgetTries();
    const { token } = await giveToken(portico, admin.id, ['read:jira-user']);
    const wrong = (index: number) =>
      ask(myself, basic('ada@northwind.example', newToken()), index % 2 ? portico : twin);
    for (let index = 0; index < 20; index += 1) expect((await wrong(index)).status).toBe(401);
    const refused = await wrong(20);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    expect((await ask(myself, basic('ada@northwind.example', token))).status).toBe(200);
    const notes = await audit('api-token.refused');
    const ofAda = notes.filter(({ object_name }) => object_name === 'ada@northwind.example').slice(-2);
    expect(ofAda.map(({ after }) => (after as { code: string }).code)).toEqual(['wrong_token', 'throttled']);
    for (let index = 0; index < 79; index += 1) {
      await ask(myself, { authorization: `Bearer ${index}` }, index % 2 ? portico : twin);
    }
    expect((await ask(myself, { authorization: 'Bearer x' })).status).toBe(429);
    expect((await ask(myself, { authorization: `Bearer ${token}` }, twin)).status).toBe(200);
    await forgetTries();
  });
});

describe('use', () => {
  it('is noted with the address, at most once a minute', async () => {
    const { bearer, id } = await giveToken(portico, admin.id, ['read:jira-user']);
    const row = () =>
      portico.platform.db
        .selectFrom('api_token')
        .select(['last_used_at', 'last_address'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    await ask(myself, bearer);
    const first = await row();
    expect(first).toMatchObject({ last_address: '127.0.0.1', last_used_at: expect.any(Date) });
    await ask(myself, bearer);
    expect(await row()).toEqual(first);
  });
});
