import type { AddressInfo } from 'node:net';
import type { ServiceDeskClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';
import { type ApprovalWorld, addApproval, people } from './testing.ts';

// As in ../conformance.test.ts: jira.js throws when an answer differs from Jira's, and notes every key that Jira does not have.

interface Drift {
  readonly kind: string;
  readonly path: string;
  readonly endpoint: string;
  readonly keys?: string[];
}

let world: DeskWorld;
let approvals: ApprovalWorld;
let requestsOf: (person: TestPerson) => ServiceDeskClient['request'];

beforeAll(async () => {
  world = await createDeskWorld();
  approvals = await addApproval(world);
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  requestsOf = ({ headers }) =>
    jira.createServiceDeskClient(
      core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' }),
    ).request;
});
afterAll(() => world.close());

test('approvals are read and answered as in JSM', async () => {
  const { member, manager, reporter } = world.people;
  await approvals.setStep({ approvers: people(member, manager) });
  const { key: issueIdOrKey } = await approvals.raiseForApproval();
  const asMember = requestsOf(member);
  const asManager = requestsOf(manager);
  const { values = [] } = await asMember.getApprovals({ issueIdOrKey, start: 0, limit: 10 });
  expect(values).toMatchObject([{ name: 'Waiting for approval', finalDecision: 'pending' }]);
  const approvalId = Number(values[0]?.id);
  expect(await asMember.answerApproval({ issueIdOrKey, approvalId, decision: 'approve' })).toMatchObject({
    canAnswerApproval: false,
    approvers: [{ approverDecision: 'approved' }, { approverDecision: 'pending' }],
  });
  await asManager.answerApproval({ issueIdOrKey, approvalId, decision: 'decline' });
  expect(await asMember.getApprovalById({ issueIdOrKey, approvalId })).toMatchObject({
    finalDecision: 'declined',
    approvers: [{ approver: { displayName: 'Max Member' } }, { approver: { displayName: 'Mona Manager' } }],
  });
  const asReporter = requestsOf(reporter);
  const accountIds = [member.account.accountId];
  await asReporter.addRequestParticipants({ issueIdOrKey, accountIds });
  expect((await asReporter.getRequestParticipants({ issueIdOrKey })).values).toHaveLength(1);
  expect(
    await asReporter.getCustomerRequestByIdOrKey({ issueIdOrKey, expand: ['participant', 'action'] }),
  ).toMatchObject({ participants: { size: 1 } });
  await asReporter.removeRequestParticipants({ issueIdOrKey, accountIds });
  expect((await asReporter.getRequestParticipants({ issueIdOrKey })).values).toHaveLength(0);
  const listed = await asMember.getCustomerRequests({
    requestOwnership: ['APPROVER'],
    approvalStatus: 'MY_HISTORY_APPROVAL',
  });
  expect(listed.values?.map(({ issueKey }) => issueKey)).toEqual([issueIdOrKey]);
});

test('what Jira has no word for is under _portico', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const noted = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  expect(noted.length).toBeGreaterThan(0);
  const ours = noted.filter(({ endpoint }) => /approval|participant|getCustomerRequest/.test(endpoint));
  expect(
    ours.filter(({ kind, keys = [] }) => kind !== 'keys' || keys.some((key) => key !== '_portico')),
  ).toEqual([]);
});
