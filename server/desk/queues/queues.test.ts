import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '../../platform/events/append-event.ts';
import { compileJql } from '../jql/compile.ts';
import { listQuery } from '../requests/store.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface QueuePage {
  values: { id: string; name: string; jql: string; issueCount?: number; _portico?: { isCapped: boolean } }[];
}
interface IssuePage {
  size: number;
  isLastPage: boolean;
  values: { key: string; fields: Record<string, unknown> }[];
}

async function queues(query = ''): Promise<QueuePage['values']> {
  const { body } = await world.ask<QueuePage>(
    world.people.agent,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue${query}`,
  );
  return body.values;
}

async function issuesIn(name: string, query = ''): Promise<IssuePage> {
  const queue = (await queues()).find((candidate) => candidate.name === name);
  const url = `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${queue?.id}/issue${query}`;
  const { status, body, text } = await world.ask<IssuePage>(world.people.agent, 'GET', url);
  expect(status, text).toBe(200);
  return body;
}

test('the template’s queues show what their names say, of their own desk alone', async () => {
  const { raise, people, ask, platform, otherDesk, types } = world;
  const [unassigned, mine, waiting, resolved] = [
    await raise(),
    await raise(),
    await raise(),
    await raise(),
  ].map(({ key }) => key);
  async function move(key: string | undefined, name: string) {
    const url = `/rest/api/3/issue/${key}/transitions`;
    const { body } = await ask<{ transitions: { id: string; name: string }[] }>(people.agent, 'GET', url);
    const id = body.transitions.find((transition) => transition.name === name)?.id;
    await ask(people.agent, 'POST', url, { transition: { id } });
  }
  for (const key of [mine, waiting, resolved]) {
    await ask(people.agent, 'PUT', `/rest/api/3/issue/${key}/assignee`, {
      accountId: key === mine ? people.agent.account.accountId : people.administrator.account.accountId,
    });
  }
  await move(waiting, 'Ask the customer');
  await move(resolved, 'Resolve');
  // A request of another desk, in the same status and with the same assignee.
  await platform.db
    .insertInto('request')
    .values({
      service_desk_id: otherDesk.id,
      key: 'OTHER-1',
      request_type_id: types.get('Ask a question') ?? '',
      status_id: sql<string>`(select id from status where name = 'Waiting for customer')`,
      reporter_id: people.customerOfB.account.id,
      assignee_id: people.agent.account.id,
      summary: 'Elsewhere',
    })
    .execute();

  const found: Record<string, string[]> = {};
  for (const { name } of await queues()) {
    found[name] = (await issuesIn(name)).values.map(({ key }) => key);
  }
  expect(found).toEqual({
    'All open': [waiting, mine, unassigned],
    Unassigned: [unassigned],
    'Assigned to me': [mine],
    'Waiting for customer': [waiting],
    'Recently resolved': [resolved],
  });
  expect((await queues('?includeCount=true')).map(({ issueCount }) => issueCount)).toEqual([3, 1, 1, 1, 1]);
  expect((await queues())[0]).not.toHaveProperty('issueCount');
  const [first] = (await issuesIn('Assigned to me')).values;
  expect(first?.fields).toMatchObject({
    summary: 'The printer is on fire',
    status: { name: 'Waiting for support' },
    assignee: { displayName: 'Anna Agent' },
    reporter: { displayName: 'Alice Reporter' },
  });
  expect(first?.fields).not.toHaveProperty('description');
});

test('a queue goes page by page', async () => {
  const first = await issuesIn('All open', '?limit=2');
  const second = await issuesIn('All open', '?limit=2&start=2');
  expect([first.isLastPage, second.isLastPage]).toEqual([false, true]);
  const keys = [...first.values, ...second.values].map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

test('a queue is read in another order than its own, and only in an order', async () => {
  const keysBy = async (orderBy: string) =>
    (await issuesIn('All open', `?orderBy=${encodeURIComponent(orderBy)}`)).values.map(({ key }) => key);
  const oldestFirst = await keysBy('created ASC');
  expect(oldestFirst).toEqual((await keysBy('created DESC')).reverse());
  const [queue] = await queues();
  const url = `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${queue?.id}/issue`;
  const refused = await world.ask(world.people.agent, 'GET', `${url}?orderBy=status%20%3D%20Open`);
  expect(refused.status).toBe(400);
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** How a plan reads `request`, and whether it must sort what it read. */
function readingsOf({ 'Node Type': type, 'Relation Name': table, Plans = [] }: PlanNode): string[] {
  const below = Plans.flatMap(readingsOf);
  if (table === 'request') return [type.replace('Only ', ''), ...below];
  return type.includes('Sort') && below.length > 0 ? [type, ...below] : below;
}

test('at 25,000 requests the first page of each queue is read from an index, and counts stop at 1,000', async () => {
  const { platform, desk, types, people } = world;
  const { db } = platform;
  // what is kept beside a request for text search takes longer than all else, and no query here asks for text
  await sql`alter table request disable trigger user`.execute(db);
  await sql`
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, assignee_id, summary,
                         resolution, resolved_at, created_at, updated_at)
    select ${desk.id}, 'MANY-' || n, ${types.get('Ask a question')},
           (select id from status where name = case when n % 10 = 0 then 'Waiting for support'
              when n % 10 = 1 then 'Waiting for customer' else 'Resolved' end),
           ${people.reporter.account.id}, case when n % 20 = 0 then null else ${people.agent.account.id}::bigint end,
           'Request ' || n,
           case when n % 10 > 1 then 'Done' end,
           case when n % 10 > 1 then now() - n * interval '1 minute' end,
           now() - n * interval '2 minutes', now() - n * interval '1 minute'
      from generate_series(1, 25000) as n`.execute(db);
  await sql`alter table request enable trigger user`.execute(db);
  await sql`analyze request`.execute(db);
  const told = { kind: 'request.created', topics: [`service-desk:${desk.id}`], audience: 'agents' } as const;
  await appendEvent(db, told);

  const counted = await queues('?includeCount=true');
  expect(counted.map(({ issueCount, _portico }) => [issueCount, _portico?.isCapped])).toEqual([
    [1000, true],
    [1000, true],
    [1000, true],
    [1000, true],
    [1000, true],
  ]);
  for (const { name, jql } of counted) {
    const context = { viewerId: people.agent.account.id, timeZone: null, now: new Date() };
    const { where, sorting } = compileJql(jql, context);
    const query = listQuery(db, people.agent.account, {
      where: sql`(request.service_desk_id = ${desk.id} and ${where})`,
      sorting,
      start: 0,
      limit: 50,
    });
    const [explained] = (await query.explain('json')) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
    expect(readingsOf(explained['QUERY PLAN'][0].Plan), name).toEqual(['Index Scan']);
    expect((await issuesIn(name)).size).toBe(50);
  }
});
