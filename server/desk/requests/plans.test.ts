import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { filteredWays, type Ownership } from './filters.ts';
import { onWaysQuery, type RequestOrder } from './on-ways.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  const { platform, desk, types, people, globex } = world;
  for (let count = 0; count < 3; count++) {
    await world.raise({ by: people.member });
    await world.raise();
  }
  // in parts that a busy machine gets done within the time of a statement
  for (let first = 1; first <= 100_000; first += 5_000) {
    await sql`
      insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, organization_id, summary,
        created_at, updated_at)
      select ${desk.id}, 'MANY-' || n, ${types.get('Ask a question')}, (select min(id) from status),
             ${people.customerOfB.account.id}, ${globex.id}, 'Request ' || n,
             now() - n * interval '2 minutes', now() - n * interval '1 minute'
        from generate_series(${first}::integer, ${first + 4_999}::integer) as n`.execute(platform.db);
  }
  await sql`analyze`.execute(platform.db);
}, 120_000);
afterAll(() => world.close());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

async function planOf(query: ReturnType<typeof onWaysQuery>): Promise<PlanNode> {
  const [explained] = (await query.explain('json', sql`analyze`)) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
  return explained['QUERY PLAN'][0].Plan;
}

/** How many rows of `request` a plan read. */
function rowsRead({
  'Relation Name': table,
  'Actual Rows': rows = 0,
  'Actual Loops': loops = 0,
  Plans = [],
}: PlanNode): number {
  return (table === 'request' ? rows * loops : 0) + Plans.reduce((sum, plan) => sum + rowsRead(plan), 0);
}

function nodeTypes({ 'Node Type': type, 'Relation Name': table, Plans = [] }: PlanNode): string[] {
  return [...(table === 'request' ? [type] : []), ...Plans.flatMap(nodeTypes)];
}

const mine: readonly Ownership[] = ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS'];

test.each([
  ['member', mine, 3],
  ['manager', mine, 6],
  ['otherManager', mine, 51],
  ['customerOfB', mine, 51],
  ['member', ['ALL_REQUESTS'], 3],
  ['manager', ['ALL_REQUESTS'], 6],
  ['otherAgent', ['ALL_REQUESTS'], 0],
  ['agent', ['ALL_REQUESTS'], 51],
  ['administrator', ['ALL_REQUESTS'], 51],
] as const)(
  'at 100,000 requests, what the %s sees of %j is read along indexes, and no more than is shown',
  async (role, ownership, expected) => {
    const { platform, people } = world;
    const { account } = people[role];
    const ways = filteredWays(account, { ownership, status: 'OPEN_REQUESTS' });
    const query = onWaysQuery(platform.db, account, { ways, start: 0, limit: 50 });
    expect(await query.execute()).toHaveLength(expected);
    const plan = await planOf(query);
    expect(new Set(nodeTypes(plan)).difference(new Set(['Index Scan', 'Index Only Scan']))).toEqual(
      new Set(),
    );
    // Each way finds up to a page; the page itself is read once more by its ids.
    expect(rowsRead(plan)).toBeLessThanOrEqual(51 * (ways.length + 1));
  },
);

test.each([
  ['created', 'Request 100000'],
  ['-updated', 'Request 1'],
  ['updated', 'Request 100000'],
  ['status', 'Request 1'],
  ['-status', 'Request 1'],
] as const)(
  'ordered by %s, too, they are read along indexes, and no more than is shown of each status',
  async (order: RequestOrder, first) => {
    const { platform, people } = world;
    for (const role of ['otherManager', 'customerOfB', 'agent'] as const) {
      const { account } = people[role];
      const ownership: readonly Ownership[] = role === 'agent' ? ['ALL_REQUESTS'] : mine;
      const ways = filteredWays(account, { ownership, status: 'ALL_REQUESTS' });
      const query = onWaysQuery(platform.db, account, { ways, order, start: 0, limit: 50 });
      const rows = await query.execute();
      expect(rows).toHaveLength(51);
      if (role !== 'agent') expect(rows[0]?.summary).toBe(first);
      const plan = await planOf(query);
      expect(new Set(nodeTypes(plan)).difference(new Set(['Index Scan', 'Index Only Scan']))).toEqual(
        new Set(),
      );
      const statuses = order.endsWith('status') ? 5 : 1;
      expect(rowsRead(plan)).toBeLessThanOrEqual(51 * (ways.length * statuses + 1));
    }
  },
);

test('of a hundred thousand that are shared with an organization, as many are read as are shown', async () => {
  const { platform, people, acme } = world;
  await sql`
    insert into request_share (request_id, organization_id, request_created_at)
    select id, ${acme.id}, created_at from request`.execute(platform.db);
  await sql`analyze request_share`.execute(platform.db);
  const { account } = people.member;
  const ways = filteredWays(account, { ownership: ['ALL_ORGANIZATIONS'], status: 'OPEN_REQUESTS' });
  const query = onWaysQuery(platform.db, account, { ways, start: 0, limit: 50 });
  expect(await query.execute()).toHaveLength(51);
  const [explained] = (await query.explain('json', sql`analyze`)) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
  const { Plan: plan } = explained['QUERY PLAN'][0];
  expect(new Set(nodeTypes(plan)).difference(new Set(['Index Scan', 'Index Only Scan']))).toEqual(new Set());
  expect(rowsRead(plan)).toBeLessThanOrEqual(51 * (ways.length + 1));
});
