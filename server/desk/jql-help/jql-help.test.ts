import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Read {
  readonly queries: readonly {
    readonly structure?: object;
    readonly errors?: readonly string[];
    readonly warnings?: readonly string[];
    readonly _portico: {
      readonly errors: readonly { start: number; end: number; suggestion?: string }[];
      readonly warnings: readonly object[];
    };
  }[];
}

async function read(query: string, validation = 'strict') {
  const { body, status, text } = await world.ask<Read>(
    world.people.agent,
    'POST',
    `/rest/api/3/jql/parse?validation=${validation}`,
    { queries: [query] },
  );
  expect(status, text).toBe(200);
  const [first] = body.queries;
  if (!first) throw new Error('nothing was read');
  return first;
}

test('a query is shown as what it is made of', async () => {
  const jql =
    'project = NORTH and not (status in (Resolved, "In progress") or assignee is empty) and status changed from Resolved by currentUser() order by created desc, key';
  expect((await read(jql, 'none')).structure).toEqual({
    where: {
      operator: 'and',
      clauses: [
        { field: { name: 'project' }, operator: '=', operand: { value: 'NORTH' } },
        {
          operator: 'not',
          clauses: [
            {
              operator: 'or',
              clauses: [
                {
                  field: { name: 'status' },
                  operator: 'in',
                  operand: { values: [{ value: 'Resolved' }, { value: 'In progress' }] },
                },
                { field: { name: 'assignee' }, operator: 'is', operand: { keyword: 'empty' } },
              ],
            },
          ],
        },
        {
          field: { name: 'status' },
          operator: 'changed',
          predicates: [
            { operator: 'from', operand: { value: 'Resolved' } },
            { operator: 'by', operand: { function: 'currentUser', arguments: [] } },
          ],
        },
      ],
    },
    orderBy: {
      fields: [{ field: { name: 'created' }, direction: 'desc' }, { field: { name: 'key' } }],
    },
  });
});

test('what is wrong with a query is said with where it stands', async () => {
  const wrong = await read('staus = Resolved');
  expect(wrong).not.toHaveProperty('structure');
  expect(wrong.errors?.[0]).toContain("Did you mean 'status'?");
  expect(wrong._portico.errors).toMatchObject([{ start: 0, end: 5, suggestion: 'status' }]);
  expect(await read('staus = Resolved', 'warn')).toHaveProperty('structure');
  expect(await read('staus = Resolved', 'none')).not.toHaveProperty('errors');
  const broken = await read('status = = Resolved', 'none');
  expect(broken).not.toHaveProperty('structure');
  expect(broken.errors?.[0]).toContain('Error in the JQL Query');
});

test('issues are matched with queries, as far as one works on them', async () => {
  const { people, raise, ask } = world;
  const [one, two] = [await raise({ summary: 'Printer' }), await raise({ summary: 'Screen' })];
  const body = {
    issueIds: [Number(one.id), Number(two.id), 999_999],
    jqls: [`key = ${one.key}`, 'nonsense = 1', ''],
  };
  const asked = '/rest/api/3/jql/match';
  const { body: found } = await ask(people.agent, 'POST', asked, body);
  expect(found).toEqual({
    matches: [
      { matchedIssues: [Number(one.id)], errors: [] },
      { matchedIssues: [], errors: [expect.stringContaining("'nonsense' does not exist")] },
      { matchedIssues: [Number(one.id), Number(two.id)], errors: [] },
    ],
  });
  const { body: elsewhere } = await ask<typeof found>(people.otherAgent, 'POST', asked, body);
  expect(elsewhere).toMatchObject({ matches: [{ matchedIssues: [] }, {}, { matchedIssues: [] }] });
  expect((await ask(people.reporter, 'POST', asked, body)).status).toBe(403);
});

interface Reference {
  readonly visibleFieldNames: readonly {
    readonly value: string;
    readonly operators: readonly string[];
    readonly orderable?: string;
    readonly cfid?: string;
  }[];
  readonly visibleFunctionNames: readonly { readonly value: string; readonly isList?: string }[];
  readonly jqlReservedWords: readonly string[];
}

test('fields are offered with their operators, and functions', async () => {
  const asked = '/rest/api/3/jql/autocompletedata';
  const { body, text, status } = await world.ask<Reference>(world.people.agent, 'GET', asked);
  expect(status, text).toBe(200);
  const field = (value: string) => body.visibleFieldNames.find((each) => each.value === value);
  expect(field('status')).toMatchObject({
    operators: expect.arrayContaining(['=', '!=', 'in', 'not in']),
    orderable: 'true',
    searchable: 'true',
    auto: 'true',
  });
  const impact = world.fields.get('Impact')?.replace('customfield_', '') ?? '';
  expect(field('Impact')).toMatchObject({ displayName: `Impact - cf[${impact}]`, cfid: `cf[${impact}]` });
  const functions = body.visibleFunctionNames.map(({ value }) => value);
  expect(functions).toEqual(expect.arrayContaining(['currentUser()', 'membersOf("")', 'startOfDay()']));
  expect(body.jqlReservedWords).toContain('and');
  const { body: posted } = await world.ask<Reference>(world.people.agent, 'POST', asked, {
    projectIds: [1],
    includeCollapsedFields: true,
  });
  expect(posted).toEqual(body);
  // What is offered is understood.
  for (const { value, orderable } of body.visibleFieldNames) {
    if (orderable === 'true') expect(await read(`order by ${value}`)).not.toHaveProperty('errors');
  }
});

