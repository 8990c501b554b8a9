import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

// What Anna, who works at NORTH alone, can learn of OTHER by asking: nothing that is different from what there is not.
let world: DeskWorld;
let filterId: string;
beforeAll(async () => {
  world = await createDeskWorld();
  const { db } = world.platform;
  await world.raise();
  const { id } = await world.raise({ summary: 'Merger with Initech' });
  await sql`update request set service_desk_id = ${world.otherDesk.id}, key = 'OTHER-77' where id = ${id}`.execute(
    db,
  );
  await sql`update request_type set name = 'Merger desk' where service_desk_id = ${world.otherDesk.id} and name = 'Report a problem'`.execute(
    db,
  );
  await sql`update sla_metric set name = 'Merger clock' where service_desk_id = ${world.otherDesk.id} and position = 0`.execute(
    db,
  );
  await world.ask(world.people.administrator, 'POST', '/rest/portico/1/field', {
    type: 'select',
    name: 'Merger field',
    description: '',
    settings: {},
    contexts: [{ name: 'All', isGlobal: true, serviceDeskIds: [], options: [{ value: 'Merger option' }] }],
  });
  await sql`update field_context set is_global = false where field_id = (select id from field where name = 'Merger field')`.execute(
    db,
  );
  const { rows } = await sql<{ id: string }>`insert into jql_filter (owner_id, name, jql)
    values (${world.people.otherAgent.account.id}, 'Merger filter', 'project = OTHER') returning id::text`.execute(
    db,
  );
  filterId = rows[0]?.id ?? '';
});
afterAll(() => world.close());

const agent = () => world.people.agent;

/** What is said to her wherever a query can be sent, without the words that she sent herself. */
async function answersTo(jql: string, words: RegExp): Promise<string[]> {
  const q = encodeURIComponent(jql);
  const answers = [
    await world.ask(agent(), 'POST', '/rest/api/3/search/jql', { jql, fields: ['key'] }),
    await world.ask(agent(), 'POST', '/rest/api/3/search', { jql, fields: ['key'], validateQuery: 'warn' }),
    await world.ask(agent(), 'POST', '/rest/api/3/search', { jql, fields: ['key'], validateQuery: 'none' }),
    await world.ask(agent(), 'POST', '/rest/api/3/search/approximate-count', { jql }),
    await world.ask(agent(), 'POST', '/rest/api/3/jql/parse?validation=strict', { queries: [jql] }),
    await world.ask(agent(), 'POST', '/rest/api/3/jql/parse?validation=warn', { queries: [jql] }),
    await world.ask(agent(), 'POST', '/rest/api/3/jql/match', {
      jqls: [jql],
      issueIds: [1, 2, 10000, 10001, 10002],
    }),
    await world.ask(agent(), 'GET', `/rest/portico/1/search/export?fields=issuekey&jql=${q}`),
    await world.ask(agent(), 'GET', `/rest/api/3/issue/picker?query=&currentJQL=${q}`),
    await world.ask(agent(), 'POST', '/rest/api/3/filter', { name: `Try ${Math.random()}`, jql }),
  ];
  return answers.map(({ status, text }) =>
    `${status} ${text}`.replaceAll(words, '…').replaceAll(/"(id|self|searchUrl|viewUrl|name)":"[^"]*"/g, ''),
  );
}

test.each([
  ['project = OTHER', 'project = NOPES'],
  ['project = "OTHER project"', 'project = "NOPES project"'],
  ['project in (OTHER, NORTH)', 'project in (NOPES, NORTH)'],
  ['key = OTHER-77', 'key = NOPES-77'],
  ['key > OTHER-7', 'key > NOPES-7'],
  ['issue in linkedIssues(OTHER-77)', 'issue in linkedIssues(NOPES-77)'],
  ['"request type" = "Merger desk"', '"request type" = "Nopess desk"'],
  ['"Merger clock" = breached()', '"Nopess clock" = breached()'],
  ['"Merger field" = "Merger option"', '"Nopess field" = "Merger option"'],
  ['"Merger field" was "Merger option"', '"Nopess field" was "Merger option"'],
  ['project = NORTH order by "Merger field"', 'project = NORTH order by "Nopess field"'],
  ['filter = "Merger filter"', 'filter = "Nopess filter"'],
  ['filter in ("Merger filter")', 'filter in ("Nopess filter")'],
  ['text ~ Initech', 'text ~ Nopesss'],
])('%s tells no more than %s', async (there, absent) => {
  const words =
    /Initech|Nopesss|(Merger|Nopess?)( |%20)(desk|clock|field|filter)|(OTHER|NOPES)( project|-77?)?/gi;
  expect(await answersTo(there, words)).toEqual(await answersTo(absent, words));
});

test('a filter that is somebody else’s is none by its number either', async () => {
  const words = new RegExp(`${filterId}|99999`, 'g');
  expect(await answersTo(`filter = ${filterId}`, words)).toEqual(await answersTo('filter = 99999', words));
});

test.each([
  ['Mergex field', /Merger/],
  ['Mergex clock', /Merger/],
])('nothing of other desks is meant by "%s"', async (name, secret) => {
  for (const answer of await answersTo(`"${name}" = x`, /^$/g)) expect(answer).not.toMatch(secret);
});

test.each([
  'project',
  'request type',
  'issue',
  'key',
  '"Merger field"',
  'filter',
  '"Merger clock"',
  'cf[10000]',
  'labels',
])('no value of %s that is of other desks is offered', async (fieldName) => {
  for (const fieldValue of ['', 'Merger', 'OTHER', '77']) {
    const { status, text } = await world.ask(
      agent(),
      'GET',
      `/rest/api/3/jql/autocompletedata/suggestions?fieldName=${encodeURIComponent(fieldName)}&fieldValue=${fieldValue}`,
    );
    expect(status, text).toBe(200);
    expect(text).not.toMatch(/Merger|OTHER/);
  }
});

test('what queries can be made of names nothing of other desks', async () => {
  const { text } = await world.ask(agent(), 'GET', '/rest/api/3/jql/autocompletedata');
  expect(text).not.toMatch(/Merger/);
});
