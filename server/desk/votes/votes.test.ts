import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const path = (key: string, version = '3') => `/rest/api/${version}/issue/${key}/votes`;

interface VotesJson {
  readonly votes: number;
  readonly hasVoted: boolean;
  readonly voters: readonly { readonly displayName: string }[];
}

async function votes(who: TestPerson, key: string): Promise<VotesJson> {
  return (await world.ask<VotesJson>(who, 'GET', path(key))).body;
}

test('an agent votes once for what a customer asked for, and takes it back', async () => {
  const { ask, people, raise, platform } = world;
  const { key, id } = await raise();
  expect((await ask(people.agent, 'POST', path(key))).status).toBe(204);
  expect((await ask(people.agent, 'POST', path(key, '2'), {})).status).toBe(204);
  expect((await ask(people.administrator, 'POST', path(key))).status).toBe(204);
  const both = await votes(people.agent, key);
  expect(both).toMatchObject({ votes: 2, hasVoted: true });
  expect(both.voters.map(({ displayName }) => displayName)).toEqual(['Ada Admin', 'Anna Agent']);
  const issue = await ask(people.agent, 'GET', `/rest/api/3/issue/${key}?fields=votes`);
  expect(issue.body).toMatchObject({ fields: { votes: { votes: 2, hasVoted: true } } });

  expect((await ask(people.agent, 'DELETE', path(key))).status).toBe(204);
  expect((await ask(people.agent, 'DELETE', path(key))).status).toBe(204);
  expect(await votes(people.agent, key)).toMatchObject({ votes: 1, hasVoted: false });

  const events = await platform.db
    .selectFrom('event')
    .select('audience')
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .where('kind', '=', 'request.changed')
    .execute();
  // one for each that came or went, and nothing for customers
  expect(events).toEqual(Array.from({ length: 3 }, () => ({ audience: 'agents' })));
});

test('nobody votes for what they raised themselves, or for what is resolved', async () => {
  const { ask, people, raise, platform } = world;
  const own = await raise({ by: people.agent });
  expect((await ask(people.agent, 'POST', path(own.key))).text).toContain('an issue you have reported');
  const { key, id } = await raise();
  await ask(people.agent, 'POST', path(key));
  await platform.db
    .updateTable('request')
    .set({ resolution: 'Done', resolved_at: new Date() })
    .where('id', '=', id)
    .execute();
  for (const [who, method] of [
    [people.administrator, 'POST'],
    [people.agent, 'DELETE'],
  ] as const) {
    const answer = await ask(who, method, path(key));
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('resolved');
  }
  expect(await votes(people.agent, key)).toMatchObject({ votes: 1 });
});

test('what is answered is what a client of Jira expects', async () => {
  const { app, people, raise } = world;
  const { key: issueIdOrKey } = await raise();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const { issueVotes } = jira.createCloudClient(
    core.createClient({
      host: `http://127.0.0.1:${port}`,
      headers: people.agent.headers,
      onSchemaMismatch: 'throw',
    }),
  );
  await issueVotes.addVote({ issueIdOrKey });
  const found = await issueVotes.getVotes({ issueIdOrKey });
  expect(found).toMatchObject({ votes: 1, hasVoted: true, voters: [{ displayName: 'Anna Agent' }] });
  await issueVotes.removeVote({ issueIdOrKey });
  const store = globalThis as unknown as Record<symbol, { endpoint: string; keys?: string[] }[] | undefined>;
  const drift = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  expect(drift.filter(({ endpoint }) => endpoint.includes('/votes'))).toEqual([]);
});
