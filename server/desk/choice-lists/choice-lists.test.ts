import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Choice {
  id: string;
  name: string;
  isDefault: boolean;
}

async function list(path: 'priority' | 'resolution'): Promise<Choice[]> {
  const { body } = await world.ask<{ values: Choice[] }>(
    world.people.administrator,
    'GET',
    `/rest/portico/1/${path}`,
  );
  return body.values;
}

function administrate(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  return world.ask<Choice>(world.people.administrator, method, `/rest/portico/1/${path}`, body);
}

async function idOf(path: 'priority' | 'resolution', name: string): Promise<string> {
  return (await list(path)).find((choice) => choice.name === name)?.id ?? '';
}

interface Issue {
  fields: { priority: { name: string }; resolution: { name: string } | null };
  _portico: { version: number };
}
async function issue(key: string): Promise<Issue> {
  return (await world.ask<Issue>(world.people.agent, 'GET', `/rest/api/3/issue/${key}`)).body;
}

test('new requests have the default priority, and those that are there keep theirs when another becomes it', async () => {
  const { key } = await world.raise();
  expect((await issue(key)).fields.priority.name).toBe('Medium');
  const id = await idOf('priority', 'High');
  const input = { name: 'High', description: '', color: 'red', isDefault: true };
  expect((await administrate('PUT', `priority/${id}`, input)).status).toBe(200);
  expect((await list('priority')).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual([
    'High',
  ]);
  expect((await issue(key)).fields.priority.name).toBe('Medium');
  const next = await world.raise();
  expect((await issue(next.key)).fields.priority.name).toBe('High');
  expect(await administrate('PUT', `priority/${id}`, { ...input, isDefault: false })).toMatchObject({
    status: 400,
    body: { errors: { isDefault: expect.stringContaining('make another one the default') } },
  });
  const medium = await idOf('priority', 'Medium');
  await administrate('PUT', `priority/${medium}`, { ...input, name: 'Medium', color: 'yellow' });
});

test('priorities are made, ordered and refused twice', async () => {
  const input = { name: ' Critical ', description: 'The house burns', color: 'red', isDefault: false };
  const made = await administrate('POST', 'priority', input);
  expect(made).toMatchObject({ status: 201, body: { name: 'Critical', color: 'red' } });
  expect(await administrate('POST', 'priority', { ...input, name: 'CRITICAL' })).toMatchObject({
    status: 400,
    body: { errors: { name: 'There is a priority named CRITICAL already.' } },
  });
  const ids = (await list('priority')).map(({ id }) => id);
  expect((await administrate('PUT', 'priority-order', { ids: ids.slice(1) })).status).toBe(400);
  const first = [made.body.id, ...ids.filter((id) => id !== made.body.id)];
  expect((await administrate('PUT', 'priority-order', { ids: first })).status).toBe(200);
  expect((await list('priority'))[0]?.name).toBe('Critical');
  expect((await administrate('DELETE', `priority/${made.body.id}`)).status).toBe(204);
});

test('a priority that requests have is deleted with a replacement, which their history tells', async () => {
  const { key } = await world.raise();
  const { _portico } = await issue(key);
  const medium = await idOf('priority', 'Medium');
  const low = await idOf('priority', 'Low');
  expect(await administrate('DELETE', `priority/${medium}?replaceWith=${low}`)).toMatchObject({
    status: 409,
  });
  const input = { name: 'Low', description: '', color: 'blue', isDefault: true };
  await administrate('PUT', `priority/${low}`, input);
  expect(await administrate('DELETE', `priority/${medium}`)).toMatchObject({
    status: 400,
    body: { errors: { replaceWith: expect.stringContaining('Choose what they get instead') } },
  });
  expect((await administrate('DELETE', `priority/${medium}?replaceWith=${medium}`)).status).toBe(400);
  expect((await administrate('DELETE', `priority/${medium}?replaceWith=${low}`)).status).toBe(204);
  const after = await issue(key);
  expect(after).toMatchObject({
    fields: { priority: { name: 'Low' } },
    _portico: { version: _portico.version + 1 },
  });
  const changes = await world.ask<{ values: { items: object[] }[] }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(changes.body.values.at(-1)?.items).toMatchObject([
    { field: 'priority', fromString: 'Medium', toString: 'Low' },
  ]);
});

test('a resolution is renamed in requests and workflows at once, and replaced when it is deleted', async () => {
  const { key } = await world.raise();
  const { people } = world;
  const url = `/rest/api/3/issue/${key}/transitions`;
  const { body } = await world.ask<{ transitions: { id: string; name: string }[] }>(people.agent, 'GET', url);
  const id = body.transitions.find(({ name }) => name === 'Resolve')?.id;
  await world.ask(people.agent, 'POST', url, { transition: { id } });
  const done = await idOf('resolution', 'Done');
  const input = { name: 'Solved', description: '', isDefault: false };
  expect((await administrate('PUT', `resolution/${done}`, input)).status).toBe(200);
  expect((await issue(key)).fields.resolution?.name).toBe('Solved');
  const declined = await idOf('resolution', 'Declined');
  expect((await administrate('DELETE', `resolution/${declined}`)).status).toBe(204);
  expect((await administrate('DELETE', `resolution/${done}`)).status).toBe(400);
  const duplicate = await idOf('resolution', 'Duplicate');
  expect((await administrate('DELETE', `resolution/${done}?replaceWith=${duplicate}`)).status).toBe(204);
  expect((await issue(key)).fields.resolution?.name).toBe('Duplicate');
  const next = await world.raise();
  await world.ask(people.agent, 'POST', url.replace(key, next.key), { transition: { id } });
  expect((await issue(next.key)).fields.resolution?.name).toBe('Duplicate');
});
