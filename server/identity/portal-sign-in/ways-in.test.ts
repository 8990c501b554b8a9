import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { startSession } from '../sessions/sessions.ts';
import { addProvider } from '../testing-sign-in.ts';

let portico: TestApp;
let admin: Record<string, string>;
let globex: Provider;
const portals: string[] = [];
const base = '/rest/portico/1/identity-provider';

beforeAll(async () => {
  portico = await createTestApp();
  admin = await portico.signIn(
    await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true }),
  );
  const { db } = portico.platform;
  for (const name of ['One', 'Two']) {
    const project = await db
      .insertInto('project')
      .values({ key: name.toUpperCase(), name })
      .returning('id')
      .executeTakeFirstOrThrow();
    const desk = await db
      .insertInto('service_desk')
      .values({ project_id: project.id, portal_name: `Portal ${name}`, access: 'open' })
      .returning('id')
      .executeTakeFirstOrThrow();
    portals.push(desk.id);
  }
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('portal_sign_in').execute();
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
  globex = await add('globex', { shownOn: 'listed', portalIds: portals });
  await requireProviders();
});

afterAll(() => portico?.close());

function inputOf(name: string, input: Partial<ProviderInput> = {}): ProviderInput {
  return {
    protocol: 'oidc',
    name,
    isEnabled: true,
    domains: [`${name}.example`],
    oidc: { issuer: `http://${name}.example`, clientId: 'portico', clientSecret: 'secret' },
    ...input,
  };
}

function add(name: string, input: Partial<ProviderInput> = {}): Promise<Provider> {
  return addProvider(portico, inputOf(name, input));
}

function requireProviders(defaultProviderId: string | null = null) {
  return portico.platform.db
    .insertInto('portal_sign_in')
    .values(
      portals.map((portal_id) => ({
        portal_id,
        requires_provider: true,
        default_provider_id: defaultProviderId,
      })),
    )
    .execute();
}

function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  return portico.app.inject({ method, url, headers: admin, ...(payload && { payload }) });
}

function change(provider: Provider, changes: Partial<ProviderInput>, more: object = {}) {
  const { name, version, shownOn, portalIds } = provider;
  const whole = inputOf(name, { shownOn, portalIds: [...portalIds], ...changes });
  return send('PUT', `${base}/${provider.id}`, { ...whole, version, ...more });
}

async function lost() {
  const events = await portico.platform.db
    .selectFrom('audit_event')
    .select(['actor_name', 'object_name', 'object_type'])
    .where('action', '=', 'portal-sign-in.way-in-lost')
    .orderBy('id')
    .execute();
  return events;
}

const ways = [
  ['disabling it', () => change(globex, { isEnabled: false }), 'Portal One, Portal Two require'],
  [
    'taking it off portals',
    () => change(globex, { shownOn: 'listed', portalIds: portals.slice(0, 1) }),
    'Portal Two requires',
  ],
  [
    'no longer naming its domain',
    () => change(globex, { domains: ['other.example'] }),
    'Portal One, Portal Two require',
  ],
  ['deleting it', () => send('DELETE', `${base}/${globex.id}`), 'Portal One, Portal Two require'],
  [
    'withdrawing its domain',
    () => send('POST', `${base}/${globex.id}/domain/globex.example/withdraw`),
    'Portal One, Portal Two require',
  ],
] as const;

