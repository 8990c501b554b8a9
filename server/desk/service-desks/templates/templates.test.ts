import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../../testing.ts';
import { fields } from './fields.ts';
import type { DeskTemplate } from './template.ts';
import { templateKeys, templates } from './templates.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

let number = 0;
async function createFrom(template: string) {
  const { ask, people } = world;
  const made = await ask<{ id: string; projectKey: string; _portico: { customersShareWith: string } }>(
    people.administrator,
    'POST',
    '/rest/portico/1/service-desk',
    { projectKey: `TPL${++number}`, projectName: 'New', portalName: 'New', access: 'open', template },
  );
  expect(made.status, made.text).toBe(201);
  return made.body;
}

describe.each(templateKeys)('the template %s', (key) => {
  const template: DeskTemplate = templates[key];

  test('names what it makes, and nothing twice', () => {
    expect(template.key).toBe(key);
    const names = template.requestTypes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, workflow, form } of template.requestTypes) {
      expect(Object.keys(template.workflows), name).toContain(workflow);
      expect(form[0], name).toMatchObject({ key: 'summary', isRequired: true });
      const keys = form.map((field) => field.key);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
    for (const { name, statuses, transitions } of Object.values(template.workflows)) {
      const known = statuses.map((status) => status.name);
      for (const { from, to } of transitions) {
        expect(known, name).toEqual(expect.arrayContaining([...from, to]));
      }
    }
  });

  test('asks for approvers wherever its workflow wants them', () => {
    for (const { name, workflow, form } of template.requestTypes) {
      const asked = template.workflows[workflow]?.statuses.flatMap(
        ({ approval }) => approval?.approvers ?? [],
      );
      for (const approvers of asked ?? []) {
        expect(
          form.find((field) => field.key === approvers),
          name,
        ).toMatchObject({ isRequired: true });
      }
    }
  });

  test('uses pictures that the web has', () => {
    const web = readFileSync(
      path.join(import.meta.dirname, '../../../../web/kit/request-types/request-type-icon.tsx'),
      'utf8',
    );
    for (const { icon } of template.requestTypes)
      expect(web).toMatch(new RegExp(`^ {2}'?${icon}'?: Icon`, 'm'));
  });

  test('makes a desk in which everything can be asked for, and every queue opens', async () => {
    const { ask, people } = world;
    const desk = await createFrom(key);
    const types = await ask<{ values: { id: string; name: string; groupIds: string[] }[] }>(
      people.administrator,
      'GET',
      `/rest/servicedeskapi/servicedesk/${desk.id}/requesttype?limit=100`,
    );
    expect(types.body.values.map(({ name }) => name)).toEqual(template.requestTypes.map(({ name }) => name));
    expect(types.body.values.every(({ groupIds }) => groupIds.length === 1)).toBe(true);
    const queues = await ask<{ values: { id: string; name: string; issueCount: number }[] }>(
      people.administrator,
      'GET',
      `/rest/servicedeskapi/servicedesk/${desk.id}/queue?includeCount=true&limit=100`,
    );
    expect(queues.body.values.map(({ name }) => name)).toEqual(template.queues.map(({ name }) => name));
    for (const queue of queues.body.values) {
      const issues = await ask(
        people.administrator,
        'GET',
        `/rest/servicedeskapi/servicedesk/${desk.id}/queue/${queue.id}/issue`,
      );
      expect([queue.name, issues.status]).toEqual([queue.name, 200]);
    }
  });

  test('is shown before it is used', async () => {
    const { body } = await world.ask<{ values: { key: string; requestTypes: { name: string }[] }[] }>(
      world.people.administrator,
      'GET',
      '/rest/portico/1/service-desk-template',
    );
    const shown = body.values.find((one) => one.key === key);
    expect(shown?.requestTypes.map(({ name }) => name)).toEqual(
      template.requestTypes.map(({ name }) => name),
    );
  });
});

