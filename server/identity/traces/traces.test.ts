import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { startTestOp, type TestOp } from '../oidc/testing-op.ts';
import { inputOfProvider } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import {
  addProvider,
  addSamlProvider,
  answerTo,
  comeBack,
  finishSaml,
  leaveForOidc,
  leaveForSaml,
  postResponse,
  signInThroughSaml,
} from '../testing-sign-in.ts';
import { sweepTraces } from './store.ts';

let portico: TestApp;
let acme: TestIdp;
let globex: TestOp;
let admin: Record<string, string>;
let adminCookie: string;

const base = '/rest/portico/1/identity-provider';
const alice = { mail: 'alice@acme.example', displayName: 'Alice Archer', groups: ['Portico', 'Sales'] };

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  globex = await startTestOp();
  const signedIn = await portico.signIn(
    await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true }),
  );
  admin = signedIn;
  adminCookie = signedIn.cookie;
});

beforeEach(async () => {
  const { db } = portico.platform;
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
  await db.deleteFrom('organization').execute();
  await db.deleteFrom('account').where('email', 'like', '%@acme.example').execute();
});

afterAll(async () => {
  await Promise.all([globex?.close(), portico?.close()]);
});

async function ask(method: 'GET' | 'POST', path: string, payload?: object, headers = admin) {
  const response = await portico.app.inject({
    method,
    url: `${base}/${path}`,
    headers,
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

const signIn = (provider: Provider, changes: Partial<ResponseOptions> = {}) =>
  signInThroughSaml(portico, acme, provider, { attributes: alice, ...changes });

async function log(provider: Provider, query = '') {
  const { status, body } = await ask('GET', `${provider.id}/sign-in-log${query}`);
  expect(status).toBe(200);
  return body.values;
}

async function entry(provider: Provider, reference: string) {
  const { status, body } = await ask('GET', `${provider.id}/sign-in-log/${reference}`);
  expect(status).toBe(200);
  return body.entry;
}

const everyTable = [
  'account',
  'audit_event',
  'identity',
  'identity_provider_domain',
  'identity_provider_warning',
  'organization',
  'organization_member',
  'password_credential',
  'session',
] as const;

/** All rows that a test of a provider must leave as they were. */
async function stateOf() {
  const state: Record<string, unknown> = {};
  for (const table of everyTable) {
    const { rows } = await sql`select * from ${sql.table(table)} order by 1, 2`.execute(portico.platform.db);
    // Being looked at is no change, nor is it that the test itself is on record.
    state[table] = (rows as object[])
      .filter((row) => !('action' in row && row.action === 'identity-provider.tested'))
      .map((row) => ({ ...row, last_seen_at: null }));
  }
  return state;
}

/** Asks for a test, and opens its address as the pop-up does. */
async function openTest(provider: Provider, cookie = adminCookie) {
  const made = await ask('POST', `${provider.id}/test`);
  expect(made.status).toBe(200);
  const { url, reference } = made.body;
  const opened = await portico.app.inject({ url, headers: { cookie } });
  return { url, reference, opened };
}

/** Goes through a test of a SAML provider, and returns where it ended. */
async function testThroughSaml(provider: Provider, changes: Partial<ResponseOptions> = {}) {
  const made = await ask('POST', `${provider.id}/test`);
  const { url, reference } = made.body;
  const test = new URL(url, 'http://x').searchParams.get('test') ?? '';
  const journey = await leaveForSaml(portico, provider, undefined, adminCookie, test);
  const xml = responseXml(acme, answerTo(journey, { attributes: alice, ...changes }));
  const { location, cookie } = await finishSaml(portico, journey, xml, `${journey.cookie}; ${adminCookie}`);
  return { reference: String(reference), location, cookie };
}

describe('the sign-in log', () => {
  it('keeps what a sign-in was checked for, what came, and what became of it', async () => {
    const provider = await addSamlProvider(portico, acme);
    await signIn(provider);
    const [line] = await log(provider);
    expect(line).toMatchObject({
      purpose: 'sign-in',
      outcome: 'succeeded',
      code: null,
      email: 'alice@acme.example',
      address: '127.0.0.1',
    });
    const shown = await entry(provider, line.reference);
    expect(shown.steps.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['signature', 'audience', 'person', 'domain', 'account', 'organizations']),
    );
    expect(shown.steps.map(({ outcome }: { outcome: string }) => outcome)).not.toContain('failed');
    expect(shown.person).toMatchObject({
      issuer: acme.entityId,
      email: 'alice@acme.example',
      groups: ['Portico', 'Sales'],
      groupsAreComplete: true,
    });
    expect(shown.person.claims).toMatchObject({ mail: ['alice@acme.example'] });
    expect(shown.message).toContain('alice@acme.example');
    expect(shown.result).toMatchObject({ displayName: 'Alice Archer' });
  });

  it('says of a refused one why, and how to mend it, under the reference that the person was shown', async () => {
    const provider = await addSamlProvider(portico, acme, { preset: 'okta' });
    const { location } = await signIn(provider, { audience: 'https://old.example' });
    const reference = new URL(location, 'http://x').searchParams.get('reference') ?? '';
    const shown = await entry(provider, reference);
    expect(shown).toMatchObject({
      outcome: 'refused',
      code: 'response_invalid',
      explanation: {
        problem: 'The response is for the audience https://old.example.',
        fix: `In Okta, set Audience URI (SP Entity ID) to ${portico.platform.config.url.origin}/sso/saml/${provider.id}/metadata`,
      },
      person: null,
      isReplayable: false,
    });
    expect(shown.steps.at(-1)).toMatchObject({ name: 'audience', outcome: 'failed' });
    const audit = await portico.app.inject({
      url: `/rest/portico/1/audit?query=${reference}`,
      headers: admin,
    });
    expect(audit.json().values).toMatchObject([{ action: 'sign-in.refused', after: { reference } }]);
    expect((await ask('POST', `${provider.id}/sign-in-log/${reference}/replay`, {})).status).toBe(409);
  });

  it('is filtered by outcome and text, and read page by page', async () => {
    const provider = await addSamlProvider(portico, acme);
    await signIn(provider);
    await signIn(provider, { audience: 'x' });
    await signIn(provider, { nameId: 'bob', attributes: { mail: 'bob@acme.example' } });
    expect(await log(provider)).toHaveLength(3);
    expect(await log(provider, '?outcome=refused')).toMatchObject([{ outcome: 'refused' }]);
    expect(await log(provider, '?query=BOB')).toMatchObject([{ email: 'bob@acme.example' }]);
    expect(await log(provider, '?query=%25')).toEqual([]);
    const first = await ask('GET', `${provider.id}/sign-in-log?limit=2`);
    expect(first.body.values).toHaveLength(2);
    const second = await ask('GET', `${provider.id}/sign-in-log?limit=2&start=${first.body.next}`);
    expect(second.body).toMatchObject({ values: [{ email: 'alice@acme.example' }], next: null });
  });

  it('has nothing of people who did not come back, and nothing where no provider is known', async () => {
    const provider = await addSamlProvider(portico, acme);
    await leaveForSaml(portico, provider);
    await portico.app.inject({ url: '/sso/saml/999999/login' });
    expect(await portico.platform.db.selectFrom('sign_in_trace').select('id').execute()).toEqual([]);
  });

  it('forgets what is older than it is set to keep', async () => {
    const provider = await addSamlProvider(portico, acme);
    await signIn(provider);
    await signIn(provider);
    const { db } = portico.platform;
    const [old] = await log(provider);
    await db
      .updateTable('sign_in_trace')
      .set({ finished_at: sql`now() - interval '31 days'` })
      .where('reference', '=', old.reference)
      .execute();
    await sweepTraces(db, 30);
    expect(await log(provider)).toHaveLength(1);
  });

  it('has one entry of a sign-in that is answered well after it was answered badly: that it succeeded', async () => {
    const provider = await addSamlProvider(portico, acme);
    const journey = await leaveForSaml(portico, provider);
    await postResponse(portico, journey, responseXml(acme, answerTo(journey, { audience: 'x' })));
    expect(await log(provider)).toMatchObject([{ outcome: 'refused' }]);
    await finishSaml(portico, journey, responseXml(acme, answerTo(journey, { attributes: alice })));
    expect(await log(provider)).toMatchObject([
      { outcome: 'succeeded', email: 'alice@acme.example', code: null },
    ]);
  });

  it('never makes a sign-in fail when it cannot be written', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { db } = portico.platform;
    await sql`alter table sign_in_trace add constraint refuses check (false) not valid`.execute(db);
    try {
      const { location, cookie } = await signIn(provider);
      expect(location).toBe('/servicedesk/customer/portals');
      expect(cookie).toContain('session');
    } finally {
      await sql`alter table sign_in_trace drop constraint refuses`.execute(db);
    }
  });

  it('F15 holds no code, token, signature, secret or cookie', async () => {
    const secrets: string[] = [globex.clientSecret];
    const saml = await addSamlProvider(portico, acme);
    const journey = await leaveForSaml(portico, saml);
    const xml = responseXml(acme, answerTo(journey, { attributes: alice }));
    secrets.push(...[...xml.matchAll(/<(?:\w+:)?SignatureValue>([^<]+)/g)].map(([, value = '']) => value));
    const done = await finishSaml(portico, journey, xml);
    secrets.push(
      journey.relayState,
      cookieValue(journey.cookie),
      ...done.cookie.split('; ').map(cookieValue),
    );
    const tampered = xml.replace('Alice Archer', 'Alice Arrow');
    await postResponse(portico, await leaveForSaml(portico, saml), tampered);

    const oidc = await addProvider(portico, {
      protocol: 'oidc',
      name: 'Globex',
      domains: ['globex.example'],
      oidc: { issuer: globex.issuer, clientId: globex.clientId, clientSecret: globex.clientSecret },
    });
    const origin = portico.platform.config.url.origin;
    globex.open(`${origin}/sso/oidc/${oidc.id}/callback`);
    globex.people.set('gina', {
      sub: 'gina',
      name: 'Gina',
      email: 'gina@globex.example',
      email_verified: true,
    });
    for (const breaks of [false, true]) {
      const left = await leaveForOidc(portico, oidc);
      const back = await globex.authorize(left.target, 'gina');
      secrets.push(left.state, cookieValue(left.cookie), back.searchParams.get('code') ?? 'x');
      if (breaks) back.searchParams.set('code', `${back.searchParams.get('code')}x`);
      const came = await comeBack(portico, back, left.cookie);
      secrets.push(...came.cookie.split('; ').map(cookieValue));
    }
    const rows = await portico.platform.db.selectFrom('sign_in_trace').selectAll().orderBy('id').execute();
    expect(rows.map(({ outcome }) => outcome)).toEqual(['succeeded', 'refused', 'succeeded', 'refused']);
    const text = JSON.stringify(rows);
    expect(secrets.filter((secret) => secret.length > 5 && text.includes(secret))).toEqual([]);
    // A JSON Web Token of any kind.
    expect(text).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}/);
  });
});

