import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

interface FormEntry {
  readonly field?: FieldEntry;
  readonly section?: { title: string; description: string; showWhen: unknown; fields: readonly FieldEntry[] };
}
interface FieldEntry {
  readonly key: string;
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly isHidden: boolean;
  readonly preset?: unknown;
  readonly showWhen: unknown;
  readonly isArchived?: boolean;
}
interface TypeBody {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly workflowId: string;
  readonly groupIds: readonly string[];
  readonly isArchived: boolean;
  readonly isUsed: boolean;
  readonly version: number;
  readonly form: readonly FormEntry[];
  readonly errors: Record<string, string>;
  readonly errorMessages: readonly string[];
}
interface ListBody {
  readonly workflows: readonly { id: string; name: string }[];
  readonly groups: readonly { id: string; name: string }[];
  readonly values: readonly TypeBody[];
  readonly errors: Record<string, string>;
}

let world: DeskWorld;
let deskAdministrator: TestPerson;
let base: string;
beforeAll(async () => {
  world = await createDeskWorld();
  deskAdministrator = world.people.agent;
  await world.platform.db
    .updateTable('service_desk_agent')
    .set({ is_administrator: true })
    .where('account_id', '=', deskAdministrator.account.id)
    .execute();
  base = `/rest/portico/1/service-desk/${world.desk.id}`;
});
afterAll(() => world.close());

function ask<Body = TypeBody>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  return world.ask<Body>(deskAdministrator, method, `${base}${path}`, body);
}

const field = (key: string, more: Partial<FieldEntry> = {}): { field: FieldEntry } => ({
  field: { key, label: '', helpText: '', isRequired: false, isHidden: false, showWhen: null, ...more },
});
const summary = field('summary', { label: 'What is it about?', isRequired: true });
const key = (name: string) => world.fields.get(name) ?? '';

let number = 0;
function make(form: readonly FormEntry[], more: object = {}) {
  number += 1;
  return ask('POST', '/request-type', {
    name: `Type ${number}`,
    description: '',
    helpText: '',
    icon: 'help',
    groupIds: [],
    form,
    ...more,
  });
}

/** What a PUT takes of what a GET gave. */
function inputOf({ name, description, helpText, icon, workflowId, groupIds, form, version }: TypeBody) {
  const bare = ({ isArchived: _, ...entry }: FieldEntry) => entry;
  return {
    name,
    description,
    helpText,
    icon,
    workflowId,
    groupIds,
    version,
    form: form.map(({ field: single, section }) =>
      single ? { field: bare(single) } : { section: { ...section, fields: section?.fields.map(bare) } },
    ),
  };
}

function raise(requestTypeId: string, values: Record<string, unknown>) {
  return world.ask<{
    issueKey: string;
    requestFieldValues: { fieldId: string; value: unknown }[];
    errors: Record<string, string>;
  }>(world.people.reporter, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: world.desk.id,
    requestTypeId,
    requestFieldValues: { summary: 's', ...values },
  });
}

async function optionId(fieldName: string, value: string): Promise<string> {
  const { body } = await ask<{ values: { key: string; options: { id: string; value: string }[] }[] }>(
    'GET',
    '/form-field',
  );
  const options = body.values.find((each) => each.key === key(fieldName))?.options ?? [];
  return options.find((option) => option.value === value)?.id ?? '';
}

test('the list names the workflows, and fields come with what can be filled in', async () => {
  const { body: list } = await ask<ListBody>('GET', '/request-type');
  const names = new Map(list.workflows.map(({ id, name }) => [id, name]));
  for (const { workflowId } of list.values) expect(names.get(workflowId)).toEqual(expect.any(String));
  await world.platform.db
    .updateTable('field')
    .set({ settings: JSON.stringify({ decimals: 2 }) })
    .where('name', '=', 'Quantity')
    .execute();
  const { body } = await ask<{ values: readonly { key: string; settings: object }[] }>('GET', '/form-field');
  expect(body.values.find((each) => each.key === 'summary')?.settings).toEqual({});
  expect(body.values.find((each) => each.key === key('Quantity'))?.settings).toEqual({ decimals: 2 });
});

