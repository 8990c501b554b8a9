import { OrganizationSchema, PagedOrganizationSchema, PagedUserSchema } from 'jira.js/serviceDesk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountSummary } from '../../identity/index.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addMember, createOrganization, type Organization } from './store.ts';

type Headers = Record<string, string>;

let portico: TestApp;
let admin: Headers;
let agent: Headers;
let alice: AccountSummary;
let asAlice: Headers;
let acme: Organization;
let globex: Organization;

const base = '/rest/servicedeskapi/organization';

beforeAll(async () => {
  portico = await createTestApp();
  const { createAccount, signIn } = portico;
  admin = await signIn(await createAccount({ displayName: 'Ada Admin', isAdministrator: true }));
  alice = await createAccount({ displayName: 'Alice', email: 'alice@acme.example' });
  asAlice = await signIn(alice);
  agent = await signIn(await newAgent());
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('organization').execute();
  acme = await createOrganization(db, { name: 'Acme', domains: ['acme.example'] });
  globex = await createOrganization(db, { name: 'Globex' });
  await addMember(db, {
    organizationId: acme.id,
    accountId: alice.id,
    origin: 'domain',
    originRule: 'acme.example',
  });
});

afterAll(async () => {
  await portico?.close();
});

/** An account that works at a desk. */
async function newAgent(): Promise<AccountSummary> {
  const account = await portico.createAccount({ displayName: 'Agnes Agent' });
  const { db } = portico.platform;
  const project = await db
    .insertInto('project')
    .values({ key: 'HELP', name: 'Help' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: 'Help' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: desk.id, account_id: account.id })
    .execute();
  return account;
}

function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers: Headers, payload?: object) {
  return portico.app.inject({ method, url, headers, ...(payload && { payload }) });
}

async function actions(): Promise<string[]> {
  const rows = await portico.platform.db.selectFrom('audit_event').select('action').orderBy('id').execute();
  return rows.map(({ action }) => action);
}

/** Without what is ours: the schemas refuse what Jira does not send once a test has asked them to be strict. */
function asJira(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json, (key, value) => (key === '_portico' ? undefined : value)));
}

describe('organizations', () => {
  it('are all shown to staff, with domains, managers and the number of members', async () => {
    for (const headers of [admin, agent]) {
      const response = await send('GET', base, headers);
      expect(response.json()).toMatchObject({
        size: 2,
        isLastPage: true,
        values: [
          {
            id: acme.id,
            name: 'Acme',
            scimManaged: false,
            _links: { self: `http://localhost:8080${base}/${acme.id}` },
            _portico: { domains: ['acme.example'], managers: [], memberCount: 1 },
          },
          { name: 'Globex', _portico: { domains: [], managers: [], memberCount: 0 } },
        ],
      });
      PagedOrganizationSchema.parse(asJira(response.json()));
    }
  });

  it('are shown to customers who are members, without what is for staff; others get 404', async () => {
    const list = await send('GET', base, asAlice);
    expect(list.json().values.map(({ name }: { name: string }) => name)).toEqual(['Acme']);
    expect(list.json().values[0]).not.toHaveProperty('_portico');
    const own = await send('GET', `${base}/${acme.id}`, asAlice);
    OrganizationSchema.parse(own.json());
    expect(own.json()).not.toHaveProperty('_portico');
    expect((await send('GET', `${base}/${globex.id}`, asAlice)).statusCode).toBe(404);
    expect((await send('GET', `${base}/${globex.id}`, agent)).statusCode).toBe(200);
  });

  it('are nobody’s to see who is not signed in, and only administrators’ to change', async () => {
    const members = { accountIds: [alice.accountId] };
    const routes: ['GET' | 'POST' | 'PUT' | 'DELETE', string, object | undefined][] = [
      ['GET', base, undefined],
      ['GET', `${base}/${acme.id}`, undefined],
      ['GET', `${base}/${acme.id}/user`, undefined],
      ['POST', base, { name: 'New' }],
      ['DELETE', `${base}/${acme.id}`, undefined],
      ['POST', `${base}/${globex.id}/user`, members],
      ['DELETE', `${base}/${acme.id}/user`, members],
      ['PUT', `/rest/portico/1/organization/${acme.id}`, { name: 'Evil' }],
    ];
    const before = await portico.platform.db.selectFrom('organization_member').selectAll().execute();
    for (const [method, url, body] of routes) {
      expect((await send(method, url, {}, body)).statusCode).toBe(401);
      if (method === 'GET') continue;
      expect((await send(method, url, agent, body)).statusCode).toBe(403);
      expect((await send(method, url, asAlice, body)).statusCode).toBe(403);
    }
    expect((await send('GET', `${base}/${acme.id}/user`, asAlice)).statusCode).toBe(403);
    expect((await send('GET', `${base}?accountId=${alice.accountId}`, asAlice)).statusCode).toBe(403);
    expect(await portico.platform.db.selectFrom('organization_member').selectAll().execute()).toEqual(before);
  });

  it('are not there for ids that are none', async () => {
    for (const id of ['999999', 'x', '99999999999999999999', '-1']) {
      expect((await send('GET', `${base}/${id}`, admin)).statusCode).toBe(404);
      expect((await send('DELETE', `${base}/${id}`, admin)).statusCode).toBe(404);
      expect((await send('GET', `${base}/${id}/user`, admin)).statusCode).toBe(404);
      expect((await send('PUT', `/rest/portico/1/organization/${id}`, admin, { name: 'X' })).statusCode).toBe(
        404,
      );
    }
  });

  it('are listed page by page, and by member for staff', async () => {
    const first = await send('GET', `${base}?limit=1`, agent);
    expect(first.json()).toMatchObject({ size: 1, isLastPage: false, limit: 1 });
    const ofAlice = await send('GET', `${base}?accountId=${alice.accountId}`, agent);
    expect(ofAlice.json().values).toMatchObject([{ name: 'Acme' }]);
    expect((await send('GET', `${base}?accountId=unknown`, agent)).json().values).toEqual([]);
  });

  it('are added and deleted by name, which is unique in any case', async () => {
    const added = await send('POST', base, admin, { name: '  Initech ' });
    expect(added.statusCode).toBe(201);
    expect(added.json().name).toBe('Initech');
    OrganizationSchema.parse(asJira(added.json()));
    expect((await send('POST', base, admin, { name: 'INITECH' })).json().errors.name).toContain('already');
    expect((await send('POST', base, admin, { name: ' \u200b' })).statusCode).toBe(400);
    expect((await send('POST', base, admin, { name: 'x'.repeat(201) })).statusCode).toBe(400);
    expect((await send('DELETE', `${base}/${added.json().id}`, admin)).statusCode).toBe(204);
    expect((await send('GET', `${base}/${added.json().id}`, admin)).statusCode).toBe(404);
    expect((await actions()).slice(-2)).toEqual(['organization.created', 'organization.deleted']);
  });
});

