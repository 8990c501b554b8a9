import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/database.ts';
import { assignRequest } from '../../issues/assign-request.ts';
import { changeRequest, requireLocked } from '../../requests/change-request.ts';
import { editRequest } from '../../requests/edit-request.ts';
import { createDeskWorld, type DeskWorld } from '../../testing.ts';
import { compileJqls } from '../compile.ts';

let world: DeskWorld;
let statuses: { id: string; name: string }[];
const names = new Map<string, string>();
const at = (day: string) => new Date(`2026-03-${day}Z`);

/**
 * first: raised on the 1st, assigned to Anna on the 3rd, to Ada on the 5th, to nobody on the 7th; urgent from the 4th.
 * second: raised on the 10th, put into the second status on the 12th, back on the 14th.
 * third: raised on the 20th, and never changed.
 */
beforeAll(async () => {
  world = await createDeskWorld();
  const { db } = world.platform;
  const { agent, administrator } = world.people;
  statuses = (await sql<{ id: string; name: string }>`select id, name from status order by id`.execute(db))
    .rows;
  const raise = async (name: string, day: string) => {
    const { id, key } = await world.raise({ at: at(day) });
    names.set(key, name);
    return id;
  };
  const first = await raise('first', '01T08:00');
  const second = await raise('second', '10T08:00');
  await raise('third', '20T08:00');
  const assign = (to: string | null, day: string) =>
    inTransaction(db, (trx) =>
      assignRequest(trx, {
        requestId: first,
        actor: { accountId: agent.account.id, isAgent: true },
        assigneeId: to,
        at: at(day),
      }),
    );
  await assign(agent.account.id, '03T10:00');
  await inTransaction(db, (trx) =>
    editRequest(trx, {
      requestId: first,
      actor: { accountId: administrator.account.id, isAgent: true },
      values: { priority: { name: 'High' } },
      at: at('04T10:00'),
    }),
  );
  await assign(administrator.account.id, '05T10:00');
  await assign(null, '07T10:00');
  await move(second, 1, '12T10:00');
  await move(second, 0, '14T10:00');
});
afterAll(() => world.close());

async function move(requestId: string, to: number, day: string): Promise<void> {
  await inTransaction(world.platform.db, async (trx) => {
    const request = await requireLocked(trx, requestId);
    const status = statuses[to];
    await changeRequest(trx, request, {
      actor: { accountId: world.people.agent.account.id, isAgent: true },
      at: at(day),
      set: { status_id: status?.id ?? '' },
      items: [
        {
          field: 'status',
          fieldId: 'status',
          fieldtype: 'jira',
          from: request.statusId,
          fromString: request.statusName,
          to: status?.id ?? null,
          toString: status?.name ?? null,
        },
      ],
      event: 'request.transitioned',
      audience: 'agents',
    });
  });
}

async function found(jql: string, timeZone: string | null = null): Promise<string> {
  const { db } = world.platform;
  const { id } = world.people.agent.account;
  const [compiled] = await compileJqls(db, { id, isAdministrator: true, timeZone }, [jql]);
  const { rows } = await sql<{
    key: string;
  }>`select key from request where ${compiled?.where} order by id`.execute(db);
  return rows.map(({ key }) => names.get(key)).join(' ');
}

