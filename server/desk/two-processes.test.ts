import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProvider, grantRole } from '../identity/index.ts';
import { sampleValues } from '../platform/mail/template.ts';
import { startMailServer, type TestMailServer } from '../platform/mail/testing-smtp.ts';
import { createTestApp, type TestApp } from '../testing.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

// What one process decides, another on the same database keeps from the next request on; and what both could do is done once.
// What concerns a single slice is tested there: codes, links, tokens, sessions, answers of providers, events.

let world: DeskWorld;
let other: TestApp;
let mailServer: TestMailServer;
let administrator: TestPerson;
const password = 'a long and quiet evening';
const actor = { accountId: null, name: 'Test', address: null };

beforeAll(async () => {
  world = await createDeskWorld();
  const { sealingKeys } = world.platform.config;
  other = await createTestApp({ database: world.database, config: { sealingKeys } });
  mailServer = await startMailServer();
  await world.platform.db
    .insertInto('mail_settings')
    .values({
      host: '127.0.0.1',
      port: mailServer.port,
      security: 'none',
      from_address: 'mail@northwind.example',
      from_name: 'Northwind',
    })
    .execute();
  ({ administrator } = world.people);
  await Promise.all([world.start(), other.start()]);
});
afterAll(async () => {
  await other.close();
  await world.close();
  await mailServer.close();
});

/** Asks the other process. */
function askOther(who: TestPerson | null, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  return other.app.inject({
    method,
    url: `/rest/${path}`,
    headers: who?.headers ?? { origin: other.platform.config.url.origin },
    ...(payload && { payload }),
  });
}

const signInAt = ({ app }: { app: TestApp['app'] }, email: string, typed = password) =>
  app.inject({
    method: 'POST',
    url: '/rest/portico/1/sign-in/password',
    headers: { origin: world.platform.config.url.origin },
    payload: { email, password: typed },
  });

test('a role, of a person and through a group, is there and gone in the other', async () => {
  const who = await world.person();
  const queues = `servicedeskapi/servicedesk/${world.desk.id}/queue`;
  const statusThere = async () => (await askOther(who, 'GET', queues)).statusCode;
  expect(await statusThere()).toBe(404);
  const grants = '/rest/portico/1/role-grant';
  const role = { role: 'agent', serviceDeskId: world.desk.id };
  const given = await world.ask<{ id: string }>(administrator, 'POST', grants, {
    ...role,
    accountId: who.account.accountId,
  });
  expect(await statusThere()).toBe(200);
  expect((await world.ask(administrator, 'DELETE', `${grants}/${given.body.id}`)).status).toBe(204);
  expect(await statusThere()).toBe(404);

  const group = await world.ask<{ groupId: string }>(administrator, 'POST', '/rest/portico/1/group', {
    name: 'Second line',
  });
  const { groupId } = group.body;
  await world.ask(administrator, 'POST', grants, { ...role, groupId });
  const members = `/rest/portico/1/group/${groupId}/member`;
  const accountIds = [who.account.accountId];
  await world.ask(administrator, 'POST', members, { accountIds });
  expect(await statusThere()).toBe(200);
  await world.ask(administrator, 'DELETE', members, { accountIds });
  expect(await statusThere()).toBe(404);
});

test('the last administrator stays, when two take each other’s role away in two processes at once', async () => {
  const { db } = world.platform;
  const second = await world.createAccount({ isAdministrator: true });
  const headers = await other.signIn(second);
  const [first, last] = await Promise.all([
    world.ask(administrator, 'PUT', `/rest/portico/1/account/${second.accountId}`, {
      isAdministrator: false,
    }),
    other.app.inject({
      method: 'PUT',
      url: `/rest/portico/1/account/${administrator.account.accountId}`,
      headers,
      payload: { isAdministrator: false },
    }),
  ]);
  const left = await db.selectFrom('account').select('id').where('is_administrator', '=', true).execute();
  expect([left.length, [first.status, last.statusCode].filter((status) => status < 300).length]).toEqual([
    1, 1,
  ]);
  if (left[0]?.id !== administrator.account.id) {
    await grantRole(
      db,
      { role: 'administrator', deskId: null, holder: { accountId: administrator.account.id } },
      null,
    );
  }
  administrator = { ...administrator, headers: await other.signIn(administrator.account) };
});

test('a provider that is made, renamed and switched off in one is so in the other', async () => {
  const { platform } = world;
  const saml = {
    entityId: 'urn:acme',
    signOnUrl: 'http://idp.acme.example/sso',
    certificates: [],
  };
  const input = { protocol: 'saml' as const, name: 'Acme', isEnabled: false, domains: [], saml };
  const { id } = await platform.db
    .transaction()
    .execute((trx) => createProvider(platform, trx, input, actor));
  const url = `/rest/portico/1/identity-provider/${id}`;
  const there = async () =>
    (await askOther(administrator, 'GET', url.slice(6))).json<{ name: string }>().name;
  expect(await there()).toBe('Acme');
  const renamed = await world.ask(administrator, 'PUT', url, { ...input, name: 'Acme Corp', version: 1 });
  expect(renamed.status).toBe(200);
  expect(await there()).toBe('Acme Corp');
  const stale = await askOther(administrator, 'PUT', url.slice(6), { ...input, name: 'Old', version: 1 });
  expect(stale.statusCode).toBe(409);
});

