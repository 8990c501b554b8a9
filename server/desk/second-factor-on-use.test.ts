import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readMails } from '../platform/mail/testing-mail.ts';
import { createTestApp, type TestApp } from '../testing.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { requestTopicRules } from './topics.ts';

let world: DeskWorld;
/** another process on the same data */
let other: TestApp;
let key: string;
let requestId: string;
let attachmentId: string;
let reporter: TestPerson;

beforeAll(async () => {
  world = await createDeskWorld();
  other = await createTestApp({
    database: world.database,
    config: { sealingKeys: world.platform.config.sealingKeys },
  });
  reporter = world.people.reporter;
  ({ key, id: requestId } = await world.raise());
  const temporaryId = await world.upload(reporter, 'plan.txt', 'what to do');
  const attached = await world.ask<{ attachments: { values: { _links: { content: string } }[] } }>(
    reporter,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    { temporaryAttachmentIds: [temporaryId], public: true },
  );
  expect(attached.status).toBe(201);
  const { id } = await world.platform.db
    .selectFrom('attachment')
    .select('id')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  attachmentId = id;
});
afterEach(async () => {
  const { db } = world.platform;
  await db.deleteFrom('factor_policy').execute();
  await db.deleteFrom('totp_factor').execute();
  await db.updateTable('account').set({ factor_asked_at: null, factor_skipped_until: null }).execute();
  await db.updateTable('session').set({ factor: null }).execute();
});
afterAll(async () => {
  await other.close();
  await world.close();
});

type Scope = 'site' | 'staff' | 'portal' | 'organization' | 'provider' | 'account';

function require(scope: Scope = 'portal', scopeId: string | null = world.desk.id, graceDays = 0) {
  return world.platform.db
    .insertInto('factor_policy')
    .values({ scope, scope_id: scopeId, requirement: 'required', grace_days: graceDays })
    .execute();
}

/** Notes that the sessions of a person were opened with a second factor. */
function showFactor(person: TestPerson, factor = 'totp') {
  return world.platform.db
    .updateTable('session')
    .set({ factor })
    .where('account_id', '=', person.account.id)
    .execute();
}

function setUpApp(person: TestPerson) {
  return world.platform.db
    .insertInto('totp_factor')
    .values({ account_id: person.account.id, name: 'App', sealed_secret: 'x', confirmed_at: sql`now()` })
    .execute();
}

async function listed(person: TestPerson, url: string): Promise<number> {
  return (await world.ask<{ values: unknown[] }>(person, 'GET', url)).body.values.length;
}

const lists = [
  '/rest/servicedeskapi/servicedesk',
  '/rest/servicedeskapi/requesttype',
  '/rest/servicedeskapi/request',
  '/rest/servicedeskapi/request?requestOwnership=ALL_REQUESTS',
  '/rest/servicedeskapi/request?searchTerm=printer',
];

/** Every way to a request and its portal. K: its key, D: the desk, A: an attachment of it. */
const doors = [
  ['GET', '/rest/portico/1/portal/D'],
  ['GET', '/rest/servicedeskapi/servicedesk/D'],
  ['GET', '/rest/servicedeskapi/servicedesk/D/requesttype'],
  ['POST', '/rest/servicedeskapi/request'],
  ['GET', '/rest/servicedeskapi/request/K'],
  ['GET', '/rest/servicedeskapi/request/K?expand=serviceDesk'],
  ['GET', '/rest/servicedeskapi/request/K/status'],
  ['GET', '/rest/servicedeskapi/request/K/transition'],
  ['GET', '/rest/servicedeskapi/request/K/comment'],
  ['POST', '/rest/servicedeskapi/request/K/comment'],
  ['GET', '/rest/servicedeskapi/request/K/attachment'],
  ['GET', '/rest/servicedeskapi/request/K/attachment/A'],
  ['GET', '/rest/api/3/attachment/content/A'],
] as const;

const bodies: Readonly<Record<string, object>> = {
  '/rest/servicedeskapi/request/K/comment': { body: 'Is it out?', public: true },
};

function open(person: TestPerson, method: 'GET' | 'POST', door: string) {
  const url = door.replace('D', world.desk.id).replace('K', key).replace(/A$/, attachmentId);
  const body =
    door === '/rest/servicedeskapi/request'
      ? {
          serviceDeskId: world.desk.id,
          requestTypeId: world.types.get('Report a problem'),
          requestFieldValues: { summary: 'It is cold' },
        }
      : bodies[door];
  return world.ask<{ errors?: Record<string, string>; errorMessages?: string[] }>(person, method, url, body);
}

