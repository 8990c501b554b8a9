import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Candidate {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string | null;
  readonly isStaff: boolean;
  readonly organizations: string[];
}

async function found(query: string): Promise<Candidate[]> {
  const url = `/rest/portico/1/service-desk/${world.desk.id}/reporter-candidate?${query}`;
  const { status, body, text } = await world.ask<{ values: Candidate[] }>(world.people.agent, 'GET', url);
  expect(status, text).toBe(200);
  return body.values;
}

test('finds whoever may use the desk by name or address, customers first', async () => {
  const names = (await found('')).map(({ displayName }) => displayName);
  expect(names).toEqual(['Alice Reporter', 'Max Member', 'Mona Manager', 'Ada Admin', 'Anna Agent']);
  expect(await found('query=alice@')).toEqual([
    {
      accountId: world.people.reporter.account.accountId,
      displayName: 'Alice Reporter',
      emailAddress: 'alice@acme.example',
      isStaff: false,
      organizations: ['Acme'],
    },
  ]);
  expect(await found('query=Globex')).toEqual([]);
  const { accountId } = world.people.member.account;
  expect((await found(`accountId=${accountId}`)).map(({ displayName }) => displayName)).toEqual([
    'Max Member',
  ]);
});

test('what an agent raises for a customer is the customer’s, and notes who raised it, and how', async () => {
  const { reporter, member, agent } = world.people;
  const raised = await world.ask<{ issueKey: string; reporter: { displayName: string } }>(
    agent,
    'POST',
    '/rest/servicedeskapi/request',
    {
      serviceDeskId: world.desk.id,
      requestTypeId: world.types.get('Ask a question'),
      requestFieldValues: { summary: 'She called: where is the manual?', description: 'By telephone.' },
      raiseOnBehalfOf: reporter.account.accountId,
      requestParticipants: [member.account.accountId],
    },
  );
  expect([raised.status, raised.body.reporter?.displayName]).toEqual([201, 'Alice Reporter']);
  const url = `/rest/servicedeskapi/request/${raised.body.issueKey}`;
  for (const who of [reporter, member]) expect((await world.ask(who, 'GET', url)).status).toBe(200);
  const row = await world.platform.db
    .selectFrom('request')
    .select(['creator_id', 'channel'])
    .where('key', '=', raised.body.issueKey)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ creator_id: agent.account.id, channel: 'agent' });
  const own = await world.raise();
  const ownRow = await world.platform.db
    .selectFrom('request')
    .select(['creator_id', 'channel'])
    .where('id', '=', own.id)
    .executeTakeFirstOrThrow();
  expect(ownRow).toEqual({ creator_id: reporter.account.id, channel: 'portal' });
});
