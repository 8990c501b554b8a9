import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldTypeName } from '../../fields/index.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
const keys = new Map<string, string>();
beforeAll(async () => {
  world = await createDeskWorld();
  const { db } = world.platform;
  for (const [position, type] of (['person', 'people', 'organization'] satisfies FieldTypeName[]).entries()) {
    const { id } = await db
      .insertInto('field')
      .values({ name: type, type })
      .returning('id')
      .executeTakeFirstOrThrow();
    keys.set(type, `customfield_${id}`);
    await db
      .insertInto('request_type_field')
      .values({
        request_type_id: world.types.get('Report a problem') ?? '',
        field_key: `customfield_${id}`,
        field_id: id,
        label: `The ${type}`,
        position: 50 + position,
      })
      .execute();
  }
});
afterAll(() => world.close());

interface Answer {
  readonly issueKey: string;
  readonly requestFieldValues: readonly { fieldId: string; value: unknown }[];
  readonly errors: Record<string, string>;
}

function raise(who: TestPerson, values: Record<string, unknown>) {
  return world.ask<Answer>(who, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Report a problem'),
    requestFieldValues: {
      summary: 'Who is it',
      description: 'x',
      [world.fields.get('Impact') ?? '']: { value: 'A team' },
      ...Object.fromEntries(Object.entries(values).map(([type, value]) => [keys.get(type), value])),
    },
  });
}

const named = (person: TestPerson) => ({ accountId: person.account.accountId });

test('a customer names colleagues, agents of the desk and their own organization, and reads no addresses', async () => {
  const { reporter, member, agent } = world.people;
  const answer = await raise(reporter, {
    person: named(member),
    people: [named(agent), named(reporter)],
    organization: [world.acme.id],
  });
  expect(answer.status).toBe(201);
  const values = new Map(answer.body.requestFieldValues.map(({ fieldId, value }) => [fieldId, value]));
  const person = values.get(keys.get('person') ?? '');
  expect(person).toMatchObject({ ...named(member), displayName: 'Max Member' });
  expect(JSON.stringify(person)).not.toContain('max@acme.example');
  expect(values.get(keys.get('people') ?? '')).toHaveLength(2);
  expect(values.get(keys.get('organization') ?? '')).toMatchObject([{ id: world.acme.id, name: 'Acme' }]);

  const issue = await world.ask<{ fields: Record<string, unknown>; _portico: { fields: unknown[] } }>(
    agent,
    'GET',
    `/rest/api/3/issue/${answer.body.issueKey}`,
  );
  expect(issue.body.fields[keys.get('person') ?? '']).toMatchObject({
    ...named(member),
    emailAddress: 'max@acme.example',
  });
  expect(issue.body._portico.fields).toContainEqual({
    id: keys.get('organization'),
    label: 'The organization',
    value: 'Acme',
    type: 'organization',
    content: [expect.objectContaining({ id: world.acme.id, name: 'Acme' })],
    section: null,
  });
});

test('a customer names nobody of another company, no agent of another desk, and no other organization', async () => {
  const { reporter, customerOfB, otherAgent } = world.people;
  const answer = await raise(reporter, {
    person: named(customerOfB),
    people: [named(otherAgent)],
    organization: [world.globex.id],
  });
  expect(answer.status).toBe(400);
  // What there is and what there is not is refused in the same words.
  const unknown = await raise(reporter, {
    person: { accountId: 'nobody' },
    people: [{ accountId: 'nobody' }],
    organization: ['999999'],
  });
  expect(unknown.body.errors).toEqual(answer.body.errors);
  expect(Object.keys(answer.body.errors)).toEqual([...keys.values()]);
});

test('an agent names every active person and every organization', async () => {
  const { agent, customerOfB } = world.people;
  const gone = await world.person({ displayName: 'Gone' });
  await world.platform.db
    .updateTable('account')
    .set({ is_active: false })
    .where('id', '=', gone.account.id)
    .execute();
  const values = { person: named(customerOfB), organization: [world.globex.id] };
  expect((await raise(agent, { ...values, people: [named(gone)] })).body.errors).toEqual({
    [keys.get('people') ?? '']: expect.stringContaining('no such person'),
  });
});
