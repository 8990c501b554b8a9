import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../testing.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
let second: DeskWorld['app'];
let closeSecond: () => Promise<void>;

const password = 'nine small otters swim';

interface Invited {
  readonly id: string;
  readonly email: string;
  readonly state: string;
}

interface Outcome {
  readonly invited: readonly Invited[];
  readonly refused: readonly { readonly text: string; readonly problem: string }[];
}

beforeAll(async () => {
  world = await createDeskWorld();
  const other = await createTestApp({ database: world.database });
  second = other.app;
  closeSecond = other.close;
});

afterAll(async () => {
  await closeSecond();
  await world.close();
});

beforeEach(async () => {
  const { db } = world.platform;
  await db.deleteFrom('invitation').execute();
  await db.deleteFrom('mail_message').execute();
  await db.deleteFrom('portal_sign_in').execute();
  await db.deleteFrom('sign_up_policy').execute();
  await db
    .insertInto('sign_up_policy')
    .values([
      { portal_id: world.desk.id, who: 'invited' },
      { portal_id: world.otherDesk.id, who: 'nobody' },
    ])
    .execute();
});

function invite(by: TestPerson | null, body: object) {
  return world.ask<Outcome & { errors: Record<string, string> }>(by, 'POST', '/rest/portico/1/invitation', {
    portalId: world.desk.id,
    ...body,
  });
}