describe('the test of a provider', () => {
  it('goes the whole way through a disabled one, changes nothing, and shows what it would do', async () => {
    const provider = await addSamlProvider(portico, acme, { isEnabled: false });
    await addOrganization();
    const before = await stateOf();
    const { reference, location, cookie } = await testThroughSaml(provider);
    expect(location).toBe(`/admin/sign-in/${provider.id}/tests/${reference}`);
    expect(cookie).not.toContain('session');
    expect(await stateOf()).toEqual(before);
    expect(await entry(provider, reference)).toMatchObject({
      purpose: 'test',
      outcome: 'succeeded',
      email: 'alice@acme.example',
      result: {
        accountId: null,
        displayName: 'Alice Archer',
        email: 'alice@acme.example',
        organizations: [{ name: 'Acme' }],
      },
    });
    const shown = await portico.app.inject({ url: `${base}/${provider.id}`, headers: admin });
    expect(shown.json()).toMatchObject({ isTested: true, isEnabled: false, version: provider.version });
  });

  it('tells of a person who has an account, and leaves even their name as it was', async () => {
    const provider = await addSamlProvider(portico, acme);
    await portico.createAccount({ email: 'alice@acme.example', displayName: 'A. Archer' });
    const before = await stateOf();
    const { reference } = await testThroughSaml(provider);
    expect(await stateOf()).toEqual(before);
    const { result } = await entry(provider, reference);
    expect(result.accountId).toMatch(/./);
  });

  it('that is refused ends at its result too, and is no success', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { reference, location } = await testThroughSaml(provider, { audience: 'https://old.example' });
    expect(location).toBe(`/admin/sign-in/${provider.id}/tests/${reference}`);
    expect(await entry(provider, reference)).toMatchObject({ purpose: 'test', code: 'response_invalid' });
    const mapped = await testThroughSaml(provider, { attributes: { mail: 'eve@evil.example' } });
    expect(await entry(provider, mapped.reference)).toMatchObject({
      code: 'domain_not_owned',
      person: { email: 'eve@evil.example' },
    });
    const shown = await portico.app.inject({ url: `${base}/${provider.id}`, headers: admin });
    expect(shown.json()).toMatchObject({ isTested: false, testedAt: null });
  });

  it('waits while nobody has come back', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { reference } = (await ask('POST', `${provider.id}/test`)).body;
    expect(await entry(provider, reference)).toBeNull();
    expect((await ask('GET', `${provider.id}/sign-in-log/ABCDEFGH`)).status).toBe(404);
  });

  it('begins once, and for the administrator who asked for it alone', async () => {
    const provider = await addSamlProvider(portico, acme, { isEnabled: false });
    const other = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    const { opened, url } = await openTest(provider, other.cookie);
    expect(opened.headers.location).toContain('error=attempt_unknown');
    const nobody = await portico.app.inject({ url });
    expect(nobody.headers.location).toContain('error=attempt_unknown');
    const own = await portico.app.inject({ url, headers: { cookie: adminCookie } });
    expect(own.headers.location).toContain('idp.acme.example');
    const again = await portico.app.inject({ url, headers: { cookie: adminCookie } });
    expect(again.headers.location).toContain('error=attempt_unknown');
  });

  it('is not made ready for a provider that is not filled in', async () => {
    const provider = await addSamlProvider(portico, acme, {
      isEnabled: false,
      saml: { entityId: '', signOnUrl: '', certificates: [] },
    });
    const { status, body } = await ask('POST', `${provider.id}/test`);
    expect(status).toBe(409);
    expect(body.errorMessages[0]).toContain('not filled in');
  });
});

