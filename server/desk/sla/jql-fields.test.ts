import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addComment } from '../comments/add-comment.ts';
import { compileJql } from '../jql/compile.ts';
import { type JqlViewer, loadJqlContext, siteItself } from '../jql/context.ts';
import { editRequest } from '../requests/edit-request.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { addMetric } from './change-metric.ts';
import { readDuration } from './duration.ts';
import { goOn } from './recompute-desk.ts';

// Every request by what its clock shows at noon of Tuesday, 5 May 2026 in Berlin; the clock counts from 9 to 17, four hours at most.
const noon = new Date('2026-05-05T12:00:00+02:00');
const actors = { audit: { accountId: null, name: null, address: null } };

let world: DeskWorld;
const names = new Map<string, string>();
beforeAll(async () => {
  world = await createDeskWorld();
  const { db } = world.platform;
  await db.deleteFrom('sla_metric').execute();
  const hours = [[[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [], []];
  const calendar = await db
    .insertInto('calendar')
    .values({
      service_desk_id: world.desk.id,
      name: 'Office',
      time_zone: 'Europe/Berlin',
      hours: JSON.stringify(hours),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const agent = { accountId: world.people.agent.account.id, isAgent: true };
  const customer = { accountId: world.people.reporter.account.id, isAgent: false };
  const raise = async (name: string, at: string) => {
    const { id } = await world.raise({ summary: name, at: new Date(at) });
    names.set(id, name);
    return id;
  };
  const answer = (requestId: string, at: string) =>
    addComment(db, { requestId, actor: agent, body: 'Look', isPublic: true, at: new Date(at) });
  const ask = (requestId: string, at: string) =>
    addComment(db, {
      requestId,
      actor: customer,
      body: 'So?',
      isPublic: true,
      isAnswer: false,
      at: new Date(at),
    });
  const assign = (requestId: string, at: string) =>
    editRequest(db, {
      requestId,
      actor: agent,
      values: { assignee: { accountId: world.people.agent.account.accountId } },
      at: new Date(at),
    });
  // elapsed 1 h, remains 3 h
  await raise('fresh', '2026-05-05T11:00:00+02:00');
  // elapsed 3 h, remains 1 h
  await raise('early', '2026-05-05T09:00:00+02:00');
  // elapsed 1 h yesterday and 3 h today: nothing remains, and it is not late
  await raise('now', '2026-05-04T16:00:00+02:00');
  // elapsed 2 h and 3 h: an hour late
  await raise('late', '2026-05-04T15:00:00+02:00');
  // elapsed 2 h when it was paused
  await assign(await raise('paused', '2026-05-05T09:00:00+02:00'), '2026-05-05T11:00:00+02:00');
  // elapsed 5 h when it was paused: an hour late
  await assign(await raise('late and paused', '2026-05-04T09:00:00+02:00'), '2026-05-04T14:00:00+02:00');
  await answer(await raise('met', '2026-05-04T09:00:00+02:00'), '2026-05-04T12:00:00+02:00');
  await answer(await raise('missed', '2026-05-04T09:00:00+02:00'), '2026-05-04T16:00:00+02:00');
  const again = await raise('missed, and runs again', '2026-05-04T09:00:00+02:00');
  await answer(again, '2026-05-04T16:00:00+02:00');
  await ask(again, '2026-05-05T11:30:00+02:00');
  await db.transaction().execute((trx) =>
    addMetric(
      trx,
      world.desk.id,
      {
        name: 'Time to answer',
        starts: [{ kind: 'created' }, { kind: 'comment-by-customer' }],
        stops: [{ kind: 'comment-by-agent' }],
        pauses: [{ kind: 'assigned' }],
        goals: [{ jql: '', minutes: 240, calendarId: calendar.id }],
        warnMinutes: [],
      },
      'all',
      actors.audit,
    ),
  );
  while (await goOn(db));
});
afterAll(() => world.close());

async function found(jql: string, now = noon, viewer: JqlViewer = siteItself): Promise<string[]> {
  const { db } = world.platform;
  const { where, sorting } = compileJql(jql, await loadJqlContext(db, viewer, [jql], { now }));
  let query = db.selectFrom('request').select('request.id').where(where);
  for (const { by, direction } of sorting) query = query.orderBy(by, direction);
  return (await query.execute()).map(({ id }) => names.get(id) ?? id);
}

const late = ['late', 'late and paused', 'missed'];
const running = ['early', 'fresh', 'late', 'missed, and runs again', 'now'];
const paused = ['late and paused', 'paused'];
test.each<[string, readonly string[]]>([
  ['= breached()', late],
  ['!= breached()', ['early', 'fresh', 'met', 'missed, and runs again', 'now', 'paused']],
  ['= everBreached()', [...late, 'missed, and runs again']],
  ['= completed()', ['met', 'missed', 'missed, and runs again']],
  ['= running()', running],
  ['= paused()', paused],
  ['= withinCalendarHours()', running],
  ['< remaining("1h")', ['late', 'late and paused', 'now']],
  ['<= remaining("1h")', ['early', 'late', 'late and paused', 'now']],
  ['= remaining("1h")', ['early']],
  ['> remaining("1h")', ['fresh', 'missed, and runs again', 'paused']],
  ['>= remaining("1h")', ['early', 'fresh', 'missed, and runs again', 'paused']],
  ['< remaining("0m")', ['late', 'late and paused']],
  ['<= remaining("0")', ['late', 'late and paused', 'now']],
  ['< remaining("-1h")', []],
  ['<= remaining("-1h")', ['late', 'late and paused']],
  ['>= elapsed("3h")', ['early', 'late', 'late and paused', 'now']],
  ['> elapsed("3h")', ['late', 'late and paused', 'now']],
  ['< elapsed("1h")', ['missed, and runs again']],
  ['<= elapsed("1h")', ['fresh', 'missed, and runs again']],
  ['= elapsed("2h")', ['paused']],
  ['!= elapsed("2h")', ['early', 'fresh', 'late', 'late and paused', 'missed, and runs again', 'now']],
  ['< elapsed("0m")', []],
  ['is EMPTY', []],
  ['is not EMPTY', [...running, ...paused, 'met', 'missed']],
])('“Time to answer” %s', async (condition, wanted) => {
  expect((await found(`"time to answer" ${condition}`)).toSorted()).toEqual(wanted.toSorted());
});

test('at night and before a request was raised the answers are those of the moment that is asked', async () => {
  const evening = new Date('2026-05-05T20:00:00+02:00');
  expect(await found('"Time to answer" = withinCalendarHours()', evening)).toEqual([]);
  // at 17:00 a clock that began at 11:00 is two hours late
  expect(
    (
      await found('"Time to answer" <= remaining("-2h") and "Time to answer" = running()', evening)
    ).toSorted(),
  ).toEqual(['early', 'fresh', 'late', 'now']);
  // tomorrow at nine nothing has been worked since
  const morning = new Date('2026-05-06T09:00:00+02:00');
  expect(await found('"Time to answer" = elapsed("6h")', morning)).toEqual(['fresh']);
});

test('it is sorted by what is due first, and after that by what remains of those that stand still', async () => {
  const { rows } = await sql<{ id: string }>`select field_id::text as id from sla_metric`.execute(
    world.platform.db,
  );
  expect(await found(`cf[${rows[0]?.id}] is not EMPTY ORDER BY "Time to answer" ASC, key ASC`)).toEqual([
    'late',
    'now',
    'early',
    'fresh',
    'missed, and runs again',
    'late and paused',
    'paused',
    'met',
    'missed',
  ]);
});

test('service levels of desks that the person does not serve do not exist', async () => {
  const of = ({ account }: { account: { id: string } }): JqlViewer => ({
    id: account.id,
    isAdministrator: false,
    timeZone: null,
  });
  expect(await found('"Time to answer" = paused()', noon, of(world.people.agent))).toHaveLength(2);
  await expect(found('"Time to answer" = paused()', noon, of(world.people.otherAgent))).rejects.toThrow(
    "Field 'Time to answer' does not exist or you do not have permission to view it.",
  );
});

test.each([
  ['= 5', 'is asked with a function'],
  ['< breached()', "The operator '<' does not fit 'breached()'"],
  ['< remaining()', "expected '1' arguments but received '0'"],
  ['= paused("x")', "expected '0' arguments but received '1'"],
  ['< remaining("soon")', 'is no duration'],
  ['= now()', "A value provided by the function 'now' is invalid"],
  ['= breeched()', "Unable to find JQL function 'breeched()'"],
])('“Time to answer” %s is refused', async (condition, message) => {
  await expect(found(`"Time to answer" ${condition}`)).rejects.toThrow(message);
});

test('durations are read as Jira reads them', () => {
  expect(['4h', '2h 30m', '1d', '1w', '-15m', '0', '90m'].map(readDuration)).toEqual(
    [240, 150, 1440, 10080, -15, 0, 90].map((minutes) => minutes * 60_000),
  );
  expect(['', 'x', '4', '4 hours', '--1h', '1h-'].map(readDuration)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
