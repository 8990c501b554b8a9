import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { alignBatch } from './align-approvals.ts';
import { type ApprovalWorld, addApproval, people } from './testing.ts';

interface Approval {
  id: string;
  name: string;
  finalDecision?: string;
  canAnswerApproval: boolean;
  approvers: { approver: { displayName: string; emailAddress?: string }; approverDecision: string }[];
  completedDate?: object;
  _portico: { outcome: string | null; needed: number | null };
}
interface Approvals {
  values: Approval[];
}

let world: DeskWorld;
let approvals: ApprovalWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  approvals = await addApproval(world);
});
afterAll(() => world.close());
beforeEach(() => approvals.setStep({ approvers: people(world.people.member, world.people.otherManager) }));

const route = (key: string) => `/rest/servicedeskapi/request/${key}/approval`;
const list = async (who: TestPerson, key: string) =>
  (await world.ask<Approvals>(who, 'GET', route(key))).body.values;
async function answer(who: TestPerson, key: string, decision: 'approve' | 'decline', comment?: string) {
  const [approval] = await list(world.people.agent, key);
  return world.ask<Approval>(who, 'POST', `${route(key)}/${approval?.id}`, {
    decision,
    ...(comment !== undefined && { additionalComment: { body: comment } }),
  });
}
const sees = async (who: TestPerson, key: string) =>
  (await world.ask(who, 'GET', `/rest/servicedeskapi/request/${key}`)).status;
const decisions = ({ approvers }: Approval) =>
  approvers.map(({ approver, approverDecision }) => [approver.displayName, approverDecision]);

