import { afterAll, beforeAll, expect, test } from 'vitest';
import { adfFromText } from '../../platform/formats/rich-text.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface LinkJson {
  readonly id: string;
  readonly type: { readonly name: string };
  readonly inwardIssue?: { readonly key: string };
  readonly outwardIssue?: { readonly key: string };
}

function link(
  name: string,
  source: string,
  destination: string,
  more: object = {},
  who = world.people.agent,
) {
  return world.ask(who, 'POST', '/rest/api/3/issueLink', {
    type: { name },
    inwardIssue: { key: source },
    outwardIssue: { key: destination },
    ...more,
  });
}

async function linksOf(who: TestPerson, key: string): Promise<LinkJson[]> {
  const { body } = await world.ask<{ fields: { issuelinks: LinkJson[] } }>(
    who,
    'GET',
    `/rest/api/3/issue/${key}?fields=issuelinks`,
  );
  return body.fields.issuelinks;
}

async function lastWords(key: string): Promise<{ fromString: string | null; toString: string | null }> {
  const { body } = await world.ask<{
    values: { items: { fromString: string | null; toString: string | null }[] }[];
  }>(world.people.agent, 'GET', `/rest/api/3/issue/${key}/changelog`);
  const item = body.values.at(-1)?.items[0];
  return { fromString: item?.fromString ?? null, toString: item?.toString ?? null };
}

/** Raised on the other desk, by one of its customers. */
function raiseElsewhere() {
  const { platform, people, otherDesk } = world;
  return platform.db.transaction().execute(async (trx) => {
    const type = await trx
      .selectFrom('request_type')
      .select('id')
      .where('service_desk_id', '=', otherDesk.id)
      .where('name', '=', 'Ask a question')
      .executeTakeFirstOrThrow();
    return raiseRequest(trx, {
      actor: { accountId: people.customerOfB.account.id, isAgent: false },
      serviceDeskId: otherDesk.id,
      requestTypeId: type.id,
      values: { summary: 'Not their business' },
    });
  });
}

test('a link reads differently from its two ends, and both histories tell of it', async () => {
  const { ask, people, raise } = world;
  const [blocker, blocked] = [await raise({ summary: 'No paper' }), await raise({ summary: 'No print' })];
  expect((await link('blocks', blocker.key, blocked.key)).status).toBe(201);
  const [outward] = await linksOf(people.agent, blocker.key);
  expect(outward).toMatchObject({
    type: { name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    outwardIssue: {
      key: blocked.key,
      fields: { summary: 'No print', status: { name: 'Waiting for support' }, issuetype: {} },
    },
  });
  expect(outward).not.toHaveProperty('inwardIssue');
  const [inward] = await linksOf(people.agent, blocked.key);
  expect(inward).toMatchObject({ id: outward?.id, inwardIssue: { key: blocker.key } });
  expect(await lastWords(blocker.key)).toEqual({
    fromString: null,
    toString: `This issue blocks ${blocked.key}`,
  });
  expect(await lastWords(blocked.key)).toEqual({
    fromString: null,
    toString: `This issue is blocked by ${blocker.key}`,
  });

  const path = `/rest/api/2/issueLink/${outward?.id}`;
  expect((await ask(people.agent, 'GET', path)).body).toMatchObject({
    inwardIssue: { key: blocker.key },
    outwardIssue: { key: blocked.key },
  });
  expect((await ask(people.agent, 'DELETE', path)).status).toBe(204);
  expect(await linksOf(people.agent, blocker.key)).toEqual([]);
  expect(await lastWords(blocked.key)).toEqual({
    fromString: `This issue is blocked by ${blocker.key}`,
    toString: null,
  });
  expect((await ask(people.agent, 'GET', path)).status).toBe(404);
});

test('the same link twice is one; so is one that reads the same from both ends, the other way round', async () => {
  const { people, raise } = world;
  const [one, two] = [await raise(), await raise()];
  await link('Relates', one.key, two.key);
  await link('Relates', one.key, two.key);
  await link('Relates', two.key, one.key);
  expect(await linksOf(people.agent, one.key)).toHaveLength(1);
  await link('Blocks', one.key, two.key);
  await link('Blocks', two.key, one.key);
  expect(await linksOf(people.agent, two.key)).toHaveLength(3);
});

test('a request of another desk is linked and seen only by who serves both', async () => {
  const { ask, people, raise } = world;
  const here = await raise();
  const elsewhere = await raiseElsewhere();
  expect((await link('Relates', here.key, elsewhere.key)).status).toBe(404);
  expect((await link('Relates', elsewhere.key, here.key)).status).toBe(404);
  expect((await link('Relates', here.key, elsewhere.key, {}, people.administrator)).status).toBe(201);
  const [made] = await linksOf(people.administrator, here.key);
  expect(made?.outwardIssue?.key).toBe(elsewhere.key);
  for (const who of [people.agent, people.otherAgent]) {
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await ask(who, method, `/rest/api/3/issueLink/${made?.id}`)).status).toBe(404);
    }
  }
  expect(await linksOf(people.agent, here.key)).toEqual([]);
  expect(await linksOf(people.otherAgent, elsewhere.key)).toEqual([]);
});

