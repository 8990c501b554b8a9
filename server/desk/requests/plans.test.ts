import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { filteredWays, type Ownership } from './filters.ts';
import { newestQuery } from './store.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  const { platform, desk, types, people, globex } = world;
  for (let count = 0; count < 3; count++) {
    await world.raise({ by: people.member });
    await world.raise();
  }
  await sql`
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, organization_id, summary, created_at)
    select ${desk.id}, 'MANY-' || n, ${types.get('Ask a question')}, (select min(id) from status),
           ${people.customerOfB.account.id}, ${globex.id}, 'Request ' || n, now() - n * interval '2 minutes'
      from generate_series(1, 100000) as n`.execute(platform.db);
  await sql`analyze`.execute(platform.db);
});
afterAll(() => world.close());

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
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
    const query = newestQuery(platform.db, account, { ways, start: 0, limit: 50 });
    expect(await query.execute()).toHaveLength(expected);
    const [explained] = (await query.explain('json', sql`analyze`)) as [
      { 'QUERY PLAN': [{ Plan: PlanNode }] },
    ];
    const { Plan: plan } = explained['QUERY PLAN'][0];
    expect(new Set(nodeTypes(plan)).difference(new Set(['Index Scan', 'Index Only Scan']))).toEqual(
      new Set(),
    );
    // Each way finds up to a page; the page itself is read once more by its ids.
    expect(rowsRead(plan)).toBeLessThanOrEqual(51 * (ways.length + 1));
  },
);