test('an administrator of the desk makes a request type, and customers find it with its form', async () => {
  const { body: list } = await ask<ListBody>('GET', '/request-type');
  const made = await make(
    [
      summary,
      {
        section: {
          title: 'Details',
          description: 'More of it',
          showWhen: null,
          fields: [field(key('Quantity')).field],
        },
      },
      field('attachment'),
    ],
    { name: '  A new   type ', groupIds: [list.groups[0]?.id], icon: 'bug' },
  );
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'A new type',
    icon: 'bug',
    version: 1,
    isUsed: false,
    groupIds: [list.groups[0]?.id],
    form: [
      { field: { key: 'summary', label: 'What is it about?', isRequired: true } },
      { section: { title: 'Details', fields: [{ key: key('Quantity'), label: 'Quantity' }] } },
      { field: { key: 'attachment', label: 'Attachment' } },
    ],
  });
  expect((await ask('GET', `/request-type/${made.body.id}`)).body).toEqual(made.body);
  const form = await world.ask<{ requestTypeFields: object[] }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype/${made.body.id}/field`,
  );
  expect(form.body.requestTypeFields).toMatchObject([
    { fieldId: 'summary', name: 'What is it about?', _portico: { type: 'summary', section: null } },
    {
      fieldId: key('Quantity'),
      _portico: { type: 'number', section: { title: 'Details', description: 'More of it' } },
    },
    { fieldId: 'attachment' },
  ]);
  expect((await raise(made.body.id, { [key('Quantity')]: 3 })).status).toBe(201);
  const audit = await world.platform.db
    .selectFrom('audit_event')
    .select(['action', 'actor_name'])
    .where('object_type', '=', 'request-type')
    .where('object_id', '=', made.body.id)
    .execute();
  expect(audit).toEqual([{ action: 'request-type.created', actor_name: 'Anna Agent' }]);
});

test('a form is changed as a whole, in the order that is sent, and sections without fields stay', async () => {
  const made = await make([summary, field('description'), field(key('Quantity'))]);
  const empty = { section: { title: 'Later', description: '', showWhen: null, fields: [] } };
  const changed = await ask('PUT', `/request-type/${made.body.id}`, {
    ...inputOf(made.body),
    name: 'Renamed',
    form: [
      empty,
      field(key('Quantity'), { helpText: 'How many?' }),
      summary,
      { ...empty, section: { ...empty.section, title: 'End' } },
    ],
  });
  expect(changed.body).toMatchObject({
    name: 'Renamed',
    version: 2,
    form: [
      { section: { title: 'Later', fields: [] } },
      { field: { key: key('Quantity'), helpText: 'How many?' } },
      { field: { key: 'summary' } },
      { section: { title: 'End', fields: [] } },
    ],
  });
  const stale = await ask('PUT', `/request-type/${made.body.id}`, inputOf(made.body));
  expect(stale.status).toBe(409);
});

describe('what a form does not show', () => {
  test('is not asked for, and not kept when it was sent', async () => {
    const [many, one] = await Promise.all([
      optionId('Impact', 'Whole company'),
      optionId('Impact', 'One person'),
    ]);
    const made = await make([
      summary,
      field(key('Impact'), { isRequired: true }),
      field(key('System'), {
        isRequired: true,
        showWhen: { match: 'all', rules: [{ field: key('Impact'), operator: 'is', values: [many] }] },
      }),
      {
        section: {
          title: 'When it is about a system',
          description: '',
          showWhen: {
            match: 'all',
            rules: [{ field: key('System'), operator: 'contains', values: ['mail'] }],
          },
          fields: [field(key('Quantity'), { isRequired: true }).field],
        },
      },
    ]);
    expect(made.status).toBe(201);
    const alone = await raise(made.body.id, {
      [key('Impact')]: { id: one },
      [key('System')]: 'Mail server',
      [key('Quantity')]: 'not even a number',
    });
    expect(alone.status).toBe(201);
    expect(alone.body.requestFieldValues.map(({ fieldId }) => fieldId)).toEqual(['summary', key('Impact')]);
    const asked = await raise(made.body.id, { [key('Impact')]: { id: many } });
    expect(asked.body.errors).toEqual({ [key('System')]: '"System" is required.' });
    const further = await raise(made.body.id, {
      [key('Impact')]: { id: many },
      [key('System')]: 'Mail server',
    });
    expect(further.body.errors).toEqual({ [key('Quantity')]: '"Quantity" is required.' });
    const whole = await raise(made.body.id, {
      [key('Impact')]: { id: many },
      [key('System')]: 'Mail server',
      [key('Quantity')]: 2,
    });
    expect(whole.status).toBe(201);
  });

  test('is given its preset, which nobody can send', async () => {
    const made = await make([summary, field(key('Impact'), { isHidden: true, preset: { value: 'A team' } })]);
    expect(made.body.form[1]?.field).toMatchObject({ isHidden: true, preset: { value: 'A team' } });
    const raised = await raise(made.body.id, {});
    expect(JSON.stringify(raised.body.requestFieldValues)).not.toContain('A team');
    const read = await world.ask<typeof raised.body>(
      world.people.agent,
      'GET',
      `/rest/servicedeskapi/request/${raised.body.issueKey}`,
    );
    expect(read.body.requestFieldValues).toContainEqual(
      expect.objectContaining({
        fieldId: key('Impact'),
        value: expect.objectContaining({ value: 'A team' }),
      }),
    );
    const sent = await raise(made.body.id, { [key('Impact')]: { value: 'One person' } });
    expect(sent.body.errors[key('Impact')]).toContain('no such field');
    const form = await world.ask<{ requestTypeFields: object[] }>(
      world.people.reporter,
      'GET',
      `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype/${made.body.id}/field`,
    );
    expect(form.body.requestTypeFields).toHaveLength(1);
  });
});

test('an archived request type can no longer be raised, its requests go on, and its name is free', async () => {
  const made = await make([summary], { name: 'Short-lived' });
  const raised = await raise(made.body.id, {});
  expect((await ask('POST', `/request-type/${made.body.id}/archive`)).body.isArchived).toBe(true);
  expect((await raise(made.body.id, {})).body.errors).toHaveProperty('requestTypeId');
  const read = await world.ask(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${raised.body.issueKey}?expand=requestType`,
  );
  expect(read.body).toMatchObject({ requestType: { name: 'Short-lived' } });
  expect((await make([summary], { name: 'short-lived' })).status).toBe(201);
  const taken = await ask('POST', `/request-type/${made.body.id}/restore`);
  expect(taken.status).toBe(409);
  expect(taken.body.errors['name']).toContain('already');
});

