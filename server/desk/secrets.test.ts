import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { routesOf, sampleCall } from '../testing-routes.ts';
import { createDeskWorld, type DeskWorld } from './testing.ts';
import { callRoute } from './testing-calls.ts';
import { createOthers } from './testing-others.ts';

// What is sent as a secret is in no line of the log, no entry of the audit log and no table: docs/attack-classes.md, F15.

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

// 43 characters, as the tokens of links have
const canary = 'canary-9f31c6d2b7-'.padEnd(43, 'x');
const secretNames = [
  'password',
  'currentPassword',
  'token',
  'code',
  'mailCode',
  'totp',
  'recoveryCode',
  'clientSecret',
];

/** What a route takes by the least that it asks for, with a canary in place of each secret that it may take. */
function bodyOf(app: DeskWorld['app'], route: string): object | undefined {
  const { payload } = sampleCall(app.swagger(), route);
  const [method = '', path = ''] = route.split(' ');
  const operation = (app.swagger().paths?.[path.replaceAll(/:(\w+)/g, '{$1}')] as Described | undefined)?.[
    method.toLowerCase()
  ];
  const properties = operation?.requestBody?.content?.['application/json']?.schema?.properties ?? {};
  const taken = secretNames.filter((name) => name in properties);
  if (taken.length === 0) return undefined;
  return { ...payload, ...Object.fromEntries(taken.map((name) => [name, canary])) };
}

type Described = Readonly<
  Record<
    string,
    {
      readonly requestBody?: {
        readonly content?: Readonly<Record<string, { readonly schema?: { readonly properties?: object } }>>;
      };
    }
  >
>;

test('F15: secrets that people send are in no line of the log, no entry of the audit log, and no table', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace' }, stream);
  const { app, close } = await buildApp(world.platform.config, world.database, log);
  const here = { ...world, app };
  const othersOf = createOthers(here);
  const called: string[] = [];
  for (const route of routesOf(app.printRoutes({ commonPrefix: false }))) {
    if (!/ \/(rest|sso)\//.test(route)) continue;
    const body = bodyOf(app, route);
    const isNamed = route.includes(':token');
    if (!body && !isNamed) continue;
    called.push(route);
    const names = { ...(await othersOf(route)), ...(isNamed && { token: canary }) };
    for (const who of [null, world.people.agent, world.people.administrator]) {
      await callRoute(here, route, who, { names, body });
    }
  }
  await close();
  expect(called.length).toBeGreaterThan(20);
  expect(lines.length).toBeGreaterThan(called.length);
  expect(lines.filter((line) => line.includes(canary))).toEqual([]);

  const { rows } = await world.database.pool.query(
    "select tablename from pg_tables where schemaname = 'portico'",
  );
  for (const { tablename } of rows) {
    const found = await world.database.pool.query(
      `select t::text as row from portico."${tablename}" t where t::text like $1`,
      [`%${canary}%`],
    );
    expect([tablename, found.rows]).toEqual([tablename, []]);
  }
});
