import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from './testing.ts';
import { accountTopicRules, deskTopicRules, organizationTopicRules, requestTopicRules } from './topics.ts';

let world: DeskWorld;
/** by account.id */
let sessionIds: Map<string, string>;
beforeAll(async () => {
  world = await createDeskWorld();
  const rows = await world.platform.db.selectFrom('session').select(['id', 'account_id']).execute();
  sessionIds = new Map(rows.map(({ id, account_id }) => [account_id, id]));
});
afterAll(() => world.close());

type Role = keyof DeskWorld['people'];

function idsOf(roles: readonly Role[]): string[] {
  return roles.map((role) => world.people[role].account.id);
}

/** Names of the people behind account ids. */
function rolesOf(ids: ReadonlySet<string>): Role[] {
  return (Object.keys(world.people) as Role[]).filter((role) => ids.has(world.people[role].account.id));
}

function listener(role: Role) {
  const { account } = world.people[role];
  return { id: account.id, accountId: account.accountId, sessionId: sessionIds.get(account.id) ?? '0' };
}

test('a request is heard of by those who may see it, and its notes by agents', async () => {
  const { platform, raise, people } = world;
  const rules = requestTopicRules(platform.db);
  const { id } = await raise();
  const everyone = idsOf(Object.keys(people) as Role[]);
  expect(rolesOf(await rules.stillMayHear(everyone, id))).toEqual([
    'administrator',
    'agent',
    'reporter',
    'manager',
  ]);
  expect(rolesOf(await rules.agentsAmong(everyone, id))).toEqual(['administrator', 'agent']);
  expect(await rules.mayListen(listener('manager'), id)).toBe(true);
  expect(await rules.mayListen(listener('member'), id)).toBe(false);
  expect(await rules.mayListen(listener('administrator'), '999999')).toBe(false);
  for (const strange of ['', 'x', '1; drop table request', '99999999999999999999', '\u0000']) {
    expect(await rules.mayListen(listener('administrator'), strange)).toBe(false);
  }
  expect(await rules.stillMayHear([], id)).toEqual(new Set());
});

test('whoever stops being a manager, an agent or active stops hearing', async () => {
  const { platform, raise, acme, desk, person, people } = world;
  const { db } = platform;
  const rules = requestTopicRules(db);
  const { id } = await raise();
  const manager = await person();
  const agent = await person();
  const reader = { id: people.reporter.account.id };
  await db
    .insertInto('organization_member')
    .values({ organization_id: acme.id, account_id: manager.account.id, role: 'manager', origin: 'manual' })
    .execute();
  await db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: desk.id, account_id: agent.account.id })
    .execute();
  const ids = [manager.account.id, agent.account.id, reader.id];
  expect(await rules.stillMayHear(ids, id)).toEqual(new Set(ids));
  await db
    .updateTable('organization_member')
    .set({ role: 'member' })
    .where('account_id', '=', manager.account.id)
    .execute();
  await db.deleteFrom('service_desk_agent').where('account_id', '=', agent.account.id).execute();
  expect(await rules.stillMayHear(ids, id)).toEqual(new Set([reader.id]));
  await db.updateTable('account').set({ is_active: false }).where('id', '=', reader.id).execute();
  expect(await rules.stillMayHear(ids, id)).toEqual(new Set());
  await db.updateTable('account').set({ is_active: true }).where('id', '=', reader.id).execute();
});

test('a service desk is heard by its agents', async () => {
  const { platform, desk, people } = world;
  const rules = deskTopicRules(platform.db);
  const everyone = idsOf(Object.keys(people) as Role[]);
  expect(rolesOf(await rules.stillMayHear(everyone, desk.id))).toEqual(['administrator', 'agent']);
  expect(await rules.agentsAmong(everyone, desk.id)).toEqual(await rules.stillMayHear(everyone, desk.id));
  expect(await rules.mayListen(listener('agent'), desk.id)).toBe(true);
  expect(await rules.mayListen(listener('reporter'), desk.id)).toBe(false);
  expect(await rules.mayListen(listener('administrator'), '999999')).toBe(false);
  expect(await rules.mayListen(listener('administrator'), desk.projectKey)).toBe(false);
});

test('an account is heard by itself', async () => {
  const { platform, people } = world;
  const rules = accountTopicRules(platform.db);
  const { accountId, id } = people.reporter.account;
  expect(await rules.mayListen(listener('reporter'), accountId)).toBe(true);
  expect(await rules.mayListen(listener('administrator'), accountId)).toBe(false);
  const everyone = idsOf(Object.keys(people) as Role[]);
  expect(await rules.stillMayHear(everyone, accountId)).toEqual(new Set([id]));
  expect(await rules.agentsAmong(everyone, accountId)).toEqual(new Set());
});

test('what is shared with an organization is heard of by its members, and the request by them and its approvers', async () => {
  const { platform, raise, acme, people } = world;
  const { db } = platform;
  const rules = organizationTopicRules(db);
  const everyone = idsOf(Object.keys(people) as Role[]);
  expect(rolesOf(await rules.stillMayHear(everyone, acme.id))).toEqual(['reporter', 'member', 'manager']);
  expect(await rules.mayListen(listener('member'), acme.id)).toBe(true);
  expect(await rules.mayListen(listener('agent'), acme.id)).toBe(false);
  expect(await rules.mayListen(listener('member'), 'x')).toBe(false);
  expect(await rules.agentsAmong(everyone, acme.id)).toEqual(new Set());

  const { id } = await raise();
  await db
    .insertInto('request_share')
    .values({ request_id: id, organization_id: acme.id, request_created_at: new Date() })
    .execute();
  const { status_id } = await db
    .selectFrom('request')
    .select('status_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const approval = await db
    .insertInto('approval')
    .values({ request_id: id, status_id, name: 'Waiting' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('approval_approver')
    .values({ approval_id: approval.id, request_id: id, account_id: people.customerOfB.account.id })
    .execute();
  expect(rolesOf(await requestTopicRules(db).stillMayHear(everyone, id))).toEqual([
    'administrator',
    'agent',
    'reporter',
    'member',
    'manager',
    'customerOfB',
  ]);
});
