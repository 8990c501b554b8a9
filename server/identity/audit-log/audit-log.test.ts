import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '../../platform/audit/audit.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { sweepAuditLog } from './retention.ts';

let portico: TestApp;
let admin: { cookie: string; origin: string };
let ada: AccountSummary;
let carl: AccountSummary;

const base = '/rest/portico/1/audit';

/** The world: one entry per line, a minute apart, the first the oldest, beginning at 2026-01-01 00:00 UTC. */
const entries: { actor?: 'ada' | 'carl'; address?: string; action: string; object: string; name: string }[] =
  [
    {
      actor: 'ada',
      address: '192.0.2.7',
      action: 'identity-provider.created',
      object: 'identity-provider:3',
      name: 'Acme Entra',
    },
    {
      actor: 'ada',
      address: '192.0.2.7',
      action: 'identity-provider.changed',
      object: 'identity-provider:3',
      name: 'Acme Entra',
    },
    {
      actor: 'ada',
      address: '192.0.2.200',
      action: 'identity-provider.changed',
      object: 'identity-provider:33',
      name: 'Globex',
    },
    {
      actor: 'carl',
      address: '198.51.100.1',
      action: 'sign-in.succeeded',
      object: 'identity-provider:3',
      name: 'Acme Entra',
    },
    { address: '2001:db8:1::9', action: 'sign-in.refused', object: 'account:', name: 'eve@evil.example' },
    { address: 'of a proxy', action: 'sign-in.refused', object: 'account:', name: '=cmd|calc' },
    {
      actor: 'ada',
      address: '192.0.2.7',
      action: 'account.changed',
      object: 'account:carl',
      name: 'Carl Customer',
    },
    {
      actor: 'ada',
      address: '192.0.2.7',
      action: 'organization.member-added',
      object: 'organization:9',
      name: 'Acme',
    },
  ];

beforeAll(async () => {
  portico = await createTestApp();
  ada = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  carl = await portico.createAccount({ displayName: 'Carl Customer' });
  admin = await portico.signIn(ada);
  await record();
});
afterAll(() => portico?.close());

async function record(): Promise<void> {
  const { db } = portico.platform;
  for (const [index, { actor, address, action, object, name }] of entries.entries()) {
    const account = actor === 'ada' ? ada : actor === 'carl' ? carl : null;
    const [objectType = '', objectId = ''] = object.replace(/:carl$/, `:${carl.accountId}`).split(':');
    await db
      .insertInto('audit_event')
      .values({
        occurred_at: new Date(Date.UTC(2026, 0, 1, 0, index)),
        actor_account_id: account?.id ?? null,
        actor_name: account?.displayName ?? null,
        address: address ?? null,
        action,
        object_type: objectType,
        object_id: objectId || null,
        object_name: name,
        after: JSON.stringify(
          action.includes('member') ? { account: carl.displayName, accountId: carl.accountId } : { n: index },
        ),
      })
      .execute();
  }
}

async function get(path: string, headers: Record<string, string> = admin) {
  return portico.app.inject({ url: `${base}${path}`, headers });
}

/** Which of the entries above are found, by their index. */
async function found(query: Record<string, string | string[]>): Promise<number[]> {
  const parameters = new URLSearchParams({ until: '2026-01-02T00:00:00Z' });
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) parameters.append(name, one);
  }
  const response = await get(`?${parameters}`);
  expect(response.statusCode).toBe(200);
  const { values, count } = response.json();
  expect(count).toBe(values.length);
  return values.map((event: { occurredAt: string }) => new Date(event.occurredAt).getUTCMinutes());
}

