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

let world: DeskWorld;
let operations: { readonly name: string; readonly asked: string }[];

beforeAll(async () => {
  world = await createDeskWorld();
  const { jira } = await loadJiraClient();
  let last: Asked | null = null;
  const transport = {
    sendRequest: async (asked: Asked) => {
      last = asked;
    },
  };
  const client = jira.createServiceDeskClient(transport as never) as unknown as Operations;
  // Whatever an operation takes is one word, which an address shows as a part that varies.
  const anything: object = new Proxy({}, { get: () => '{}' });
  operations = [];
  for (const group of Object.values(client)) {
    for (const [name, operation] of Object.entries(group)) {
      await operation(anything);
      const { method, url } = last as unknown as Asked;
      operations.push({ name, asked: `${method} ${decodeURIComponent(url)}` });
    }
  }
});
afterAll(() => world.close());

test('every operation of the service desk has a route', () => {
  const routes = routesOf(world.app.printRoutes({ commonPrefix: false })).map((route) =>
    route.replaceAll(/:\w+/g, '{}'),
  );
  expect(operations.length).toBeGreaterThan(50);
  const missing = operations.filter(({ asked }) => !routes.includes(asked)).map(({ asked }) => asked);
  expect([...new Set(missing)].sort()).toEqual(Object.keys(without).sort());
});

test('every operation of the service desk is called in a test', async () => {
  const folder = import.meta.dirname;
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.ts'));
  const calls = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const uncalled = operations.filter(
    ({ name, asked }) => !(asked in without) && !new RegExp(`\\.${name}\\(`).test(calls),
  );
  expect(uncalled.map(({ name }) => name)).toEqual([]);
});