describe('a replay', () => {
  it('shows what a sign-in would become under the mapping as it is now', async () => {
    const provider = await addSamlProvider(portico, acme);
    await signIn(provider);
    await addOrganization();
    const [{ reference }] = await log(provider);
    const before = await stateOf();
    const { body } = await ask('POST', `${provider.id}/sign-in-log/${reference}/replay`, {});
    expect(body).toMatchObject({
      outcome: 'succeeded',
      person: { email: 'alice@acme.example' },
      result: { organizations: [{ name: 'Acme' }] },
    });
    expect(body.result.accountId).toMatch(/./);
    expect(await stateOf()).toEqual(before);
  });

  it('reads the person again under settings that are not saved', async () => {
    const provider = await addSamlProvider(portico, acme);
    await signIn(provider, {
      attributes: { ...alice, work: 'alice.archer@acme.example', teams: ['A'], nick: 'Ally' },
    });
    const input = inputOfProvider(provider);
    if (!input.saml) throw new Error('no SAML settings');
    const names = { emailAttribute: 'work', nameAttribute: 'nick', groupsAttribute: 'teams' };
    const changed = { ...input, saml: { ...input.saml, ...names } };
    const before = await stateOf();
    const { body } = await ask('POST', `${provider.id}/mapping-preview`, { input: changed });
    expect(body.replay).toMatchObject({
      outcome: 'succeeded',
      person: { email: 'alice.archer@acme.example', displayName: 'Ally', groups: ['A'] },
    });
    const missing = { ...input, saml: { ...input.saml, emailAttribute: 'nowhere' } };
    const refused = await ask('POST', `${provider.id}/mapping-preview`, { input: missing });
    expect(refused.body.replay).toMatchObject({ outcome: 'refused', code: 'email_missing', result: null });
    const groups = { ...input, admits: 'groups', allowedGroups: ['Nobody'] };
    const kept = await ask('POST', `${provider.id}/mapping-preview`, { input: groups });
    expect(kept.body.replay).toMatchObject({ outcome: 'refused', code: 'group_not_allowed' });
    expect(await stateOf()).toEqual(before);
  });

  it('says of settings that cannot be what is wrong with them, and of a new provider that there is nothing yet', async () => {
    const provider = await addSamlProvider(portico, acme);
    expect((await ask('POST', `${provider.id}/mapping-preview`, {})).body).toEqual({
      reference: null,
      finishedAt: null,
      replay: null,
    });
    await signIn(provider);
    const input = { ...inputOfProvider(provider), name: ' ' };
    const { status, body } = await ask('POST', `${provider.id}/mapping-preview`, { input });
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('name');
  });
});

