import type { AddressInfo } from 'node:net';
import type { CloudClient } from 'jira.js';
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
let cloud: CloudClient;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const { headers } = world.people.agent;
  cloud = jira.createCloudClient(
    core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' }),
  );
});
afterAll(() => world.close());

test('who may see an issue is found, and mentioned in a document with all that Jira’s editor writes', async () => {
  const { key } = await world.raise();
  const found = await cloud.userSearch.findUsersWithBrowsePermission({ issueKey: key, query: 'a' });
  const names = found.map(({ displayName }) => displayName);
  expect(names).toEqual(expect.arrayContaining(['Alice Reporter', 'Anna Agent', 'Mona Manager']));
  expect(names).not.toContain('Max Member');
  const alice = found.find(({ displayName }) => displayName === 'Alice Reporter');
  expect(alice?.accountType).toBe('customer');

  const text = (words: string) => ({ type: 'text', text: words });
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const body = {
    type: 'doc' as const,
    version: 1,
    content: [
      { type: 'panel', attrs: { panelType: 'note' }, content: [paragraph(text('Read this'))] },
      paragraph({
        type: 'mention',
        attrs: { id: alice?.accountId, text: '@Alice Reporter', accessLevel: '' },
      }),
      {
        type: 'table',
        attrs: { isNumberColumnEnabled: false, layout: 'default' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: {}, content: [paragraph(text('cell'))] }],
          },
        ],
      },
      { type: 'expand', attrs: { title: 'More' }, content: [paragraph(text('less'))] },
      {
        type: 'mediaSingle',
        attrs: { layout: 'center' },
        content: [{ type: 'media', attrs: { type: 'file', id: 'x', collection: '' } }],
      },
    ],
  };
  const made = await cloud.issueComments.addComment({ issueIdOrKey: key, body });
  const read = await cloud.issueComments.getComment({ issueIdOrKey: key, id: made.id ?? '' });
  expect(JSON.stringify(read.body)).toContain('"panelType":"note"');
});

test('no answer has keys that Jira does not have', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const noted = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  const ours = noted.filter(
    ({ kind, endpoint, keys = [] }) =>
      /viewissue|BrowsePermission/.test(endpoint) &&
      (kind !== 'keys' || keys.some((key) => key !== '_portico')),
  );
  expect(ours).toEqual([]);
});
