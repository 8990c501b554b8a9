import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { setPassword } from '../accounts/passwords.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { ProviderInput } from '../providers/json.ts';
import { notePassedTest } from '../providers/testers.ts';
import { addProvider } from '../testing-sign-in.ts';

let portico: TestApp;
let ada: AccountSummary;
let admin: Record<string, string>;
let customer: Record<string, string>;
let portalId: string;

const asSite = {
  requiresProvider: false,
  defaultProviderId: null,
  sessionIdleMinutes: null,
  sessionMaxHours: null,
};

beforeAll(async () => {
  portico = await createTestApp();
  ada = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  admin = await portico.signIn(ada);
  customer = await portico.signIn(await portico.createAccount());
  const { db } = portico.platform;
  const project = await db
    .insertInto('project')
    .values({ key: 'ONE', name: 'One' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await db
    .insertInto('service_desk')
    .values({ project_id: project.id, portal_name: 'Portal One', access: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  portalId = desk.id;
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('portal_sign_in').execute();
  await db.deleteFrom('identity_provider').execute();
});

afterAll(async () => {
  await portico?.close();
});

function ask(method: 'GET' | 'PUT', who: Record<string, string> | null, of = portalId, body?: object) {
  return portico.app.inject({
    method,
    url: `/rest/portico/1/portal/${of}/sign-in`,
    ...(who && { headers: who }),
    ...(body && { payload: body }),
  });
}

const change = (changes: object, version = 0) =>
  ask('PUT', admin, portalId, { ...asSite, version, ...changes });

function addCompany(input: Partial<ProviderInput> = {}) {
  return addProvider(portico, {
    protocol: 'oidc',
    name: 'Globex',
    domains: ['globex.example'],
    oidc: { issuer: 'http://globex.example', clientId: 'portico', clientSecret: 'secret' },
    ...input,
  });
}

/** By Ada, unless it is said by whom; null: with a set-up link. */
async function markTested(id: string, version: number, by: string | null = ada.id) {
  await notePassedTest(portico.platform.db, { id, version }, by);
}

describe('how people sign in at a portal', () => {
  it('is as the site until it is decided, with the emergency address beside it', async () => {
    const response = await ask('GET', admin);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      ...asSite,
      version: 0,
      providers: [],
      emergencyUrl: 'http://localhost:8080/servicedesk/customer/user/login?local=1',
    });
  });

  it('is read and changed by administrators, of portals that exist', async () => {
    for (const method of ['GET', 'PUT'] as const) {
      const body = method === 'PUT' ? { ...asSite, version: 0 } : undefined;
      expect((await ask(method, null, portalId, body)).statusCode).toBe(401);
      expect((await ask(method, customer, portalId, body)).statusCode).toBe(403);
      for (const of of ['999999', 'ONE']) expect((await ask(method, admin, of, body)).statusCode).toBe(404);
    }
  });

  it('is changed and audited, and a stale version is told what changed', async () => {
    const { id } = await addCompany();
    const changed = await change({ defaultProviderId: id, sessionIdleMinutes: 15 });
    expect(changed.json()).toMatchObject({ defaultProviderId: id, sessionIdleMinutes: 15, version: 1 });
    const stale = await change({ sessionMaxHours: 3 });
    expect(stale.statusCode).toBe(409);
    expect(stale.json().errorMessages[0]).toMatch(/default provider id, session idle minutes \(Ada Admin/);
    expect((await change({ sessionMaxHours: 3 }, 1)).json()).toMatchObject({
      defaultProviderId: null,
      sessionMaxHours: 3,
      version: 2,
    });
    const event = await portico.platform.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'portal-sign-in.changed')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      actor_name: 'Ada Admin',
      object_id: portalId,
      object_name: 'Portal One',
      before: { defaultProviderId: null, sessionIdleMinutes: null },
      after: { defaultProviderId: id, sessionIdleMinutes: 15, version: 1 },
    });
  });

  it('sends nobody to a provider that is gone or disabled', async () => {
    const off = await addCompany({ isEnabled: false });
    for (const defaultProviderId of ['999999', off.id]) {
      const response = await change({ defaultProviderId });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors.defaultProviderId).toBeTruthy();
    }
    expect((await change({ sessionIdleMinutes: 0 })).statusCode).toBe(400);
  });

  it('cannot lock everybody out: a provider that was tested as it is must serve the portal', async () => {
    const none = await change({ requiresProvider: true });
    expect(none.statusCode).toBe(409);
    expect(none.json().errors.requiresProvider).toContain('No enabled identity provider serves this portal');
    const { id, version } = await addCompany();
    const untested = await change({ requiresProvider: true });
    expect(untested.statusCode).toBe(409);
    expect(untested.json().errors.requiresProvider).toContain('(Globex)');
    await markTested(id, version - 1);
    expect((await change({ requiresProvider: true })).statusCode).toBe(409);
    await markTested(id, version);
    const changed = await change({ requiresProvider: true });
    expect(changed.json()).toMatchObject({
      requiresProvider: true,
      providers: [{ id, name: 'Globex', isTested: true, isTestedByYou: true }],
    });
    // what was decided is not taken back by another change
    await markTested(id, version - 1);
    expect((await change({ requiresProvider: true, sessionMaxHours: 1 }, 1)).statusCode).toBe(200);
  });
});

