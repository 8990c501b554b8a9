import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMails } from '../../platform/mail/testing-mail.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { rotateSession } from '../sessions/sessions.ts';
import { createStaff } from '../staff.ts';
import { closeImpersonations } from './impersonate.ts';

// Two processes on one database: what begins at one ends at the other.
let portico: TestApp;
let twin: TestApp;
let admin: AccountSummary;
let headers: Headers;
let alice: AccountSummary;

type Headers = Record<string, string>;

beforeAll(async () => {
  portico = await createTestApp();
  const { sealingKeys } = portico.platform.config;
  twin = await createTestApp({ database: portico.database, config: { sealingKeys } });
  // roles go, and somebody must be left
  await portico.createAccount({ isAdministrator: true });
});
afterAll(async () => {
  await twin.close();
  await portico.close();
});

beforeEach(async () => {
  admin = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  headers = await portico.signIn(admin);
  alice = await portico.createAccount({ displayName: 'Alice Smith' });
});

const reason = 'She called: a request is missing';

interface Answer {
  readonly status: number;
  readonly body: { errorMessages?: string[]; errors?: Record<string, string>; [name: string]: unknown };
}

async function ask(
  app: TestApp,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  with_: Headers,
  payload?: object,
): Promise<Answer> {
  const response = await app.app.inject({ method, url: path, headers: with_, ...(payload && { payload }) });
  return { status: response.statusCode, body: response.payload === '' ? {} : response.json() };
}

function start(person: { accountId: string }, by: Headers = headers, body: object = { reason }) {
  return ask(portico, 'POST', `/rest/portico/1/account/${person.accountId}/impersonation`, by, body);
}

/** Begins, and returns the headers with which the portal is seen as Alice. */
async function begin(): Promise<{ id: string; as: Headers }> {
  const { status, body } = await start(alice);
  expect(status).toBe(201);
  const id = String(body['id']);
  return { id, as: { ...headers, 'x-portico-as': id } };
}

const myself = '/rest/api/3/myself';

/** Whom both processes answer as; `over` when both refuse. */
async function seenBy(as: Headers): Promise<unknown> {
  const answers = await Promise.all([portico, twin].map((app) => ask(app, 'GET', myself, as)));
  const [one, other] = answers.map(({ status, body }) =>
    status === 200 ? body['displayName'] : body.errors?.['impersonation'] ? 'over' : status,
  );
  expect(other).toBe(one);
  return one;
}

async function makeAgent({ id }: AccountSummary): Promise<void> {
  await sql`with p as (insert into project (key, name) values (${`K${id}`}, 'Desk') returning id),
      d as (insert into service_desk (project_id, portal_name) select id, 'Desk' from p returning id)
    insert into service_desk_agent (service_desk_id, account_id) select d.id, ${id} from d`.execute(
    portico.platform.db,
  );
}

async function entriesAbout(person: AccountSummary) {
  const rows = await portico.platform.db
    .selectFrom('audit_event')
    .select(['action', 'actor_name', 'actor_account_id', 'address', 'object_name', 'after'])
    .where('object_id', '=', person.accountId)
    .where('action', 'like', 'impersonation.%')
    .orderBy('id')
    .execute();
  return rows.map(({ action, actor_name, object_name, after }) => ({
    action,
    actor_name,
    object_name,
    after,
  }));
}

