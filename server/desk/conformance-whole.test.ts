import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../testing-routes.ts';
import { createDeskWorld, type DeskWorld } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

// What jira.js can ask of Jira Service Management is answered here, and asked in some test with its validation set to throw.

/** Operations that Portico does not have, and why. */
const without: Readonly<Record<string, string>> = {
  'PUT /rest/servicedeskapi/customer/user/{}/revoke-portal-only-access':
    'there are no portal-only accounts: people are deactivated',
  'POST /rest/servicedeskapi/customer/skip-permission-check': 'permissions are not skipped',
  'POST /rest/servicedeskapi/servicedesk/{}/customer/skip-permission-check': 'permissions are not skipped',
};

interface Asked {
  readonly method: string;
  readonly url: string;
}
type Operations = Readonly<
  Record<string, Readonly<Record<string, (parameters: object) => Promise<unknown>>>>
>;

interface Operation {
  readonly name: string;
  readonly asked: string;
}

let world: DeskWorld;
let serviceDesk: Operation[];
let platform: Operation[];

beforeAll(async () => {
  world = await createDeskWorld();
  const { jira } = await loadJiraClient();
  serviceDesk = await operationsOf((transport) => jira.createServiceDeskClient(transport as never));
  platform = await operationsOf((transport) => jira.createCloudClient(transport as never));
});
afterAll(() => world.close());

/** What the operations of a client ask, told by a transport that sends nothing. */
async function operationsOf(createClient: (transport: object) => object): Promise<Operation[]> {
  let last: Asked | null = null;
  const sendRequest = async (asked: Asked) => {
    last = asked;
  };
  // Whatever an operation takes is one word, which an address shows as a part that varies.
  const anything: object = new Proxy({}, { get: () => '{}' });
  const operations: Operation[] = [];
  for (const group of Object.values(createClient({ sendRequest }) as Operations)) {
    for (const [name, operation] of Object.entries(group)) {
      last = null;
      // A few look into what they are given before they ask.
      await operation(anything).catch(() => {});
      const asked = last as Asked | null;
      if (asked) operations.push({ name, asked: `${asked.method} ${decodeURIComponent(asked.url)}` });
    }
  }
  return operations;
}

function routes(): Set<string> {
  const all = routesOf(world.app.printRoutes({ commonPrefix: false }));
  return new Set(all.map((route) => route.replaceAll(/:\w+/g, '{}')));
}

/** Names of those that no test beside this one calls. */
async function uncalled(operations: readonly Operation[]): Promise<string[]> {
  const folder = join(import.meta.dirname, '..');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const calls = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  return operations.map(({ name }) => name).filter((name) => !new RegExp(`\\.${name}\\(`).test(calls));
}

test('every operation of the service desk has a route', () => {
  expect(serviceDesk.length).toBeGreaterThan(50);
  const ours = routes();
  const missing = serviceDesk.filter(({ asked }) => !ours.has(asked)).map(({ asked }) => asked);
  expect([...new Set(missing)].sort()).toEqual(Object.keys(without).sort());
});

test('every operation of the service desk is called in a test', async () => {
  expect(await uncalled(serviceDesk.filter(({ asked }) => !(asked in without)))).toEqual([]);
});

test('every operation of Jira’s platform that has a route is called in a test', async () => {
  const ours = routes();
  const answered = platform.filter(({ asked }) => ours.has(asked));
  expect(answered.length).toBeGreaterThan(60);
  expect(await uncalled(answered)).toEqual([]);
});