test.each([
  ['assignee was "Anna Agent"', 'first'],
  ['assignee was currentUser()', 'first'],
  ['assignee was EMPTY', 'first second third'],
  ['assignee was not EMPTY', ''],
  ['assignee was not currentUser()', 'second third'],
  ['assignee was in ("Anna Agent", "Ada Admin")', 'first'],
  ['assignee was not in ("Anna Agent", "Ada Admin")', 'second third'],
  ['not assignee was "Anna Agent"', 'second third'],
  // a span that began before, and one that was not over
  ['assignee was "Anna Agent" before "2026-03-03"', ''],
  ['assignee was "Anna Agent" before "2026-03-04"', 'first'],
  ['assignee was "Anna Agent" after "2026-03-05 09:00"', 'first'],
  ['assignee was "Anna Agent" after "2026-03-05 11:00"', ''],
  ['assignee was "Anna Agent" on "2026-03-05"', 'first'],
  ['assignee was "Anna Agent" on "2026-03-06"', ''],
  ['assignee was EMPTY on "2026-03-04"', ''],
  ['assignee was EMPTY on "2026-03-08"', 'first'],
  ['assignee was EMPTY during ("2026-03-04", "2026-03-05")', ''],
  ['assignee was EMPTY during ("2026-03-02", "2026-03-02")', 'first'],
  ['assignee was "Anna Agent" during ("2026-03-04", "2026-03-05")', 'first'],
  // what it was when it was created, by whoever created it
  ['priority was Medium', 'first second third'],
  ['priority was Medium before "2026-03-02"', 'first'],
  ['priority was Medium after "2026-03-05"', 'second third'],
  ['priority was Medium by "Alice Reporter"', 'first second third'],
  ['priority was High by "Ada Admin"', 'first'],
  ['priority was High by currentUser()', ''],
  ['reporter was "Alice Reporter"', 'first second third'],
  ['resolution was EMPTY', 'first second third'],
  ['resolution was Unresolved before "2026-03-15"', 'first second'],
  ['assignee changed', 'first'],
  ['not assignee changed', 'second third'],
  ['assignee changed from EMPTY', 'first'],
  ['assignee changed to EMPTY after "2026-03-07"', 'first'],
  ['assignee changed to EMPTY after "2026-03-08"', ''],
  ['assignee changed from "Anna Agent" to "Ada Admin" on "2026-03-05"', 'first'],
  ['assignee changed from "Ada Admin" to "Anna Agent"', ''],
  ['assignee changed to ("Anna Agent", "Ada Admin") before "2026-03-04"', 'first'],
  ['assignee changed by "Ada Admin"', ''],
  ['priority changed by ("Ada Admin", currentUser())', 'first'],
  ['priority changed during ("2026-03-04", "2026-03-05")', 'first'],
  ['priority changed during ("2026-03-05", "2026-03-06")', ''],
  ['status changed', 'second'],
])('%s: %s', async (jql, expected) => {
  expect(await found(jql)).toBe(expected);
});

test('a status is found by the name that it has, and by the one that it had', async () => {
  const [, between] = statuses;
  const was = `status was "${between?.name}"`;
  expect(await found(was)).toBe('second');
  expect(await found(`${was} on "2026-03-13"`)).toBe('second');
  expect(await found(`${was} after "2026-03-15"`)).toBe('');
  await sql`update status set name = 'Renamed' where id = ${between?.id}`.execute(world.platform.db);
  expect(await found(was)).toBe('second');
  expect(await found('status was "renamed"')).toBe('second');
  expect(await found('status changed to Renamed')).toBe('second');
  expect(await found(`status was "${between?.id}"`)).toBe('second');
  expect(await found('status was "No such name"')).toBe('');
});

test('a day is one by the clocks of whoever asks', async () => {
  expect(await found('priority changed on "2026-03-04"', 'Pacific/Auckland')).toBe('first');
  expect(await found('assignee changed to EMPTY on "2026-03-07"', 'Pacific/Kiritimati')).toBe('');
  expect(await found('assignee changed to EMPTY on "2026-03-08"', 'Pacific/Kiritimati')).toBe('first');
});

test('several changes that are written at once follow each other', async () => {
  const { db } = world.platform;
  const { id } = await world.raise({ at: at('21T08:00') });
  const item = (from: string | null, to: string | null) => [
    {
      field: 'Note',
      fieldId: 'customfield_1',
      fieldtype: 'custom',
      from: null,
      fromString: from,
      to: null,
      toString: to,
    },
  ];
  await sql`insert into changelog (request_id, author_id, version, items, created_at) values
    (${id}, ${world.people.agent.account.id}, 2, ${JSON.stringify(item(null, 'One'))}, '2026-03-22Z'),
    (${id}, null, 3, ${JSON.stringify(item('One', 'x'.repeat(3000)))}, '2026-03-23Z')`.execute(db);
  const { rows } = await sql`select from_value, from_at, from_by, left(to_value, 3) as to_value, author_id
    from change_item where request_id = ${id} order by id`.execute(db);
  expect(rows).toEqual([
    {
      from_value: null,
      from_at: at('21T08:00'),
      from_by: world.people.reporter.account.id,
      to_value: 'one',
      author_id: world.people.agent.account.id,
    },
    {
      from_value: 'one',
      from_at: at('22T00:00'),
      from_by: world.people.agent.account.id,
      to_value: 'xxx',
      author_id: null,
    },
  ]);
});

test.each([
  ['assignee changed during "2026-03-04"', "'during' takes two dates"],
  ['assignee changed after yesterday', "Date value 'yesterday' for field 'assignee after' is invalid."],
  ['assignee changed after now() after now()', "'after' is said twice."],
  ['created changed', "History searches do not support the 'created' field."],
])('%s is refused: %s', async (jql, message) => {
  await expect(found(jql)).rejects.toThrow(message);
});