describe('F16 who may begin', () => {
  test('administrators of the site, and nobody else', async () => {
    const agent = await portico.createAccount();
    await makeAgent(agent);
    expect((await start(alice, await portico.signIn(agent))).status).toBe(403);
    expect((await start(alice, await portico.signIn(await portico.createAccount()))).status).toBe(403);
    expect((await start(alice, { origin: headers['origin'] ?? '' })).status).toBe(401);
    expect((await start(alice)).status).toBe(201);
  });

  test('not with an API token, not even one of an administrator', async () => {
    const made = await ask(portico, 'POST', '/rest/portico/1/my-token', headers, {
      name: 'All',
      scopes: ['manage:portico', 'read:portico'],
      days: 7,
    });
    const token = made.body['token'];
    expect(made.status).toBe(201);
    const bearer = { authorization: `Bearer ${String(token)}` };
    expect((await start(alice, bearer)).status).toBe(403);
    // nor is one of use with what was begun in the browser
    const { as } = await begin();
    expect((await ask(portico, 'GET', myself, { ...as, ...bearer })).status).toBe(403);
  });

  test('only who has lately shown that it is them', async () => {
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .where('account_id', '=', admin.id)
      .execute();
    const { status, body } = await start(alice);
    expect(status).toBe(403);
    expect(body.errors).toHaveProperty('confirm');
  });

  test('with a reason that says something', async () => {
    for (const given of ['', '   ', 'x  ']) {
      const { status, body } = await start(alice, headers, { reason: given });
      expect(status).toBe(400);
      expect(body.errors).toHaveProperty('reason');
    }
    expect((await start(alice, headers, {})).status).toBe(400);
  });

  test.each([
    ['oneself', async () => admin, 'your own account'],
    ['another administrator', () => portico.createAccount({ isAdministrator: true }), 'works here'],
    [
      'an agent',
      async () => {
        const agent = await portico.createAccount();
        await makeAgent(agent);
        return agent;
      },
      'works here',
    ],
    [
      'a deactivated account',
      async () => {
        const gone = await portico.createAccount();
        await portico.platform.db
          .updateTable('account')
          .set({ is_active: false })
          .where('id', '=', gone.id)
          .execute();
        return gone;
      },
      'deactivated',
    ],
    [
      'a service account',
      async () => {
        const made = await ask(portico, 'POST', '/rest/portico/1/service-account', headers, {
          displayName: 'Robot',
        });
        return { accountId: String(made.body['accountId']) };
      },
      'a program',
    ],
  ])('never as %s, and it is said why', async (_whom, make, words) => {
    const { status, body } = await start(await make());
    expect(status).toBe(403);
    expect(body.errorMessages?.join(' ')).toContain(words);
  });

  test('as nobody that there is not', async () => {
    expect((await start({ accountId: 'nobody' })).status).toBe(404);
  });
});

describe('F16 where it holds', () => {
  test('in the requests of the session that name it, on every process, and in no other', async () => {
    const { id, as } = await begin();
    expect(await seenBy(as)).toBe('Alice Smith');
    expect(await seenBy(headers)).toBe('Ada Admin');
    const elsewhere = await portico.signIn(admin);
    expect(await seenBy({ ...elsewhere, 'x-portico-as': id })).toBe('over');
    const colleague = await portico.createAccount({ isAdministrator: true });
    expect(await seenBy({ ...(await portico.signIn(colleague)), 'x-portico-as': id })).toBe('over');
    const herself = await portico.signIn(alice);
    expect(await seenBy({ ...herself, 'x-portico-as': id })).toBe('over');
    expect(await seenBy({ origin: headers['origin'] ?? '', 'x-portico-as': id })).toBe('over');
  });

  test('a name that there is not is refused, and not answered as the administrator', async () => {
    for (const wrong of ['', '1', 'a'.repeat(43)]) {
      expect(await seenBy({ ...headers, 'x-portico-as': wrong })).toBe('over');
    }
  });

  test('it goes on when the session gets another token by a proof, with that one alone', async () => {
    const { as } = await begin();
    const { db, config } = portico.platform;
    const { id } = await db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', admin.id)
      .executeTakeFirstOrThrow();
    const cookie = (await rotateSession(db, id, config))?.split(';', 1)[0] ?? '';
    expect(await seenBy({ ...as, cookie })).toBe('Alice Smith');
    expect(await seenBy(as)).toBe('over');
  });
});

