import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { startTestOp, type TestOp } from '../oidc/testing-op.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, encoded, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { addProvider, addSamlProvider } from '../testing-sign-in.ts';
import { addTestDomain, addTestPortal, createTestBrowser, type TestBrowser } from './testing-browser.ts';

const site = 'http://portico.test:8080';
/** makes round trips itself */
const own = 'http://own.acme.test:8080';
/** has the site make them */
const handed = 'http://help.acme.test:8080';

let portico: TestApp;
let second: TestApp;
let idp: TestIdp;
let op: TestOp;
let saml: Provider;
let oidc: Provider;
let portal: string;

beforeAll(async () => {
  const config = { url: new URL(site) };
  portico = await createTestApp({ config });
  second = await createTestApp({
    config: { ...config, sealingKeys: portico.platform.config.sealingKeys },
    database: portico.database,
  });
  portal = await addTestPortal(portico, 'Acme Support');
  await addTestDomain(portico, portal, 'own.acme.test', 'domain');
  await addTestDomain(portico, portal, 'help.acme.test', 'site');
  await addTestDomain(portico, portal, 'other.acme.test', 'site');
  idp = await createTestIdp('https://idp.acme.example/metadata');
  saml = await addSamlProvider(portico, idp);
  op = await startTestOp({ claimsInIdToken: true });
  op.people.set('bob', { sub: 'bob', email: 'bob@globex.example', email_verified: true, name: 'Bob' });
  oidc = await addProvider(portico, {
    protocol: 'oidc',
    name: 'Globex',
    domains: ['globex.example'],
    oidc: { issuer: op.issuer, clientId: op.clientId, clientSecret: op.clientSecret },
  });
  const at = (host: string) => `${host}/sso/oidc/${oidc.id}/callback`;
  op.open(at(site), { redirect_uris: [at(site), at(own)] });
});

afterAll(async () => {
  await op?.close();
  await second?.close();
  await portico?.close();
});

interface Sent {
  readonly requestId: string;
  readonly relayState: string;
  readonly acsUrl: string;
}

function requestIn(location: string): Sent {
  const query = new URL(location).searchParams;
  const xml = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString();
  const part = (name: string) => new RegExp(` ${name}="([^"]+)"`).exec(xml)?.[1] ?? '';
  return {
    requestId: part('ID'),
    relayState: query.get('RelayState') ?? '',
    acsUrl: part('AssertionConsumerServiceURL'),
  };
}

function answer(
  browser: TestBrowser,
  { requestId, relayState, acsUrl }: Sent,
  { at = acsUrl, says = acsUrl, email = 'alice@acme.example' } = {},
) {
  const audience = `${site}/sso/saml/${saml.id}/metadata`;
  const xml = responseXml(idp, {
    acsUrl: says,
    audience,
    inResponseTo: requestId,
    nameId: email,
    attributes: { email, displayName: email },
  });
  const form = new URLSearchParams({ SAMLResponse: encoded(xml), RelayState: relayState });
  return browser.ask(at, { method: 'POST', form });
}

async function viewerAt(browser: TestBrowser, host: string): Promise<string | null> {
  const { json } = await browser.ask(`${host}/rest/portico/1/session`);
  return json<{ account: { emailAddress: string } | null }>().account?.emailAddress ?? null;
}

/** Signs in at a host that has the site make the round trip, up to the code. */
async function codeFor(browser: TestBrowser, email = 'alice@acme.example', host = handed): Promise<string> {
  const left = await browser.ask(
    `${host}/sso/saml/${saml.id}/login?destination=/servicedesk/customer/user/requests`,
  );
  const there = await browser.ask(left.location);
  const posted = await answer(browser, requestIn(there.location), { email });
  return (await browser.ask(posted.location)).location;
}

function refusal(location: string) {
  const url = new URL(location);
  return { origin: url.origin, path: url.pathname, error: url.searchParams.get('error') };
}

const refusedAt = (origin: string) => ({
  origin,
  path: '/servicedesk/customer/user/login',
  error: 'attempt_unknown',
});

async function sessions(): Promise<number> {
  return (await portico.platform.db.selectFrom('session').select('id').execute()).length;
}