describe('requiring a provider', () => {
  it('takes a test of one’s own: who requires it has seen it work (6.3)', async () => {
    const { id, version } = await addCompany();
    const other = await portico.createAccount({ displayName: 'Otto Other', isAdministrator: true });
    for (const by of [other.id, null]) {
      await markTested(id, version, by);
      const refused = await change({ requiresProvider: true });
      expect(refused.statusCode).toBe(409);
      expect(refused.json().errors.requiresProvider).toContain('You have not tested');
      expect(refused.json().errors.requiresProvider).toContain('(Globex: somebody else has)');
      expect((await ask('GET', admin)).json().providers).toMatchObject([
        { isTested: true, isTestedByYou: false },
      ]);
    }
    const twin = await addCompany({
      name: 'Acme',
      domains: ['acme.example'],
      oidc: { issuer: 'http://acme.example', clientId: 'portico', clientSecret: 'secret' },
    });
    await markTested(twin.id, twin.version);
    expect((await change({ requiresProvider: true })).statusCode).toBe(200);
  });

  it('takes a test that is one’s own still after the buttons were put in another order', async () => {
    const { id, version } = await addCompany();
    const twin = await addCompany({
      name: 'Acme',
      domains: ['acme.example'],
      oidc: { issuer: 'http://acme.example', clientId: 'portico', clientSecret: 'secret' },
    });
    await markTested(id, version);
    const ordered = await portico.app.inject({
      method: 'PUT',
      url: '/rest/portico/1/identity-provider-order',
      headers: admin,
      payload: { ids: [twin.id, id] },
    });
    expect(ordered.statusCode).toBe(204);
    expect((await change({ requiresProvider: true })).statusCode).toBe(200);
  });
});

describe('a password where every portal requires a provider', () => {
  const signIn = (email: string, password: string) =>
    portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-in/password',
      payload: { email, password },
    });
  const password = 'a long enough password';
  const emergencies = () =>
    portico.platform.db
      .selectFrom('audit_event')
      .select(['actor_name', 'object_name'])
      .where('action', '=', 'sign-in.break-glass')
      .orderBy('id')
      .execute();

  async function addPerson(email: string, isAdministrator: boolean) {
    const account = await portico.createAccount({ email, displayName: email, isAdministrator });
    await portico.platform.db.transaction().execute((trx) => setPassword(trx, account.id, password));
    return account;
  }

  it('F14: lets administrators in for emergencies, of which all are told, and still opens no portal to customers', async () => {
    await addPerson('grace@northwind.example', true);
    await addPerson('carl@acme.example', false);
    expect((await signIn('grace@northwind.example', password)).statusCode).toBe(200);
    expect(await emergencies()).toEqual([]);
    await portico.platform.db
      .insertInto('portal_sign_in')
      .values({ portal_id: portalId, requires_provider: true })
      .execute();
    const portal = `/rest/portico/1/portal/${portalId}`;
    for (const [email, status] of [
      ['grace@northwind.example', 200],
      ['carl@acme.example', 403],
    ] as const) {
      const response = await signIn(email, password);
      expect(response.statusCode).toBe(200);
      const cookie = String(response.headers['set-cookie']).split(';', 1)[0] ?? '';
      expect((await portico.app.inject({ url: portal, headers: { cookie } })).statusCode).toBe(status);
    }
    expect(await emergencies()).toMatchObject([
      { object_name: 'grace@northwind.example' },
      { object_name: 'carl@acme.example' },
    ]);
    const alarm = await portico.platform.db
      .selectFrom('mail_message')
      .select(['to_address', 'subject'])
      .where('template', '=', 'sign-in.break-glass')
      .execute();
    // A customer's password opens nothing, and is no news.
    expect(new Set(alarm.map(({ subject }) => subject))).toEqual(
      new Set([
        `grace@northwind.example has signed in to ${portico.platform.config.siteName} with a password`,
      ]),
    );
    expect(alarm.map(({ to_address }) => to_address)).toContain('grace@northwind.example');
    expect((await signIn('grace@northwind.example', 'wrong password here')).statusCode).toBe(401);
    expect(await emergencies()).toHaveLength(2);
  });

  it('is as limited as always (F14)', async () => {
    await portico.platform.db
      .insertInto('portal_sign_in')
      .values({ portal_id: portalId, requires_provider: true })
      .execute();
    const email = 'guessed@northwind.example';
    for (let tries = 0; tries < 6; tries += 1) {
      expect((await signIn(email, `wrong password ${tries}`)).statusCode).toBe(401);
    }
    expect((await signIn(email, 'one more')).statusCode).toBe(429);
  });
});