describe('F16 when it is over', () => {
  test('half an hour after it began', async () => {
    const { id, as } = await begin();
    await portico.platform.db
      .updateTable('impersonation')
      .set({ started_at: sql`now() - interval '31 minutes'`, until: sql`now() - interval '1 minute'` })
      .where('public_id', '=', id)
      .execute();
    expect(await seenBy(as)).toBe('over');
    const [, ended] = await entriesAbout(alice);
    expect(ended).toMatchObject({ action: 'impersonation.ended', after: { why: 'the time was over' } });
  });

  test('when it is ended by hand, at another process too; a second time it was over already', async () => {
    const { id, as } = await begin();
    expect(await seenBy(as)).toBe('Alice Smith');
    // not as the person who is seen
    expect((await ask(portico, 'DELETE', `/rest/portico/1/impersonation/${id}`, as)).status).toBe(403);
    expect((await ask(twin, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers)).status).toBe(204);
    expect(await seenBy(as)).toBe('over');
    expect((await ask(twin, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers)).status).toBe(409);
  });

  test('another administrator can end it; for customers it does not exist, whoever they are', async () => {
    const { id, as } = await begin();
    const path = `/rest/portico/1/impersonation/${id}`;
    const herself = await portico.signIn(alice);
    expect((await ask(portico, 'DELETE', path, herself)).status).toBe(404);
    expect((await ask(portico, 'GET', path, herself)).status).toBe(404);
    expect((await ask(portico, 'GET', path, { origin: headers['origin'] ?? '' })).status).toBe(401);
    const colleague = await portico.createAccount({ displayName: 'Carl', isAdministrator: true });
    expect((await ask(portico, 'DELETE', path, await portico.signIn(colleague))).status).toBe(204);
    expect(await seenBy(as)).toBe('over');
    const [, ended] = await entriesAbout(alice);
    expect(ended).toMatchObject({ actor_name: 'Carl', after: { impersonator: 'Ada Admin' } });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the administrator signs out', () => ask(portico, 'POST', '/rest/portico/1/sign-out', headers, {})],
    [
      'the session is revoked',
      () => portico.platform.db.deleteFrom('session').where('account_id', '=', admin.id).execute(),
    ],
    [
      'the session has lasted its time',
      () =>
        portico.platform.db
          .updateTable('session')
          .set({ expires_at: sql`now() - interval '1 second'` })
          .where('account_id', '=', admin.id)
          .execute(),
    ],
    [
      'the administrator is deactivated',
      () =>
        portico.platform.db
          .updateTable('account')
          .set({ is_active: false })
          .where('id', '=', admin.id)
          .execute(),
    ],
    [
      'the administrator loses the role',
      () =>
        portico.platform.db
          .updateTable('account')
          .set({ is_administrator: false })
          .where('id', '=', admin.id)
          .execute(),
    ],
    [
      'the person is deactivated',
      () =>
        portico.platform.db
          .updateTable('account')
          .set({ is_active: false })
          .where('id', '=', alice.id)
          .execute(),
    ],
    ['the person becomes an agent', () => makeAgent(alice)],
    [
      'the person becomes an administrator',
      () =>
        portico.platform.db
          .updateTable('account')
          .set({ is_administrator: true })
          .where('id', '=', alice.id)
          .execute(),
    ],
  ])('when %s, and it does not come back', async (_what, happens) => {
    const { id, as } = await begin();
    expect(await seenBy(as)).toBe('Alice Smith');
    await happens();
    expect(await seenBy(as)).toBe('over');
    await closeImpersonations(portico.platform, deskStaff());
    const { db } = portico.platform;
    await db
      .updateTable('account')
      .set({ is_active: true })
      .where('id', 'in', [admin.id, alice.id])
      .execute();
    await db.updateTable('account').set({ is_administrator: true }).where('id', '=', admin.id).execute();
    await db.updateTable('account').set({ is_administrator: false }).where('id', '=', alice.id).execute();
    await db.deleteFrom('service_desk_agent').where('account_id', '=', alice.id).execute();
    expect(await seenBy(as)).toBe('over');
    const row = await db
      .selectFrom('impersonation')
      .selectAll()
      .where('public_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.closed_at).not.toBeNull();
    expect((await entriesAbout(alice)).map(({ action }) => action)).toEqual([
      'impersonation.started',
      'impersonation.ended',
    ]);
  });

  test('its streams end with it, on every process', async () => {
    const { id } = await begin();
    const address = await twin.app.listen({ port: 0, host: '127.0.0.1' });
    const topic = `topic=account:${alice.accountId}`;
    const stream = await fetch(`${address}/events?${topic}&as=${id}`, { headers });
    expect(stream.status).toBe(200);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('event: ready')) heard += (await reader?.read())?.value ?? '';
    // as herself the administrator may not listen to that
    const own = await fetch(`${address}/events?${topic}`, { headers });
    expect(own.status).toBe(404);
    await ask(portico, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers);
    while (!(await reader?.read())?.done);
    expect((await fetch(`${address}/events?${topic}&as=${id}`, { headers })).status).toBe(403);
  });
});

