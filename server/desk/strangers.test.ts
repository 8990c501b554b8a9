import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMails } from '../platform/mail/testing-mail.ts';
import { routesOf } from '../testing-routes.ts';
import { createDeskWorld, type DeskWorld } from './testing.ts';
import { callRoute } from './testing-calls.ts';
import { createOthers } from './testing-others.ts';

// Whoever is not signed in makes no requests, and has Portico write to nobody: docs/attack-classes.md, F12 and F13. Whoever adds
// requests without an account, or mail that comes in, meets these tests first, and has to say what holds instead.

let world: DeskWorld;
let othersOf: ReturnType<typeof createOthers>;
let requestKey: string;

beforeAll(async () => {
  world = await createDeskWorld();
  othersOf = createOthers(world);
  requestKey = (await world.raise()).key;
  await world.start();
});
afterAll(() => world.close());

const victim = 'victim@elsewhere.example';
const advert = 'Buy at http://evil.example now';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** All that a stranger can write into the body of a route: an address wherever one may stand, and an advertisement elsewhere. */
function bodyOf(route: string): Record<string, unknown> {
  const [method = '', path = ''] = route.split(' ');
  const paths = world.app.swagger().paths as Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { requestBody?: { content: Readonly<Record<string, { readonly schema: Schema } | undefined>> } }
        >
      >
    >
  >;
  const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content['application/json']?.schema;
  const texts = Object.entries(schema?.properties ?? {}).filter(
    ([, one]) => one.type === 'string' && !one.enum && !one.pattern && !one.format,
  );
  return Object.fromEntries(
    texts.map(([name]) => [
      name,
      /mail|address|login|username/i.test(name)
        ? victim
        : /name|summary|description|note|body|text/i.test(name)
          ? advert
          : 'x',
    ]),
  );
}

/** Waits until nothing is left to do of what was asked for. */
async function allDone(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await world.database.pool.query<{ left: number }>(
          `select count(*)::integer as left from graphile_worker._private_jobs job
           join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier like 'identity.answer%'`,
        );
        return rows[0]?.left;
      },
      { timeout: 15_000 },
    )
    .toBe(0);
}

async function posts(): Promise<number> {
  const { db } = world.platform;
  const requests = await db.selectFrom('request').select('id').execute();
  const comments = await db.selectFrom('comment').select('id').execute();
  return requests.length + comments.length;
}

/** Calls everything as nobody, with names of what is there where it names something. */
async function callAll(): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const route of allRoutes()) {
    const names = (await othersOf(route)) ?? {};
    const shared = { serviceDeskId: world.desk.id, issueIdOrKey: requestKey };
    const { statusCode } = await callRoute(world, route, null, {
      names: { ...shared, ...names },
      body: bodyOf(route),
    });
    statuses[route] = statusCode;
  }
  return statuses;
}

/** Streams of events apart, which stay open. */
function allRoutes(): string[] {
  const isOurs = /^\/(rest|sso|healthz|readyz|openapi)/;
  return routesOf(world.app.printRoutes({ commonPrefix: false })).filter((route) =>
    isOurs.test(route.split(' ')[1] ?? ''),
  );
}

test('F12: whoever is not signed in posts nothing, and has nothing of theirs mailed to an address that they choose', async () => {
  const before = await posts();
  const statuses = await callAll();
  expect(Object.keys(statuses).length).toBeGreaterThan(200);
  await allDone();
  expect(await posts()).toBe(before);
  const mails = await readMails(world.platform);
  expect(mails.filter(({ toAddress }) => toAddress === victim)).toEqual([]);
});

test('F12: where anyone may sign up, an address is sent that one mail, which says nothing that a stranger wrote', async () => {
  const { administrator } = world.people;
  const policy = { who: 'open', domains: [], version: 0 };
  expect((await world.ask(administrator, 'PUT', '/rest/portico/1/sign-up-policy', policy)).status).toBe(200);
  await callAll();
  await allDone();
  const toVictim = (await readMails(world.platform)).filter(({ toAddress }) => toAddress === victim);
  expect(toVictim.map(({ template }) => template)).toEqual(['account.sign-up']);
  for (const { subject, text } of toVictim) expect(`${subject} ${text}`).not.toContain('evil.example');
});

test('F13: no mail comes in: nothing receives or fetches any, so that none can prove who somebody is', async () => {
  const { dependencies } = JSON.parse(
    await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
  ) as { dependencies: Readonly<Record<string, string>> };
  expect(
    Object.keys(dependencies).filter((name) => /imap|pop3|mailparser|smtp-server|mailin/i.test(name)),
  ).toEqual([]);
  // All that have to do with mail are its settings and what was sent, for administrators.
  const aboutMail = allRoutes().filter((route) => /mail|inbound|webhook|smtp|imap/i.test(route));
  expect(
    aboutMail.filter((route) => !/\/rest\/portico\/1\/(mail(\/|$)|portal\/:portalId\/mail$)/.test(route)),
  ).toEqual(['POST /rest/portico/1/sign-in/second-factor/mail-code']);
  for (const route of aboutMail) {
    const names = (await othersOf(route)) ?? {};
    expect([route, (await callRoute(world, route, null, { names })).statusCode]).toEqual([route, 401]);
  }
});