test('desks share fields, workflows and statuses, whatever the order in which they are made', async () => {
  const { platform } = world;
  const counted = async () => {
    const workflows = await platform.db.selectFrom('workflow').select('name').execute();
    const named = await platform.db.selectFrom('field').select('template_key').execute();
    return [workflows.length, named.length];
  };
  await createFrom('hr');
  await createFrom('it-service');
  const before = await counted();
  for (const key of templateKeys) await createFrom(key);
  expect(await counted()).toEqual(before);
  const twice = await platform.db
    .selectFrom('field')
    .select(['name', (eb) => eb.fn.countAll<string>().as('count')])
    .groupBy('name')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
  expect(twice).toEqual([]);
  expect(new Set(Object.values(fields).map(({ name }) => name)).size).toBe(Object.keys(fields).length);
});

test('HR keeps requests to those who raise them, others let organizations share', async () => {
  expect((await createFrom('hr'))._portico.customersShareWith).toBe('nobody');
  expect((await createFrom('it-service'))._portico.customersShareWith).toBe('organization');
});

test('a request for access waits for the approvers it names; agreed, support has it', async () => {
  const { ask, people, person } = world;
  const desk = await createFrom('it-service');
  const boss = await person({ displayName: 'Bea Boss' });
  await world.platform.db
    .insertInto('organization_member')
    .values({ organization_id: world.acme.id, account_id: boss.account.id, origin: 'manual' })
    .execute();
  const types = await ask<{ values: { id: string; name: string }[] }>(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/servicedesk/${desk.id}/requesttype?limit=100`,
  );
  const typeId = types.body.values.find(({ name }) => name === 'Request access')?.id;
  const form = await ask<{
    requestTypeFields: { fieldId: string; name: string; validValues: { value: string }[] }[];
  }>(people.reporter, 'GET', `/rest/servicedeskapi/servicedesk/${desk.id}/requesttype/${typeId}/field`);
  const idOf = (label: string) =>
    form.body.requestTypeFields.find(({ name }) => name === label)?.fieldId ?? label;
  const raise = (values: object) =>
    ask<{ issueKey: string; currentStatus: { status: string }; errors: object }>(
      people.reporter,
      'POST',
      '/rest/servicedeskapi/request',
      { serviceDeskId: desk.id, requestTypeId: typeId, requestFieldValues: values },
    );
  const values = {
    summary: 'Read access to Reports',
    [idOf('System')]: 'Reports',
    [idOf('Level of access')]: { value: 'Read' },
    [idOf('What is it needed for?')]: 'Month end',
  };
  expect((await raise(values)).status).toBe(400);
  const raised = await raise({
    ...values,
    [idOf('Who approves it?')]: [{ accountId: boss.account.accountId }],
  });
  expect(raised.status, raised.text).toBe(201);
  expect(raised.body.currentStatus.status).toBe('Waiting for approval');
  const listed = async (who: TestPerson) =>
    (
      await ask<{ values: { issueKey: string }[] }>(
        who,
        'GET',
        '/rest/servicedeskapi/request?requestOwnership=APPROVER&approvalStatus=MY_PENDING_APPROVAL',
      )
    ).body.values.map(({ issueKey }) => issueKey);
  expect(await listed(boss)).toEqual([raised.body.issueKey]);
  expect(await listed(people.member)).toEqual([]);
  const approvals = await ask<{ values: { id: string }[] }>(
    boss,
    'GET',
    `/rest/servicedeskapi/request/${raised.body.issueKey}/approval`,
  );
  const answered = await ask(
    boss,
    'POST',
    `/rest/servicedeskapi/request/${raised.body.issueKey}/approval/${approvals.body.values[0]?.id}`,
    { decision: 'approve' },
  );
  expect(answered.status, answered.text).toBe(200);
  const after = await ask<{ currentStatus: { status: string } }>(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${raised.body.issueKey}`,
  );
  expect(after.body.currentStatus.status).toBe('Waiting for support');
  expect(await listed(boss)).toEqual([]);
});

test('a template that there is not is refused, and nobody but administrators sees them', async () => {
  const { ask, people } = world;
  const body = { projectKey: 'NOPE', projectName: 'N', portalName: 'N', access: 'open', template: 'zoo' };
  const refused = await ask<{ errors: Record<string, string> }>(
    people.administrator,
    'POST',
    '/rest/portico/1/service-desk',
    body,
  );
  expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['template']]);
  expect((await ask(people.agent, 'GET', '/rest/portico/1/service-desk-template')).status).toBe(403);
  expect((await ask(null, 'GET', '/rest/portico/1/service-desk-template')).status).toBe(401);
});