describe('a round trip at the portal’s own host', () => {
  it('is made through SAML, with the assertion consumer service of that host and the entity id of the site', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(
      `${own}/sso/saml/${saml.id}/login?destination=/servicedesk/customer/user/requests`,
    );
    const sent = requestIn(left.location);
    expect(sent.acsUrl).toBe(`${own}/sso/saml/${saml.id}/acs`);
    const posted = await answer(browser, sent);
    const done = await browser.ask(posted.location);
    expect(done.location).toBe(`${own}/servicedesk/customer/user/requests`);
    expect(await viewerAt(browser, own)).toBe('alice@acme.example');
    expect(await viewerAt(browser, site)).toBeNull();
    expect([...browser.cookiesAt('portico.test').keys()]).toEqual([]);
  });

  it('is made through OpenID, with the redirect address of that host', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${own}/sso/oidc/${oidc.id}/login`);
    const back = await op.authorize(left.location, 'bob');
    expect(back.origin).toBe(own);
    const done = await browser.ask(back.href);
    expect(done.location).toBe(`${own}/`);
    expect(await viewerAt(browser, own)).toBe('bob@globex.example');
    expect(await viewerAt(browser, site)).toBeNull();
  });

  it('ends where it began: an answer that comes to another of our hosts is refused', async () => {
    const browser = createTestBrowser(portico.app);
    const begin = async () => requestIn((await browser.ask(`${own}/sso/saml/${saml.id}/login`)).location);
    const elsewhere = `${site}/sso/saml/${saml.id}/acs`;
    // posted elsewhere, whatever it says
    for (const says of [elsewhere, `${own}/sso/saml/${saml.id}/acs`]) {
      const posted = await answer(browser, await begin(), { at: elsewhere, says });
      expect(refusal(posted.location)).toEqual(refusedAt(site));
    }
    // posted here, and meant for elsewhere
    const posted = await answer(browser, await begin(), { says: elsewhere });
    expect(refusal(posted.location).error).toBe('response_invalid');
    // begun at the site, and brought here
    const atSite = requestIn((await browser.ask(`${site}/sso/saml/${saml.id}/login`)).location);
    const brought = await answer(browser, atSite, { at: `${own}/sso/saml/${saml.id}/acs` });
    expect(refusal(brought.location)).toEqual(refusedAt(own));
    const left = await browser.ask(`${own}/sso/oidc/${oidc.id}/login`);
    const back = await op.authorize(left.location, 'bob');
    const moved = await browser.ask(`${site}${back.pathname}${back.search}`);
    expect(refusal(moved.location)).toEqual(refusedAt(site));
  });

  it('is announced in our SAML metadata, where the site’s own host stays the default', async () => {
    const { text } = await createTestBrowser(portico.app).ask(`${site}/sso/saml/${saml.id}/metadata`);
    const services = [
      ...text.matchAll(/AssertionConsumerService [^>]*Location="([^"]+)" index="(\d)"( isDefault="true")?/g),
    ];
    expect(
      services.map(([, location, index, isDefault]) => [location, index, isDefault !== undefined]),
    ).toEqual([
      [`${site}/sso/saml/${saml.id}/acs`, '0', true],
      [`${own}/sso/saml/${saml.id}/acs`, '1', false],
    ]);
  });
});

describe('a session', () => {
  it('is good at the host where it was opened; at another one its token ends it', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${own}/sso/saml/${saml.id}/login`);
    const posted = await answer(browser, requestIn(left.location));
    await browser.ask(posted.location);
    const token = browser.cookiesAt('own.acme.test').get('portico_session');
    const session = {
      url: '/rest/portico/1/session',
      headers: { host: 'portico.test', cookie: `portico_session=${token}` },
    };
    expect((await portico.app.inject(session)).json().account).toBeNull();
    expect(await viewerAt(browser, own)).toBeNull();
  });
});