describe('searching', () => {
  it('shows everything, newest first, with the name and the account of who did it', async () => {
    expect(await found({})).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    const { values } = (await get('?limit=1&until=2026-01-01T00:01:00Z')).json();
    expect(values).toMatchObject([
      {
        actorName: 'Ada Admin',
        actorAccountId: ada.accountId,
        objectType: 'identity-provider',
        objectId: '3',
      },
    ]);
  });

  it('finds what a person did, and what was done to them wherever they are named', async () => {
    expect(await found({ person: carl.accountId })).toEqual([7, 6, 3]);
    expect(await found({ person: carl.accountId, as: 'actor' })).toEqual([3]);
    expect(await found({ person: carl.accountId, as: 'object' })).toEqual([7, 6]);
    expect(await found({ person: 'nobody-there' })).toEqual([]);
  });

  it('finds by one act and by several', async () => {
    expect(await found({ action: 'sign-in.refused' })).toEqual([5, 4]);
    expect(await found({ action: ['sign-in.refused', 'account.changed'] })).toEqual([6, 5, 4]);
  });

  it('finds all about one thing, all of one type, and either of two', async () => {
    expect(await found({ object: 'identity-provider:3' })).toEqual([3, 1, 0]);
    expect(await found({ object: 'identity-provider' })).toEqual([3, 2, 1, 0]);
    expect(await found({ object: ['identity-provider:33', 'organization:9'] })).toEqual([7, 2]);
    expect(await found({ object: 'identity-provider:3', person: ada.accountId })).toEqual([1, 0]);
  });

  it('finds by address and by network, and an entry whose address is none does no harm', async () => {
    expect(await found({ address: '192.0.2.7' })).toEqual([7, 6, 1, 0]);
    expect(await found({ address: '192.0.2.0/24' })).toEqual([7, 6, 2, 1, 0]);
    expect(await found({ address: '192.0.2.9/25' })).toEqual([7, 6, 1, 0]);
    expect(await found({ address: '2001:db8:1::/48' })).toEqual([4]);
    expect(await found({ address: '2001:0db8:0001::9' })).toEqual([4]);
    expect(await found({ address: '0.0.0.0/0' })).toEqual([7, 6, 3, 2, 1, 0]);
  });

  it('finds by time: the beginning belongs to it, the end does not', async () => {
    expect(await found({ from: '2026-01-01T00:06:00Z' })).toEqual([7, 6]);
    const between = await get('?from=2026-01-01T01:03:00%2B01:00&until=2026-01-01T01:05:00%2B01:00');
    expect(between.json().values.map(({ action }: { action: string }) => action)).toEqual([
      'sign-in.refused',
      'sign-in.succeeded',
    ]);
  });

  it('finds by beginnings of words, in any order and case', async () => {
    expect(await found({ query: 'ENTRA acm' })).toEqual([3, 1, 0]);
    expect(await found({ query: 'evil.example' })).toEqual([4]);
    expect(await found({ query: 'eve@evil.example' })).toEqual([4]);
    expect(await found({ query: 'member-added' })).toEqual([7]);
    expect(await found({ query: '192.0.2.200' })).toEqual([2]);
    expect(await found({ query: "o'neill & | ! <-> \\ :*" })).toEqual([]);
  });

  it('refuses what cannot be meant, and says what would be', async () => {
    for (const address of [
      '192.0.2',
      '192.0.2.0/33',
      '::1/129',
      'localhost',
      '1.2.3.4/24/8',
      'fe80::1%eth0',
    ]) {
      const response = await get(`?address=${encodeURIComponent(address)}`);
      expect(response.statusCode).toBe(400);
      expect(response.json().errors.address).toContain('192.0.2.0/24');
    }
    const times = await get('?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z');
    expect(times.json().errors).toHaveProperty('until');
    for (const query of ['from=yesterday', 'after=1', 'after=x-y', 'limit=101', 'as=both', 'object=']) {
      expect((await get(`?${query}`)).statusCode).toBe(400);
    }
  });
});

it('says what the ids in an entry are called', async () => {
  const { db } = portico.platform;
  await recordAudit(db, {
    actor: { accountId: null, name: null, address: null },
    action: 'test.named',
    objectType: 'test',
    before: { portalIds: [], defaultProviderId: null },
    after: {
      owner: { accountId: carl.accountId },
      portalIds: ['12345', 'no number'],
      defaultProviderId: '99',
    },
  });
  const { names } = (await get('?action=test.named')).json();
  expect(names).toEqual({
    account: { [carl.accountId]: 'Carl Customer' },
    organization: {},
    serviceDesk: {},
    identityProvider: {},
  });
});

describe('pages', () => {
  it('go on where the last one ended, though entries come meanwhile, and entries of one moment are all shown once', async () => {
    const { db } = portico.platform;
    await db
      .insertInto('audit_event')
      .values(
        Array.from({ length: 25 }, (_, index) => ({
          occurred_at: new Date('2025-06-01T00:00:00Z'),
          action: 'test.paged',
          object_type: 'test',
          object_id: String(index),
        })),
      )
      .execute();
    const seen: string[] = [];
    let after = '';
    do {
      const { values, next, count } = (await get(`?action=test.paged&limit=10${after}`)).json();
      expect(count).toBe(after === '' ? 25 : null);
      seen.push(...values.map(({ objectId }: { objectId: string }) => objectId));
      await recordAudit(db, {
        actor: { accountId: null, name: null, address: null },
        action: 'test.paged',
        objectType: 'test',
        objectId: 'later',
      });
      after = next === null ? '' : `&after=${next}`;
    } while (after !== '');
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => String(24 - index)));
  });

  it('count no further than a thousand', async () => {
    await portico.platform.db
      .insertInto('audit_event')
      .values(
        Array.from({ length: 1100 }, () => ({
          occurred_at: new Date('2025-05-01T00:00:00Z'),
          action: 'test.many',
          object_type: 'test',
        })),
      )
      .execute();
    expect((await get('?action=test.many&limit=1')).json().count).toBe(1001);
  });
});

