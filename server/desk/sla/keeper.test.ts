import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../testing.ts';
import { addComment } from '../comments/add-comment.ts';
import { assignRequest } from '../issues/assign-request.ts';
import { editRequest } from '../requests/edit-request.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { addMetric } from './change-metric.ts';
import { cyclesOf, type KeptCycle } from './cycle-store.ts';
import { keepSlas } from './keeper.ts';
import type { MetricInput } from './read-metric.ts';
import { goOn, startRecompute } from './recompute-desk.ts';
import { tellDue } from './tell-due.ts';

const system = { accountId: null, name: null, address: null };
const minuteMs = 60_000;

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  // What the template of the desk measures is another test's.
  await world.platform.db.deleteFrom('sla_metric').execute();
});
afterEach(async () => {
  await db().deleteFrom('sla_metric').execute();
});
afterAll(() => world.close());

function db() {
  return world.platform.db;
}

async function measure(input: Partial<MetricInput> & { name: string }): Promise<string> {
  const fieldId = await db()
    .transaction()
    .execute((trx) =>
      addMetric(
        trx,
        world.desk.id,
        {
          starts: [{ kind: 'created' }],
          stops: [{ kind: 'resolution-set' }],
          pauses: [],
          goals: [{ jql: '', minutes: 60, calendarId: null }],
          warnMinutes: [],
          ...input,
        },
        'all',
        system,
      ),
    );
  while (await goOn(db()));
  return fieldId;
}

/** The cycles of requests, without what differs between two requests to which the same happened. */
async function cyclesIn(requestIds: readonly string[]): Promise<KeptCycle[][]> {
  const cycles = await cyclesOf(db(), requestIds);
  return requestIds.map((id) => cycles.filter(({ requestId }) => requestId === id));
}

async function statusNamed(name: string): Promise<string> {
  const { id } = await db()
    .selectFrom('status')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}

async function transitionTo(requestId: string, name: string, at: Date): Promise<void> {
  const statusId = await statusNamed(name);
  // As a transition would, whichever the workflow has: the clock sees the change of the row.
  await sql`update request set status_id = ${statusId}, status_since = ${at}, version = version + 1,
    updated_at = greatest(updated_at, ${at}::timestamptz) where id = ${requestId}`.execute(db());
}

function agent() {
  return { accountId: world.people.agent.account.id, isAgent: true };
}
function customer() {
  return { accountId: world.people.reporter.account.id, isAgent: false };
}

type Act = (requestId: string, at: Date) => Promise<unknown>;
const acts: Record<string, Act> = {
  'agent answers': (requestId, at) =>
    addComment(db(), { requestId, actor: agent(), body: 'Look', isPublic: true, isAnswer: false, at }),
  'agent notes': (requestId, at) =>
    addComment(db(), { requestId, actor: agent(), body: 'Hm', isPublic: false, at }),
  'customer answers': (requestId, at) =>
    addComment(db(), { requestId, actor: customer(), body: 'Please', isPublic: true, isAnswer: false, at }),
  'is resolved': (requestId, at) =>
    editRequest(db(), { requestId, actor: agent(), values: { resolution: { name: 'Done' } }, at }),
  'is reopened': (requestId, at) =>
    editRequest(db(), { requestId, actor: agent(), values: { resolution: null }, at }),
  'becomes urgent': (requestId, at) =>
    editRequest(db(), { requestId, actor: agent(), values: { priority: { name: 'Highest' } }, at }),
  'becomes unimportant': (requestId, at) =>
    editRequest(db(), { requestId, actor: agent(), values: { priority: { name: 'Low' } }, at }),
  'concerns everybody': (requestId, at) =>
    editRequest(db(), {
      requestId,
      actor: agent(),
      values: { [world.fields.get('Impact') ?? '']: { value: 'Whole company' } },
      at,
    }),
  'concerns a team': (requestId, at) =>
    editRequest(db(), {
      requestId,
      actor: agent(),
      values: { [world.fields.get('Impact') ?? '']: { value: 'A team' } },
      at,
    }),
  'is assigned': (requestId, at) =>
    assignRequest(db(), { requestId, actor: agent(), assigneeId: agent().accountId, at }),
  'is assigned to nobody': (requestId, at) =>
    assignRequest(db(), { requestId, actor: agent(), assigneeId: null, at }),
  waits: (requestId, at) => transitionTo(requestId, 'Waiting for customer', at),
  'goes on': (requestId, at) => transitionTo(requestId, 'Waiting for support', at),
};