test('request types are put in order, and stand in it for customers', async () => {
  const before = (await ask<ListBody>('GET', '/request-type')).body.values.filter((type) => !type.isArchived);
  const ids = before.map(({ id }) => id).reverse();
  const ordered = await ask<ListBody>('PUT', '/request-type-order', { ids });
  expect(ordered.body.values.filter((type) => !type.isArchived).map(({ id }) => id)).toEqual(ids);
  const shown = await world.ask<{ values: { id: string }[] }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype?limit=100`,
  );
  expect(shown.body.values.map(({ id }) => id)).toEqual(ids);
  const wrong = await ask<ListBody>('PUT', '/request-type-order', { ids: ids.slice(1) });
  expect(wrong.body.errors['ids']).toContain('each request type once');
});

test('groups are made, renamed, ordered and deleted at once; their request types stay', async () => {
  const { groups } = (await ask<ListBody>('GET', '/request-type')).body;
  const [first, ...others] = groups;
  const changed = await ask<ListBody>('PUT', '/request-type-group', {
    groups: [{ name: 'Brand new' }, ...others.slice(1), { id: first?.id, name: 'First no more' }],
  });
  expect(changed.body.groups.map(({ name }) => name)).toEqual([
    'Brand new',
    ...others.slice(1).map(({ name }) => name),
    'First no more',
  ]);
  const wrong = await ask<ListBody>('PUT', '/request-type-group', {
    groups: [{ name: '' }, { name: 'x' }, { name: 'X ' }, { id: '999999', name: 'y' }],
  });
  expect(wrong.body.errors).toEqual({
    'groups.0.name': expect.stringContaining('a name'),
    'groups.2.name': expect.stringContaining('twice'),
    'groups.3.id': expect.stringContaining('no such group'),
  });
});

test('Jira’s API makes and deletes request types, and archives what has requests', async () => {
  const jira = `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype`;
  const made = await world.ask<{ id: string; name: string }>(deskAdministrator, 'POST', jira, {
    issueTypeId: '10001',
    name: 'From a client',
    description: 'd',
    helpText: 'h',
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: 'From a client', issueTypeId: '10001' });
  expect((await raise(made.body.id, { description: 'x' })).status).toBe(201);
  expect((await world.ask(deskAdministrator, 'DELETE', `${jira}/${made.body.id}`)).status).toBe(204);
  expect((await ask('GET', `/request-type/${made.body.id}`)).body.isArchived).toBe(true);
  const unused = await make([summary]);
  expect((await world.ask(deskAdministrator, 'DELETE', `${jira}/${unused.body.id}`)).status).toBe(204);
  expect((await ask('GET', `/request-type/${unused.body.id}`)).status).toBe(404);
});

describe('what does not fit is refused, and said of the place where it is', () => {
  const rule = (from: string, operator = 'is', values: string[] = ['x']) => ({
    match: 'all',
    rules: [{ field: from, operator, values }],
  });
  test.each([
    ['no summary', () => [field('description')], 'form', 'asks for a summary'],
    [
      'a hidden summary',
      () => [field('summary', { isHidden: true, preset: 'x' })],
      'form',
      'asks for a summary',
    ],
    ['an unknown field', () => [summary, field('customfield_1')], 'form.1.field.key', 'no such field'],
    ['a field that is none', () => [summary, field('status')], 'form.1.field.key', 'no such field'],
    [
      'a field twice',
      () => [summary, field('description'), field('description')],
      'form.2.field.key',
      'on the form already',
    ],
    [
      'a rule about a later field',
      () => [summary, field('description', { showWhen: rule(key('System')) }), field(key('System'))],
      'form.1.field.showWhen.rules.0.field',
      'asks for before',
    ],
    [
      'a rule without values',
      () => [summary, field('description', { showWhen: rule('summary', 'is', [' ']) })],
      'form.1.field.showWhen.rules.0.values',
      'which values',
    ],
    [
      'a rule about an option that is none',
      () => [summary, field(key('Impact')), field('description', { showWhen: rule(key('Impact')) })],
      'form.2.field.showWhen.rules.0.values',
      'no such option',
    ],
    [
      'a preset that is no value of its field',
      () => [summary, field(key('Quantity'), { isHidden: true, preset: 'many' })],
      'form.1.field.preset',
      'must be a number',
    ],
    [
      'hidden files',
      () => [summary, field('attachment', { isHidden: true })],
      'form.1.field.isHidden',
      'Files cannot be preset',
    ],
    [
      'a section without a title',
      () => [summary, { section: { title: ' ', description: '', showWhen: null, fields: [] } }],
      'form.1.section.title',
      'a title',
    ],
  ] as const)('%s', async (_, form, place, message) => {
    const { status, body } = await make(form() as readonly FormEntry[]);
    expect(status).toBe(400);
    expect(body.errors[place]).toContain(message);
  });

  test('another workflow under requests, a group of another desk, a name that is taken', async () => {
    const made = await make([summary], { name: 'Taken' });
    await raise(made.body.id, {});
    const { id: workflowId } = await world.platform.db
      .insertInto('workflow')
      .values({
        name: 'Another',
        initial_status_id: (
          await world.platform.db.selectFrom('status').select('id').executeTakeFirstOrThrow()
        ).id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: groupId } = await world.platform.db
      .selectFrom('request_type_group')
      .select('id')
      .where('service_desk_id', '=', world.otherDesk.id)
      .executeTakeFirstOrThrow();
    const used = await ask('GET', `/request-type/${made.body.id}`);
    const refused = await ask('PUT', `/request-type/${made.body.id}`, {
      ...inputOf(used.body),
      workflowId,
      groupIds: [groupId],
    });
    expect(refused.body.errors).toEqual({
      workflowId: expect.stringContaining('cannot be exchanged'),
      groupIds: expect.stringContaining('no such group'),
    });
    expect((await make([summary], { name: 'TAKEN' })).body.errors['name']).toContain('already');
  });
});

test('a request type of another desk is not there', async () => {
  const { id } = await world.platform.db
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', world.otherDesk.id)
    .executeTakeFirstOrThrow();
  expect((await ask('GET', `/request-type/${id}`)).status).toBe(404);
  expect((await ask('POST', `/request-type/${id}/archive`)).status).toBe(404);
  const foreign = await world.ask(
    deskAdministrator,
    'GET',
    `/rest/portico/1/service-desk/${world.otherDesk.id}/request-type`,
  );
  expect(foreign.status).toBe(403);
});
