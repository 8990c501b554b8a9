import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
let key: string;
let requestId: string;

beforeAll(async () => {
  world = await createDeskWorld();
  ({ key, id: requestId } = await world.raise());
});
afterEach(() => world.platform.db.deleteFrom('portal_sign_in').execute());
afterAll(() => world.close());

function require(
  terms: { requires?: boolean; idleMinutes?: number; maxHours?: number } = { requires: true },
) {
  return world.platform.db
    .insertInto('portal_sign_in')
    .values({
      portal_id: world.desk.id,
      requires_provider: terms.requires ?? false,
      session_idle_minutes: terms.idleMinutes ?? null,
      session_max_hours: terms.maxHours ?? null,
    })
    .execute();
}

interface Page {
  readonly values: readonly Record<string, unknown>[];
}

async function listed(person: TestPerson, url: string): Promise<number> {
  const { body } = await world.ask<Page>(person, 'GET', url);
  return body.values.length;
}

const lists = [
  '/rest/servicedeskapi/servicedesk',
  '/rest/servicedeskapi/requesttype',
  '/rest/servicedeskapi/request',
  '/rest/servicedeskapi/request?requestOwnership=ALL_REQUESTS',
];

test.each(lists)('%s leaves out what a password does not open', async (url) => {
  const { reporter, manager, agent } = world.people;
  expect(await listed(reporter, url)).toBeGreaterThan(0);
  await require();
  expect(await listed(reporter, url)).toBe(0);
  expect(await listed(manager, url)).toBe(0);
  expect(await listed(await world.throughCompany(reporter), url)).toBeGreaterThan(0);
  if (!url.endsWith('request')) expect(await listed(agent, url)).toBeGreaterThan(0);
});

test('a list is filled from what may be seen, not cut from what may not', async () => {
  await require();
  const { reporter } = world.people;
  const url = '/rest/servicedeskapi/request?limit=1';
  expect((await world.ask<Page & { isLastPage: boolean }>(reporter, 'GET', url)).body).toMatchObject({
    values: [],
    isLastPage: true,
  });
});

test('the portal stays in the help center, and says what to do when it is opened', async () => {
  await require();
  const { reporter } = world.people;
  const { body } = await world.ask<Page>(reporter, 'GET', '/rest/portico/1/portal');
  expect(body.values).toMatchObject([{ id: world.desk.id, mayRaise: false }]);
  const opened = await world.ask(reporter, 'GET', `/rest/portico/1/portal/${world.desk.id}`);
  expect(opened.status).toBe(403);
  expect(opened.body).toMatchObject({
    errorMessages: [expect.stringContaining('sign in through your company to go on')],
    errors: { session: 'Sign in through your company.' },
  });
  for (const page of ['', '/group/1/create/1', `/${key}`]) {
    const address = `/servicedesk/customer/portal/${world.desk.id}${page}`;
    expect((await world.ask(reporter, 'GET', address)).status).toBe(200);
  }
  const through = await world.throughCompany(reporter);
  expect((await world.ask(through, 'GET', `/rest/portico/1/portal/${world.desk.id}`)).status).toBe(200);
});

test('those who may not see a portal or request at all learn nothing new', async () => {
  await require();
  const { customerOfB, member } = world.people;
  expect((await world.ask(customerOfB, 'GET', `/rest/portico/1/portal/${world.desk.id}`)).status).toBe(404);
  expect((await world.ask(member, 'GET', `/rest/servicedeskapi/request/${key}`)).status).toBe(404);
});

test('other portals stay open', async () => {
  await require();
  const { customerOfB } = world.people;
  expect((await world.ask(customerOfB, 'GET', `/rest/portico/1/portal/${world.otherDesk.id}`)).status).toBe(
    200,
  );
  expect(await listed(customerOfB, '/rest/servicedeskapi/servicedesk')).toBe(1);
});

test('agents of another desk are staff: they sign in as they like', async () => {
  const { desk, people, platform } = world;
  await platform.db
    .insertInto('service_desk_customer')
    .values({ service_desk_id: desk.id, account_id: people.otherAgent.account.id })
    .execute();
  await require();
  expect((await world.ask(people.otherAgent, 'GET', `/rest/portico/1/portal/${desk.id}`)).status).toBe(200);
});

