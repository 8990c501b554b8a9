import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../app.ts';
import { guardLog } from '../../platform/http/log-guard.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { basic, giveToken } from './testing-token.ts';
import { looksLikeToken } from './token-text.ts';
import { warnOfExpiry } from './warn.ts';

let portico: TestApp;
let admin: AccountSummary;
let customer: AccountSummary;
let other: AccountSummary;

beforeAll(async () => {
  portico = await createTestApp();
  admin = await portico.createAccount({ isAdministrator: true, displayName: 'Ada Admin' });
  customer = await portico.createAccount({ displayName: 'Carla Customer' });
  other = await portico.createAccount({ isAdministrator: true });
});
afterAll(() => portico?.close());

const root = '/rest/portico/1';
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function send(who: AccountSummary | null, method: Method, url: string, payload?: object) {
  const headers = who ? await portico.signIn(who) : {};
  const response = await portico.app.inject({
    method,
    url: root + url,
    headers,
    ...(payload && { payload }),
  });
  return { status: response.statusCode, headers: response.headers, body: response.body && response.json() };
}

const wish = { name: 'Nightly export', scopes: ['read:jira-user', 'read:jira-work'], days: 30 };

async function audit(action: string) {
  const { db } = portico.platform;
  return db.selectFrom('audit_event').selectAll().where('action', '=', action).orderBy('id').execute();
}

describe('one’s own tokens', () => {
  it('are made, told once, kept as hashes, listed, used and revoked', async () => {
    const made = await send(admin, 'POST', '/my-token', wish);
    expect(made.status).toBe(201);
    expect(made.headers['cache-control']).toBe('no-store');
    const { token, apiToken } = made.body;
    expect(looksLikeToken(token)).toBe(true);
    expect(apiToken).toMatchObject({ name: 'Nightly export', scopes: wish.scopes, isExpired: false });
    expect(Date.parse(apiToken.expiresAt) - Date.parse(apiToken.createdAt)).toBeCloseTo(30 * 86_400_000, -4);

    const listed = await send(admin, 'GET', '/my-token');
    expect(listed.body).toMatchObject({
      tokens: [{ id: apiToken.id, lastUsedAt: null, madeBy: null }],
      longestDays: 365,
      mayHaveTokens: true,
    });
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect((await audit('api-token.created')).at(-1)).toMatchObject({
      object_id: apiToken.id,
      object_name: 'Nightly export',
      after: { accountId: admin.accountId, scopes: wish.scopes },
    });

    const call = { url: '/rest/api/3/myself', headers: basic(admin.email ?? '', token) };
    expect((await portico.app.inject(call)).statusCode).toBe(200);
    const [used] = (await send(admin, 'GET', '/my-token')).body.tokens;
    expect(used).toMatchObject({ lastAddress: '127.0.0.1', lastUsedAt: expect.any(String) });
    expect((await send(admin, 'DELETE', `/my-token/${apiToken.id}`)).status).toBe(204);
    expect((await send(admin, 'DELETE', `/my-token/${apiToken.id}`)).status).toBe(404);
    expect((await portico.app.inject(call)).statusCode).toBe(401);
  });

  it('name what is wrong with a wish at its field', async () => {
    const wrong = { name: ' \u200b ', scopes: [], days: 366 };
    const answer = await send(admin, 'POST', '/my-token', wrong);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: {
          name: 'Say what the token is for, such as the program that will use it.',
          scopes: 'Choose at least one thing that the token may do.',
          days: 'Tokens live 365 days at most here. Choose fewer.',
        },
      },
    });
    const unknown = await send(admin, 'POST', '/my-token', { ...wish, scopes: ['read:everything'] });
    expect(unknown.body.errors).toEqual({ scopes: expect.stringContaining('not known here') });
    expect((await send(admin, 'POST', '/my-token', { ...wish, days: 0 })).status).toBe(400);
  });

  it('are for people who work here, and for customers when administrators say so', async () => {
    expect((await send(customer, 'POST', '/my-token', wish)).status).toBe(403);
    expect((await send(customer, 'GET', '/my-token')).body).toMatchObject({
      mayHaveTokens: false,
      tokens: [],
    });
    expect((await send(customer, 'GET', '/session')).body.mayHaveTokens).toBe(false);
    const policy = { customersMay: true, longestDays: 30, version: 0 };
    expect((await send(admin, 'PUT', '/api-token-policy', policy)).body).toEqual({ ...policy, version: 1 });
    expect((await send(admin, 'PUT', '/api-token-policy', policy)).status).toBe(409);
    expect((await audit('api-token-policy.changed')).at(-1)).toMatchObject({
      before: { customersMay: false, longestDays: 365 },
      after: { customersMay: true, longestDays: 30 },
    });
    expect((await send(customer, 'GET', '/session')).body.mayHaveTokens).toBe(true);
    expect((await send(customer, 'POST', '/my-token', wish)).status).toBe(201);
    expect((await send(customer, 'POST', '/my-token', { ...wish, days: 31 })).body.errors).toHaveProperty(
      'days',
    );
    const administrators = { ...wish, scopes: ['manage:portico'] };
    expect((await send(customer, 'POST', '/my-token', administrators)).body.errors).toEqual({
      scopes: 'Only administrators have manage:portico. Leave it out.',
    });
    const { scopes } = (await send(customer, 'GET', '/my-token')).body;
    expect(scopes.some((choice: { isAdministratorScope: boolean }) => choice.isAdministratorScope)).toBe(
      false,
    );
  });

  it('are made only by somebody who has lately shown that it is them', async () => {
    const headers = await portico.signIn(admin);
    await portico.database.pool.query(
      "update session set verified_at = now() - interval '16 minutes' where account_id = $1",
      [admin.id],
    );
    const call = { method: 'POST', url: `${root}/my-token`, headers, payload: wish } as const;
    const answer = await portico.app.inject(call);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().errors).toEqual({ confirm: 'Confirm first that it is you.' });
  });
});

