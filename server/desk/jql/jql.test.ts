import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignRequest } from '../issues/assign-request.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { workflowStateOf } from '../workflow/store.ts';
import { possibleTransitions, transitionRequest } from '../workflow/transition-request.ts';
import { compileJql } from './compile.ts';

let world: DeskWorld;
const now = new Date('2026-03-15T12:00:00Z');

// Three requests: FIRST is open, unassigned and old; SECOND in progress with Anna; THIRD resolved by Anna.
let names: Map<string, string>;

beforeAll(async () => {
  world = await createDeskWorld();
  const { people, raise, platform } = world;
  const agent = { accountId: people.agent.account.id, isAgent: true };
  const first = await raise({ summary: 'Printer on fire 100%', at: new Date('2026-01-31T23:30:00Z') });
  const second = await raise({
    by: people.member,
    summary: 'Screen is dark',
    at: new Date('2026-03-14T12:00:00Z'),
  });
  const third = await raise({ summary: 'No coffee', at: new Date('2026-03-15T09:00:00Z') });
  await platform.db.transaction().execute(async (trx) => {
    for (const [request, name, at] of [
      [second, 'Start work', new Date('2026-03-15T10:00:00Z')],
      [third, 'Resolve', new Date('2026-03-15T11:00:00Z')],
    ] as const) {
      await assignRequest(trx, { requestId: request.id, actor: agent, assigneeId: agent.accountId, at });
      const state = await workflowStateOf(trx, request.id);
      const transitions = state
        ? await possibleTransitions(trx, state, { actor: agent, asCustomer: false })
        : [];
      const transitionId = transitions.find((transition) => transition.name === name)?.id ?? '';
      await transitionRequest(trx, { requestId: request.id, actor: agent, transitionId, at });
    }
  });
  names = new Map([
    [first.key, 'FIRST'],
    [second.key, 'SECOND'],
    [third.key, 'THIRD'],
  ]);
});
afterAll(() => world.close());

async function find(jql: string, timeZone: string | null = null): Promise<string[]> {
  const { people, platform } = world;
  const { where, sorting } = compileJql(jql, { viewerId: people.agent.account.id, timeZone, now });
  let query = platform.db.selectFrom('request').select('key').where(where);
  for (const { by, direction } of sorting) query = query.orderBy(by, direction);
  const rows = await query.execute();
  return rows.map(({ key }) => names.get(key) ?? key);
}

