import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

interface Option {
  readonly id?: string;
  readonly value: string;
  readonly isArchived?: boolean;
  readonly children?: readonly Option[];
}
interface Context {
  readonly id?: string;
  readonly name: string;
  readonly isGlobal: boolean;
  readonly serviceDeskIds: readonly string[];
  readonly defaultValue?: unknown;
  readonly options: readonly Option[];
}
interface Field {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly settings: object;
  readonly isArchived: boolean;
  readonly version: number;
  readonly formCount: number;
  readonly contexts: readonly (Context & { id: string })[];
  readonly errors: Record<string, string>;
  readonly errorMessages: string[];
}

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const everywhere: Context = { name: 'All service desks', isGlobal: true, serviceDeskIds: [], options: [] };
const route = '/rest/portico/1/field';

function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  return world.ask<Field>(world.people.administrator, method, `${route}${path}`, body);
}

function make(type: string, more: object = {}) {
  return ask('POST', '', {
    type,
    name: `A ${type}`,
    description: '',
    settings: {},
    contexts: [everywhere],
    ...more,
  });
}

/** What a PUT takes of what a GET gave. */
function inputOf({ name, description, settings, contexts, version }: Field) {
  return { name, description, settings, contexts, version };
}

async function putOnForm(field: Field): Promise<void> {
  await world.platform.db
    .insertInto('request_type_field')
    .values({
      request_type_id: world.types.get('Report a problem') ?? '',
      field_key: field.key,
      field_id: field.id,
      label: field.name,
      position: 60 + (Number(field.id) % 1000),
    })
    .execute();
}

const raise = (values: Record<string, unknown>) =>
  world.ask<{ issueKey: string; errors: Record<string, string> }>(
    world.people.reporter,
    'POST',
    '/rest/servicedeskapi/request',
    {
      serviceDeskId: world.desk.id,
      requestTypeId: world.types.get('Report a problem'),
      requestFieldValues: {
        summary: 's',
        description: 'd',
        [world.fields.get('Impact') ?? '']: { value: 'A team' },
        ...values,
      },
    },
  );

const shownForm = () =>
  world.ask<{
    requestTypeFields: { fieldId: string; validValues: { label: string; children: { label: string }[] }[] }[];
  }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype/${world.types.get('Report a problem')}/field`,
  );

async function offered(key: string): Promise<string[] | undefined> {
  const { body } = await shownForm();
  return body.requestTypeFields.find(({ fieldId }) => fieldId === key)?.validValues.map(({ label }) => label);
}

test('a field is made with its options, listed, found and read as it was made', async () => {
  const made = await make('cascading-select', {
    name: '  Place ',
    description: 'Where it stands',
    contexts: [
      {
        ...everywhere,
        defaultValue: { value: 'Berlin', child: { value: 'Mitte' } },
        options: [
          { value: 'Berlin', children: [{ value: 'Mitte' }, { value: 'Pankow' }] },
          { value: 'Rome' },
        ],
      },
    ],
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Place',
    description: 'Where it stands',
    type: 'cascading-select',
    isArchived: false,
    version: 1,
    formCount: 0,
    contexts: [
      {
        isGlobal: true,
        defaultValue: { value: 'Berlin', child: { value: 'Mitte' } },
        options: [
          { value: 'Berlin', children: [{ value: 'Mitte' }, { value: 'Pankow' }] },
          { value: 'Rome' },
        ],
      },
    ],
  });
  const { id, key } = made.body;
  expect(key).toBe(`customfield_${id}`);
  expect((await ask('GET', `/${id}`)).body).toEqual(made.body);
  const list = await world.ask<{ values: Field[] }>(
    world.people.administrator,
    'GET',
    `${route}?query=PLAC&type=cascading-select&isArchived=false`,
  );
  expect(list.body.values).toEqual([expect.objectContaining({ id, name: 'Place' })]);
  const audit = await world.platform.db
    .selectFrom('audit_event')
    .select(['action', 'after'])
    .where('object_type', '=', 'field')
    .where('object_id', '=', id)
    .execute();
  expect(audit).toEqual([
    { action: 'field.created', after: expect.objectContaining({ name: 'Place', type: 'cascading-select' }) },
  ]);
});

test('options can be renamed, moved, exchanged and archived, and requests keep theirs', async () => {
  const made = await make('select', {
    name: 'Colour',
    contexts: [{ ...everywhere, options: [{ value: 'Red' }, { value: 'Blue' }, { value: 'Grey' }] }],
  });
  await putOnForm(made.body);
  const { key, id } = made.body;
  const request = await raise({ [key]: { value: 'Grey' } });
  expect(request.status).toBe(201);
  const [context] = made.body.contexts;
  const [red, blue, grey] = context?.options ?? [];
  const changed = await ask('PUT', `/${id}`, {
    ...inputOf(made.body),
    contexts: [
      {
        ...context,
        options: [
          { ...grey, isArchived: true },
          { ...blue, value: 'Red' },
          { ...red, value: 'Blue' },
        ],
      },
    ],
  });
  expect(changed.body.contexts[0]?.options).toMatchObject([
    { id: grey?.id, value: 'Grey', isArchived: true },
    { id: blue?.id, value: 'Red' },
    { id: red?.id, value: 'Blue' },
  ]);
  expect(changed.body.version).toBe(2);
  expect(await offered(key)).toEqual(['Red', 'Blue']);
  expect((await raise({ [key]: { value: 'Grey' } })).body.errors[key]).toContain('Choose one of: Red, Blue.');
  const issue = await world.ask<{ fields: Record<string, unknown> }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${request.body.issueKey}`,
  );
  expect(issue.body.fields[key]).toEqual({ id: grey?.id, value: 'Grey' });

  const removed = await ask('PUT', `/${id}`, {
    ...inputOf(changed.body),
    contexts: [{ ...changed.body.contexts[0], options: [{ ...red, value: 'Blue' }] }],
  });
  expect(removed.status).toBe(409);
  expect(removed.body.errorMessages[0]).toContain('Requests have "Grey". Archive');
  const unused = await ask('PUT', `/${id}`, {
    ...inputOf(changed.body),
    contexts: [{ ...changed.body.contexts[0], options: changed.body.contexts[0]?.options.slice(0, 1) }],
  });
  expect(unused.status).toBe(200);
  expect(await offered(key)).toEqual([]);
});