describe('the wrong person', () => {
  it.each([
    ['GET', '/my-token', 401, 200],
    ['GET', '/api-token', 401, 403],
    ['GET', '/account/:admin/token', 401, 403],
    ['DELETE', '/account/:admin/token/:token', 401, 403],
    ['DELETE', '/my-token/:token', 401, 404],
    ['GET', '/api-token-policy', 401, 403],
    ['PUT', '/api-token-policy', 401, 403, { customersMay: true, longestDays: 1, version: 1 }],
    ['GET', '/service-account', 401, 403],
    ['POST', '/service-account', 401, 403, { displayName: 'x' }],
    ['GET', '/service-account/:admin', 401, 403],
    ['PUT', '/service-account/:admin', 401, 403, { displayName: 'x' }],
    ['POST', '/service-account/:admin/token', 401, 403, wish],
  ] as const)(
    '%s %s is answered %i to nobody and %i to a customer',
    async (method, url, nobody, asCustomer, payload?: object) => {
      const { id } = await giveToken(portico, admin.id, ['read:jira-user']);
      const there = url.replace(':admin', admin.accountId).replace(':token', id);
      expect((await send(null, method, there, payload)).status).toBe(nobody);
      expect((await send(customer, method, there, payload)).status).toBe(asCustomer);
    },
  );
});

describe('administrators', () => {
  it('see the tokens of everybody, and revoke them', async () => {
    const { id, bearer, name } = await giveToken(portico, other.id, ['read:jira-user']);
    const all = (await send(admin, 'GET', '/api-token?limit=100')).body.values;
    expect(all).toContainEqual(
      expect.objectContaining({ id, name, owner: expect.objectContaining({ accountId: other.accountId }) }),
    );
    const url = `/account/${other.accountId}/token`;
    expect((await send(admin, 'GET', url)).body.tokens).toMatchObject([{ id }]);
    expect((await send(admin, 'DELETE', `/account/${customer.accountId}/token/${id}`)).status).toBe(404);
    expect((await send(admin, 'DELETE', `${url}/${id}`)).status).toBe(204);
    expect((await portico.app.inject({ url: '/rest/api/3/myself', headers: bearer })).statusCode).toBe(401);
  });
});