describe('a query finds', () => {
  test.each([
    ['', ['THIRD', 'SECOND', 'FIRST']],
    ['order by created', ['FIRST', 'SECOND', 'THIRD']],
    ['order by key asc', ['FIRST', 'SECOND', 'THIRD']],
    ['order by status asc, created desc', ['SECOND', 'THIRD', 'FIRST']],
    ['ORDER BY assignee ASC', ['SECOND', 'THIRD', 'FIRST']],
    ['resolved is not empty order by resolved desc', ['THIRD']],
    ['order by updated asc', ['FIRST', 'SECOND', 'THIRD']],
    ['project = north', ['THIRD', 'SECOND', 'FIRST']],
    ['project = "NORTH project" and key = north-1', ['FIRST']],
    ['project != NORTH', []],
    ['key in (NORTH-1, NORTH-3)', ['THIRD', 'FIRST']],
    ['status = "in PROGRESS"', ['SECOND']],
    ['status != "In progress"', ['THIRD', 'FIRST']],
    ['status in ("In progress", Resolved)', ['THIRD', 'SECOND']],
    ['status not in ("In progress", Resolved)', ['FIRST']],
    ['status = "There is none"', []],
    ['status != "There is none"', ['THIRD', 'SECOND', 'FIRST']],
    ['statusCategory = "To Do"', ['FIRST']],
    ['statusCategory in (new, 4)', ['SECOND', 'FIRST']],
    ['statusCategory != Done', ['SECOND', 'FIRST']],
    ['resolution = Unresolved', ['SECOND', 'FIRST']],
    ['resolution is EMPTY', ['SECOND', 'FIRST']],
    ['resolution = EMPTY', ['SECOND', 'FIRST']],
    ['resolution != Unresolved', ['THIRD']],
    ['resolution = done', ['THIRD']],
    ['resolution in (Unresolved, Done)', ['THIRD', 'SECOND', 'FIRST']],
    ['resolution != "Canceled"', ['THIRD']],
    ['resolution = "There is none"', []],
    ['priority = medium', ['THIRD', 'SECOND', 'FIRST']],
    ['priority in (High, Highest)', []],
    ['priority != Low order by priority desc, created', ['FIRST', 'SECOND', 'THIRD']],
    ['assignee = currentUser()', ['THIRD', 'SECOND']],
    ['assignee != currentUser()', []],
    ['assignee is EMPTY', ['FIRST']],
    ['assignee is not EMPTY', ['THIRD', 'SECOND']],
    ['NOT assignee is EMPTY', ['THIRD', 'SECOND']],
    ['assignee in (EMPTY, currentUser())', ['THIRD', 'SECOND', 'FIRST']],
    ['"Request Type" = "report a problem"', ['THIRD', 'SECOND', 'FIRST']],
    ['"request type" not in ("Ask a question", "Order a change")', ['THIRD', 'SECOND', 'FIRST']],
    ['summary ~ "on FIRE"', ['FIRST']],
    ['summary ~ "100%"', ['FIRST']],
    ['summary ~ "scr* dark"', ['SECOND']],
    ['created >= -1d', ['THIRD', 'SECOND']],
    ['created > "-1d"', ['THIRD']],
    ['created >= "-1w 2d" and created < -4h', ['SECOND']],
    ['created <= 2026-02-01', ['FIRST']],
    ['created >= "2026/03/15 09:00"', ['THIRD']],
    ['created > "2026-03-15 09:00"', []],
    ['created < now()', ['THIRD', 'SECOND', 'FIRST']],
    ['resolved >= -14d', ['THIRD']],
    ['statusCategoryChangedDate >= "2026-03-15 10:30"', ['THIRD']],
    ['statusCategoryChangedDate < -30d', ['FIRST']],
    ['order by statusCategoryChangedDate asc', ['FIRST', 'SECOND', 'THIRD']],
    ['resolved is EMPTY', ['SECOND', 'FIRST']],
    ['status = Resolved or assignee is EMPTY and created < -30d', ['THIRD', 'FIRST']],
    ['(status = Resolved or assignee is EMPTY) and created < -30d', ['FIRST']],
    ['not (status = Resolved or assignee is EMPTY)', ['SECOND']],
  ])('%s', async (jql, expected) => {
    expect(await find(jql)).toEqual(expected);
  });

  test('by account, for reporters and assignees', async () => {
    const { reporter, agent } = world.people;
    expect(await find(`reporter = "${reporter.account.accountId}"`)).toEqual(['THIRD', 'FIRST']);
    expect(await find(`reporter != "${reporter.account.accountId}"`)).toEqual(['SECOND']);
    expect(await find(`assignee = "${agent.account.accountId}"`)).toEqual(['THIRD', 'SECOND']);
  });

  test('the same each time it is asked', async () => {
    for (let time = 0; time < 3; time++) expect(await find('status = Resolved')).toEqual(['THIRD']);
  });

  test('by the clocks of whoever asks', async () => {
    // 23:30 in UTC is half past midnight in Berlin.
    expect(await find('created >= 2026-02-01 and created < 2026-02-02')).toEqual([]);
    expect(await find('created >= 2026-02-01 and created < 2026-02-02', 'Europe/Berlin')).toEqual(['FIRST']);
  });

  test('text as text, whatever it holds', async () => {
    for (const text of [`'; drop table request; --`, '%', '_', '\\\\', '")', 'ä\u0000']) {
      const quoted = JSON.stringify(text);
      expect(await find(`status = ${quoted} or assignee = ${quoted} or key = ${quoted}`)).toEqual([]);
    }
    const { rows } = await sql<{ count: string }>`select count(*) from request`.execute(world.platform.db);
    expect(rows[0]?.count).toBe('3');
  });
});

describe('a query is refused that', () => {
  test.each([
    [
      'status = = 3',
      "Error in the JQL Query: Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 10)",
    ],
    [
      'status =',
      'Error in the JQL Query: Expecting either a value, list or function before the end of the query. (line 1, character 9)',
    ],
    [
      'flavour = sweet',
      "Field 'flavour' does not exist or you do not have permission to view it. (line 1, character 1)",
    ],
    ['status = x and\n  flavour = sweet', '(line 2, character 3)'],
    [
      'staus = x',
      "Field 'staus' does not exist or you do not have permission to view it. Did you mean 'status'? (line 1, character 1)",
    ],
    ['status ~ x', "The operator '~' is not supported by the 'status' field. (line 1, character 8)"],
    ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid. Valid formats include: "],
    ['created > "2026-02-30"', "Date value '2026-02-30' for field 'created' is invalid."],
    [
      'assignee = membersof(x)',
      "Operator '=' does not support the list value 'membersof(x)' for field 'assignee'.",
    ],
    ['assignee = membersfo(x)', "Unable to find JQL function 'membersfo(x)'. Did you mean 'membersOf'?"],
    ['assignee = currentUser(x)', "Function 'currentUser' expected '0' arguments but received '1'."],
    [
      'assignee in currentUser()',
      "Operator 'in' does not support the non-list value 'currentUser()' for field 'assignee'.",
    ],
    [
      'status = currentUser()',
      "A value provided by the function 'currentUser' is invalid for the field 'status'. (line 1, character 10)",
    ],
    ['order by flavour', "Field 'flavour' does not exist"],
    ['order by key, created, key', "The sort field 'key' is referenced multiple times in the JQL sort."],
    ['cf[10010] = 3', "Field 'cf[10010]' does not exist"],
  ])('%s', (jql, message) => {
    const context = { viewerId: '1', timeZone: null, now };
    expect(() => compileJql(jql, context)).toThrow(message);
  });
});