describe('a request that waits for approval', () => {
  test('is seen by those who are asked, also if they are no customers of the desk', async () => {
    const { agent, member, otherManager, customerOfB } = world.people;
    const { key } = await world.raise();
    expect(await sees(otherManager, key)).toBe(404);
    expect(await approvals.move(key, 'Ask for approval')).toBe(204);
    expect(await sees(otherManager, key)).toBe(200);
    expect(await sees(customerOfB, key)).toBe(404);
    const [approval] = await list(member, key);
    expect(approval).toMatchObject({
      name: 'Waiting for approval',
      finalDecision: 'pending',
      canAnswerApproval: true,
      _portico: { outcome: null, needed: null },
    });
    expect(decisions(approval as Approval)).toEqual([
      ['Gus Globex', 'pending'],
      ['Max Member', 'pending'],
    ]);
    // Customers read the addresses of nobody else, agents those of all.
    expect(approval?.approvers.map(({ approver }) => approver.emailAddress)).toEqual([
      undefined,
      'max@acme.example',
    ]);
    expect(await list(agent, key)).toMatchObject([
      { canAnswerApproval: false, approvers: [{ approver: { emailAddress: 'gus@globex.example' } }, {}] },
    ]);
  });

  test('goes on once everybody has approved, and not before', async () => {
    const { agent, member, otherManager } = world.people;
    const { key } = await approvals.raiseForApproval();
    expect((await answer(member, key, 'approve')).body).toMatchObject({
      finalDecision: 'pending',
      canAnswerApproval: false,
    });
    expect(await approvals.statusOf(key)).toBe('Waiting for approval');
    const last = await answer(otherManager, key, 'approve');
    expect(last).toMatchObject({ status: 200, body: { finalDecision: 'approved', completedDate: {} } });
    expect(await approvals.statusOf(key)).toBe('Waiting for support');
    const { body } = await world.ask<{
      values: { author: { displayName: string }; items: { field: string; toString: string }[] }[];
    }>(agent, 'GET', `/rest/api/3/issue/${key}/changelog`);
    expect(
      body.values
        .slice(1)
        .map(({ author, items }) => [
          author.displayName,
          ...items.map((item) => `${item.field}: ${item.toString}`),
        ]),
    ).toEqual([
      ['Max Member', 'Approval: Approved'],
      ['Gus Globex', 'Approval: Approved'],
      ['Gus Globex', 'status: Waiting for support'],
    ]);
    // Who has answered still sees it.
    expect(await sees(otherManager, key)).toBe(200);
  });

  test('is declined by one who declines, whose words everybody reads', async () => {
    const { reporter, member, otherManager } = world.people;
    const { key } = await approvals.raiseForApproval();
    const declined = await answer(otherManager, key, 'decline', 'Too expensive');
    expect(declined.body).toMatchObject({ finalDecision: 'declined' });
    expect(await approvals.statusOf(key)).toBe('Canceled');
    const comments = await world.ask<{ values: { body: string; public: boolean }[] }>(
      reporter,
      'GET',
      `/rest/servicedeskapi/request/${key}/comment`,
    );
    expect(comments.body.values).toMatchObject([{ body: 'Too expensive', public: true }]);
    expect(await answer(member, key, 'approve')).toMatchObject({
      status: 409,
      body: { errorMessages: ['This approval is over: it was declined.'] },
    });
  });

  test('goes on with as many as are needed, and waits where fewer are asked', async () => {
    const { member, manager, otherManager } = world.people;
    await approvals.setStep({ approvers: people(member, manager, otherManager), needed: 2 });
    const { key } = await approvals.raiseForApproval();
    await answer(manager, key, 'approve');
    expect(await approvals.statusOf(key)).toBe('Waiting for approval');
    await answer(member, key, 'approve');
    expect(await approvals.statusOf(key)).toBe('Waiting for support');

    await approvals.setStep({ approvers: people(member), needed: 2 });
    const other = await approvals.raiseForApproval();
    await answer(member, other.key, 'approve');
    expect(await approvals.statusOf(other.key)).toBe('Waiting for approval');
  });

  test('does not wait for people who have left', async () => {
    const gone = await world.person({ displayName: 'Gone' });
    await approvals.setStep({ approvers: people(world.people.member, gone) });
    const { key } = await approvals.raiseForApproval();
    await world.platform.db
      .updateTable('account')
      .set({ is_active: false })
      .where('id', '=', gone.account.id)
      .execute();
    await answer(world.people.member, key, 'approve');
    expect(await approvals.statusOf(key)).toBe('Waiting for support');
  });

  test('can be asked for from the beginning', async () => {
    await approvals.startWithApproval(true);
    const { key } = await world.raise();
    await approvals.startWithApproval(false);
    expect(await list(world.people.member, key)).toMatchObject([{ canAnswerApproval: true }]);
  });

  test('that goes on another way asks nobody any more', async () => {
    const { member } = world.people;
    const { key } = await approvals.raiseForApproval();
    await world.platform.db
      .updateTable('workflow_transition')
      .set({ is_global: true })
      .where('name', '=', 'Resolve')
      .execute();
    expect(await approvals.move(key, 'Resolve')).toBe(204);
    const [approval] = await list(member, key);
    expect(approval).toMatchObject({ canAnswerApproval: false, _portico: { outcome: 'cancelled' } });
    expect(approval).not.toHaveProperty('finalDecision');
    expect(await answer(member, key, 'approve')).toMatchObject({
      status: 409,
      body: { errorMessages: ['This approval is over: the request has gone on without it.'] },
    });
  });

  test('is cancelled by those who take part in it, not by those who only approve it', async () => {
    const { reporter } = world.people;
    const approver = await world.person();
    await world.platform.db
      .updateTable('workflow_transition')
      .set({ is_global: true })
      .where('name', '=', 'Cancel request')
      .execute();
    await approvals.setStep({ approvers: people(approver) });
    const { key } = await approvals.raiseForApproval();
    const url = `/rest/servicedeskapi/request/${key}/transition`;
    const offered = async (who: TestPerson) =>
      (await world.ask<{ values: { id: string; name: string }[] }>(who, 'GET', url)).body.values;
    expect(await offered(approver)).toEqual([]);
    const [cancel] = await offered(reporter);
    expect(cancel?.name).toBe('Cancel request');
    expect(await world.ask(approver, 'POST', url, { id: cancel?.id })).toMatchObject({
      status: 403,
      body: { errorMessages: ['"Cancel request" is for people who take part in the request.'] },
    });
    expect((await world.ask(reporter, 'POST', url, { id: cancel?.id })).status).toBe(204);
  });

  test('is not moved by hand the way that an approval leads', async () => {
    const { key } = await approvals.raiseForApproval();
    expect(await approvals.move(key, 'Approve')).toBe(409);
    expect(await approvals.statusOf(key)).toBe('Waiting for approval');
  });

  test('is not approved by what its customer writes', async () => {
    const { reporter } = world.people;
    const { key } = await approvals.raiseForApproval();
    const { db } = world.platform;
    const answersWith = (happens: boolean) =>
      db
        .updateTable('workflow_transition')
        .set({ happens_on_customer_comment: happens })
        .where('name', '=', 'Approve')
        .execute();
    await answersWith(true);
    await world.ask(reporter, 'POST', `/rest/servicedeskapi/request/${key}/comment`, { body: 'Well?' });
    await answersWith(false);
    expect(await approvals.statusOf(key)).toBe('Waiting for approval');
  });

  test('is shared with more people by those who take part in it, not by those who only approve it', async () => {
    const { reporter, member } = world.people;
    const approver = await world.person();
    await approvals.setStep({ approvers: people(approver) });
    const { key } = await approvals.raiseForApproval();
    const url = `/rest/servicedeskapi/request/${key}/participant`;
    const add = (who: TestPerson, added: TestPerson) =>
      world.ask(who, 'POST', url, { accountIds: [added.account.accountId] });
    const { db } = world.platform;
    const shareWith = (rule: string) =>
      db
        .updateTable('service_desk')
        .set({ customers_share_with: rule })
        .where('id', '=', world.desk.id)
        .execute();
    await shareWith('anyone');
    expect((await add(approver, approver)).status).toBe(403);
    expect(
      (await world.ask(approver, 'POST', url, { _portico: { emailAddresses: ['new@globex.example'] } }))
        .status,
    ).toBe(403);
    const sharing = `/rest/portico/1/request/${key}/organization`;
    expect((await world.ask(approver, 'GET', sharing)).body).toMatchObject({
      mayAddPeople: false,
      mayAddAnyone: false,
    });
    expect((await add(reporter, member)).status).toBe(200);
    await shareWith('organization');
  });
});