test('the history of a request does not name those of other desks to whom they are nothing', async () => {
  const { administrator, agent } = world.people;
  const { key } = await world.raise();
  const elsewhere = await raiseElsewhere();
  await link('Blocks', key, elsewhere.key, {}, administrator);
  const histories = async (who: TestPerson) => [
    (await world.ask(who, 'GET', `/rest/api/3/issue/${key}/changelog`)).text,
    (await world.ask(who, 'GET', `/rest/api/3/issue/${key}?expand=changelog`)).text,
  ];
  for (const text of await histories(administrator)) expect(text).toContain(elsewhere.key);
  for (const text of await histories(agent)) {
    expect(text).not.toContain(elsewhere.key);
    expect(text).toContain('This issue is linked to one of another project');
  }
});

test('a comment comes with a link, to customers only when it is for them', async () => {
  const { ask, people, raise } = world;
  const [one, two] = [await raise(), await raise()];
  await link('Duplicate', one.key, two.key, {
    comment: { body: adfFromText('The same again'), jsdPublic: false },
  });
  const path = `/rest/servicedeskapi/request/${one.key}/comment`;
  expect((await ask(people.agent, 'GET', path)).body).toMatchObject({ values: [{ body: 'The same again' }] });
  expect((await ask(people.reporter, 'GET', path)).body).toMatchObject({ size: 0 });
});

test('two that link to each other while they are edited do not get into each other’s way', async () => {
  const { ask, people, raise } = world;
  const [one, other] = [await raise(), await raise()];
  const edit = (key: string, to: string, name: string) =>
    ask(people.agent, 'PUT', `/rest/api/3/issue/${key}`, {
      fields: { summary: `${name} ${to}` },
      update: { issuelinks: [{ add: { type: { name }, outwardIssue: { key: to } } }] },
    });
  for (const name of ['Blocks', 'Cloners', 'Duplicate']) {
    const edits = [edit(one.key, other.key, name), edit(other.key, one.key, name)];
    expect((await Promise.all(edits)).map(({ status }) => status)).toEqual([204, 204]);
  }
});

test('a link of no known kind, to nothing, or to itself is refused', async () => {
  const { key } = await world.raise();
  const other = await world.raise();
  expect(await link('Loves', key, other.key)).toMatchObject({
    status: 400,
    body: { errors: { type: expect.stringContaining('Blocks, Cloners, Duplicate, Relates') } },
  });
  expect((await link('Blocks', key, 'NORTH-99999')).status).toBe(404);
  expect(await link('Blocks', key, key)).toMatchObject({
    status: 400,
    body: { errorMessages: ['A request cannot be linked to itself: name two.'] },
  });
});