describe('a round trip that the site’s own host makes', () => {
  it('opens the session at the portal’s host, and none at the site’s', async () => {
    const browser = createTestBrowser(portico.app);
    const code = await codeFor(browser);
    expect(code).toMatch(/^http:\/\/help\.acme\.test:8080\/sso\/hand-over\?code=[\w-]{43}$/);
    expect(browser.cookiesAt('portico.test').has('portico_session')).toBe(false);
    const done = await browser.ask(code);
    expect(done.location).toBe(`${handed}/servicedesk/customer/user/requests`);
    expect(await viewerAt(browser, handed)).toBe('alice@acme.example');
    expect(await viewerAt(browser, site)).toBeNull();
    expect([...browser.cookiesAt('portico.test').keys()]).toEqual(['portico_attempt']);
  });

  it('takes OpenID, too, with the one redirect address that is registered, and hands the typed address on', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${handed}/sso/oidc/${oidc.id}/login?login_hint=bob@globex.example`);
    expect(new URL(left.location).origin).toBe(site);
    const there = await browser.ask(left.location);
    expect(new URL(there.location).searchParams.get('login_hint')).toBe('bob@globex.example');
    const back = await op.authorize(there.location, 'bob');
    const code = await browser.ask(back.href);
    await browser.ask(code.location);
    expect(await viewerAt(browser, handed)).toBe('bob@globex.example');
  });

  it('leaves a session alone that the browser has at the site’s own host', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${site}/sso/saml/${saml.id}/login`);
    const posted = await answer(browser, requestIn(left.location), { email: 'ada@acme.example' });
    await browser.ask(posted.location);
    await browser.ask(await codeFor(browser));
    expect(await viewerAt(browser, site)).toBe('ada@acme.example');
    expect(await viewerAt(browser, handed)).toBe('alice@acme.example');
  });

  it('tells at the portal’s host why it was refused', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${handed}/sso/saml/${saml.id}/login`);
    const there = await browser.ask(left.location);
    const posted = await answer(browser, requestIn(there.location), { says: 'http://evil.test/acs' });
    expect(refusal(posted.location)).toMatchObject({ origin: handed, error: 'response_invalid' });
  });

  it('asks for the second factor at the portal’s host, and signs nobody in before', async () => {
    const { db } = portico.platform;
    const account = await portico.createAccount({ email: 'carl@acme.example' });
    await db
      .insertInto('identity')
      .values({
        provider_id: saml.id,
        issuer: idp.entityId,
        subject: 'carl@acme.example',
        account_id: account.id,
      })
      .execute();
    await db
      .insertInto('totp_factor')
      .values({ account_id: account.id, name: 'Phone', sealed_secret: 'x', confirmed_at: new Date() })
      .execute();
    const browser = createTestBrowser(portico.app);
    const done = await browser.ask(await codeFor(browser, 'carl@acme.example'));
    expect(done.location).toBe(`${handed}/servicedesk/customer/user/second-factor`);
    expect(await viewerAt(browser, handed)).toBeNull();
  });
});

describe('L07: the code that hands a sign-in over', () => {
  it('works once', async () => {
    const browser = createTestBrowser(portico.app);
    const code = await codeFor(browser);
    await browser.ask(code);
    const before = await sessions();
    expect(refusal((await browser.ask(code)).location)).toEqual(refusedAt(handed));
    expect(await sessions()).toBe(before);
  });

  it('works once when it comes to two processes at the same time', async () => {
    const browser = createTestBrowser(portico.app);
    const code = new URL(await codeFor(browser));
    const cookie = [...browser.cookiesAt('help.acme.test')].map((pair) => pair.join('=')).join('; ');
    const before = await sessions();
    const ask = ({ app }: TestApp) =>
      app.inject({ url: `${code.pathname}${code.search}`, headers: { host: code.host, cookie } });
    const answers = await Promise.all([ask(portico), ask(second), ask(portico), ask(second)]);
    const refused = answers.filter(({ headers }) => String(headers.location).includes('error='));
    expect(refused).toHaveLength(3);
    expect(await sessions()).toBe(before + 1);
  });

  it('is nothing to another browser, to another host, and to a browser without the cookie', async () => {
    const browser = createTestBrowser(portico.app);
    const code = await codeFor(browser);
    const stranger = createTestBrowser(portico.app);
    expect(refusal((await stranger.ask(code)).location)).toEqual(refusedAt(handed));
    await stranger.ask(`${handed}/sso/saml/${saml.id}/login`);
    expect(refusal((await stranger.ask(code)).location)).toEqual(refusedAt(handed));
    for (const host of ['http://other.acme.test:8080', own, site]) {
      const moved = code.replace(handed, host);
      await browser.ask(`${host}/sso/saml/${saml.id}/login`);
      expect(refusal((await browser.ask(moved)).location)).toEqual(refusedAt(host));
    }
    expect(await viewerAt(browser, handed)).toBeNull();
    await browser.ask(code);
    expect(await viewerAt(browser, handed)).toBe('alice@acme.example');
  });

  it('signs nobody in to an attacker’s account: whose browser it was begun in, whose code it is', async () => {
    const mallory = createTestBrowser(portico.app);
    const alice = createTestBrowser(portico.app);
    // Alice has begun a sign-in of her own, and is sent to the end of Mallory's.
    await alice.ask(`${handed}/sso/saml/${saml.id}/login`);
    const code = await codeFor(mallory, 'mallory@acme.example');
    expect(refusal((await alice.ask(code)).location)).toEqual(refusedAt(handed));
    expect(await viewerAt(alice, handed)).toBeNull();
    // Alice is sent into the middle of it, signs in at the provider, and her account must not come to Mallory.
    const left = await mallory.ask(`${handed}/sso/saml/${saml.id}/login`);
    const there = await alice.ask(left.location);
    const posted = await answer(alice, requestIn(there.location));
    const hers = await alice.ask(posted.location);
    expect(refusal((await alice.ask(hers.location)).location)).toEqual(refusedAt(handed));
    expect(await viewerAt(mallory, handed)).toBeNull();
  });

  it('is too old after a minute', async () => {
    const browser = createTestBrowser(portico.app);
    const code = await codeFor(browser);
    const { db } = portico.platform;
    const row = await db
      .selectFrom('sign_in_hand_over')
      .select('expires_at')
      .where('code_hash', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const left = row.expires_at.getTime() - Date.now();
    expect(left).toBeGreaterThan(40_000);
    expect(left).toBeLessThanOrEqual(61_000);
    await db
      .updateTable('sign_in_hand_over')
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute();
    expect(refusal((await browser.ask(code)).location)).toEqual(refusedAt(handed));
  });

  it('opens nothing once the account was deactivated or the provider disabled; and is used up', async () => {
    const { db } = portico.platform;
    const browser = createTestBrowser(portico.app);
    const code = await codeFor(browser);
    const activate = (is_active: boolean) =>
      db.updateTable('account').set({ is_active }).where('email', '=', 'alice@acme.example').execute();
    await activate(false);
    expect(refusal((await browser.ask(code)).location)).toMatchObject({ error: 'account_inactive' });
    await activate(true);
    expect(refusal((await browser.ask(code)).location)).toEqual(refusedAt(handed));

    const another = await codeFor(browser);
    const enable = (is_enabled: boolean) =>
      db.updateTable('identity_provider').set({ is_enabled }).where('id', '=', saml.id).execute();
    await enable(false);
    expect(refusal((await browser.ask(another)).location)).toMatchObject({ error: 'provider_disabled' });
    await enable(true);
    expect(await viewerAt(browser, handed)).toBeNull();
  });

  it('is kept as a hash, and what it stands for sealed', async () => {
    const browser = createTestBrowser(portico.app);
    const code = new URL(await codeFor(browser)).searchParams.get('code') ?? '';
    const { db } = portico.platform;
    const rows = await db
      .selectFrom('sign_in_hand_over')
      .selectAll()
      .where('code_hash', 'is not', null)
      .execute();
    const text = JSON.stringify(rows);
    expect(text).not.toContain(code);
    expect(text).not.toContain('alice@acme.example');
  });

  it('cannot be asked for twice by going the way through the provider again', async () => {
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${handed}/sso/saml/${saml.id}/login`);
    const [one, two] = [await browser.ask(left.location), await browser.ask(left.location)];
    const finish = async (there: { location: string }) => {
      const posted = await answer(browser, requestIn(there.location));
      return (await browser.ask(posted.location)).location;
    };
    expect(await finish(one)).toContain('/sso/hand-over?code=');
    expect(refusal(await finish(two))).toEqual(refusedAt(handed));
    expect(refusal((await browser.ask(left.location)).location).error).toBe('attempt_unknown');
    expect(
      refusal((await browser.ask(`${site}/sso/saml/${saml.id}/login?hand_over=${'x'.repeat(43)}`)).location),
    ).toEqual(refusedAt(site));
  });
});
