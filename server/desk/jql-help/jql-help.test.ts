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
