import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
let base: string;
beforeAll(async () => {
  world = await createDeskWorld();
  base = `/rest/portico/1/service-desk/${world.desk.id}/canned-response`;
});
afterAll(() => world.close());

interface Canned {
  id: string;
  name: string;
  text: string;
  version: number;
  usedCount: number;
  createdBy: { displayName: string } | null;
  updatedBy: { displayName: string } | null;
}

function doc(text: string) {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
async function add(name: string, text: string, who: TestPerson = world.people.agent): Promise<Canned> {
  const answer = await world.ask<Canned>(who, 'POST', base, { name, body: doc(text) });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

test('an agent prepares an answer, and it is found by words of its name and text', async () => {
  const { ask, people } = world;
  const made = await add(
    '  Restart   the printer ',
    'Hello {{customer.firstName|there}}, please restart it.',
  );
  expect(made).toMatchObject({
    name: 'Restart the printer',
    text: 'Hello {{customer.firstName|there}}, please restart it.',
    version: 1,
    usedCount: 0,
    createdBy: { displayName: 'Anna Agent' },
  });
  await add('Thanks', 'The printer thanks you.');
  const search = async (query: string) => {
    const { body } = await ask<{ values: Canned[] }>(people.agent, 'GET', `${base}?query=${query}`);
    return body.values.map(({ name }) => name);
  };
  // first those whose names have it
  expect(await search('printer')).toEqual(['Restart the printer', 'Thanks']);
  expect(await search('PLEASE%20restart')).toEqual(['Restart the printer']);
  expect(await search('%25')).toEqual([]);
});

test('what is wrong with it is said field by field', async () => {
  const { ask, people } = world;
  const answer = await ask(people.agent, 'POST', base, { name: ' ', body: doc('{{customer.nmae}}') });
  expect(answer).toMatchObject({
    status: 400,
    body: {
      errors: {
        name: expect.stringContaining('name'),
        body: expect.stringContaining('no variable {{customer.nmae}}'),
      },
    },
  });
  const mention = { type: 'mention', attrs: { id: people.agent.account.accountId } };
  const mentioning = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [mention] }] };
  expect((await ask(people.agent, 'POST', base, { name: 'x', body: mentioning })).status).toBe(400);
  expect((await ask(people.agent, 'POST', base, { name: 'x', body: doc(' ') })).text).toContain(
    'Write something',
  );
  expect((await ask(people.agent, 'POST', base, { name: 'x'.repeat(101), body: doc('x') })).status).toBe(400);
});

test('names are taken once on a desk, in whatever letters', async () => {
  const { ask, people } = world;
  const made = await add('Only once', 'x');
  expect((await ask(people.agent, 'POST', base, { name: 'ONLY once', body: doc('y') })).status).toBe(409);
  const renamed = { name: 'ONLY ONCE', body: doc('y'), version: made.version };
  expect((await ask(people.agent, 'PUT', `${base}/${made.id}`, renamed)).status).toBe(200);
});

test('a change says which version it is of, so that no one’s is lost', async () => {
  const { ask, people } = world;
  const made = await add('Version', 'one');
  const change = (version: number, text: string) =>
    ask<Canned>(people.administrator, 'PUT', `${base}/${made.id}`, {
      name: 'Version',
      body: doc(text),
      version,
    });
  expect((await change(1, 'two')).body).toMatchObject({
    text: 'two',
    version: 2,
    createdBy: { displayName: 'Anna Agent' },
    updatedBy: { displayName: 'Ada Admin' },
  });
  expect((await change(1, 'three')).status).toBe(409);
});

test('it is filled in for a request, and counts as used', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise({ summary: 'Smoke' });
  const made = await add(
    'Fill',
    '{{customer.name}} of {{organization.name}}: {{request.key}} {{request.summary}}, {{request.type}}, {{request.status}}. {{agent.firstName}}, {{portal.name}} {{request.link}}',
  );
  const filled = await ask<{ document: object; empty: string[] }>(
    people.agent,
    'POST',
    `${base}/${made.id}/fill`,
    { issueIdOrKey: key },
  );
  const link = new URL(`/servicedesk/customer/portal/${world.desk.id}/${key}`, world.platform.config.url)
    .href;
  expect(filled.body).toEqual({
    document: doc(
      `Alice Reporter of Acme: ${key} Smoke, Report a problem, Waiting for support. Anna, NORTH portal ${link}`,
    ),
    empty: [],
  });
  const { body } = await ask<Canned>(people.agent, 'GET', `${base}/${made.id}`);
  expect(body.usedCount).toBe(1);
  const byUse = await ask<{ values: Canned[] }>(people.agent, 'GET', `${base}?orderBy=use`);
  expect(byUse.body.values[0]?.name).toBe('Fill');
});

test('it is not filled in for requests of another desk, nor read by its agents or by customers', async () => {
  const { ask, people, raise } = world;
  const made = await add('Ours', 'x');
  const { key } = await raise();
  const elsewhere = `/rest/portico/1/service-desk/${world.otherDesk.id}/canned-response/${made.id}`;
  expect((await ask(people.otherAgent, 'GET', elsewhere)).status).toBe(404);
  expect((await ask(people.administrator, 'POST', `${elsewhere}/fill`, { issueIdOrKey: key })).status).toBe(
    404,
  );
  expect((await ask(people.otherAgent, 'GET', base)).status).toBe(404);
  expect((await ask(people.reporter, 'GET', base)).status).toBe(403);
  const other = await ask<Canned>(
    people.otherAgent,
    'POST',
    `/rest/portico/1/service-desk/${world.otherDesk.id}/canned-response`,
    { name: 'Theirs', body: doc('{{request.summary}}') },
  );
  const fill = `/rest/portico/1/service-desk/${world.otherDesk.id}/canned-response/${other.body.id}/fill`;
  // whoever serves both desks cannot mix them up either
  expect((await ask(people.administrator, 'POST', fill, { issueIdOrKey: key })).status).toBe(404);
});

test('a preview says it with an example, or for a request', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise({ summary: 'Smoke' });
  const preview = (body: object) => ask(people.agent, 'POST', `${base}-preview`, body);
  expect((await preview({ body: doc('Hi {{customer.firstName}}') })).body).toMatchObject({
    document: doc('Hi Alice'),
  });
  expect((await preview({ body: doc('{{request.summary}}'), issueIdOrKey: key })).body).toMatchObject({
    document: doc('Smoke'),
  });
  expect((await preview({ body: doc('{{oops}}') })).status).toBe(400);
});

test('it is deleted, and every change of it is in the audit log', async () => {
  const { ask, people, platform } = world;
  const made = await add('Short life', 'x');
  expect((await ask(people.agent, 'DELETE', `${base}/${made.id}`)).status).toBe(204);
  expect((await ask(people.agent, 'GET', `${base}/${made.id}`)).status).toBe(404);
  const rows = await platform.db
    .selectFrom('audit_event')
    .select(['action', 'actor_name as name', 'object_name as object'])
    .where('object_type', '=', 'canned-response')
    .where('object_id', '=', made.id)
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { action: 'canned-response.created', name: 'Anna Agent', object: 'Short life' },
    { action: 'canned-response.deleted', name: 'Anna Agent', object: 'Short life' },
  ]);
});
