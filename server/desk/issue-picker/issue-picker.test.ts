import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

let world: DeskWorld;
let printer: string;
let scanner: string;

beforeAll(async () => {
  world = await createDeskWorld();
  ({ key: printer } = await world.raise({ summary: 'The printer is <b>on fire</b>' }));
  ({ key: scanner } = await world.raise({ summary: 'The scanner loses 100% of its pages' }));
});
afterAll(() => world.close());

interface Suggestions {
  sections: {
    id: string;
    issues: { key: string; keyHtml: string; summary: string; summaryText: string }[];
  }[];
}

async function picked(
  person: TestPerson,
  query: string,
  others = '',
): Promise<Suggestions['sections'][number]['issues']> {
  const { status, body } = await world.ask<Suggestions>(
    person,
    'GET',
    `/rest/api/3/issue/picker?query=${encodeURIComponent(query)}${others}`,
  );
  expect(status).toBe(200);
  return body.sections.flatMap(({ issues }) => issues);
}
const keys = async (person: TestPerson, query: string, others?: string) =>
  (await picked(person, query, others)).map(({ key }) => key);

test('an agent finds requests by words of the summary in any order, newest first', async () => {
  const { agent } = world.people;
  expect(await keys(agent, 'the')).toEqual([scanner, printer]);
  expect(await keys(agent, 'FIRE print')).toEqual([printer]);
  expect(await keys(agent, '100%')).toEqual([scanner]);
  expect(await keys(agent, 'no such words')).toEqual([]);
});

test('words are found by their beginnings and in other forms, without accents', async () => {
  const { agent } = world.people;
  const { key } = await world.raise({ summary: 'Büros without cables' });
  expect(await keys(agent, 'buro cabl')).toEqual([key]);
  expect(await keys(agent, 'CABLE büro')).toEqual([key]);
  expect(await keys(agent, 'able')).toEqual([]);
});

test('what one viewed comes first, in a section of its own; the others are of the query that one looks at', async () => {
  const { agent } = world.people;
  await world.ask(agent, 'GET', `/rest/api/3/issue/${printer}?updateHistory=true`);
  const { body } = await world.ask<Suggestions>(agent, 'GET', '/rest/api/3/issue/picker?query=the');
  expect(body.sections.map(({ id, issues }) => [id, ...issues.map(({ key }) => key)])).toEqual([
    ['hs', printer],
    ['cs', scanner],
  ]);
  expect(await keys(agent, 'the', '&currentJQL=summary%20~%20nothing')).toEqual([printer]);
  expect(await keys(agent, 'the', '&currentJQL=summary%20~%20scanner')).toEqual([printer, scanner]);
  const refused = await world.ask(agent, 'GET', '/rest/api/3/issue/picker?query=the&currentJQL=nonsense');
  expect(refused.status).toBe(400);
});

test('a key is found however it is written, and by its number', async () => {
  const { agent } = world.people;
  expect(await keys(agent, printer.toLowerCase())).toEqual([printer]);
  expect((await keys(agent, printer.split('-')[1] ?? ''))[0]).toBe(printer);
});

test('the request that one looks at is left out, and so are those of other projects', async () => {
  const { agent } = world.people;
  expect(await keys(agent, 'the', `&currentIssueKey=${scanner}`)).toEqual([printer]);
  expect(await keys(agent, 'the', '&currentProjectId=999999')).toEqual([]);
  expect(await keys(agent, 'the', '&currentProjectId=x')).toEqual([]);
});

test('what is found is in bold, and the rest of it is no markup', async () => {
  const [found] = await picked(world.people.agent, 'print');
  expect(found?.summary).toBe('The <b>print</b>er is &lt;b&gt;on fire&lt;/b&gt;');
  expect(found?.summaryText).toBe('The printer is <b>on fire</b>');
});

test('agents of other desks and customers find none of it, and nobody is told to sign in', async () => {
  expect(await keys(world.people.otherAgent, 'the')).toEqual([]);
  expect(await keys(world.people.reporter, 'the')).toEqual([]);
  expect((await world.ask(null, 'GET', '/rest/api/3/issue/picker?query=the')).status).toBe(401);
});

test('jira.js takes the answer', async () => {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const {
    jira: { createCloudClient },
    core: { createClient },
  } = await loadJiraClient();
  const { headers } = world.people.agent;
  const client = createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' });
  const { sections = [] } = await createCloudClient(client).issueSearch.getIssuePickerResource({
    query: 'fire',
  });
  expect(sections.flatMap(({ issues = [] }) => issues.map(({ key }) => key))).toEqual([printer]);
  const drift = (globalThis as { [key: symbol]: { path: string; keys?: string[] }[] | undefined })[
    Symbol.for('apis-code-gen.schemaAudit')
  ];
  expect((drift ?? []).filter(({ path, keys: extra }) => path.includes('picker') && !isOurs(extra))).toEqual(
    [],
  );
});

function isOurs(extra: readonly string[] | undefined): boolean {
  return extra?.every((key) => key === '_portico') ?? false;
}