test('a rule about second factors holds for the next sign-in at the other, and its end, too', async () => {
  const { email } = await world.createAccount({ email: 'fay@acme.example', password });
  const decide = (requirement: string | null) =>
    world.ask(administrator, 'PUT', '/rest/portico/1/second-factor-policy', {
      scope: 'site',
      scopeId: null,
      requirement,
      graceDays: 0,
    });
  const opens = async () =>
    String((await signInAt(other, email ?? '')).headers['set-cookie']).includes('portico_session=');
  expect(await opens()).toBe(true);
  expect((await decide('required')).status).toBe(200);
  expect(await opens()).toBe(false);
  expect((await decide(null)).status).toBe(200);
  expect(await opens()).toBe(true);
});

test('who may sign up and who may have tokens is decided for both', async () => {
  const put = (path: string, body: object) =>
    world.ask(administrator, 'PUT', `/rest/portico/1/${path}`, body);
  const signUp = { email: 'new@acme.example', displayName: 'New' };
  expect((await askOther(null, 'POST', 'portico/1/sign-up', signUp)).statusCode).toBe(403);
  expect((await put('sign-up-policy', { who: 'open', domains: [], version: 0 })).status).toBe(200);
  expect((await askOther(null, 'POST', 'portico/1/sign-up', signUp)).statusCode).toBe(200);

  const { reporter } = world.people;
  const token = { name: 'Mine', scopes: ['read:jira-user'], days: 7 };
  expect((await askOther(reporter, 'POST', 'portico/1/my-token', token)).statusCode).toBe(403);
  const policy = { customersMay: true, longestDays: 30, version: 1 };
  const { body } = await world.ask<{ version: number }>(
    administrator,
    'GET',
    '/rest/portico/1/api-token-policy',
  );
  expect((await put('api-token-policy', { ...policy, version: body.version })).status).toBe(200);
  expect((await askOther(reporter, 'POST', 'portico/1/my-token', token)).statusCode).toBe(201);
});

test('wrong passwords count together, and lock the account in both', async () => {
  const { email } = await world.createAccount({ email: 'lou@acme.example', password });
  const statuses: number[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    statuses.push((await signInAt(tries % 2 ? other : world, email ?? '', 'wrong')).statusCode);
  }
  expect(statuses).toContain(429);
  expect((await signInAt(other, email ?? '')).statusCode).toBe(429);
  expect((await signInAt(world, email ?? '')).statusCode).toBe(429);
});

test('each mail leaves once', async () => {
  const { db, mail } = world.platform;
  const template = mail.templates.find(({ isSecret }) => !isSecret);
  if (!template) throw new Error('There is no mail');
  const addresses = Array.from({ length: 20 }, (_, index) => `p${index}@small.example`);
  await db.transaction().execute(async (trx) => {
    for (const email of addresses) {
      const to = { email, name: null, locale: 'en', accountId: null };
      await mail.queue(trx, { template, values: sampleValues(template, 'en'), to });
    }
  });
  const arrived = () =>
    mailServer.received
      .flatMap(({ envelope }) => envelope.to)
      .filter((address) => address.endsWith('@small.example'))
      .sort();
  await expect.poll(() => arrived().length, { timeout: 20_000 }).toBe(20);
  expect(arrived()).toEqual([...addresses].sort());
});

test('something that is done to many accounts is done to each once', async () => {
  const { db } = world.platform;
  const accounts = [];
  for (let count = 0; count < 110; count += 1) accounts.push(await world.createAccount());
  const accountIds = accounts.map(({ accountId }) => accountId);
  const begun = await world.ask<{ id: string }>(administrator, 'POST', '/rest/portico/1/account-bulk', {
    act: 'deactivate',
    accountIds,
  });
  expect(begun.status).toBe(202);
  const state = async () =>
    (await askOther(administrator, 'GET', `portico/1/account-bulk/${begun.body.id}`)).json();
  await expect.poll(state, { timeout: 20_000 }).toMatchObject({ isFinished: true, done: 110, refused: 0 });
  const acts = await db
    .selectFrom('audit_event')
    .select('object_id')
    .where('action', '=', 'account.changed')
    .where('object_id', 'in', accountIds)
    .execute();
  expect(acts.map(({ object_id }) => object_id).sort()).toEqual([...accountIds].sort());
});

test('old entries of the audit log go once, and how many went is recorded once', async () => {
  const { db } = world.platform;
  const old = new Date(Date.now() - 800 * 86_400_000);
  await db
    .insertInto('audit_event')
    .values(Array.from({ length: 30 }, () => ({ action: 'test.old', object_type: 'test', occurred_at: old })))
    .execute();
  const settings = await askOther(administrator, 'PUT', 'portico/1/audit/settings', { keepDays: 400 });
  expect(settings.statusCode).toBe(200);
  // Each has the job to do: two at once, on whichever process is free.
  for (const { platform } of [world, other]) {
    await platform.db.transaction().execute((trx) => platform.jobs.add(trx, 'audit-log.sweep', {}));
  }
  const left = () => db.selectFrom('audit_event').select('id').where('action', '=', 'test.old').execute();
  await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  const swept = () =>
    db.selectFrom('audit_event').select('after').where('action', '=', 'audit-log.swept').execute();
  await expect.poll(swept).toMatchObject([{ after: { entriesDeleted: 30 } }]);
});