describe('members', () => {
  it('are added and removed by hand, and shown in JSM’s shape', async () => {
    const bob = await portico.createAccount({ displayName: 'Bob' });
    const both = { accountIds: [bob.accountId, alice.accountId] };
    expect((await send('POST', `${base}/${globex.id}/user`, admin, both)).statusCode).toBe(204);
    const members = await send('GET', `${base}/${globex.id}/user`, agent);
    expect(members.json().values).toMatchObject([
      { displayName: 'Alice', emailAddress: 'alice@acme.example' },
      { displayName: 'Bob' },
    ]);
    PagedUserSchema.parse(members.json());
    expect((await send('DELETE', `${base}/${globex.id}/user`, admin, both)).statusCode).toBe(204);
    expect((await send('DELETE', `${base}/${globex.id}/user`, admin, both)).statusCode).toBe(204);
    expect((await send('GET', `${base}/${globex.id}/user`, agent)).json().values).toEqual([]);
    const counts = (await actions()).filter((action) => action.startsWith('organization.member')).slice(-4);
    expect(counts).toEqual([
      'organization.member-added',
      'organization.member-added',
      'organization.member-removed',
      'organization.member-removed',
    ]);
  });

  it('are refused together when one is unknown', async () => {
    const body = { accountIds: [alice.accountId, 'unknown'] };
    const response = await send('POST', `${base}/${globex.id}/user`, admin, body);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors.accountIds).toContain('unknown');
    expect((await send('GET', `${base}/${globex.id}/user`, agent)).json().values).toEqual([]);
    expect((await send('POST', `${base}/${globex.id}/user`, admin, { accountIds: [] })).statusCode).toBe(400);
  });

  it('are kept whatever their domain does once they are added by hand', async () => {
    await send('POST', `${base}/${acme.id}/user`, admin, { accountIds: [alice.accountId] });
    const row = await portico.platform.db
      .selectFrom('organization_member')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ origin: 'manual', origin_rule: null });
  });
});

describe('changing an organization', () => {
  const put = (id: string, body: object) => send('PUT', `/rest/portico/1/organization/${id}`, admin, body);

  it('changes name, domains and managers, and audits before and after', async () => {
    const bob = await portico.createAccount({ displayName: 'Bob' });
    const response = await put(acme.id, {
      name: 'Acme Corp',
      domains: ['ACME.example', 'bücher.example'],
      managers: [alice.accountId, bob.accountId],
    });
    expect(response.json()).toMatchObject({
      name: 'Acme Corp',
      _portico: {
        domains: ['acme.example', 'xn--bcher-kva.example'],
        managers: [alice.accountId, bob.accountId],
        memberCount: 2,
      },
    });
    const event = await portico.platform.db
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      action: 'organization.changed',
      before: { name: 'Acme', domains: ['acme.example'], managers: [] },
      after: { name: 'Acme Corp' },
    });
    const fewer = await put(acme.id, { managers: [bob.accountId] });
    expect(fewer.json()._portico).toMatchObject({ managers: [bob.accountId], memberCount: 2 });
    const rename = await put(acme.id, { name: 'ACME CORP' });
    expect(rename.json().name).toBe('ACME CORP');
  });

  it('names the organization that has a domain already, and changes nothing', async () => {
    const response = await put(globex.id, { name: 'Globex AG', domains: ['globex.example', 'acme.example'] });
    expect(response.statusCode).toBe(409);
    expect(response.json().errors.domains).toContain('acme.example belongs to Acme');
    expect((await send('GET', `${base}/${globex.id}`, admin)).json()).toMatchObject({
      name: 'Globex',
      _portico: { domains: [] },
    });
  });

  it.each([
    [{ name: 'globex' }, 409, 'name'],
    [{ domains: ['gmail.com'] }, 400, 'domains'],
    [{ domains: ['not a domain'] }, 400, 'domains'],
    [{ managers: ['unknown'] }, 400, 'managers'],
    [{ role: 'x' }, 400, 'role'],
  ])('refuses %j', async (body, status, field) => {
    const response = await put(acme.id, body);
    expect(response.statusCode).toBe(status);
    expect(Object.keys(response.json().errors)).toEqual([field]);
  });
});
