import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf, sampleCall } from '../testing-routes.ts';
import { createDeskWorld, type DeskWorld, uploadTo } from './testing.ts';

// What an administrator sees and can do as Alice, on every route that there is: a new one is in here by itself.

let world: DeskWorld;
let names: Readonly<Record<string, string>>;
let as: string;
let key: string;
let routes: readonly string[];

beforeAll(async () => {
  world = await createDeskWorld();
  const { administrator, agent, reporter } = world.people;
  const raised = await world.raise();
  key = raised.key;
  const upload = await world.upload(reporter, 'printer.txt', 'It burns');
  const made = await world.ask<{ comment?: { id: string }; attachments: { values: { _links: object }[] } }>(
    reporter,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    { temporaryAttachmentIds: [upload], additionalComment: { body: 'Look' } },
  );
  expect(made.status).toBe(201);
  const file = await world.platform.db
    .selectFrom('attachment')
    .select('id')
    .where('request_id', '=', raised.id)
    .executeTakeFirstOrThrow();
  await world.ask(agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    body: 'Between us: again?',
    public: false,
  });
  names = {
    serviceDeskId: world.desk.id,
    portalId: world.desk.id,
    requestTypeId: world.types.get('Report a problem') ?? '',
    issueIdOrKey: key,
    commentId: made.body.comment?.id ?? '',
    attachmentId: file.id,
    id: file.id,
    accountId: reporter.account.accountId,
  };
  routes = routesOf(world.app.printRoutes({ commonPrefix: false }));
  const begun = await world.ask<{ id: string }>(
    administrator,
    'POST',
    `/rest/portico/1/account/${reporter.account.accountId}/impersonation`,
    { reason: 'She called: a request is missing' },
  );
  expect(begun.status).toBe(201);
  as = begun.body.id;
});
afterAll(() => world.close());

function asAlice(
  call: { method: string; url: string; payload?: object },
  extra: Record<string, string> = {},
) {
  return world.app.inject({
    ...call,
    method: call.method as 'GET',
    headers: { ...world.people.administrator.headers, 'x-portico-as': as, ...extra },
  });
}

/** What all tables hold, but for what is written of the looking itself. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { db } = world.platform;
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'portico' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    // requests that were opened; how often an address asks
    if (['impersonation_opened', 'rate_window', 'throttle', 'shared_rate', 'rate_limit'].includes(name))
      continue;
    const { rows: held } = await sql<{ held: string | null }>`
      select string_agg(t::text, ',' order by t::text) as held from ${sql.table(name)} t`.execute(db);
    found[name] = createHash('sha256')
      .update(held[0]?.held ?? '')
      .digest('hex');
  }
  return found;
}

/** About the account itself: its owner's alone. */
const ownAccount: ReadonlySet<string> = new Set([
  'GET /rest/portico/1/my-token',
  'GET /rest/portico/1/password',
  'GET /rest/portico/1/second-factor',
  'GET /rest/portico/1/session/confirm',
  'GET /rest/portico/1/session/mine',
  'GET /rest/portico/1/impersonation/:id',
]);

function isProgram(route: string): boolean {
  return /^\w+ \/(rest|sso|scim|openapi)/.test(route);
}