test.each([
  ['shown on another portal only', { shownOn: 'listed' }],
  ['disabled since', { isEnabled: false }],
  ['shown nowhere, and of no verified domain', { shownOn: 'none' }],
] as const)(
  'a session through a provider that is %s opens no portal that requires one',
  async (_what, provider) => {
    const { reporter } = world.people;
    const elsewhere = { ...provider, portalIds: [world.otherDesk.id] };
    const through = await world.throughCompany(reporter, elsewhere);
    for (const url of lists) expect(await listed(through, url)).toBeGreaterThan(0);
    await require();
    for (const url of lists) expect(await listed(through, url)).toBe(0);
    const opened = await world.ask(through, 'GET', `/rest/portico/1/portal/${world.desk.id}`);
    expect(opened.status).toBe(403);
    expect(opened.body).toMatchObject({
      errorMessages: [expect.stringContaining('the one through which you are signed in is none of them')],
      errors: { session: expect.any(String), provider: expect.any(String) },
    });
    const { body } = await world.ask<Page>(through, 'GET', '/rest/portico/1/portal');
    expect(body.values).toMatchObject([{ id: world.desk.id, mayRaise: false }]);
    expect((await world.ask(through, 'GET', `/rest/servicedeskapi/request/${key}`)).status).toBe(403);
    expect((await world.ask(through, 'GET', `/events?topic=request:${requestId}`)).status).toBe(404);
    await world.platform.db.deleteFrom('identity').where('account_id', '=', reporter.account.id).execute();
  },
);

test('the default provider of a portal opens it, and so does one that is shown on it', async () => {
  const { reporter, agent, administrator } = world.people;
  const listedHere = await world.throughCompany(reporter, { shownOn: 'listed', portalIds: [world.desk.id] });
  const elsewhere = { shownOn: 'listed', portalIds: [world.otherDesk.id] } as const;
  const byDefault = await world.throughCompany(reporter, elsewhere);
  await require();
  const url = `/rest/servicedeskapi/request/${key}`;
  expect((await world.ask(listedHere, 'GET', url)).status).toBe(200);
  expect((await world.ask(byDefault, 'GET', url)).status).toBe(403);
  const { db } = world.platform;
  await db
    .updateTable('portal_sign_in')
    .set(({ selectFrom }) => ({
      default_provider_id: selectFrom('identity_provider').select(({ fn }) => fn.max<string>('id').as('id')),
    }))
    .execute();
  expect((await world.ask(byDefault, 'GET', url)).status).toBe(200);
  // people who work here sign in as they like
  for (const who of [agent, administrator]) {
    expect((await world.ask(await world.throughCompany(who, elsewhere), 'GET', url)).status).toBe(200);
  }
});

test('nobody listens to a request with a session that its portal does not take', async () => {
  const { reporter } = world.people;
  await require();
  const topic = `/events?topic=request:${requestId}`;
  expect((await world.ask(reporter, 'GET', topic)).status).toBe(404);
});

test('a portal limits the sessions of its customers, and nobody else’s', async () => {
  await require({ idleMinutes: 7, maxHours: 2 });
  const { reporter, agent } = world.people;
  const limitsOf = async (person: TestPerson) =>
    world.platform.db
      .selectFrom('session')
      .select(['idle_minutes', 'expires_at', 'created_at'])
      .where('account_id', '=', person.account.id)
      .where('identity_id', 'is', null)
      .executeTakeFirstOrThrow();
  await world.ask(agent, 'GET', `/rest/servicedeskapi/servicedesk/${world.desk.id}`);
  expect((await limitsOf(agent)).idle_minutes).toBeNull();
  await world.ask(reporter, 'GET', `/rest/servicedeskapi/servicedesk/${world.desk.id}`);
  const { idle_minutes, expires_at, created_at } = await limitsOf(reporter);
  expect(idle_minutes).toBe(7);
  expect(expires_at.getTime() - created_at.getTime()).toBe(2 * 3_600_000);
});

test.each(['', '/comment', '/attachment', '/status', '/transition', '?expand=serviceDesk'])(
  'reading a request (%s) holds the session to the limits of its portal',
  async (what) => {
    const reader = await world.throughCompany(world.people.reporter);
    await require({ idleMinutes: 7 });
    const url = `/rest/servicedeskapi/request/${key}${what}`;
    expect((await world.ask(reader, 'GET', url)).status).toBe(200);
    const { idle_minutes } = await world.platform.db
      .selectFrom('session')
      .select('idle_minutes')
      .where('account_id', '=', reader.account.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(idle_minutes).toBe(7);
  },
);

test('a program that acts for a customer is told that a token opens no such portal, and nothing of passwords', async () => {
  await require();
  await world.platform.db.insertInto('api_token_policy').values({ customers_may: true }).execute();
  const made = await world.ask<{ token: string }>(world.people.reporter, 'POST', '/rest/portico/1/my-token', {
    name: 'Export',
    days: 7,
    scopes: ['read:servicedesk-request'],
  });
  expect(made.status, made.text).toBe(201);
  const refused = await world.ask<{ errorMessages: string[] }>(
    null,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}`,
    undefined,
    { authorization: `Bearer ${made.body.token}` },
  );
  await world.platform.db.deleteFrom('api_token_policy').execute();
  expect(refused.status).toBe(403);
  expect(refused.body.errorMessages[0]).toContain('An API token of yours does not open it.');
});