test('a desk is offered the options of its own context, and every other desk those for all', async () => {
  const made = await make('select', {
    name: 'Shift',
    contexts: [
      { ...everywhere, options: [{ value: 'Day' }] },
      { name: 'North', isGlobal: false, serviceDeskIds: [world.desk.id], options: [{ value: 'Night' }] },
    ],
  });
  await putOnForm(made.body);
  expect(await offered(made.body.key)).toEqual(['Night']);
  expect((await raise({ [made.body.key]: { value: 'Day' } })).body.errors[made.body.key]).toContain('Night');
  const [all, north] = made.body.contexts;
  const moved = await ask('PUT', `/${made.body.id}`, {
    ...inputOf(made.body),
    contexts: [all, { ...north, serviceDeskIds: [world.otherDesk.id] }],
  });
  expect(moved.status).toBe(200);
  expect(await offered(made.body.key)).toEqual(['Day']);
});

test('an archived field is no longer asked for, is found by no list of fields, and comes back', async () => {
  const made = await make('text', { name: 'Room' });
  await putOnForm(made.body);
  const { id, key } = made.body;
  const request = await raise({ [key]: 'A 7' });
  expect((await ask('POST', `/${id}/archive`)).body).toMatchObject({ isArchived: true, formCount: 1 });
  expect(await offered(key)).toBeUndefined();
  expect((await raise({ [key]: 'B 8' })).body.errors[key]).toContain('no such field');
  const kept = await world.ask<{ requestFieldValues: { fieldId: string; value: unknown }[] }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${request.body.issueKey}`,
  );
  expect(kept.body.requestFieldValues).toContainEqual(
    expect.objectContaining({ fieldId: key, value: 'A 7' }),
  );
  expect((await ask('POST', `/${id}/restore`)).body.isArchived).toBe(false);
  expect(await offered(key)).toEqual([]);
});

test('a field is deleted only when no form asks for it and no request has a value in it', async () => {
  const made = await make('number');
  await putOnForm(made.body);
  const { id, key } = made.body;
  expect((await raise({ [key]: 3 })).status).toBe(201);
  expect((await ask('DELETE', `/${id}`)).body.errorMessages[0]).toContain(
    'A request type asks for this field',
  );
  await world.platform.db.deleteFrom('request_type_field').where('field_id', '=', id).execute();
  expect((await ask('DELETE', `/${id}`)).body.errorMessages[0]).toContain('Requests have values');
  const other = await make('number');
  expect((await ask('DELETE', `/${other.body.id}`)).status).toBe(204);
  expect((await ask('GET', `/${other.body.id}`)).status).toBe(404);
});

test('two administrators do not overwrite each other', async () => {
  const made = await make('text', { name: 'Floor' });
  const first = await ask('PUT', `/${made.body.id}`, { ...inputOf(made.body), name: 'Storey' });
  expect(first.body.name).toBe('Storey');
  const second = await ask('PUT', `/${made.body.id}`, { ...inputOf(made.body), name: 'Level' });
  expect(second.status).toBe(409);
  expect((await ask('GET', `/${made.body.id}`)).body.name).toBe('Storey');
});

describe('what does not fit is refused, and said of the place where it is', () => {
  test.each([
    ['text', { name: ' ' }, 'name', 'Give the field a name'],
    ['text', { settings: { min: 1 } }, 'settings.min', 'no such setting'],
    ['number', { settings: { min: 2, max: 1 } }, 'settings.max', 'must not be less'],
    ['amount', {}, 'settings.currencies', 'at least one currency'],
    ['amount', { settings: { currencies: ['EUR', 'QQQ'] } }, 'settings.currencies', 'no currency QQQ'],
    [
      'text',
      { contexts: [{ ...everywhere, options: [{ value: 'x' }] }] },
      'contexts.0.options',
      'no options',
    ],
    ['text', { contexts: [{ ...everywhere, name: '' }] }, 'contexts.0.name', 'Give the context a name'],
    ['text', { contexts: [everywhere, everywhere] }, 'contexts', 'Only one context'],
    ['text', { contexts: [{ ...everywhere, isGlobal: false }] }, 'contexts', 'for all service desks'],
    [
      'select',
      { contexts: [{ ...everywhere, options: [{ value: 'x' }, { value: ' X' }] }] },
      'contexts.0.options.1.value',
      'there twice',
    ],
    [
      'select',
      { contexts: [{ ...everywhere, options: [{ value: 'x', children: [{ value: 'y' }] }] }] },
      'contexts.0.options.0.children',
      'Only a cascading select',
    ],
    [
      'select',
      { contexts: [{ ...everywhere, options: [{ value: 'x' }], defaultValue: { value: 'y' } }] },
      'contexts.0.defaultValue',
      'Choose one of: x.',
    ],
    [
      'text',
      { contexts: [everywhere, { ...everywhere, isGlobal: false, serviceDeskIds: ['999999'] }] },
      'contexts.1.serviceDeskIds',
      'no such service desk',
    ],
  ])('%s %j', async (type, more, place, message) => {
    const { status, body } = await make(type, more);
    expect(status).toBe(400);
    expect(body.errors[place]).toContain(message);
  });

  test('an option or context of another field', async () => {
    const other = await make('select', { contexts: [{ ...everywhere, options: [{ value: 'x' }] }] });
    const made = await make('select');
    const foreign = await ask('PUT', `/${made.body.id}`, {
      ...inputOf(made.body),
      contexts: [{ ...made.body.contexts[0], options: other.body.contexts[0]?.options }],
    });
    expect(foreign.body.errors['contexts.0.options.0.id']).toContain('no such option');
    const taken = await ask('PUT', `/${made.body.id}`, {
      ...inputOf(made.body),
      contexts: other.body.contexts,
    });
    expect(taken.body.errors['contexts.0.id']).toContain('no such context');
  });
});

test('jira.js reads the fields as those of Jira', async () => {
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const { headers } = world.people.reporter;
  const client = core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' });
  const fields = await jira.createCloudClient(client).issueFields.getFields();
  expect(fields).toContainEqual(expect.objectContaining({ id: 'summary', custom: false }));
  expect(fields).toContainEqual(
    expect.objectContaining({
      id: world.fields.get('Impact'),
      name: 'Impact',
      custom: true,
      schema: expect.objectContaining({ type: 'option' }),
    }),
  );
});
