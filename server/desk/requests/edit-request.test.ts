import { afterAll, beforeAll, expect, test } from 'vitest';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { editableFields, editRequest, type RequestEdit } from './edit-request.ts';
import { requireEdited } from './edited.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

function edit(requestId: string, values: RequestEdit['values'], more: Partial<RequestEdit> = {}) {
  return world.platform.db.transaction().execute((trx) =>
    editRequest(trx, {
      requestId,
      actor: { accountId: world.people.agent.account.id, isAgent: true },
      values,
      ...more,
    }),
  );
}

async function problems(editing: Promise<unknown>): Promise<Record<string, string>> {
  const error = await editing.then(
    () => null,
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).errors;
}

function now(requestId: string) {
  return world.platform.db.transaction().execute((trx) => requireEdited(trx, requestId));
}

async function history(requestId: string) {
  const rows = await world.platform.db
    .selectFrom('changelog')
    .select('items')
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute();
  return rows.map(({ items }) => items as unknown as Record<string, string | null>[]);
}

function field(name: string): string {
  return world.fields.get(name) ?? '';
}

test('several fields change at once, with one entry in the history and one event', async () => {
  const { id, key } = await world.raise();
  const { agent } = world.people;
  const { db } = world.platform;
  const events = () =>
    db
      .selectFrom('event')
      .select(['kind', 'audience'])
      .where('payload', '@>', JSON.stringify({ key }))
      .execute();
  const before = (await events()).length;
  const version = await edit(id, {
    summary: '  The printer burns ',
    description: 'It is out.',
    priority: { name: 'high' },
    assignee: { accountId: agent.account.accountId },
    [field('Impact')]: { value: 'Whole company' },
  });
  expect(version).toBe(2);
  expect(await now(id)).toMatchObject({
    summary: 'The printer burns',
    descriptionText: 'It is out.',
    assigneeId: agent.account.id,
    version: 2,
  });
  const [items = []] = await history(id);
  expect(items.map((item) => [item['field'], item['fromString'], item['toString']])).toEqual([
    ['summary', 'The printer is on fire', 'The printer burns'],
    ['description', 'It burns.\nSince noon.', 'It is out.'],
    ['priority', 'Medium', 'High'],
    ['assignee', null, 'Anna Agent'],
    ['Impact', 'A team', 'Whole company'],
  ]);
  expect(items[4]).toMatchObject({
    fieldtype: 'custom',
    fieldId: field('Impact'),
    to: expect.stringMatching(/^\d+$/),
  });
  expect((await events()).slice(before)).toEqual([{ kind: 'request.changed', audience: 'customers' }]);
});

test('two edits at once of different fields keep both', async () => {
  const { id } = await world.raise({ by: world.people.reporter });
  await Promise.all([
    edit(id, { [field('Impact')]: { value: 'One person' } }),
    edit(id, { [field('System')]: 'Printer' }),
    edit(id, { summary: 'Both' }),
  ]);
  const request = await now(id);
  expect(request).toMatchObject({ version: 4, summary: 'Both' });
  expect(Object.keys(request.customFields)).toHaveLength(2);
});

test('what is no change is none', async () => {
  const { id } = await world.raise();
  expect(await edit(id, { summary: 'The printer is on fire', [field('Impact')]: { value: 'A team' } })).toBe(
    1,
  );
  expect(await history(id)).toEqual([]);
});

test('all that is wrong is said at once, and nothing is written', async () => {
  const { id } = await world.raise();
  const { reporter, customerOfB } = world.people;
  const errors = await problems(
    edit(id, {
      summary: ' ',
      priority: { name: 'Urgent' },
      resolution: { id: '999' },
      assignee: { accountId: reporter.account.accountId },
      reporter: { accountId: customerOfB.account.accountId },
      status: { name: 'Done' },
      nonsense: 1,
      [field('Impact')]: { value: 'Nobody' },
    }),
  );
  expect(errors).toEqual({
    summary: 'You must specify a summary of the issue.',
    priority: expect.stringContaining('Highest, High, Medium, Low, Lowest'),
    resolution: expect.stringContaining("Done, Won't do"),
    assignee: "User 'Alice Reporter' cannot be assigned issues.",
    reporter: expect.stringContaining('no customer of the service desk'),
    status: expect.stringContaining('transition'),
    nonsense: "Field 'nonsense' cannot be set. It is not on the appropriate screen, or unknown.",
    [field('Impact')]: expect.stringContaining('Choose one of'),
  });
  expect(await now(id)).toMatchObject({ version: 1 });
});

test('with another reporter comes their organization', async () => {
  const { id } = await world.raise();
  const { member, agent } = world.people;
  await edit(id, { reporter: { accountId: member.account.accountId } });
  expect(await now(id)).toMatchObject({ reporterId: member.account.id, organizationId: world.acme.id });
  await edit(id, { reporter: { accountId: agent.account.accountId } });
  expect(await now(id)).toMatchObject({ reporterId: agent.account.id, organizationId: null });
  expect(await problems(edit(id, { organization: { id: world.globex.id } }))).toEqual({
    organization: expect.stringContaining('does not serve this organization'),
  });
  await edit(id, { organization: { id: world.acme.id } });
  expect(await now(id)).toMatchObject({ organizationId: world.acme.id });
});