describe('a service account', () => {
  async function make(displayName: string, isAdministrator = false) {
    const { status, body } = await send(admin, 'POST', '/service-account', { displayName, isAdministrator });
    expect(status).toBe(201);
    return body as { accountId: string; userName: string };
  }

  it('has roles and tokens that administrators give it, and is listed apart from people', async () => {
    const account = await make('Monitoring');
    expect(account).toMatchObject({ isAgent: false, tokenCount: 0, isActive: true });
    const path = `/service-account/${account.accountId}`;
    const refused = await send(admin, 'POST', `${path}/token`, { ...wish, scopes: ['read:portico'] });
    expect(refused.body.errors).toHaveProperty('scopes');
    const { body } = await send(admin, 'POST', `${path}/token`, wish);
    expect(body.apiToken).toMatchObject({
      madeBy: 'Ada Admin',
      owner: { accountId: account.accountId, isServiceAccount: true, emailAddress: null },
    });
    for (const headers of [
      { authorization: `Bearer ${body.token}` },
      basic(account.userName, body.token),
      basic(account.accountId, body.token),
    ]) {
      const answer = await portico.app.inject({ url: '/rest/api/3/myself', headers });
      expect(answer.json()).toMatchObject({ accountId: account.accountId, displayName: 'Monitoring' });
    }
    const people = (await send(admin, 'GET', '/account?kind=person&limit=100')).body.values;
    expect(people.some(({ accountId }: { accountId: string }) => accountId === account.accountId)).toBe(
      false,
    );
    expect((await send(admin, 'GET', '/service-account')).body.values).toMatchObject([{ tokenCount: 1 }]);
    const changed = await send(admin, 'PUT', path, { isAdministrator: true, displayName: 'Watchdog' });
    expect(changed.body).toMatchObject({ isAdministrator: true, displayName: 'Watchdog' });
    expect((await send(admin, 'GET', path)).body.scopes.length).toBeGreaterThan(6);
    expect((await send(admin, 'PUT', path, { isActive: false })).body).toMatchObject({ tokenCount: 0 });
    expect((await send(admin, 'POST', `${path}/token`, wish)).status).toBe(409);
  });

  it('does not sign in, whatever anybody tries', async () => {
    const { accountId } = await make('Importer');
    const put = await send(admin, 'PUT', `/account/${accountId}`, { password: 'long enough, surely' });
    expect(put.body.errors.password).toContain('A service account has no password');
    const { pool } = portico.database;
    const { rows } = await pool.query('select id from account where account_id = $1', [accountId]);
    const id = rows[0].id;
    await expect(portico.signIn({ id })).rejects.toThrow('a service account does not sign in');
    await expect(
      pool.query("insert into password_credential (account_id, hash) values ($1, 'x')", [id]),
    ).rejects.toThrow('a service account does not sign in');
    await expect(
      pool.query("update account set email = 'importer@acme.example' where id = $1", [id]),
    ).rejects.toThrow('account_service_has_no_email');
  });

  it('is none of the people’s: their accounts are not changed here', async () => {
    const { status } = await send(admin, 'PUT', `/service-account/${customer.accountId}`, {
      isActive: false,
    });
    expect(status).toBe(404);
    const made = await send(admin, 'POST', `/service-account/${customer.accountId}/token`, wish);
    expect(made.status).toBe(404);
  });
});

describe('the end of a token', () => {
  it('is mailed of once, a week before: to its owner, or to who made it for a program', async () => {
    const { db } = portico.platform;
    const soon = new Date(Date.now() + 6 * 86_400_000);
    const owner = await portico.createAccount({ displayName: 'Olga Owner', isAdministrator: true });
    await db.updateTable('account').set({ locale: 'de' }).where('id', '=', owner.id).execute();
    const long = await giveToken(portico, owner.id, ['read:jira-user'], { name: 'Long', expiresAt: soon });
    await giveToken(portico, owner.id, ['read:jira-user'], { name: 'Short', expiresAt: soon });
    const { body } = await send(owner, 'POST', '/service-account', { displayName: 'Robot' });
    const made = await send(owner, 'POST', `/service-account/${body.accountId}/token`, {
      ...wish,
      name: 'Of a program',
    });
    await portico.database.pool.query(
      `update api_token set created_at = now() - interval '30 days', expires_at = $1 where id in ($2, $3)`,
      [soon, long.id, made.body.apiToken.id],
    );
    await Promise.all([warnOfExpiry(portico.platform), warnOfExpiry(portico.platform)]);
    await warnOfExpiry(portico.platform);
    const mails = await db
      .selectFrom('mail_message')
      .select(['subject', 'to_address'])
      .where('template', '=', 'api-token.expires')
      .orderBy('subject')
      .execute();
    expect(mails).toEqual([
      {
        to_address: owner.email,
        subject: expect.stringMatching(/^Das API-Token Long läuft am \d+\. \S+ 20\d\d ab$/),
      },
      { to_address: owner.email, subject: expect.stringContaining('Das API-Token Of a program') },
    ]);
  });
});

describe('F15 a token', () => {
  it('is in no table, no audit entry and no line of the log, whatever happens to it', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const log = pino({ level: 'trace' }, stream);
    const { config } = portico.platform;
    const { app, close } = await buildApp(config, portico.database, log);
    const { body } = await send(admin, 'POST', '/my-token', wish);
    const token: string = body.token;
    const headers = { authorization: `Bearer ${token}` };
    for (const call of [
      { url: '/rest/api/3/myself', headers },
      { url: '/rest/api/3/myself', headers: basic(token, 'x') },
      { url: '/rest/api/3/myself', headers: basic('somebody@acme.example', token) },
      { url: '/rest/portico/1/audit', headers },
      { method: 'PUT', url: `/rest/portico/1/account/x?access_token=${token}`, headers },
      { method: 'POST', url: `/${token}`, headers },
    ] as const) {
      await app.inject(call);
    }
    await close();
    guardLog(log).error({ err: Object.assign(new Error('no'), { headers }), authorization: token }, 'read');
    expect(lines.join('')).toContain('read');
    expect(lines.join('')).not.toContain(token);

    const { rows } = await portico.database.pool.query(
      "select tablename from pg_tables where schemaname = 'portico'",
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { tablename } of rows) {
      const found = await portico.database.pool.query(
        `select 1 from portico."${tablename}" t where t::text like $1`,
        [`%${token.slice(5)}%`],
      );
      expect([tablename, found.rowCount]).toEqual([tablename, 0]);
    }
  });
});