describe('the only provider through which customers get into a portal', () => {
  it.each(ways)('is not lost by %s, unless that is confirmed', async (_what, act, says) => {
    const refused = await act();
    expect(refused.statusCode).toBe(409);
    expect(refused.json().errorMessages).toEqual([]);
    expect(refused.json().errors.confirmsLockOut).toContain(says);
    const { version, isEnabled, domainClaims } = (await send('GET', `${base}/${globex.id}`)).json();
    expect({ version, isEnabled }).toEqual({ version: globex.version, isEnabled: true });
    expect(domainClaims).toMatchObject([{ isVerified: true }]);
  });

  it.each(ways)('may be lost by %s as long as another one serves the portals', async (_what, act) => {
    await add('acme');
    expect((await act()).statusCode).toBeLessThan(300);
  });

  it('is lost when an administrator says so, such as when it was broken into; that is audited', async () => {
    const before = (await lost()).length;
    const response = await change(globex, { isEnabled: false }, { confirmsLockOut: true });
    expect(response.json()).toMatchObject({ isEnabled: false });
    expect((await lost()).slice(before)).toEqual(
      ['Portal One', 'Portal Two'].map((object_name) => ({
        actor_name: 'Ada Admin',
        object_name,
        object_type: 'portal-sign-in',
      })),
    );
  });

  it('signs out everybody who came through it when that is wanted, and nobody else', async () => {
    await add('acme');
    const account = await portico.createAccount();
    const { db, config } = portico.platform;
    const { id: identityId } = await db
      .insertInto('identity')
      .values({ provider_id: globex.id, issuer: 'x', subject: 'x', account_id: account.id })
      .returning('id')
      .executeTakeFirstOrThrow();
    const session = { accountId: account.id, address: null, userAgent: null, config };
    await startSession(db, { ...session, identityId });
    await startSession(db, session);
    const signedIn = async () => (await send('GET', `${base}/${globex.id}/dependants`)).json().signedIn;
    expect(await signedIn()).toBe(1);
    const enabled = await change(globex, {}, { endsSessions: true });
    expect(enabled.statusCode).toBe(400);
    expect(enabled.json().errors.endsSessions).toContain('Disable the provider, too');
    expect(await signedIn()).toBe(1);

    expect((await change(globex, { isEnabled: false }, { endsSessions: true })).statusCode).toBe(200);
    expect(await signedIn()).toBe(0);
    const left = await db
      .selectFrom('session')
      .select('identity_id')
      .where('account_id', '=', account.id)
      .execute();
    expect(left).toEqual([{ identity_id: null }]);
    const event = await db
      .selectFrom('audit_event')
      .select(['actor_name', 'after'])
      .where('action', '=', 'identity-provider.sessions-ended')
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ actor_name: 'Ada Admin', after: { sessions: 1, people: 1 } });
  });

  it('is withdrawn, deleted or no longer the default, too, when that is confirmed', async () => {
    const withdraw = `${base}/${globex.id}/domain/globex.example/withdraw?confirmsLockOut=true`;
    expect((await send('POST', withdraw)).statusCode).toBe(200);
    // what is lost already is no reason to refuse anything
    expect((await send('DELETE', `${base}/${globex.id}`)).statusCode).toBe(204);

    const acme = await add('acme', { shownOn: 'listed', portalIds: portals.slice(0, 1) });
    const { db } = portico.platform;
    await db.deleteFrom('portal_sign_in').execute();
    await requireProviders(acme.id);
    const policy = (changes: object) =>
      send('PUT', `/rest/portico/1/portal/${portals[1]}/sign-in`, {
        requiresProvider: true,
        defaultProviderId: null,
        sessionIdleMinutes: null,
        sessionMaxHours: null,
        version: 1,
        ...changes,
      });
    const refused = await policy({});
    expect(refused.statusCode).toBe(409);
    expect(refused.json().errors.confirmsLockOut).toContain('Portal Two requires');
    expect((await policy({ requiresProvider: false })).statusCode).toBe(200);
    expect((await policy({ requiresProvider: false, version: 2 })).statusCode).toBe(200);
    expect((await send('DELETE', `${base}/${acme.id}?confirmsLockOut=true`)).statusCode).toBe(204);
  });

  it('is not in the way of changes that have nothing to do with it', async () => {
    const acme = await add('acme', { shownOn: 'listed', portalIds: portals });
    expect((await change(acme, { isEnabled: false })).statusCode).toBe(200);
    expect((await change(globex, { name: 'globex', clockSkewSeconds: 30 })).statusCode).toBe(200);
  });

  it('is not lost by two changes at the same time that each count on the other one', async () => {
    const acme = await add('acme', { shownOn: 'listed', portalIds: portals });
    const answers = await Promise.all(
      [globex, acme].map((provider) => change(provider, { isEnabled: false })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('what depends on a provider', () => {
  const dependants = async (id: string) => (await send('GET', `${base}/${id}/dependants`)).json();

  async function signedIn(providerId: string, days: number, email: string) {
    const account = await portico.createAccount({ email, displayName: email });
    await portico.platform.db
      .insertInto('identity')
      .values({
        provider_id: providerId,
        issuer: 'x',
        subject: email,
        account_id: account.id,
        last_sign_in_at: new Date(Date.now() - days * 86_400_000),
      })
      .execute();
    return account;
  }

  it('is told: portals that require a provider, those that no other one serves, and people', async () => {
    const acme = await add('acme', { shownOn: 'listed', portalIds: portals.slice(0, 1) });
    await signedIn(globex.id, 1, 'one@globex.example');
    await signedIn(globex.id, 40, 'long.ago@globex.example');
    const twice = await signedIn(globex.id, 3, 'two@globex.example');
    await portico.platform.db
      .insertInto('identity')
      .values({ provider_id: acme.id, issuer: 'x', subject: 'two', account_id: twice.id })
      .execute();
    const [one, two] = ['One', 'Two'].map((name, index) => ({ id: portals[index], name: `Portal ${name}` }));
    expect(await dependants(globex.id)).toEqual({
      recentPeople: 2,
      recentPeopleWithoutOtherWay: 1,
      recentDays: 30,
      signedIn: 0,
      requiredBy: [one, two],
      onlyWayInto: [two],
    });
    expect(await dependants(acme.id)).toMatchObject({ recentPeople: 0, requiredBy: [one], onlyWayInto: [] });
  });

  it('is in the list: how many people, when the last one came, and how the last test stands', async () => {
    const before = (await send('GET', base)).json().values;
    expect(before).toMatchObject([{ people: 0, lastSignInAt: null, testState: 'never' }]);
    await signedIn(globex.id, 1, 'a@globex.example');
    await signedIn(globex.id, 2, 'b@globex.example');
    const { db } = portico.platform;
    await db
      .updateTable('identity_provider')
      .set({ tested_at: new Date(), tested_version: globex.version })
      .execute();
    const [after] = (await send('GET', base)).json().values;
    expect(after).toMatchObject({ people: 2, testState: 'passed' });
    expect(Date.now() - Date.parse(after.lastSignInAt)).toBeGreaterThan(80_000_000);
    await change(globex, { clockSkewSeconds: 30 });
    expect((await send('GET', base)).json().values).toMatchObject([{ testState: 'stale' }]);
  });

  it('is found in the list by name, domain, protocol and state', async () => {
    await add('acme', { isEnabled: false, name: 'Acme & Söhne' });
    const names = async (query: string) =>
      (await send('GET', `${base}?${query}`)).json().values.map(({ name }: { name: string }) => name);
    expect(await names('query=söhne'.replace('ö', '%C3%B6'))).toEqual(['Acme & Söhne']);
    expect(await names('query=GLOBEX.ex')).toEqual(['globex']);
    expect(await names('protocol=saml')).toEqual([]);
    expect(await names('protocol=oidc&state=disabled')).toEqual(['Acme & Söhne']);
    expect(await names('state=enabled')).toEqual(['globex']);
    expect(await names('state=untested')).toHaveLength(2);
    expect(await names('state=unproved')).toEqual([]);
    expect((await send('GET', `${base}?state=odd`)).statusCode).toBe(400);
  });
});