describe('a portal that requires a second factor', () => {
  test.each(doors)('is not opened by a session without one: %s %s', async (method, door) => {
    expect((await open(reporter, method, door)).status).not.toBe(403);
    await require();
    const refused = await open(reporter, method, door);
    expect(refused.status).toBe(403);
    expect(refused.body.errors).toEqual({ factor: 'Show a second factor.' });
    expect(refused.body.errorMessages?.[0]).toContain('second factor');
    await showFactor(reporter);
    expect((await open(reporter, method, door)).status).not.toBe(403);
  });

  test.each(lists)('is left out of %s', async (url) => {
    expect(await listed(reporter, url)).toBeGreaterThan(0);
    await require();
    expect(await listed(reporter, url)).toBe(0);
    await showFactor(reporter);
    expect(await listed(reporter, url)).toBeGreaterThan(0);
  });

  test('stays in the help center, where nothing can be raised with it before', async () => {
    await require();
    const { body } = await world.ask<{ values: unknown[] }>(reporter, 'GET', '/rest/portico/1/portal');
    expect(body.values).toMatchObject([{ id: world.desk.id, mayRaise: false }]);
  });

  test('tells those nothing new who may not see it at all', async () => {
    await require();
    const { customerOfB, member } = world.people;
    expect((await world.ask(customerOfB, 'GET', `/rest/portico/1/portal/${world.desk.id}`)).status).toBe(404);
    expect((await world.ask(member, 'GET', `/rest/servicedeskapi/request/${key}`)).status).toBe(404);
  });

  test('leaves other portals open', async () => {
    await require();
    const { customerOfB } = world.people;
    const url = `/rest/portico/1/portal/${world.otherDesk.id}`;
    expect((await world.ask(customerOfB, 'GET', url)).status).toBe(200);
  });

  test('lets nobody listen without one, and tells those nothing more who listened already', async () => {
    const topic = `/events?topic=request:${requestId}`;
    await require();
    expect((await world.ask(reporter, 'GET', topic)).status).toBe(404);
    const rules = requestTopicRules(world.platform.db);
    expect(await rules.stillMayHear([reporter.account.id], requestId)).toEqual(new Set());
    await showFactor(reporter);
    expect(await rules.stillMayHear([reporter.account.id], requestId)).toEqual(
      new Set([reporter.account.id]),
    );
    const { id } = await world.platform.db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', reporter.account.id)
      .executeTakeFirstOrThrow();
    const { id: accountId, accountId: shown } = reporter.account;
    expect(await rules.mayListen({ id: accountId, accountId: shown, sessionId: id }, requestId)).toBe(true);
  });

  test('is decided for people who work here at their sign-in, not there', async () => {
    await require('site', null);
    const { agent, administrator, otherAgent } = world.people;
    const url = `/rest/servicedeskapi/request/${key}`;
    expect((await world.ask(agent, 'GET', url)).status).toBe(200);
    expect((await world.ask(administrator, 'GET', url)).status).toBe(200);
    expect((await world.ask(otherAgent, 'GET', url)).status).toBe(404);
    await world.platform.db.deleteFrom('factor_policy').execute();
    await require('staff', null);
    expect((await world.ask(reporter, 'GET', url)).status).toBe(200);
  });

  test('a rule holds at once, in every process', async () => {
    const ask = () =>
      other.app.inject({ url: `/rest/servicedeskapi/request/${key}`, headers: reporter.headers });
    expect((await ask()).statusCode).toBe(200);
    const decided = await world.ask(
      world.people.administrator,
      'PUT',
      '/rest/portico/1/second-factor-policy',
      { scope: 'portal', scopeId: world.desk.id, requirement: 'required', graceDays: 0 },
    );
    expect(decided.status).toBe(200);
    const refused = await ask();
    expect([refused.statusCode, refused.json().errors]).toEqual([403, { factor: 'Show a second factor.' }]);
  });
});

