import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { disarmed } from './cell-text.ts';

let world: DeskWorld;
let hidden: { id: string; key: string };
let own: { id: string; key: string };
let alone: { id: string; key: string };

// What Anna works on, one of them linked with a request of the other desk, which she knows nothing of.
beforeAll(async () => {
  world = await createDeskWorld();
  own = await world.raise({ summary: 'Mine; linked' });
  alone = await world.raise({ summary: 'Mine alone' });
  hidden = await world.raise({ summary: 'Hidden' });
  const { db } = world.platform;
  await sql`update request set service_desk_id = ${world.otherDesk.id}, key = 'OTHER-77' where id = ${hidden.id}`.execute(
    db,
  );
  hidden = { ...hidden, key: 'OTHER-77' };
  const type = await db.selectFrom('request_link_type').select('id').limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto('request_link')
    .values({ type_id: type.id, source_id: own.id, destination_id: hidden.id } as never)
    .execute();
});
afterAll(() => world.close());

const search = (who: TestPerson, jql: string) =>
  world.ask<{ issues?: { key: string }[]; errorMessages?: string[] }>(who, 'POST', '/rest/api/3/search/jql', {
    jql,
    fields: ['key'],
  });
const found = async (jql: string) => {
  const { status, body, text } = await search(world.people.agent, jql);
  expect(status, text).toBe(200);
  return body.issues?.map(({ key }) => key).sort();
};

describe('what is linked with requests of other desks', () => {
  test.each([
    ['issueLinkType is not EMPTY', []],
    ['issueLinkType is EMPTY', ['own', 'alone']],
    [
      'issueLinkType in ("Blocks", "blocks", "is blocked by", "Cloners", "clones", "relates to", "Relates")',
      [],
    ],
  ] as const)('%s', async (jql, names) => {
    const keys = { own: own.key, alone: alone.key };
    expect(await found(jql)).toEqual(names.map((name) => keys[name]).sort());
  });
});

describe('text that is no text', () => {
  test.each([
    ['issue.property[a].b = "\\ud800"'],
    ['issue.property[a].b > 3'],
    ['issue.property["\\ud800"].b > 3'],
    ['issue.property[a]."\\ud800" > 3'],
    ['issue.property[a].b > "2026-01-01"'],
    ['summary ~ "\\ud800"'],
    ['text ~ "\\ud800*"'],
    ['labels = "\\ud800"'],
    ['status was "\\ud800"'],
    ['assignee = "\\ud800"'],
    ['votes = 1e99'],
    ['timespent = 999999999999999w'],
    ['key > "NORTH-999999999"'],
    ['id = 999999999999999999'],
    ['project = 99999999999999999999999'],
    ['filter = 99999999999999999999999'],
    ['"cf[99999999999999999999]" = 1'],
    ['cf[999999999999999999] = 1'],
    ['created > -999999y'],
    ['created > 999999y'],
  ])('%s', async (jql) => {
    const { status, text } = await search(world.people.agent, jql);
    expect([200, 400], text).toContain(status);
    const lax = await world.ask(world.people.agent, 'POST', '/rest/api/3/search', {
      jql,
      validateQuery: 'none',
    });
    expect([200, 400], lax.text).toContain(lax.status);
  });
});

test('customers are told nothing of queries where issues are picked', async () => {
  const pick = (jql: string) =>
    world.ask<{ sections: unknown }>(
      world.people.reporter,
      'GET',
      `/rest/api/3/issue/picker?currentJQL=${encodeURIComponent(jql)}`,
    );
  const plain = await pick('');
  for (const jql of ['filter = 10000', 'nofield = 1', 'status ~ x', '((']) {
    const answer = await pick(jql);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual(plain.body);
  }
});

// Where the spreadsheet of a country parts cells by semicolons, a file with commas is read so, too.
test.each([
  ['Printer;=1+1', "Printer;'=1+1"],
  ['Printer; @SUM(A1)', "Printer; '@SUM(A1)"],
  ['Printer\n=1+1', "Printer\n'=1+1"],
  ['Printer\t+1', "Printer\t'+1"],
  ['Printer\r\n-1+1', "Printer\r\n'-1+1"],
  ['To do:\n- one\n- two', 'To do:\n- one\n- two'],
  ['one; two = three', 'one; two = three'],
  ['---\n--- \nx', "'---\n--- \nx"],
])('%j is exported as %j', (text, written) => {
  expect(disarmed(text)).toBe(written);
});

test('filters that are too long to be read are not read', async () => {
  const { people, platform } = world;
  const rows = await platform.db
    .insertInto('jql_filter')
    .values(
      Array.from({ length: 60 }, (_, at) => ({
        owner_id: people.agent.account.id,
        name: `Long ${at}`,
        jql: Array.from({ length: 450 }, (_each, index) => `key = N${at}-${index}`).join(' or '),
      })),
    )
    .returning('id')
    .execute();
  const { status, body } = await search(people.agent, `filter in (${rows.map(({ id }) => id).join()})`);
  expect(status).toBe(400);
  expect(body.errorMessages?.[0]).toContain('too long');
  expect((await search(people.agent, `filter in (${rows[0]?.id}, ${rows[1]?.id})`)).status).toBe(200);
});
