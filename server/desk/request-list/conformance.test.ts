import type { AddressInfo } from 'node:net';
import type { ServiceDeskClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

// As in ../conformance.test.ts: jira.js throws when an answer differs from Jira's, and notes every key that Jira does not have.

interface Drift {
  readonly kind: string;
  readonly endpoint: string;
  readonly keys?: string[];
}

let world: DeskWorld;
let requests: ServiceDeskClient['request'];

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const { headers } = world.people.reporter;
  requests = jira.createServiceDeskClient(
    core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' }),
  ).request;
});
afterAll(() => world.close());

test('requests are listed by all that Jira’s clients can ask for', async () => {
  const { key } = await world.raise();
  const listed = await requests.getCustomerRequests({
    searchTerm: 'printer',
    requestOwnership: ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS', 'ALL_ORGANIZATIONS'],
    requestStatus: 'OPEN_REQUESTS',
    serviceDeskId: Number(world.desk.id),
    requestTypeId: Number(world.types.get('Report a problem')),
    expand: ['serviceDesk', 'requestType', 'status', 'attachment', 'comment', 'action', 'participant'],
    start: 0,
    limit: 5,
  });
  expect(listed.values?.map(({ issueKey }) => issueKey)).toEqual([key]);
  for (const narrowed of [
    { requestStatus: 'CLOSED_REQUESTS' },
    { requestOwnership: ['ORGANIZATION'], organizationId: Number(world.acme.id) },
    { requestOwnership: ['APPROVER'], approvalStatus: 'MY_PENDING_APPROVAL' },
    { searchTerm: 'nothing like it' },
  ]) {
    expect((await requests.getCustomerRequests(narrowed)).values).toEqual([]);
  }
});

test('what Jira has no word for is under _portico', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const noted = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  expect(noted.length).toBeGreaterThan(0);
  const ours = noted.filter(({ endpoint }) => /getCustomerRequests/.test(endpoint));
  expect(
    ours.filter(({ kind, keys = [] }) => kind !== 'keys' || keys.some((key) => key !== '_portico')),
  ).toEqual([]);
});