async function tokenFor(email: string): Promise<string> {
  const { db, sealer } = world.platform;
  const { sealed_body, message_id } = await db
    .selectFrom('mail_message')
    .select(['sealed_body', 'message_id'])
    .where('to_address', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const { text } = JSON.parse(sealer.open(sealed_body ?? '', `mail_message:${message_id}`));
  return /invitation#([\w-]{43})/.exec(text)?.[1] ?? '';
}

function accept(token: string, app = world.app) {
  return app.inject({
    method: 'POST',
    url: '/rest/portico/1/invitation/accept',
    headers: { origin: world.platform.config.url.origin },
    payload: { token, displayName: 'Nina New', password },
  });
}

test('who was invited with a second factor required sets one up on the way in', async () => {
  const { agent } = world.people;
  const email = 'fay@first.example';
  const { body } = await invite(agent, { addresses: email, requiresSecondFactor: true });
  expect(body.invited).toMatchObject([{ email, requiresSecondFactor: true }]);
  const accepted = await accept(await tokenFor(email));
  expect(accepted.json()).toEqual({ url: '/servicedesk/customer/user/second-factor' });
  const { db } = world.platform;
  const policies = await db
    .selectFrom('factor_policy')
    .innerJoin('account', 'account.id', 'factor_policy.scope_id')
    .select(['factor_policy.scope', 'requirement', 'account.email'])
    .execute();
  expect(policies).toEqual([{ scope: 'account', requirement: 'required', email }]);
  const decided = await db
    .selectFrom('audit_event')
    .select('actor_name')
    .where('action', '=', 'second-factor.policy-changed')
    .execute();
  expect(decided).toEqual([{ actor_name: agent.account.displayName }]);
  await db.deleteFrom('factor_policy').execute();
});

test('accepting makes the account and all memberships at once, and opens the portal', async () => {
  const { administrator } = world.people;
  const email = 'nina@first.example';
  const { body } = await invite(administrator, {
    addresses: email,
    organizationId: world.acme.id,
    note: 'See you soon',
  });
  expect(body).toMatchObject({ invited: [{ email, state: 'pending' }], refused: [] });
  const accepted = await accept(await tokenFor(email));
  expect(accepted.json()).toEqual({ url: `/servicedesk/customer/portal/${world.desk.id}` });
  const headers = {
    cookie: String(accepted.headers['set-cookie']).split(';', 1)[0] ?? '',
    origin: world.platform.config.url.origin,
  };
  const portal = await world.app.inject({
    url: `/rest/servicedeskapi/servicedesk/${world.desk.id}`,
    headers,
  });
  expect(portal.statusCode).toBe(200);
  const other = await world.app.inject({
    url: `/rest/servicedeskapi/servicedesk/${world.otherDesk.id}`,
    headers,
  });
  expect(other.statusCode).toBe(404);
  const { db } = world.platform;
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  expect(account.email_verified_at).toBeInstanceOf(Date);
  const members = await db
    .selectFrom('organization_member')
    .select(['organization_id', 'origin'])
    .where('account_id', '=', account.id)
    .execute();
  expect(members).toEqual([{ organization_id: world.acme.id, origin: 'manual' }]);
  const customers = await db
    .selectFrom('service_desk_customer')
    .select('service_desk_id')
    .where('account_id', '=', account.id)
    .execute();
  expect(customers).toEqual([{ service_desk_id: world.desk.id }]);
  const events = await db
    .selectFrom('audit_event')
    .select(['action', 'actor_account_id', 'after'])
    .where('object_name', '=', email)
    .orderBy('id')
    .execute();
  expect(events.map(({ action }) => action)).toEqual(['invitation.created', 'invitation.accepted']);
  const list = await world.ask<{ values: unknown[] }>(administrator, 'GET', '/rest/portico/1/invitation');
  expect(list.body.values).toMatchObject([
    { email, state: 'accepted', accountId: account.account_id, invitedBy: 'Ada Admin' },
  ]);
});

test('many addresses are read as people paste them, and each that cannot be invited is named with the reason', async () => {
  const addresses = `one@many.example, Two Many <TWO@many.example>; two@many.example
three@many.example four@many.example
not an address, @nowhere
alice@acme.example`;
  const { body } = await invite(world.people.agent, { addresses });
  expect(body.invited.map(({ email }) => email)).toEqual([
    'one@many.example',
    'two@many.example',
    'three@many.example',
    'four@many.example',
  ]);
  expect(body.refused).toEqual([
    { text: 'not an address', problem: 'This is not an e-mail address.' },
    { text: '@nowhere', problem: 'This is not an e-mail address.' },
    { text: 'alice@acme.example', problem: 'Has an account already.' },
  ]);
  const again = await invite(world.people.agent, { addresses: 'one@many.example' });
  expect(again.body.refused[0]?.problem).toContain('already');
  const tooMany = Array.from({ length: 201 }, (_, index) => `p${index}@many.example`).join('\n');
  expect((await invite(world.people.agent, { addresses: tooMany })).body.errors['addresses']).toContain(
    '200',
  );
  expect((await invite(world.people.agent, { addresses: ' ,; ' })).status).toBe(400);
});

describe('F11: the link of an invitation', () => {
  test('is known to the invited mailbox alone: no answer, log of acts or table holds it', async () => {
    const email = 'secret@first.example';
    const { text } = await invite(world.people.administrator, { addresses: email });
    const token = await tokenFor(email);
    expect(token).toHaveLength(43);
    const { db } = world.platform;
    const list = await world.ask(world.people.administrator, 'GET', '/rest/portico/1/invitation');
    const kept = [
      await db.selectFrom('invitation').selectAll().execute(),
      await db.selectFrom('audit_event').selectAll().execute(),
    ];
    for (const seen of [text, list.text, JSON.stringify(kept)]) expect(seen).not.toContain(token);
    const mails = await db.selectFrom('mail_message').select(['to_address', 'is_secret']).execute();
    expect(mails).toEqual([{ to_address: email, is_secret: true }]);
  });

  test('works once, of two processes at the same time, too', async () => {
    await invite(world.people.administrator, { addresses: 'twice@first.example' });
    const token = await tokenFor('twice@first.example');
    const both = await Promise.all([accept(token), accept(token, second)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    expect((await accept(token)).statusCode).toBe(404);
  });

  test('ends when it is sent again, withdrawn or over', async () => {
    const { administrator } = world.people;
    const email = 'late@first.example';
    const { body } = await invite(administrator, { addresses: email });
    const id = body.invited[0]?.id ?? '';
    const first = await tokenFor(email);
    const path = `/rest/portico/1/invitation/${id}`;
    expect((await world.ask(administrator, 'POST', `${path}/send`)).status).toBe(200);
    expect((await accept(first)).statusCode).toBe(404);
    const newest = await tokenFor(email);
    const { db } = world.platform;
    await db
      .updateTable('invitation')
      .set({ expires_at: new Date(0) })
      .execute();
    expect((await accept(newest)).statusCode).toBe(404);
    const list = await world.ask<{ values: Invited[] }>(
      administrator,
      'GET',
      '/rest/portico/1/invitation?state=expired',
    );
    expect(list.body.values.map(({ state }) => state)).toEqual(['expired']);
    await world.ask(administrator, 'POST', `${path}/send`);
    const last = await tokenFor(email);
    expect((await world.ask(administrator, 'DELETE', path)).body).toMatchObject({ state: 'revoked' });
    expect((await accept(last)).statusCode).toBe(404);
    expect((await world.ask(administrator, 'DELETE', path)).status).toBe(409);
    expect((await world.ask(administrator, 'POST', `${path}/send`)).status).toBe(409);
    expect((await invite(administrator, { addresses: email })).body.invited).toHaveLength(1);
  });
});

describe('who may invite', () => {
  test('agents to the portals of their desks, administrators to all; customers nobody', async () => {
    const { administrator, agent, otherAgent, reporter, manager } = world.people;
    const statuses: Record<string, number> = {};
    const all = { nobody: null, administrator, agent, otherAgent, reporter, manager };
    for (const [name, person] of Object.entries(all)) {
      const { status } = await invite(person, { addresses: `${name.toLowerCase()}@who.example` });
      statuses[name] = status;
    }
    expect(statuses).toEqual({
      nobody: 401,
      administrator: 200,
      agent: 200,
      otherAgent: 404,
      reporter: 403,
      manager: 403,
    });
    expect((await invite(agent, { portalId: null, addresses: 'a@who.example' })).status).toBe(403);
  });

  test('agents see, send again and withdraw those of their portals alone', async () => {
    const { agent, otherAgent, reporter, administrator } = world.people;
    const { body } = await invite(administrator, { addresses: 'guest@who.example' });
    const path = `/rest/portico/1/invitation/${body.invited[0]?.id}`;
    const list = `/rest/portico/1/invitation?portal=${world.desk.id}`;
    for (const [person, status] of [
      [otherAgent, 404],
      [reporter, 403],
      [null, 401],
    ] as const) {
      expect((await world.ask(person, 'GET', list)).status).toBe(status);
      expect((await world.ask(person, 'POST', `${path}/send`)).status).toBe(status);
      expect((await world.ask(person, 'DELETE', path)).status).toBe(status);
    }
    expect((await world.ask(agent, 'GET', '/rest/portico/1/invitation')).status).toBe(403);
    expect((await world.ask(agent, 'GET', list)).status).toBe(200);
    expect((await world.ask(agent, 'DELETE', path)).status).toBe(200);
  });

  test('an agent invites into organizations that the desk serves, and into no other', async () => {
    const { agent } = world.people;
    const mine = await invite(agent, { addresses: 'm@who.example', organizationId: world.acme.id });
    expect(mine.status).toBe(200);
    const foreign = await invite(agent, { addresses: 'f@who.example', organizationId: world.globex.id });
    expect(foreign.status).toBe(400);
    expect(foreign.body.errors).toHaveProperty('organizationId');
  });

  test('where nobody may make an account agents invite nobody, and where a company’s login is required nobody does', async () => {
    const closed = await invite(world.people.otherAgent, {
      portalId: world.otherDesk.id,
      addresses: 'c@who.example',
    });
    expect(closed.status).toBe(409);
    expect(closed.body.errors).toHaveProperty('portalId');
    await world.platform.db
      .insertInto('portal_sign_in')
      .values({ portal_id: world.desk.id, requires_provider: true })
      .execute();
    const { status } = await invite(world.people.administrator, { addresses: 'c@who.example' });
    expect(status).toBe(409);
    const options = await world.app.inject(`/rest/portico/1/sign-up?portal=${world.desk.id}`);
    expect(options.json()).toMatchObject({ isOffered: false, name: world.desk.portalName });
  });
});

describe('who may make an account, of a portal', () => {
  const path = () => `/rest/portico/1/portal/${world.desk.id}/sign-up-policy`;

  test('is decided by administrators, is audited, and a stale version is refused', async () => {
    const { administrator, agent, reporter } = world.people;
    for (const [person, status] of [
      [null, 401],
      [reporter, 403],
      [agent, 403],
    ] as const) {
      expect((await world.ask(person, 'GET', path())).status).toBe(status);
      const body = { who: 'open', domains: [], version: 1 };
      expect((await world.ask(person, 'PUT', path(), body)).status).toBe(status);
    }
    const seen = await world.ask(administrator, 'GET', path());
    expect(seen.body).toEqual({
      who: 'invited',
      domains: [],
      version: 1,
      siteWho: 'nobody',
      isClosed: false,
    });
    const domains = { who: 'domains', domains: ['@First.Example', 'first.example'], version: 1 };
    const saved = await world.ask(administrator, 'PUT', path(), domains);
    expect(saved.body).toMatchObject({ who: 'domains', domains: ['first.example'], version: 2 });
    expect((await world.ask(administrator, 'PUT', path(), domains)).status).toBe(409);
    const event = await world.platform.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('action', '=', 'local-accounts.changed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      before: { who: 'invited', domains: [] },
      after: { who: 'domains', domains: ['first.example'] },
    });
  });

  test('names what is wrong with domains', async () => {
    const { administrator } = world.people;
    for (const domains of [[], ['nonsense'], ['gmail.com']]) {
      const body = { who: 'domains', domains, version: 1 };
      const refused = await world.ask<{ errors: object }>(administrator, 'PUT', path(), body);
      expect(refused.status).toBe(400);
      expect(Object.keys(refused.body.errors)).toEqual(['domains']);
    }
  });

  test('a portal that says nothing follows the site', async () => {
    const { administrator } = world.people;
    await world.ask(administrator, 'PUT', path(), { who: null, domains: [], version: 1 });
    const ask = () => world.app.inject(`/rest/portico/1/sign-up?portal=${world.desk.id}`);
    expect((await ask()).json().isOffered).toBe(false);
    const site = { who: 'open', domains: [], version: 0 };
    expect((await world.ask(administrator, 'PUT', '/rest/portico/1/sign-up-policy', site)).status).toBe(200);
    expect((await ask()).json()).toMatchObject({ isOffered: true, portalId: world.desk.id });
  });
});
