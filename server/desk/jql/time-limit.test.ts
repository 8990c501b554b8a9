import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectionsOf } from '../../platform/database/database.ts';
import { createDeskWorld, type DeskWorld, type TestAnswer } from '../testing.ts';
import { withinTimeLimit } from './time-limit.ts';

let world: DeskWorld;
let queueId: string;
beforeAll(async () => {
  world = await createDeskWorld();
  await world.raise();
  const { db } = world.platform;
  await db
    .updateTable('service_desk_agent')
    .set({ is_administrator: true })
    .where('account_id', '=', world.people.agent.account.id)
    .execute();
  const queue = await db
    .selectFrom('queue')
    .select('id')
    .where('service_desk_id', '=', world.desk.id)
    .executeTakeFirstOrThrow();
  queueId = queue.id;
});
afterAll(() => world.close());

// Time passes when nothing else happens any more.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** Searches that are not over before they are let go. */
function hold(...people: readonly string[]) {
  const gate = Promise.withResolvers<void>();
  const running = people.map((who) =>
    withinTimeLimit(world.platform.db, who, async (trx) => {
      await sql`select 1`.execute(trx);
      await gate.promise;
    }),
  );
  return async () => {
    gate.resolve();
    await Promise.all(running);
  };
}

async function inTheEnd<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  answer.then(over, over);
  while (!isOver) {
    await setImmediate();
    vi.advanceTimersByTime(100);
  }
  return answer;
}

test('half of the connections are left, whoever searches', async () => {
  const { db } = world.platform;
  const most = Math.floor(connectionsOf(db) / 2);
  const letGo = hold(...Array.from({ length: most }, (_, at) => `person ${at}`));
  const next = withinTimeLimit(db, 'somebody', () => Promise.resolve('found'));
  await expect(inTheEnd(next)).rejects.toThrow(/^Too many searches are running/);
  expect((await world.ask(world.people.agent, 'GET', '/rest/api/3/myself')).status).toBe(200);
  // What has a connection already does not wait.
  await db.transaction().execute((trx) => withinTimeLimit(trx, 'somebody', () => Promise.resolve()));
  await letGo();
  expect(await withinTimeLimit(db, 'somebody', () => Promise.resolve('found'))).toBe('found');
});

test('two searches of one person run at once, wherever they search', async () => {
  const { people, desk, ask } = world;
  const agent = people.agent;
  const [api, own] = ['/rest/api/3', `/rest/portico/1/service-desk/${desk.id}`];
  const sla = {
    name: 'Probe',
    starts: [{ kind: 'created' }],
    stops: [{ kind: 'resolution-set' }],
    pauses: [],
    goals: [{ jql: '', minutes: 60, calendarId: null }],
    warnMinutes: [],
  };
  const searches: (() => Promise<TestAnswer<unknown>>)[] = [
    () => ask(agent, 'GET', `${api}/search`),
    () => ask(agent, 'GET', `${api}/search/jql`),
    () => ask(agent, 'POST', `${api}/search/approximate-count`, { jql: '' }),
    () => ask(agent, 'POST', `${api}/jql/match`, { issueIds: [1], jqls: ['key = 1'] }),
    () => ask(agent, 'GET', `${api}/issue/picker?query=x`),
    () => ask(agent, 'GET', '/rest/portico/1/search/export?jql='),
    () => ask(agent, 'GET', `/rest/servicedeskapi/servicedesk/${desk.id}/queue/${queueId}/issue`),
    () => ask(agent, 'POST', `${own}/queue/${queueId}/take-next`),
    () => ask(agent, 'POST', `${own}/queue-preview`, { jql: '', columns: null }),
    () => ask(agent, 'POST', `${own}/sla-preview`, sla),
  ];
  const letGo = hold(agent.account.id, agent.account.id);
  for (const [at, search] of searches.entries()) {
    const { status, text } = await inTheEnd(search());
    expect([at, status], text).toEqual([at, 429]);
    expect(text).toContain('You have 2 searches running already.');
  }
  // Others are not held up by it.
  expect((await ask(people.administrator, 'GET', `${api}/search`)).status).toBe(200);
  await letGo();
  for (const [at, search] of searches.entries()) {
    const { status, text } = await inTheEnd(search());
    expect([at, status], text).toEqual([at, 200]);
  }
});

test('a desk whose counts are being made says so of its queues, and shows them', async () => {
  const { people, desk, ask } = world;
  const letGo = hold(`service desk ${desk.id}`, `service desk ${desk.id}`);
  const list = () =>
    inTheEnd(
      ask<{ queues: { issueCount?: number; problem?: string }[] }>(
        people.agent,
        'GET',
        `/rest/portico/1/service-desk/${desk.id}/queue?includeCount=true`,
      ),
    );
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body.queues[0]?.problem).toMatch(/^Too many searches/);
  await letGo();
  expect((await list()).body.queues[0]?.issueCount).toEqual(expect.any(Number));
});

test('exports are given back, whether they were read or refused', async () => {
  const { people, ask } = world;
  const exported = (jql: string) =>
    inTheEnd(ask(people.agent, 'GET', `/rest/portico/1/search/export?jql=${encodeURIComponent(jql)}`));
  for (let round = 0; round < 4; round++) {
    expect((await exported('')).status).toBe(200);
    expect((await exported('nofield = 1')).status).toBe(400);
  }
});