test('people are named by either of the ids that clients of Jira send', async () => {
  const { id } = await world.raise();
  const { agent } = world.people;
  await edit(id, { assignee: { id: agent.account.accountId } });
  expect(await now(id)).toMatchObject({ assigneeId: agent.account.id });
  await edit(id, { assignee: { id: '-1' } });
  expect(await now(id)).toMatchObject({ assigneeId: null });
  expect(await problems(edit(id, { assignee: 'anna', reporter: { id: '-1' } }))).toEqual({
    assignee: expect.stringContaining('accountId'),
    reporter: 'Reporter is required.',
  });
});

test('a resolution that follows another leaves the time of the first', async () => {
  const { id } = await world.raise();
  const resolvedAt = async () =>
    (
      await world.platform.db
        .selectFrom('request')
        .select(['resolution', 'resolved_at'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).resolved_at;
  await edit(id, { resolution: { name: 'Done' } }, { at: new Date('2026-03-01T10:00:00Z') });
  await edit(id, { resolution: { name: 'Duplicate' } });
  expect(await resolvedAt()).toEqual(new Date('2026-03-01T10:00:00Z'));
  await edit(id, { resolution: null });
  expect(await resolvedAt()).toBeNull();
});

test('another request type keeps the status and what was filled in, where its workflow has the status', async () => {
  const { id } = await world.raise();
  await edit(id, { requesttype: { name: 'Order a change' } });
  expect(await now(id)).toMatchObject({ requestTypeId: world.types.get('Order a change') });
  const items = (await history(id)).at(-1) ?? [];
  expect(items).toMatchObject([{ field: 'Request Type', toString: 'Order a change' }]);
  expect(await problems(edit(id, { requesttype: { id: '999' } }))).toEqual({
    requesttype: expect.stringContaining('Report a problem'),
  });
  const { db } = world.platform;
  const { id: statusId } = await db
    .insertInto('status')
    .values({ name: 'Elsewhere', category: 'new' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const workflow = await db
    .insertInto('workflow')
    .values({ name: 'Another', initial_status_id: statusId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('workflow_status')
    .values({ workflow_id: workflow.id, status_id: statusId, customer_name: 'Elsewhere', position: 0 })
    .execute();
  await db
    .updateTable('request_type')
    .set({ workflow_id: workflow.id })
    .where('id', '=', world.types.get('Request access') ?? '')
    .execute();
  expect(await problems(edit(id, { requesttype: { name: 'Request access' } }))).toEqual({
    requesttype: expect.stringContaining('never in the status "Waiting for support"'),
  });
});

test('a list gets members, loses them, and is told of as a whole', async () => {
  const { db } = world.platform;
  const made = await db
    .insertInto('field')
    .values({ name: 'Labels', type: 'labels', settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('field_context').values({ field_id: made.id, name: 'All', is_global: true }).execute();
  const key = `customfield_${made.id}`;
  const { id } = await world.raise();
  await edit(id, { [key]: ['vip', 'printer'] });
  await edit(id, {}, { operations: { [key]: [{ remove: 'vip' }, { add: 'fire' }] } });
  expect((await now(id)).customFields[made.id]).toEqual(['printer', 'fire']);
  expect(await problems(edit(id, {}, { operations: { summary: [{ add: 'x' }] } }))).toEqual({
    summary: expect.stringContaining("does not support operation 'add'"),
  });
  expect(await problems(edit(id, { [key]: [] }, { operations: { [key]: [{ set: [] }] } }))).toEqual({
    [key]: expect.stringContaining("both 'fields' and 'update'"),
  });
  const fields = await editableFields(db, {
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Report a problem') ?? '',
    customFields: { [made.id]: ['fire'] },
  });
  expect(fields.slice(0, 5).map((each) => each.key)).toEqual([
    'summary',
    'description',
    'priority',
    'assignee',
    'reporter',
  ]);
  expect(fields.find((each) => each.key === key)).toMatchObject({ operations: ['add', 'set', 'remove'] });
});

test('an edit of what has changed meanwhile is refused with what changed', async () => {
  const { id } = await world.raise();
  await edit(id, { summary: 'Something else' });
  await expect(
    edit(id, { summary: 'Mine' }, { expectedVersion: { version: 1, timeZone: null } }),
  ).rejects.toThrow(Conflict);
});

test('an option that is archived stays where it was chosen, and is not chosen anew', async () => {
  const { db } = world.platform;
  const customId = field('Impact').replace('customfield_', '');
  const { id } = await world.raise();
  const other = await world.raise();
  await edit(other.id, { [field('Impact')]: null });
  await db
    .updateTable('field_option')
    .set({ is_archived: true })
    .where('field_id', '=', customId)
    .where('value', '=', 'A team')
    .execute();
  expect(await edit(id, { [field('Impact')]: { value: 'A team' } })).toBe(1);
  expect(await problems(edit(other.id, { [field('Impact')]: { value: 'A team' } }))).toHaveProperty([
    field('Impact'),
  ]);
});