it('all of it is for administrators', async () => {
  const provider = await addSamlProvider(portico, acme);
  await signIn(provider);
  const [{ reference }] = await log(provider);
  const customer = await portico.signIn(await portico.createAccount());
  const routes = [
    ['POST', `${provider.id}/test`, undefined],
    ['GET', `${provider.id}/sign-in-log`, undefined],
    ['GET', `${provider.id}/sign-in-log/${reference}`, undefined],
    ['POST', `${provider.id}/sign-in-log/${reference}/replay`, {}],
    ['POST', `${provider.id}/mapping-preview`, {}],
  ] as const;
  for (const [method, path, payload] of routes) {
    const nobody = { origin: portico.platform.config.url.origin };
    expect((await ask(method, path, payload, nobody)).status).toBe(401);
    expect((await ask(method, path, payload, customer)).status).toBe(403);
    const unknown = path.replace(provider.id, '999999');
    expect((await ask(method, unknown, payload)).status).toBe(404);
  }
});

async function addOrganization(): Promise<void> {
  const { db } = portico.platform;
  const { id } = await db
    .insertInto('organization')
    .values({ name: 'Acme' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('organization_domain')
    .values({ organization_id: id, domain: 'acme.example' })
    .execute();
}

function cookieValue(cookie: string): string {
  return cookie.slice(cookie.indexOf('=') + 1);
}