describe('the rule', () => {
  const status = async (person = reporter) =>
    (await world.ask(person, 'GET', `/rest/servicedeskapi/request/${key}`)).status;

  test.each(['totp', 'passkey', 'mail', 'recovery', 'device', 'provider'])(
    'is kept by a session that was opened with %s',
    async (factor) => {
      await require();
      await showFactor(reporter, factor);
      expect(await status()).toBe(200);
    },
  );

  test('may be the site’s, the account’s, its organization’s or its provider’s', async () => {
    const { db } = world.platform;
    for (const [scope, scopeId] of [
      ['site', null],
      ['account', reporter.account.id],
      ['organization', world.acme.id],
    ] as const) {
      await require(scope, scopeId);
      expect(await status(), scope).toBe(403);
      await db.deleteFrom('factor_policy').execute();
    }
    for (const [scope, scopeId] of [
      ['portal', world.otherDesk.id],
      ['account', world.people.member.account.id],
      ['organization', world.globex.id],
    ] as const) {
      await require(scope, scopeId);
    }
    expect(await status()).toBe(200);
    const through = await world.throughCompany(reporter);
    const { id } = await db.selectFrom('identity_provider').select('id').executeTakeFirstOrThrow();
    await require('provider', id);
    expect(await status(through)).toBe(403);
    expect(await status()).toBe(200);
  });

  test('gives those time who have nothing set up, from the first time that they come by', async () => {
    await require('portal', world.desk.id, 7);
    await require('site', null, 30);
    const { db } = world.platform;
    const asked = async () =>
      (
        await db
          .selectFrom('account')
          .select('factor_asked_at')
          .where('id', '=', reporter.account.id)
          .executeTakeFirstOrThrow()
      ).factor_asked_at;
    expect(await asked()).toBeNull();
    expect(await status()).toBe(200);
    await world.ask(reporter, 'GET', `/rest/portico/1/portal/${world.desk.id}`);
    await world.ask(reporter, 'GET', `/rest/servicedeskapi/request/${key}/comment`);
    expect(await asked()).toBeInstanceOf(Date);
    // The shortest of the rules counts.
    await db
      .updateTable('account')
      .set({ factor_asked_at: sql`now() - interval '8 days'` })
      .where('id', '=', reporter.account.id)
      .execute();
    expect(await status()).toBe(403);
  });

  test('gives no time to those who have one: they show it', async () => {
    await require('portal', world.desk.id, 7);
    await setUpApp(reporter);
    expect(await status()).toBe(403);
  });

  test('is put off for whom somebody lets in for some days, while they have nothing set up', async () => {
    await require();
    const { db } = world.platform;
    const skip = (days: string) =>
      db
        .updateTable('account')
        .set({ factor_skipped_until: sql`now() + ${days}::interval` })
        .where('id', '=', reporter.account.id)
        .execute();
    await skip('2 days');
    expect(await status()).toBe(200);
    await skip('-1 minute');
    expect(await status()).toBe(403);
    await skip('2 days');
    await setUpApp(reporter);
    expect(await status()).toBe(403);
  });

  test('holds API tokens to the session in which they were made', async () => {
    const { administrator } = world.people;
    const policy = { customersMay: true, longestDays: 365, version: 0 };
    await world.ask(administrator, 'PUT', '/rest/portico/1/api-token-policy', policy);
    const make = async () => {
      const wish = { name: 'Script', scopes: ['read:servicedesk-request'], days: 7 };
      const made = await world.ask<{ token: string }>(reporter, 'POST', '/rest/portico/1/my-token', wish);
      return made.body.token;
    };
    const ask = async (token: string, path: string) =>
      world.app.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
    const url = `/rest/servicedeskapi/request/${key}`;
    const without = await make();
    expect((await ask(without, url)).statusCode).toBe(200);
    await require();
    expect((await ask(without, url)).json().errors).toEqual({ factor: 'Show a second factor.' });
    expect((await ask(without, '/rest/servicedeskapi/request')).json().values).toEqual([]);
    expect((await ask(without, `/events?topic=request:${requestId}`)).statusCode).toBe(404);
    await showFactor(reporter);
    expect((await ask(await make(), url)).statusCode).toBe(200);
    expect((await ask(without, url)).statusCode).toBe(403);
  });

  test('asks nothing of service accounts, behind which nobody stands who could show one', async () => {
    const { administrator } = world.people;
    const root = '/rest/portico/1/service-account';
    const account = await world.ask<{ accountId: string }>(administrator, 'POST', root, {
      displayName: 'Monitoring',
    });
    const { accountId } = account.body;
    const { id } = await world.platform.db
      .selectFrom('account')
      .select('id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    await world.platform.db
      .insertInto('service_desk_customer')
      .values({ service_desk_id: world.desk.id, account_id: id })
      .execute();
    const made = await world.ask<{ token: string }>(administrator, 'POST', `${root}/${accountId}/token`, {
      name: 'Script',
      scopes: ['read:servicedesk-request'],
      days: 7,
    });
    await require();
    const answer = await world.app.inject({
      url: `/rest/servicedeskapi/servicedesk/${world.desk.id}`,
      headers: { authorization: `Bearer ${made.body.token}` },
    });
    expect(answer.statusCode).toBe(200);
  });
});

describe('stepping up into a portal', () => {
  const root = '/rest/portico/1';
  const page = () => `/servicedesk/customer/portal/${world.desk.id}/${key}`;

  function cookies(headers: Readonly<Record<string, unknown>>): string {
    const set = headers['set-cookie'];
    return (Array.isArray(set) ? set : [set])
      .filter((cookie): cookie is string => typeof cookie === 'string')
      .map((cookie) => cookie.split(';', 1)[0])
      .filter((cookie) => !cookie?.endsWith('='))
      .join('; ');
  }

  async function customer() {
    const person = await world.person({ email: `c-${Math.random().toString(36).slice(2)}@acme.example` });
    await world.platform.db
      .insertInto('service_desk_customer')
      .values({ service_desk_id: world.desk.id, account_id: person.account.id })
      .execute();
    return person;
  }

  function asking(person: TestPerson, added: string): TestPerson {
    return { ...person, headers: { ...person.headers, cookie: `${person.headers.cookie}; ${added}` } };
  }

  const portal = () => `${root}/portal/${world.desk.id}`;

  test('F08: leads back to the page with the factor, in a session that goes on under another token', async () => {
    await require();
    const alice = await customer();
    const begun = await world.ask<{ url: string }>(alice, 'POST', `${root}/session/second-factor`, {
      destination: page(),
    });
    expect(begun.body).toEqual({ url: '/servicedesk/customer/user/second-factor' });
    const waiting = asking(alice, cookies(begun.headers));
    const pending = await world.ask<{ isSignedIn: boolean; ways: string[]; canSetUp: string[] }>(
      waiting,
      'GET',
      `${root}/sign-in/second-factor`,
    );
    expect(pending.body).toMatchObject({
      isSignedIn: true,
      ways: ['mail'],
      canSetUp: ['passkey', 'totp'],
    });
    // Waiting opens nothing.
    expect((await world.ask(waiting, 'GET', portal())).status).toBe(403);
    await world.ask(waiting, 'POST', `${root}/sign-in/second-factor/mail-code`);
    const mailCode = await mailedCode();
    const shown = await world.ask<{ url: string }>(waiting, 'POST', `${root}/sign-in/second-factor`, {
      mailCode,
    });
    expect([shown.status, shown.body]).toEqual([200, { url: page() }]);
    const now = { ...alice, headers: { ...alice.headers, cookie: cookies(shown.headers) } };
    expect((await world.ask(now, 'GET', portal())).status).toBe(200);
    // Whoever knew the earlier token is out, and the session is still the same one.
    const desk = `/rest/servicedeskapi/servicedesk/${world.desk.id}`;
    expect((await world.ask(alice, 'GET', desk)).status).toBe(401);
    const sessions = await world.platform.db
      .selectFrom('session')
      .select('factor')
      .where('account_id', '=', alice.account.id)
      .execute();
    expect(sessions).toEqual([{ factor: 'mail' }]);
    const again = await world.ask<{ url: string }>(now, 'POST', `${root}/session/second-factor`, {
      destination: page(),
    });
    expect(again.body).toEqual({ url: page() });
  });

  test('F08: only the session that waits goes on, and only for its own person', async () => {
    await require();
    const [alice, eve] = [await customer(), await customer()];
    const begun = await world.ask(alice, 'POST', `${root}/session/second-factor`, { destination: page() });
    const added = cookies(begun.headers);
    await world.ask(asking(alice, added), 'POST', `${root}/sign-in/second-factor/mail-code`);
    const mailCode = await mailedCode();
    for (const thief of [asking(eve, added), { ...eve, headers: { ...eve.headers, cookie: added } }]) {
      const taken = await world.ask(thief, 'POST', `${root}/sign-in/second-factor`, { mailCode });
      expect(taken.status).toBe(401);
      expect(taken.headers['set-cookie']).toBeUndefined();
    }
    expect((await world.ask(eve, 'GET', portal())).status).toBe(403);
  });

  test('who must set one up does so on the way, when they have lately shown that it is them', async () => {
    await require();
    const alice = await customer();
    const begun = await world.ask(alice, 'POST', `${root}/session/second-factor`, { destination: page() });
    const waiting = asking(alice, cookies(begun.headers));
    const { db } = world.platform;
    const since = (age: string) =>
      db
        .updateTable('session')
        .set({ verified_at: sql`now() - ${age}::interval` })
        .where('account_id', '=', alice.account.id)
        .execute();
    await since('1 hour');
    const refused = await world.ask<{ errors: object }>(waiting, 'POST', `${root}/second-factor/totp`, {
      name: 'App',
    });
    expect([refused.status, refused.body.errors]).toEqual([403, { confirm: expect.any(String) }]);
    await since('1 minute');
    const made = await world.ask<{ id: string; secret: string }>(
      waiting,
      'POST',
      `${root}/second-factor/totp`,
      {
        name: 'App',
      },
    );
    const { id, secret } = made.body;
    const done = await world.ask<{ url: string; recoveryCodes: string[] }>(
      waiting,
      'POST',
      `${root}/second-factor/totp/${id}/confirm`,
      { code: new TOTP({ secret }).generate() },
    );
    expect(done.body).toMatchObject({ url: page() });
    expect(done.body.recoveryCodes).toHaveLength(10);
    const now = { ...alice, headers: { ...alice.headers, cookie: cookies(done.headers) } };
    expect((await world.ask(now, 'GET', portal())).status).toBe(200);
  });

  test('setting one up by oneself counts as showing it', async () => {
    const alice = await customer();
    const made = await world.ask<{ id: string; secret: string }>(
      alice,
      'POST',
      `${root}/second-factor/totp`,
      {
        name: 'App',
      },
    );
    const { id, secret } = made.body;
    const done = await world.ask(alice, 'POST', `${root}/second-factor/totp/${id}/confirm`, {
      code: new TOTP({ secret }).generate(),
    });
    await require();
    const now = { ...alice, headers: { ...alice.headers, cookie: cookies(done.headers) } };
    expect((await world.ask(now, 'GET', portal())).status).toBe(200);
  });

  test('F02: a locked account does not step up', async () => {
    await require();
    const alice = await customer();
    await world.platform.db
      .updateTable('account')
      .set({ locked_until: sql`now() + interval '10 minutes'` })
      .where('id', '=', alice.account.id)
      .execute();
    const begun = await world.ask(alice, 'POST', `${root}/session/second-factor`, {});
    expect(begun.status).toBe(429);
  });

  test('a remembered browser opens the portal, and proves nothing before what is sensitive', async () => {
    await require();
    const alice = await customer();
    const device = 'a'.repeat(43);
    const { db } = world.platform;
    await db
      .insertInto('trusted_device')
      .values({
        token_hash: createHash('sha256').update(device).digest(),
        account_id: alice.account.id,
        expires_at: sql<Date>`now() + interval '1 day'`,
      })
      .execute();
    await db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .where('account_id', '=', alice.account.id)
      .execute();
    const begun = await world.ask<{ url: string }>(
      asking(alice, `portico_device=${device}`),
      'POST',
      `${root}/session/second-factor`,
      { destination: page() },
    );
    expect(begun.body).toEqual({ url: page() });
    const now = { ...alice, headers: { ...alice.headers, cookie: cookies(begun.headers) } };
    expect((await world.ask(now, 'GET', portal())).status).toBe(200);
    const sensitive = await world.ask(now, 'POST', `${root}/second-factor/totp`, { name: 'App' });
    expect(sensitive.status).toBe(403);
  });

  async function mailedCode(): Promise<string> {
    const code = /\b\d{6}\b/.exec((await readMails(world.platform))[0]?.text ?? '')?.[0];
    if (!code) throw new Error('no code was mailed');
    return code;
  }
});
