import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Invalid } from '../../platform/http/errors.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { checkJql } from './check.ts';
import { compileJql } from './compile.ts';
import { type JqlViewer, loadJqlContext } from './context.ts';
import { historyOperators } from './field.ts';
import { jqlFields } from './fields.ts';
import { currentUser } from './functions/current-user.ts';
import { registerJqlFunction } from './functions/registry.ts';
import { quoted } from './suggest.ts';
import { withinTimeLimit } from './time-limit.ts';

let world: DeskWorld;
const names = new Map<string, string>();
const now = new Date('2026-03-15T12:00:00Z');
const ids: Record<string, string> = {};

// A is Alice's and blocks B; Anna watches A, voted for B, saw B and then A, was asked to approve both and approved B; A has
// properties and work, B an attachment and a share with Globex; C is Max's, by the API, and has nothing.
beforeAll(async () => {
  world = await createDeskWorld();
  const { raise, people, platform, globex } = world;
  const { db } = platform;
  const a = await raise({ at: new Date('2026-03-10T10:00:00Z') });
  const b = await raise({ at: new Date('2026-03-12T10:00:00Z') });
  const c = await raise({ by: people.member, at: new Date('2026-03-14T10:00:00Z') });
  for (const [name, { id, key }] of Object.entries({ A: a, B: b, C: c })) {
    names.set(key, name);
    ids[name] = id;
  }
  const anna = people.agent.account.id;
  await db.insertInto('request_watcher').values({ request_id: a.id, account_id: anna }).execute();
  await sql`insert into request_vote (request_id, account_id) values (${b.id}, ${anna})`.execute(db);
  await sql`insert into request_view (request_id, account_id, viewed_at) values
    (${b.id}, ${anna}, '2026-03-15T08:00:00Z'), (${a.id}, ${anna}, '2026-03-15T09:00:00Z')`.execute(db);
  const blocks = await db
    .selectFrom('request_link_type')
    .select('id')
    .where('outward', '=', 'blocks')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('request_link')
    .values({ type_id: blocks.id, source_id: a.id, destination_id: b.id })
    .execute();
  await sql`with asked as (
      insert into approval (request_id, status_id, name, outcome, completed_at)
      select r.id, r.status_id, 'Boss', case when r.id = ${b.id} then 'approved' end, case when r.id = ${b.id} then now() end
      from request r where r.id in (${a.id}, ${b.id}) returning id, request_id)
    insert into approval_approver (approval_id, request_id, account_id, decision, decided_at, is_pending)
    select id, request_id, ${anna}, case when request_id = ${b.id} then 'approved' end,
      case when request_id = ${b.id} then now() end, request_id = ${a.id} from asked`.execute(db);
  await db
    .insertInto('request_property')
    .values([
      {
        request_id: a.id,
        key: 'crm',
        value: JSON.stringify({
          tier: 'gold',
          seats: 25,
          since: '2026-01-31',
          tags: ['vip', 'eu'],
          hot: true,
        }),
      },
      { request_id: b.id, key: 'crm', value: JSON.stringify({ tier: 'silver', seats: 5, since: null }) },
    ])
    .execute();
  await db
    .insertInto('worklog')
    .values({
      request_id: a.id,
      author_id: anna,
      updated_by: anna,
      seconds: 5400,
      comment_text: 'Turned it off',
      // Already the next day in Berlin.
      started_at: '2026-03-10T23:30:00Z',
    })
    .execute();
  await db
    .insertInto('attachment')
    .values({
      request_id: b.id,
      author_id: anna,
      file_name: 'a.txt',
      media_type: 'text/plain',
      size_bytes: 1,
      storage_key: 'none',
    })
    .execute();
  await db
    .insertInto('request_share')
    .values({ request_id: b.id, organization_id: globex.id, request_created_at: now })
    .execute();
  await db.updateTable('request').set({ channel: 'api' }).where('id', '=', c.id).execute();
  await db
    .updateTable('request')
    .set({ priority_id: sql`(select id from priority where name = 'Highest')`, assignee_id: anna })
    .where('id', '=', a.id)
    .execute();
  const group = await db
    .insertInto('account_group')
    .values({ name: 'First line' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('account_group_member')
    .values({ group_id: group.id, account_id: people.reporter.account.id })
    .execute();
  await sql`insert into jql_filter (id, owner_id, name, jql) overriding system value values
    (1, ${anna}, 'Mine', 'assignee = currentUser() order by created'),
    (2, ${anna}, 'Mine or Max', 'filter = Mine or reporter = "max@acme.example"'),
    (3, ${anna}, 'Round', 'filter = Trip'), (4, ${anna}, 'Trip', 'filter = Round'),
    (5, ${anna}, 'Broken', 'status ~'), (6, ${anna}, 'Wrong', 'flavour = sweet'),
    (7, ${people.administrator.account.id}, 'Secret', 'status = Resolved'),
    (8, ${people.administrator.account.id}, 'Shared', 'project = NORTH')`.execute(db);
  await sql`insert into jql_filter_share (filter_id) values (8)`.execute(db);
});
afterAll(() => world.close());

function anna(timeZone = 'Europe/Berlin'): JqlViewer {
  return { id: world.people.agent.account.id, isAdministrator: false, timeZone, locale: 'de' };
}

async function find(jql: string, viewer = anna()): Promise<string> {
  const { db } = world.platform;
  const { where, sorting } = compileJql(jql, await loadJqlContext(db, viewer, [jql], { now }));
  let query = db.selectFrom('request').select('key').where(where);
  for (const { by, direction } of sorting) query = query.orderBy(by, direction);
  const rows = await query.execute();
  return rows.map(({ key }) => names.get(key) ?? key).join('');
}

describe('a query finds', () => {
  test.each([
    ['watcher = currentUser()', 'A'],
    ['watcher in membersOf("First line")', ''],
    ['watchers > 0', 'A'],
    ['watchers = 0 order by key', 'BC'],
    ['voter = "Anna Agent"', 'B'],
    ['votes >= 1 order by votes', 'B'],
    ['key in watchedIssues()', 'A'],
    ['issue in votedIssues()', 'B'],
    ['id not in votedIssues() order by key', 'AC'],
    ['issuekey in issueHistory() order by lastViewed desc', 'AB'],
    ['lastViewed > "2026-03-15 09:30"', 'A'],
    ['lastViewed is empty', 'C'],
    ['key > NORTH-1 order by key', 'BC'],
    ['key <= north-2 order by key desc', 'BA'],
    ['key > OTHER-0', null],
    ['key = "north-3"', 'C'],
    ['issueLinkType = blocks', 'A'],
    ['issueLinkType = "is blocked by"', 'B'],
    ['issueLinkType in (Blocks, Relates)', 'A'],
    ['issueLinkType is empty', 'C'],
    ['key in linkedIssues(NORTH-1)', 'B'],
    ['key in linkedIssues(NORTH-1, blocks)', 'B'],
    ['key in linkedIssues(NORTH-1, "is blocked by")', ''],
    ['key in linkedIssues("north-2", "is blocked by")', 'A'],
    ['key in linkedIssues(NORTH-2, blocks)', ''],
    ['approvals = pending()', 'A'],
    ['approvals = approved()', 'B'],
    ['not approvals = approved() order by key', 'AC'],
    ['approvals = myPending()', 'A'],
    ['approvals = myApproval() order by key', 'AB'],
    ['approvals = pendingBy("anna@northwind.example")', 'A'],
    ['approvals = approver("Anna Agent", "Ada Admin") order by key', 'AB'],
    ['approvals = approver("Ada Admin")', ''],
    ['attachments is not empty', 'B'],
    ['attachments is empty order by key', 'AC'],
    ['organizations = globex', 'B'],
    ['organizations in (Acme) order by key', 'ABC'],
    ['organizations not in (Globex) order by key', 'AC'],
    ['organizations is empty', ''],
    ['reporter in membersOf("first LINE") order by key', 'AB'],
    ['reporter not in membersOf("First line")', 'C'],
    ['reporter in organizationMembers(Acme) order by key', 'ABC'],
    ['reporter in organizationMembers(Globex, Nobody)', ''],
    ['reporter = "alice@acme.example" order by key', 'AB'],
    ['reporter = "MAX member"', 'C'],
    ['assignee in (currentUser(), membersOf("First line"))', 'A'],
    ['creator = "Max Member"', 'C'],
    ['priority > Medium', 'A'],
    ['priority <= Medium order by key', 'BC'],
    ['priority >= Medium order by priority desc, key asc', 'ABC'],
    ['issuetype = "service request" and type in (10001) order by key', 'ABC'],
    ['issuetype in standardIssueTypes() order by key', 'ABC'],
    ['issuetype in subtaskIssueTypes()', ''],
    ['projectType = service_desk order by key', 'ABC'],
    ['projectType = software', ''],
    ['status is empty', ''],
    ['"Request Type" = "Report a problem (NORTH)" order by key', 'ABC'],
    ['"Customer Request Type" = "Report a problem (OTHER)"', ''],
    ['request-channel-type = api', 'C'],
    ['request-channel-type != api order by key', 'AB'],
    ['worklogAuthor = currentUser()', 'A'],
    ['worklogDate = 2026-03-11', 'A'],
    ['worklogDate = 2026-03-10', ''],
    ['worklogDate < startOfDay() and worklogDate >= -1w', 'A'],
    ['worklogDate is empty order by key', 'BC'],
    ['worklogComment ~ "it off"', 'A'],
    ['timespent >= 1h', 'A'],
    ['timespent = "1h 30m"', 'A'],
    ['timespent > 90', ''],
    ['key in updatedBy("Alice Reporter") order by key', 'AB'],
    ['key in updatedBy("alice@acme.example", "2026-03-11")', 'B'],
    ['key in updatedBy("alice@acme.example", "2026-03-01", "-4d")', 'A'],
    ['issue.property[crm].tier = gold', 'A'],
    ['issue.property["crm"].tier in (gold, silver) order by key', 'AB'],
    ['issue.property[crm].tier != gold', 'B'],
    ['issue.property[crm].tier ~ il', 'B'],
    ['issue.property[crm].seats > 5', 'A'],
    ['issue.property[crm].seats <= 5', 'B'],
    ['issue.property[crm].seats = 25', 'A'],
    ['issue.property[crm].since < 2026-02-01', 'A'],
    ['issue.property[crm].since >= 2026-02-01', ''],
    ['issue.property[crm].tags = eu', 'A'],
    ['issue.property[crm].hot = "true"', 'A'],
    ['issue.property[crm].since is empty order by key', 'BC'],
    ['issue.property[crm] is not empty order by key', 'AB'],
    ['filter = Mine', 'A'],
    ['filter = 1', 'A'],
    ['filter != Mine order by key', 'BC'],
    ['filter = "Mine or Max" order by key', 'AC'],
    ['not filter = "Mine or Max"', 'B'],
    ['filter in (Mine, Shared) order by key', 'ABC'],
    ['savedFilter not in (Mine, "mine OR max")', 'B'],
    ['created > startOfDay("-5d") and created < endOfDay(-3) order by key', 'AB'],
    ['created >= startOfMonth() and created <= endOfMonth() order by key', 'ABC'],
    ['created < startOfWeek()', ''],
    ['created >= startOfWeek(-1w) order by key', 'ABC'],
    ['created > "-1M" and created > -1y and created < 1773300000000', 'A'],
    ['not (assignee = currentUser() or watchers > 5)', ''],
    ['not assignee != currentUser()', 'A'],
  ] as [string, string | null][])('%s', async (jql, found) => {
    if (found === null) await expect(find(jql)).rejects.toThrow('invalid');
    else expect(await find(jql)).toBe(found);
  });

  test('the same days for people elsewhere, and weeks as they begin there', async () => {
    const { db } = world.platform;
    const at = async (jql: string, viewer: JqlViewer, moment: string) => {
      const context = await loadJqlContext(db, viewer, [jql], { now: new Date(moment) });
      const { rows } = await sql<{ found: boolean }>`
        select ${compileJql(jql, context).where} as found from (select '2026-03-29T00:00:00Z'::timestamptz as created_at) as request`.execute(
        db,
      );
      return rows[0]?.found;
    };
    // In Berlin 29 March 2026 had 23 hours; it began at 23:00 the day before in UTC.
    expect(await at('created > startOfDay()', anna(), '2026-03-29T20:00:00Z')).toBe(true);
    expect(await at('created < startOfDay("+1h")', anna(), '2026-03-29T20:00:00Z')).toBe(false);
    expect(await at('created > startOfDay(-1d)', anna('America/New_York'), '2026-03-29T20:00:00Z')).toBe(
      true,
    );
    expect(await at('created < startOfDay()', anna('America/New_York'), '2026-03-29T20:00:00Z')).toBe(true);
    // A Sunday: weeks begin with it in the United States, and with Monday in Germany.
    const american = { ...anna('UTC'), locale: 'en-US' };
    expect(await at('created >= startOfWeek()', american, '2026-04-01T12:00:00Z')).toBe(true);
    expect(await at('created >= startOfWeek()', anna('UTC'), '2026-04-01T12:00:00Z')).toBe(false);
  });
});

describe('a query is refused that', () => {
  test.each([
    ['filter = Round', 'causes a cyclical reference'],
    ['filter = Secret', "The value 'Secret' does not exist for the field 'filter'. (line 1, character 10)"],
    ['filter = Nowhere', "The value 'Nowhere' does not exist for the field 'filter'."],
    [
      'filter = Broken',
      "The filter 'Broken', which the field 'filter' names, has a query that cannot be run.",
    ],
    ['filter = Wrong', "cannot be run: Field 'flavour' does not exist"],
    ['filter ~ Mine', "The operator '~' is not supported by the 'filter' field."],
    [
      'assignee = membersOf(x)',
      "Operator '=' does not support the list value 'membersOf(x)' for field 'assignee'.",
    ],
    ['key in membersOf(x)', "A value provided by the function 'membersOf' is invalid for the field 'key'."],
    [
      'created > startOfDay(soon)',
      "Duration for function 'startOfDay' should have the format (+/-)n(yMwdhm)",
    ],
    ['created > startOfDay(1, 2)', "Function 'startOfDay' expected 'at most 1' arguments but received '2'."],
    ['key in updatedBy(x, someday)', "Date value 'someday' for function 'updatedBy' is invalid."],
    ['approvals = x', "The value 'x' is invalid for the field 'approvals'."],
    ['approvals is empty', "The operator 'is' is not supported by the 'approvals' field."],
    ['issue.property = 3', 'Say which property of requests is meant'],
    [
      'issue.property[crm].seats > much',
      "The value 'much' for field 'issue.property' is no number and no date.",
    ],
    ['watchers was 3', "History searches do not support the 'watchers' field."],
    ['timespent > ages', "The value 'ages' for field 'timespent' is not a number."],
    ['staus = 1 or prority = 2', "Did you mean 'priority'? (line 1, character 14)"],
  ])('%s', async (jql, message) => {
    await expect(find(jql)).rejects.toThrow(message);
  });
});

test('every operator of every field makes SQL that PostgreSQL runs', async () => {
  const values: Record<string, string> = {
    number: '3',
    moment: '-3d',
    day: '2026-03-01',
    text: 'word',
    person: 'currentUser()',
    reference: 'x',
  };
  const clauses = jqlFields
    .filter(({ names: [name] }) => name !== 'filter' && name !== 'approvals')
    .flatMap((field) => {
      const [name = ''] = field.names;
      const value = name === 'key' ? 'NORTH-1' : name === 'timespent' ? '3h' : values[field.kind];
      return [...field.operators, ...(field.history ? historyOperators : [])].map((operator) => {
        if (operator === 'changed') return `${quoted(name)} changed after -1d`;
        const isList = operator.endsWith('in');
        const operand = operator.startsWith('is') ? 'empty' : isList ? `(${value}, ${value})` : value;
        return `${quoted(name)} ${operator} ${operand}`;
      });
    });
  expect(clauses.length).toBeGreaterThan(200);
  for (const clause of clauses) {
    await expect(find(clause), clause).resolves.toBeTypeOf('string');
    await expect(find(`not ${clause}`), clause).resolves.toBeTypeOf('string');
  }
  const sortable = jqlFields.filter(({ sortBy }) => sortBy).map(({ names: [name = ''] }) => quoted(name));
  for (const name of sortable) expect((await find(`order by ${name} desc`)).length, name).toBe(3);
});

describe('a check warns of', () => {
  test.each([
    [
      'status = Resolvd',
      "The value 'Resolvd' does not exist for the field 'status'. Did you mean 'Resolved'? (line 1, character 10)",
    ],
    ['project = OTHER', "The value 'OTHER' does not exist for the field 'project'. (line 1, character 11)"],
    ['key = OTHER-1', "An issue with key 'OTHER-1' does not exist for field 'key'. (line 1, character 7)"],
    [
      'key in linkedIssues(OTHER-1)',
      "Issue 'OTHER-1' could not be found in function 'linkedIssues'. (line 1, character 8)",
    ],
    [
      'assignee in ("Nobody")',
      "The value 'Nobody' does not exist for the field 'assignee'. (line 1, character 14)",
    ],
    [
      'reporter in membersOf("Last line")',
      "Function 'membersOf' can not find a user group with the name 'Last line'. (line 1, character 13)",
    ],
    [
      'Impact = "A teem"',
      "The value 'A teem' does not exist for the field 'Impact'. Did you mean 'A team'? (line 1, character 10)",
    ],
    [
      'issueLinkType = cloned',
      "The value 'cloned' does not exist for the field 'issueLinkType'. Did you mean 'clones'? (line 1, character 17)",
    ],
    [
      'organizations = Initech',
      "The value 'Initech' does not exist for the field 'organizations'. (line 1, character 17)",
    ],
    [
      'statusCategory = Dome',
      "The value 'Dome' does not exist for the field 'statusCategory'. Did you mean 'Done'? (line 1, character 18)",
    ],
  ])('%s', async (jql, message) => {
    const { errors, warnings } = await checkJql(world.platform.db, anna(), jql);
    expect(errors).toEqual([]);
    expect(warnings.map((warning) => warning.message)).toEqual([message]);
    // It can be run for all that.
    expect(await find(jql)).toBe('');
  });

  test('nothing in a query that is right', async () => {
    const jql =
      'project = NORTH and status in (Resolved, "Waiting for support") and resolution = Unresolved and priority > Low ' +
      'and assignee in (EMPTY, currentUser(), "Anna Agent") and key != NORTH-1 and Impact = "A team" and filter = Mine ' +
      'and created > -1w and summary ~ printer and status was "Anything" order by created';
    expect(await checkJql(world.platform.db, anna(), jql)).toEqual({ errors: [], warnings: [] });
  });

  test('everything at once', async () => {
    const jql = 'status = Nowhere and flavour = sweet\n or created > soon order by taste';
    const { errors, warnings } = await checkJql(world.platform.db, anna(), jql);
    expect(errors.map(({ line, column, start, end }) => [line, column, jql.slice(start, end)])).toEqual([
      [1, 22, 'flavour'],
      [2, 15, 'soon'],
      [2, 29, 'taste'],
    ]);
    expect(warnings.map(({ start, end }) => jql.slice(start, end))).toEqual(['Nowhere']);
  });

  test('custom fields and ids that there are not', async () => {
    const jql = '"Impct" = "A team" and status = 99 and "Time to resolutoin" = breached()';
    const { errors, warnings } = await checkJql(world.platform.db, anna(), jql);
    expect(errors.map(({ message, suggestion }) => [message, suggestion])).toEqual([
      [
        "Field 'Impct' does not exist or you do not have permission to view it. Did you mean 'Impact'? (line 1, character 1)",
        'Impact',
      ],
      [
        "Field 'Time to resolutoin' does not exist or you do not have permission to view it. Did you mean 'Time to resolution'? (line 1, character 40)",
        '"Time to resolution"',
      ],
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      "A value with ID '99' does not exist for the field 'status'. (line 1, character 33)",
    ]);
  });

  test('what stands after 😀 where it stands', async () => {
    const jql = 'assignee = "😀" or staus = 1';
    const { errors } = await checkJql(world.platform.db, anna(), jql);
    expect(errors.map(({ start, end, suggestion }) => [jql.slice(start, end), suggestion])).toEqual([
      ['staus', 'status'],
    ]);
  });
});

describe('a query that takes too long', () => {
  test('is stopped, and said so', async () => {
    const { db } = world.platform;
    const slow = withinTimeLimit(db, '1', (trx) => sql`select pg_sleep(5)`.execute(trx), { limitMs: 50 });
    await expect(slow).rejects.toThrow('The query took longer than 0.05 seconds and was stopped.');
    await expect(slow).rejects.toBeInstanceOf(Invalid);
  });

  test('does not hold what comes after it to the same limit', async () => {
    const { db } = world.platform;
    const { rows } = await withinTimeLimit(db, '1', (trx) => sql`select 1 as one`.execute(trx), {
      limitMs: 50,
    });
    expect(rows).toEqual([{ one: 1 }]);
    await db.transaction().execute(async (trx) => {
      await withinTimeLimit(trx, '1', (joined) => sql`select 1`.execute(joined), { limitMs: 50 });
      const { rows: set } = await sql<{
        limit: string;
      }>`select current_setting('statement_timeout') as limit`.execute(trx);
      expect(set).toEqual([{ limit: '30s' }]);
    });
  });
});

test('a room can add functions of its own', async () => {
  registerJqlFunction({
    name: 'firstRequests',
    isList: true,
    types: ['com.atlassian.jira.issue.Issue'],
    takes: [1, 1],
    argumentNames: ['count'],
    compile: ({ arguments: [count] }) => ({
      requests: sql`select id from request order by id limit ${Number(count?.value)}`,
    }),
  });
  expect(await find('key in FIRSTrequests(2) order by key')).toBe('AB');
  await expect(find('key in firstRequest(2)')).rejects.toThrow("Did you mean 'firstRequests'?");
  expect(() => registerJqlFunction({ ...currentUser, name: 'FIRSTREQUESTS' })).toThrow('already');
});