describe('an answer', () => {
  test('is given once, by those who are asked alone', async () => {
    const { agent, administrator, member, reporter, customerOfB, otherManager } = world.people;
    const { key } = await approvals.raiseForApproval();
    for (const who of [agent, administrator, reporter]) {
      expect((await answer(who, key, 'approve')).status).toBe(403);
    }
    expect((await answer(customerOfB, key, 'approve')).status).toBe(404);
    expect((await answer(member, key, 'approve')).status).toBe(200);
    expect(await answer(member, key, 'decline')).toMatchObject({
      status: 409,
      body: { errorMessages: ['You have answered already: it was approved.'] },
    });
    expect((await world.ask(otherManager, 'POST', `${route(key)}/x`, { decision: 'approve' })).status).toBe(
      404,
    );
    const other = await approvals.raiseForApproval();
    const [foreign] = await list(agent, other.key);
    expect(
      (await world.ask(otherManager, 'POST', `${route(key)}/${foreign?.id}`, { decision: 'approve' })).status,
    ).toBe(404);
    expect((await world.ask(otherManager, 'POST', `${route(key)}/1`, { decision: 'perhaps' })).status).toBe(
      400,
    );
  });

  test('of two at once decides once', async () => {
    const { member, otherManager } = world.people;
    await approvals.setStep({ approvers: people(member, otherManager), needed: 1 });
    const { key } = await approvals.raiseForApproval();
    const answers = await Promise.all([answer(member, key, 'approve'), answer(otherManager, key, 'decline')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('does not send a request back that waits for its customer', async () => {
    const { member } = world.people;
    await approvals.setStep({ approvers: people(member) });
    const { key } = await approvals.raiseForApproval();
    const { db } = world.platform;
    await db
      .updateTable('workflow_transition')
      .set({ happens_on_customer_comment: true, is_global: true })
      .where('name', '=', 'Start work')
      .execute();
    await answer(member, key, 'approve', 'Fine');
    await db
      .updateTable('workflow_transition')
      .set({ happens_on_customer_comment: false, is_global: false })
      .where('name', '=', 'Start work')
      .execute();
    expect(await approvals.statusOf(key)).toBe('Waiting for support');
  });

  test('reaches the lists of those who are asked and who have answered', async () => {
    const { customerOfB } = world.people;
    await approvals.setStep({ approvers: people(customerOfB) });
    const { key, id } = await approvals.raiseForApproval();
    const keys = async (query: string) =>
      (
        await world.ask<{ values: { issueKey: string }[] }>(
          customerOfB,
          'GET',
          `/rest/servicedeskapi/request?requestOwnership=APPROVER${query}`,
        )
      ).body.values.map(({ issueKey }) => issueKey);
    expect(await keys('')).toEqual([key]);
    const subscription = await world.ask(
      customerOfB,
      'GET',
      `/rest/servicedeskapi/request/${key}/notification`,
    );
    expect(subscription.body).toEqual({ subscribed: true });
    expect(await keys('&approvalStatus=MY_PENDING_APPROVAL')).toEqual([key]);
    expect(await keys('&approvalStatus=MY_HISTORY_APPROVAL')).toEqual([]);
    const told = await world.platform.db
      .selectFrom('event')
      .select('topics')
      .where('kind', '=', 'approval.asked')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(told.topics).toContain(`account:${customerOfB.account.accountId}`);
    expect(told.topics).toContain(`request:${id}`);
    await answer(customerOfB, key, 'approve');
    expect(await keys('&approvalStatus=MY_PENDING_APPROVAL')).toEqual([]);
    expect(await keys('&approvalStatus=MY_HISTORY_APPROVAL')).toEqual([key]);
  });
});

describe('who is asked', () => {
  test('are never the reporter, unless the workflow lets them approve their own', async () => {
    const { reporter, member } = world.people;
    await approvals.setStep({ approvers: people(reporter, member) });
    const { key } = await approvals.raiseForApproval();
    expect((await list(reporter, key))[0]?.approvers).toHaveLength(1);
    expect((await answer(reporter, key, 'approve')).status).toBe(403);
    await approvals.setStep({ approvers: people(reporter), reporterMayApprove: true });
    const own = await approvals.raiseForApproval();
    expect((await answer(reporter, own.key, 'approve')).status).toBe(200);
  });

  test('are the members of a group, or the managers of the organization', async () => {
    const { agent, manager, otherAgent } = world.people;
    const { db } = world.platform;
    const group = await db
      .insertInto('account_group')
      .values({ name: 'Board' })
      .returning(['id', 'group_id'])
      .executeTakeFirstOrThrow();
    await db
      .insertInto('account_group_member')
      .values({ group_id: group.id, account_id: otherAgent.account.id })
      .execute();
    await approvals.setStep({ approvers: { kind: 'group', groupId: group.group_id } });
    const first = await approvals.raiseForApproval();
    expect(decisions((await list(agent, first.key))[0] as Approval)).toEqual([['Otto Agent', 'pending']]);
    await approvals.setStep({ approvers: { kind: 'organization-managers' } });
    const second = await approvals.raiseForApproval();
    expect(decisions((await list(agent, second.key))[0] as Approval)).toEqual([['Mona Manager', 'pending']]);
    expect((await answer(manager, second.key, 'approve')).status).toBe(200);
  });

  test('are no longer those who have left the group, or manage the organization no more', async () => {
    const { agent, manager, member } = world.people;
    const { db } = world.platform;
    await approvals.setStep({ approvers: { kind: 'organization-managers' } });
    const { key } = await approvals.raiseForApproval();
    const role = (who: TestPerson, is: 'manager' | 'member') =>
      db
        .updateTable('organization_member')
        .set({ role: is })
        .where('organization_id', '=', world.acme.id)
        .where('account_id', '=', who.account.id)
        .execute();
    await role(manager, 'member');
    await role(member, 'manager');
    const refused = await answer(manager, key, 'approve');
    expect(refused.status).toBe(403);
    expect(await approvals.statusOf(key)).toBe('Waiting for approval');
    expect(decisions((await list(agent, key))[0] as Approval)).toEqual([['Max Member', 'pending']]);
    expect((await answer(member, key, 'approve')).status).toBe(200);
    expect(await approvals.statusOf(key)).toBe('Waiting for support');
    await role(manager, 'manager');
    await role(member, 'member');
  });

  test('follow the field in which they are named', async () => {
    const { agent, member, manager, otherManager } = world.people;
    const { db } = world.platform;
    const { id } = await db
      .insertInto('field')
      .values({ name: 'Approvers', type: 'people' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('field_context')
      .values({ field_id: id, name: 'All service desks', is_global: true })
      .execute();
    const fieldId = `customfield_${id}`;
    const name = async (key: string, ...named: TestPerson[]) => {
      const fields = { [fieldId]: named.map(({ account }) => ({ accountId: account.accountId })) };
      const { status } = await world.ask(agent, 'PUT', `/rest/api/3/issue/${key}`, { fields });
      expect(status).toBe(204);
    };
    await approvals.setStep({ approvers: { kind: 'field', fieldId } });
    const { key } = await approvals.raiseForApproval();
    expect(await list(agent, key)).toMatchObject([{ finalDecision: 'pending', approvers: [] }]);
    await name(key, member, otherManager);
    expect((await list(agent, key))[0]?.approvers).toHaveLength(2);
    await answer(member, key, 'approve');
    await name(key, member, manager);
    expect(await sees(otherManager, key)).toBe(404);
    expect(decisions((await list(agent, key))[0] as Approval)).toEqual([
      ['Max Member', 'approved'],
      ['Mona Manager', 'pending'],
    ]);
    // Nobody is left whose answer is missing.
    await name(key, member);
    expect(await approvals.statusOf(key)).toBe('Waiting for support');
  });
});

test('publishing asks for approvals where requests stand already, and takes back those that are not wanted any more', async () => {
  const { agent, member } = world.people;
  const { db } = world.platform;
  const setApproval = (approval: string | null) =>
    db
      .updateTable('workflow_status')
      .set({ approval })
      .where('customer_name', '=', 'Waiting for approval')
      .execute();
  const workflow = await db
    .selectFrom('workflow_status')
    .select('workflow_id as id')
    .where('customer_name', '=', 'Waiting for approval')
    .executeTakeFirstOrThrow();
  const align = async () => {
    while (await db.transaction().execute((trx) => alignBatch(trx, workflow.id)));
  };
  await setApproval(null);
  const { key } = await approvals.raiseForApproval();
  expect(await list(agent, key)).toEqual([]);
  await approvals.setStep({ approvers: people(member) });
  await align();
  await align();
  expect(await list(member, key)).toMatchObject([{ canAnswerApproval: true }]);
  await setApproval(null);
  await align();
  expect(await list(member, key)).toMatchObject([{ _portico: { outcome: 'cancelled' } }]);
});