describe('the export', () => {
  it('is CSV that a spreadsheet reads and does not calculate', async () => {
    const response = await get('/export?format=csv&action=sign-in.refused&until=2026-01-02T00:00:00Z');
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/),
      'cache-control': 'no-store',
    });
    expect(response.body.split('\r\n')).toEqual([
      '\uFEFFtime,action,actor,actorAccountId,address,objectType,objectId,objectName,before,after',
      `2026-01-01T00:05:00.000Z,sign-in.refused,,,of a proxy,account,,'=cmd|calc,,"{""n"":5}"`,
      '2026-01-01T00:04:00.000Z,sign-in.refused,,,2001:db8:1::9,account,,eve@evil.example,,"{""n"":4}"',
      '',
    ]);
  });

  it('is JSON with all that fits, however many pages that takes, and an empty list when nothing does', async () => {
    const response = await get('/export?format=json&action=test.many');
    expect(response.headers['content-type']).toContain('application/json');
    const all = response.json();
    expect(all).toHaveLength(1100);
    expect(new Set(all.map(({ id }: { id: string }) => id)).size).toBe(1100);
    expect((await get('/export?format=json&action=test.none')).json()).toEqual([]);
  });

  it('is recorded, with what was asked', async () => {
    await get('/export?format=csv&address=203.0.113.9&query=quartz');
    const { values } = (await get('?action=audit-log.exported&limit=1')).json();
    expect(values).toMatchObject([
      {
        actorName: 'Ada Admin',
        objectType: 'audit-log',
        after: { format: 'csv', address: '203.0.113.9', query: 'quartz' },
      },
    ]);
    expect(
      (await portico.app.inject({ method: 'HEAD', url: `${base}/export?format=csv`, headers: admin }))
        .statusCode,
    ).toBe(405);
  });

  it('refuses a bad filter before anything is recorded or sent', async () => {
    expect((await get('/export?format=csv&address=nowhere')).statusCode).toBe(400);
    expect((await get('/export?format=xml')).statusCode).toBe(400);
    const { values } = (await get('?action=audit-log.exported&query=nowhere')).json();
    expect(values).toEqual([]);
  });
});

describe('how long entries are kept', () => {
  async function put(keepDays: unknown, headers: Record<string, string> = admin) {
    return portico.app.inject({ method: 'PUT', url: `${base}/settings`, headers, payload: { keepDays } });
  }

  it('is for ever until it is set; less than 30 days is refused', async () => {
    const settings = await get('/settings');
    expect(settings.json()).toEqual({
      keepDays: null,
      oldestAt: '2025-05-01T00:00:00.000Z',
      entriesOlder: null,
    });
    for (const keepDays of [29, 0, -1, 30.5, '60', 40_000])
      expect((await put(keepDays)).statusCode).toBe(400);
    expect(await sweepAuditLog(portico.platform.db)).toBe(0);
  });

  it('is nobody’s to shorten in the database: only what is older than set can be deleted, and nothing changed', async () => {
    const { pool } = portico.database;
    await expect(pool.query('delete from audit_event')).rejects.toThrow('append-only');
    await expect(pool.query('truncate audit_event')).rejects.toThrow('append-only');
    await expect(pool.query("update audit_event set action = 'x'")).rejects.toThrow('append-only');
    await put(30);
    await expect(pool.query('delete from audit_event')).rejects.toThrow('append-only');
    await expect(pool.query('truncate audit_event')).rejects.toThrow('append-only');
    await put(null);
    await expect(
      pool.query("delete from audit_event where occurred_at < now() - interval '1 year'"),
    ).rejects.toThrow('append-only');
  });

  it('is obeyed by the sweep, which records how much it deleted, as the change of the rule was recorded', async () => {
    const { db } = portico.platform;
    const old = (days: number) => ({
      occurred_at: new Date(Date.now() - days * 24 * 3600_000),
      action: 'test.aged',
      object_type: 'test',
      object_id: String(days),
    });
    await db
      .insertInto('audit_event')
      .values([old(89), old(91), old(5000)])
      .execute();
    const considered = (await get('/settings?olderThan=90')).json();
    expect(considered.keepDays).toBeNull();
    expect((await put(90)).json()).toMatchObject({ keepDays: 90 });
    const [changed] = (await get('?action=audit-log.retention-changed&limit=1')).json().values;
    expect(changed).toMatchObject({
      actorName: 'Ada Admin',
      before: { keepDays: 'for ever' },
      after: { keepDays: 90, entriesOlder: considered.entriesOlder },
    });
    expect(await sweepAuditLog(db)).toBe(considered.entriesOlder);
    expect(await sweepAuditLog(db)).toBe(0);
    const left = (await get('?action=test.aged')).json().values;
    expect(left.map(({ objectId }: { objectId: string }) => objectId)).toEqual(['89']);
    const swept = (await get('?action=audit-log.swept')).json().values;
    expect(swept).toMatchObject([
      { actorName: null, after: { entriesDeleted: considered.entriesOlder, keepDays: 90 } },
    ]);
    await put(90);
    expect((await get('?action=audit-log.retention-changed')).json().values[0].id).toBe(changed.id);
    await put(null);
  });
});

it('all of it is for administrators', async () => {
  const customer = await portico.signIn(carl);
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/export?format=csv'],
    ['GET', '/settings'],
    ['PUT', '/settings'],
  ] as const) {
    const payload = method === 'PUT' ? { payload: { keepDays: 30 } } : {};
    const ask = (headers: Record<string, string>) =>
      portico.app.inject({ method, url: `${base}${path}`, headers, ...payload });
    expect((await ask({ origin: admin.origin })).statusCode).toBe(401);
    expect((await ask(customer)).statusCode).toBe(403);
  }
});