describe('F16 reading as somebody', () => {
  test('each route that reads answers as it answers her own session, and writes nothing', async () => {
    const described = world.app.swagger();
    const reads = routes.filter(
      (route) => route.startsWith('GET ') && isProgram(route) && !route.startsWith('GET /sso/'),
    );
    expect(reads.length).toBeGreaterThan(60);
    const own = new Map<string, { statusCode: number; payload: string }>();
    for (const route of reads) {
      const call = sampleCall(described, route, names);
      const { statusCode, payload } = await world.app.inject({
        ...call,
        headers: world.people.reporter.headers,
      });
      own.set(route, { statusCode, payload: withoutClock(payload) });
    }
    const before = await everything();
    const differing: string[] = [];
    for (const route of reads) {
      const { statusCode, payload } = await asAlice(sampleCall(described, route, names));
      const hers = own.get(route);
      if (ownAccount.has(route)) {
        if (statusCode !== 403 || !payload.includes('You see the portal as Alice Reporter')) {
          differing.push(`${route}: ${statusCode} ${payload}`);
        }
      } else if (statusCode !== hers?.statusCode || withoutClock(payload) !== hers.payload) {
        differing.push(`${route}: ${statusCode} ${payload} instead of ${hers?.statusCode} ${hers?.payload}`);
      }
    }
    expect(differing).toEqual([]);
    expect(await everything()).toEqual(before);
    // and it was no row of refusals
    expect([...own.values()].filter(({ statusCode }) => statusCode === 200).length).toBeGreaterThan(25);
  });

  test('what a browser asks for by itself names it in the address', async () => {
    const content = `/rest/api/3/attachment/content/${names['id']}`;
    const { headers } = world.people.administrator;
    const file = await world.app.inject({ url: `${content}?as=${as}`, headers });
    expect(file.statusCode).toBe(200);
    expect(file.payload).toBe('It burns');
    const myself = await world.app.inject({ url: `/rest/api/3/myself?as=${as}`, headers });
    expect(myself.json()).toMatchObject({ displayName: 'Alice Reporter' });
    const nobody = await world.app.inject({ url: `/rest/api/3/myself?as=`, headers });
    expect(nobody.statusCode).toBe(403);
    const twice = await world.app.inject({ url: `/rest/api/3/myself?as=${as}&as=${as}`, headers });
    expect(twice.statusCode).toBe(403);
    const alone = await world.app.inject({ url: '/rest/api/3/myself', headers });
    expect(alone.json()).toMatchObject({ displayName: 'Ada Admin' });
  });

  test('requests that were opened are noted, once each; those in a list are not', async () => {
    const { db } = world.platform;
    await db.deleteFrom('impersonation_opened').execute();
    const listed = await world.raise({ summary: 'Only listed' });
    await asAlice({ method: 'GET', url: '/rest/servicedeskapi/request?limit=20' });
    await asAlice({ method: 'GET', url: `/rest/servicedeskapi/request/${key}` });
    await asAlice({ method: 'GET', url: `/rest/servicedeskapi/request/${key}/comment` });
    await asAlice({ method: 'GET', url: '/rest/servicedeskapi/request/OTHER-1' });
    const rows = await db.selectFrom('impersonation_opened').select('request_key').execute();
    expect(rows.map(({ request_key }) => request_key)).toEqual([key]);
    expect(rows).not.toContainEqual({ request_key: listed.key });
  });
});

describe('F16 changing something as somebody', () => {
  test('each route that changes something refuses, whatever it is, and nothing is changed', async () => {
    const described = world.app.swagger();
    const writes = routes.filter((route) => !/^(GET|HEAD|OPTIONS) /.test(route));
    expect(writes.length).toBeGreaterThan(80);
    const before = await everything();
    const escaped: string[] = [];
    for (const route of writes) {
      const call = sampleCall(described, route, names);
      const named = await asAlice(call);
      const inAddress = await world.app.inject({
        ...call,
        url: `${call.url}&as=${as}`,
        headers: world.people.administrator.headers,
      });
      for (const { statusCode, payload } of isProgram(route) ? [named, inAddress] : [named]) {
        if (statusCode !== 403 || !payload.includes('nothing can be changed')) {
          escaped.push(`${route}: ${statusCode} ${payload}`);
        }
      }
    }
    expect(escaped).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test('nor can a file be uploaded', async () => {
    const { administrator } = world.people;
    const headers = { ...administrator.headers, 'x-portico-as': as };
    const { statusCode } = await uploadTo(
      world.app,
      { ...administrator, headers },
      world.desk.id,
      'note.txt',
      'Hello',
    );
    expect(statusCode).toBe(403);
  });

  test('nothing of signing in and out is done, not by a GET either', async () => {
    for (const route of routes.filter((name) => name.startsWith('GET /sso/'))) {
      const { statusCode } = await asAlice(sampleCall(world.app.swagger(), route, names));
      expect(`${route} ${statusCode}`).toBe(`${route} 403`);
    }
  });
});

test('internal notes and what belongs to agents stay theirs, though the administrator sees them', async () => {
  const { administrator } = world.people;
  const url = `/rest/servicedeskapi/request/${key}/comment`;
  const seen = await asAlice({ method: 'GET', url });
  expect(seen.payload).not.toContain('Between us');
  const own = await world.ask(administrator, 'GET', url);
  expect(own.text).toContain('Between us');
  for (const path of [`/rest/api/3/issue/${key}`, `/rest/portico/1/service-desk/${world.desk.id}/agent`]) {
    expect((await asAlice({ method: 'GET', url: path })).statusCode).not.toBe(200);
    expect((await world.ask(administrator, 'GET', path)).status).toBe(200);
  }
});

/** Some answers tell the time. */
function withoutClock(payload: string): string {
  return payload
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d{4})/g, 'T')
    .replaceAll(/\b1\d{12}\b/g, 'T');
}