describe('what is kept and told of it', () => {
  test('the log names both people, the reason, and what was opened; the person is told, once', async () => {
    const { id, as } = await begin();
    await ask(portico, 'GET', myself, as);
    await portico.platform.db
      .insertInto('impersonation_opened')
      .values(['ACME-1', 'ACME-2'].map((request_key) => ({ impersonation_id: rowOf(id), request_key })))
      .execute();
    await ask(portico, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers);
    await Promise.all([portico, twin].map((app) => closeImpersonations(app.platform, deskStaff())));
    const [started, ended, ...more] = await entriesAbout(alice);
    expect(more).toEqual([]);
    expect(started).toMatchObject({
      action: 'impersonation.started',
      actor_name: 'Ada Admin',
      object_name: 'Alice Smith',
      after: { reason },
    });
    expect(ended).toMatchObject({
      action: 'impersonation.ended',
      actor_name: 'Ada Admin',
      object_name: 'Alice Smith',
      after: { reason, why: 'ended by hand', requestsOpened: 'ACME-1, ACME-2', impersonator: 'Ada Admin' },
    });
    const mails = (await readMails(portico.platform)).filter(({ toAddress }) => toAddress === alice.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Ada Admin');
    expect(mails[0]?.text).toContain(reason);
    expect(mails[0]?.text).toContain('ACME-1, ACME-2');
    expect(JSON.stringify([started, ended, mails])).not.toContain(id);
  });

  test('in German to whom reads German', async () => {
    await portico.platform.db
      .updateTable('account')
      .set({ locale: 'de', time_zone: 'Europe/Berlin' })
      .where('id', '=', alice.id)
      .execute();
    const { id } = await begin();
    await ask(portico, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers);
    const [mail] = (await readMails(portico.platform)).filter(({ toAddress }) => toAddress === alice.email);
    expect(mail?.text).toContain('Keine Anfrage wurde geöffnet.');
  });

  test('the list shows it to administrators, and says how it ended', async () => {
    const { id } = await begin();
    const list = async () => {
      const { body } = await ask(portico, 'GET', '/rest/portico/1/impersonation?limit=100', headers);
      return (body['values'] as { id: string }[]).find((listed) => listed.id === id);
    };
    expect(await list()).toMatchObject({
      impersonator: { displayName: 'Ada Admin' },
      person: { accountId: alice.accountId },
      reason,
      endedAt: null,
      opened: [],
    });
    const path = `/rest/portico/1/impersonation/${id}`;
    expect((await ask(portico, 'GET', path, headers)).body).toMatchObject({
      person: { displayName: 'Alice Smith' },
      organizations: [],
      endedAt: null,
    });
    await ask(portico, 'DELETE', path, headers);
    expect(await list()).toMatchObject({ endReason: 'hand' });
    expect((await ask(portico, 'GET', path, headers)).body).toMatchObject({ endReason: 'hand' });
  });

  test('people are not told where that is decided; the decision is in the log, and wants a proof', async () => {
    const settings = '/rest/portico/1/impersonation-settings';
    const { body: before } = await ask(portico, 'GET', settings, headers);
    expect(before).toEqual({ tellsPerson: true, version: 0 });
    const customer = await portico.signIn(alice);
    expect((await ask(portico, 'PUT', settings, customer, { ...before, tellsPerson: false })).status).toBe(
      403,
    );
    const changed = await ask(portico, 'PUT', settings, headers, { ...before, tellsPerson: false });
    expect(changed.body).toEqual({ tellsPerson: false, version: 1 });
    expect((await ask(portico, 'PUT', settings, headers, { ...before, tellsPerson: true })).status).toBe(409);
    const { id } = await begin();
    await ask(portico, 'DELETE', `/rest/portico/1/impersonation/${id}`, headers);
    const mails = (await readMails(portico.platform)).filter(({ toAddress }) => toAddress === alice.email);
    expect(mails).toEqual([]);
    const entry = await portico.platform.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'impersonation-settings.changed')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ before: { tellsPerson: true }, after: { tellsPerson: false } });
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .where('account_id', '=', admin.id)
      .execute();
    const late = await ask(portico, 'PUT', settings, headers, { tellsPerson: true, version: 1 });
    expect(late.body.errors).toHaveProperty('confirm');
  });
});

function rowOf(publicId: string) {
  return sql<string>`(select id from impersonation where public_id = ${publicId})`;
}

/** Who is staff by the desk's rule, as the app has it. */
function deskStaff() {
  const staff = createStaff();
  staff.addRule((account) =>
    account.exists(
      account
        .selectFrom('service_desk_agent')
        .select('service_desk_agent.account_id')
        .whereRef('service_desk_agent.account_id', '=', 'account.id'),
    ),
  );
  return staff;
}