test('values are offered while they are typed, as far as one may know of them', async () => {
  const suggested = async (query: string, who = world.people.agent) => {
    const asked = `/rest/api/3/jql/autocompletedata/suggestions?${query}`;
    const { body, text, status } = await world.ask<{
      results: { value: string; displayName: string }[];
    }>(who, 'GET', asked);
    expect(status, text).toBe(200);
    return body.results;
  };
  expect(await suggested('fieldName=status&fieldValue=in%20pro')).toMatchObject([
    { value: '"In progress"', displayName: '<b>In pro</b>gress' },
  ]);
  expect(await suggested('fieldName=project')).toMatchObject([
    { value: 'NORTH', displayName: 'NORTH project (NORTH)' },
  ]);
  expect(await suggested('fieldName=project', world.people.otherAgent)).toMatchObject([{ value: 'OTHER' }]);
  expect(await suggested('fieldName=Impact&fieldValue=team')).toMatchObject([{ value: '"A team"' }]);
  const { accountId } = world.people.agent.account;
  for (const query of [
    'fieldName=assignee&fieldValue=anna',
    'fieldName=status&predicateName=by&predicateValue=ann',
  ]) {
    expect((await suggested(query))[0]?.value.replaceAll('"', '')).toBe(accountId);
  }
  expect(await suggested('fieldName=status&predicateName=from&predicateValue=resol')).toMatchObject([
    { value: 'Resolved' },
  ]);
  const priorities = await suggested('fieldName=priority');
  expect(priorities.map(({ value }) => value).slice(0, 3)).toEqual(['Highest', 'High', 'Medium']);
  for (const name of ['resolution', 'statusCategory', '%22Request Type%22', 'issuetype', 'organizations']) {
    expect((await suggested(`fieldName=${name}`)).length, name).toBeGreaterThan(0);
  }
  await world.raise({ summary: 'Unplugged' });
  expect((await suggested('fieldName=key&fieldValue=unplug')).length).toBe(1);
  for (const name of ['filter', 'issueLinkType', 'nonsense', 'created', ''])
    await suggested(`fieldName=${name}`);
});

test('the list of fields says by which names queries ask for them, and what lists are sorted by', async () => {
  const { people, ask, fields } = world;
  const { body } = await ask<{ id: string; clauseNames: string[] }[]>(
    people.agent,
    'GET',
    '/rest/api/3/field',
  );
  const known = new Map(body.map((field) => [field.id, field]));
  const impact = fields.get('Impact') ?? '';
  expect(known.get('status')).toMatchObject({ clauseNames: ['status'], orderable: true, searchable: true });
  expect(known.get(impact)).toMatchObject({
    clauseNames: ['Impact', `cf[${impact.replace('customfield_', '')}]`],
    searchable: true,
  });
  expect(known.get('comment')).toMatchObject({ navigable: false, orderable: false });
  for (const { clauseNames } of body) {
    for (const name of clauseNames) {
      const { errors } = await read(`"${name}" is not empty`);
      expect(errors?.join() ?? '', name).not.toContain('does not exist');
    }
  }
});

test('people are written into queries by their accountId', async () => {
  const { people, ask, person } = world;
  await person({ displayName: 'Twin' });
  await person({ displayName: 'Twin' });
  const { body } = await ask(people.agent, 'POST', '/rest/api/3/jql/pdcleaner', {
    queryStrings: [
      'summary ~ "😀" and assignee in ("Anna Agent", empty, currentUser()) or reporter = "ALICE@acme.example"',
      'reporter = Nobody and status = "Anna Agent"',
      'reporter = Twin',
    ],
  });
  const [anna, alice] = [people.agent, people.reporter].map(({ account }) => account.accountId);
  expect(body).toEqual({
    queryStrings: [
      `summary ~ "😀" and assignee in (${anna}, empty, currentUser()) or reporter = ${alice}`,
      'reporter = Twin',
    ],
    queriesWithUnknownUsers: [
      {
        originalQuery: 'reporter = Nobody and status = "Anna Agent"',
        convertedQuery: 'reporter = unknown and status = "Anna Agent"',
      },
    ],
  });
});