test('what is kept while a request lives is what is computed of its whole history', async () => {
  const waiting = await statusNamed('Waiting for customer');
  const definitions = [
    { name: 'Time to resolution', pauses: [{ kind: 'status' as const, statusIds: [waiting] }] },
    {
      name: 'Time to answer',
      starts: [{ kind: 'created' as const }, { kind: 'comment-by-customer' as const }],
      stops: [{ kind: 'comment-by-agent' as const }],
      goals: [
        { jql: 'priority = Highest', minutes: 15, calendarId: null },
        { jql: 'Impact = "Whole company" and assignee is not EMPTY', minutes: 30, calendarId: null },
        { jql: '', minutes: 90, calendarId: null },
      ],
    },
    {
      name: 'Time that concerns everybody',
      starts: [{ kind: 'jql-entered' as const, jql: 'Impact = "Whole company" and resolution = Unresolved' }],
      stops: [{ kind: 'jql-left' as const, jql: 'Impact = "Whole company" and resolution = Unresolved' }],
      pauses: [{ kind: 'jql' as const, jql: 'status = "Waiting for customer" or priority = Low' }],
    },
  ];
  for (const definition of definitions) await measure(definition);
  const begin = Date.parse('2026-05-04T08:00:00Z');
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          act: fc.constantFrom(...Object.keys(acts)),
          minutes: fc.nat({ max: 50 }),
          isKept: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (steps) => {
        const { id } = await world.raise({ at: new Date(begin) });
        let at = begin;
        for (const { act, minutes, isKept } of steps) {
          at += minutes * minuteMs;
          await acts[act]?.(id, new Date(at));
          // The keeper comes by at some moments, and not at others.
          if (isKept) await keepSlas(db());
        }
        await keepSlas(db());
        const [live] = await cyclesIn([id]);
        // From nothing, as after a definition has changed.
        await db().deleteFrom('sla_cycle').where('request_id', '=', id).execute();
        await sql`insert into sla_stale (request_id) values (${id})`.execute(db());
        await keepSlas(db());
        expect(await cyclesIn([id])).toEqual([live]);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

describe('the keeper', () => {
  test('asks goals of requests as they were', async () => {
    const at = (minutes: number) => new Date(Date.parse('2026-05-04T08:00:00Z') + minutes * minuteMs);
    const request = await world.raise({ at: at(0) });
    await acts['concerns everybody']?.(request.id, at(5));
    await acts['is resolved']?.(request.id, at(20));
    await acts['concerns a team']?.(request.id, at(30));
    await measure({
      name: 'Later',
      goals: [
        { jql: 'Impact = "Whole company"', minutes: 10, calendarId: null },
        { jql: '', minutes: 90, calendarId: null },
      ],
    });
    const [[cycle] = []] = await cyclesIn([request.id]);
    expect(cycle).toMatchObject({ state: 'completed', goalMs: 10 * minuteMs, elapsedMs: 20 * minuteMs });
    expect(cycle?.breachedAt).toBe(at(10).getTime());
  });

  test('computes what several processes take at once, each request as it is in the end', async () => {
    await measure({ name: 'Together', stops: [{ kind: 'assignee-set' }] });
    const requests = await Promise.all(Array.from({ length: 12 }, () => world.raise()));
    const ids = requests.map(({ id }) => id);
    await Promise.all(
      ids.map(async (id) => {
        await acts['is assigned']?.(id, new Date());
        await keepSlas(db());
      }),
    );
    await keepSlas(db());
    expect((await cyclesIn(ids)).map((cycles) => cycles.map(({ state }) => state))).toEqual(
      ids.map(() => ['completed']),
    );
    const { rows } = await sql`select from sla_stale`.execute(db());
    expect(rows).toEqual([]);
  });

  test('writes nothing and tells nobody when nothing is different', async () => {
    await measure({ name: 'Still' });
    const { id } = await world.raise();
    await keepSlas(db());
    const told = async () =>
      (await db().selectFrom('event').select('id').where('kind', '=', 'sla.changed').execute()).length;
    const before = await told();
    const [{ xmin } = { xmin: '' }] = (
      await sql<{ xmin: string }>`select xmin::text from sla_cycle where request_id = ${id}`.execute(db())
    ).rows;
    await acts['agent notes']?.(id, new Date());
    await acts['becomes urgent']?.(id, new Date());
    await keepSlas(db());
    expect(await told()).toBe(before);
    expect(
      (await sql<{ xmin: string }>`select xmin::text from sla_cycle where request_id = ${id}`.execute(db()))
        .rows,
    ).toEqual([{ xmin }]);
  });

  test('does not stumble over a query that cannot be asked any more', async () => {
    await measure({ name: 'Broken' });
    await sql`update sla_goal set position = 1`.execute(db());
    await sql`insert into sla_goal (metric_id, position, jql, minutes)
      select id, 0, 'gone = 1', 5 from sla_metric`.execute(db());
    const { id } = await world.raise();
    await keepSlas(db());
    expect((await cyclesIn([id]))[0]).toMatchObject([{ state: 'running', goalMs: 60 * minuteMs }]);
  });
});

test('a desk that cannot be computed does not stop the clocks of others', async () => {
  await measure({ name: 'Sound' });
  const spoilt = await db()
    .insertInto('sla_metric')
    .values({ service_desk_id: world.otherDesk.id, name: 'Spoilt', position: 0, starts: '{}', stops: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await world.raise();
  const there = await db()
    .insertInto('request')
    .columns(['service_desk_id', 'key', 'request_type_id', 'status_id', 'reporter_id', 'summary'])
    .expression((eb) =>
      eb
        .selectFrom('request_type')
        .innerJoin('workflow', 'workflow.id', 'request_type.workflow_id')
        .where('service_desk_id', '=', world.otherDesk.id)
        .select([
          'service_desk_id',
          sql<string>`'OTHER-1'`.as('key'),
          'request_type.id',
          'initial_status_id',
          sql<string>`${agent().accountId}::bigint`.as('reporter_id'),
          sql<string>`'Spoilt'`.as('summary'),
        ])
        .limit(1),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  const failed: string[] = [];
  await keepSlas(db(), (_error, requestId) => failed.push(requestId));
  expect(failed).toEqual([there.id]);
  expect((await cyclesIn([id]))[0]).toMatchObject([{ state: 'running' }]);
  const task = await db()
    .transaction()
    .execute((trx) => startRecompute(trx, world.otherDesk.id, 'all', 'to see'));
  while (await goOn(db(), (_error, recomputeId) => failed.push(recomputeId)));
  expect(failed).toEqual([there.id, task]);
  await db().deleteFrom('sla_metric').where('id', '=', spoilt.id).execute();
});

describe('what is due', () => {
  async function told(requestId: string): Promise<string[]> {
    const rows = await db()
      .selectFrom('event')
      .select(['kind', 'payload', 'audience'])
      .where('kind', 'in', ['sla.breached', 'sla.due-soon'])
      .where(sql<boolean>`payload ->> 'requestId' = ${requestId}`)
      .orderBy('id')
      .execute();
    return rows.map(({ kind, payload, audience }) => {
      const { minutes } = payload as { minutes?: string };
      return `${kind}${minutes === undefined ? '' : ` ${minutes}`} ${audience}`;
    });
  }
  const later = (minutes: number) => new Date(Date.now() + minutes * minuteMs);

  test('is told once, by whichever of several processes', async () => {
    await measure({ name: 'Due', warnMinutes: [30, 10] });
    const { id } = await world.raise();
    await keepSlas(db());
    const tell = (at: Date) => Promise.all([tellDue(db(), at), tellDue(db(), at), tellDue(db(), at)]);
    await tell(later(29));
    expect(await told(id)).toEqual([]);
    await tell(later(31));
    expect(await told(id)).toEqual(['sla.due-soon 30 agents']);
    await tell(later(51));
    await tell(later(61));
    await tell(later(62));
    const all = ['sla.due-soon 30 agents', 'sla.due-soon 10 agents', 'sla.breached agents'];
    expect(await told(id)).toEqual(all);
    // Nor once more when it is computed anew.
    await sql`insert into sla_stale (request_id) values (${id})`.execute(db());
    await keepSlas(db());
    await tell(later(63));
    expect(await told(id)).toEqual(all);
  });

  test('while nothing ran is told by the first that does, without warnings that come too late', async () => {
    await measure({ name: 'Asleep', warnMinutes: [30] });
    const { id } = await world.raise();
    await keepSlas(db());
    await tellDue(db(), later(500));
    expect(await told(id)).toEqual(['sla.breached agents']);
  });

  test('is told of a clock that stopped too late before anybody looked, and not of one that was in time', async () => {
    await measure({ name: 'Quick' });
    const late = await world.raise();
    const early = await world.raise();
    await keepSlas(db());
    await acts['is resolved']?.(late.id, later(61));
    await acts['is resolved']?.(early.id, later(59));
    // Not computed yet: it waits.
    await tellDue(db(), later(62));
    expect(await told(early.id)).toEqual([]);
    await keepSlas(db());
    await tellDue(db(), later(62));
    expect([await told(late.id), await told(early.id)]).toEqual([['sla.breached agents'], []]);
  });

  test('is told anew for another goal, and not of what was over before it was measured', async () => {
    const past = await world.raise({ at: new Date('2026-05-04T08:00:00Z') });
    await measure({
      name: 'Goals',
      goals: [
        { jql: 'priority = Highest', minutes: 10, calendarId: null },
        { jql: '', minutes: 60, calendarId: null },
      ],
    });
    const { id } = await world.raise();
    await acts['becomes urgent']?.(id, new Date());
    await keepSlas(db());
    await tellDue(db(), later(11));
    await acts['becomes unimportant']?.(id, later(12));
    await keepSlas(db());
    await tellDue(db(), later(13));
    expect(await told(id)).toEqual(['sla.breached agents']);
    await tellDue(db(), later(61));
    expect(await told(id)).toEqual(['sla.breached agents', 'sla.breached agents']);
    expect(await told(past.id)).toEqual([]);
  });
});

test('processes that run keep and tell by themselves, each thing once', async () => {
  await measure({ name: 'Live', warnMinutes: [] });
  const other = await createTestApp({ database: world.database });
  try {
    await Promise.all([world.start(), other.start()]);
    // Raised an hour ago but for a moment, so that it is due in a second.
    const at = new Date(Date.now() - 60 * minuteMs + 1_000);
    const { id } = await world.raise({ at });
    await db()
      .updateTable('sla_metric')
      .set({ tells_since: new Date(0) })
      .execute();
    const kinds = async () => {
      const rows = await db()
        .selectFrom('event')
        .select('kind')
        .where('kind', 'like', 'sla.%')
        .where(sql<boolean>`payload ->> 'requestId' = ${id}`)
        .orderBy('id')
        .execute();
      return rows.map(({ kind }) => kind);
    };
    await vi.waitFor(async () => expect(await kinds()).toContain('sla.breached'), { timeout: 15_000 });
    expect(await kinds()).toEqual(['sla.changed', 'sla.breached']);
  } finally {
    await other.close();
  }
});
