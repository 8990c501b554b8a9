import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addLyingOp, type LyingOp, startLyingOp } from '../oidc/testing-lying-op.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, encoded, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { startSession } from '../sessions/sessions.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { addTestDomain, addTestPortal, createTestBrowser, type TestBrowser } from './testing-browser.ts';

const site = 'http://portico.test:8080';
const own = 'http://own.acme.test:8080';
const handed = 'http://help.acme.test:8080';

let portico: TestApp;
let op: LyingOp;
let oidc: Provider;
let idp: TestIdp;
let saml: Provider;

beforeAll(async () => {
  portico = await createTestApp({ config: { url: new URL(site) } });
  const portal = await addTestPortal(portico, 'Acme Support');
  await addTestDomain(portico, portal, 'own.acme.test', 'domain');
  await addTestDomain(portico, portal, 'help.acme.test', 'site');
  op = await startLyingOp();
  op.lies.discovery = { end_session_endpoint: `${op.issuer}/end` };
  oidc = await addLyingOp(portico, op);
  idp = await createTestIdp('https://idp.acme.example/metadata');
  saml = await addSamlProvider(portico, idp, { domains: [], admits: 'all' });
});
afterAll(() => Promise.all([portico?.close(), op?.close()]));

/** Gives a browser a session at a host, as signing in through the OpenID provider would. */
async function signIn(browser: TestBrowser, host: string): Promise<void> {
  const { db, sealer, config } = portico.platform;
  const account = await portico.createAccount();
  const { id } = await db
    .insertInto('identity')
    .values({ provider_id: oidc.id, issuer: op.issuer, subject: account.accountId, account_id: account.id })
    .returning('id')
    .executeTakeFirstOrThrow();

  const { token } = await startSession(db, {
    accountId: account.id,
    identityId: id,
    address: null,
    userAgent: null,
    config,
    logoutHint: { json: JSON.stringify({ idToken: 'the-id-token' }), sealer },
    host: new URL(host).hostname,
  });
  const jar = browser.cookiesAt(new URL(host).hostname) as Map<string, string>;
  jar.set('portico_session', token);
}

describe('signing out at a portal’s host', () => {
  it('ends the session there, and comes back to it from the provider: to the address that is registered', async () => {
    for (const [host, registered] of [
      [own, own],
      [handed, site],
    ] as const) {
      const browser = createTestBrowser(portico.app);
      await signIn(browser, host);
      const left = await browser.ask(`${host}/rest/portico/1/sign-out`, {
        method: 'POST',
        json: { everywhere: true },
      });
      const there = new URL(left.json<{ url: string }>().url);
      const back = there.searchParams.get('post_logout_redirect_uri');
      expect(back).toBe(`${registered}/sso/oidc/${oidc.id}/logged-out`);
      const session = await browser.ask(`${host}/rest/portico/1/session`);
      expect(session.json()).toMatchObject({ account: null });

      let page = await browser.ask(`${back}?state=${there.searchParams.get('state')}`);
      if (registered === site) page = await browser.ask(page.location);
      expect(page.location).toBe(`${host}/servicedesk/customer/user/signed-out?provider=Liar`);
    }
  });

  it('is nothing that another browser could finish', async () => {
    const browser = createTestBrowser(portico.app);
    await signIn(browser, handed);
    const left = await browser.ask(`${handed}/rest/portico/1/sign-out`, {
      method: 'POST',
      json: { everywhere: true },
    });
    const state = new URL(left.json<{ url: string }>().url).searchParams.get('state');
    const stranger = createTestBrowser(portico.app);
    const page = await stranger.ask(`${site}/sso/oidc/${oidc.id}/logged-out?state=${state}`);
    expect(page.location).toContain(handed);
    expect((await stranger.ask(page.location)).location).toContain('problem=refused');
  });
});

describe('a handed-over sign-in that needs proof', () => {
  it('asks for it at the site’s own host, and goes on at the portal’s', async () => {
    const password = 'correct horse battery staple';
    await portico.createAccount({ email: 'dora@acme.example', displayName: 'Dora', password });
    await portico.platform.db
      .updateTable('account')
      .set({ email_verified_at: null })
      .where('email', '=', 'dora@acme.example')
      .execute();
    const browser = createTestBrowser(portico.app);
    const left = await browser.ask(`${handed}/sso/saml/${saml.id}/login`);
    const there = new URL((await browser.ask(left.location)).location);
    const request = inflateRawSync(
      Buffer.from(there.searchParams.get('SAMLRequest') ?? '', 'base64'),
    ).toString();
    const acsUrl = `${site}/sso/saml/${saml.id}/acs`;
    const xml = responseXml(idp, {
      acsUrl,
      audience: `${site}/sso/saml/${saml.id}/metadata`,
      inResponseTo: / ID="([^"]+)"/.exec(request)?.[1] ?? '',
      nameId: 'dora@acme.example',
      attributes: { email: 'dora@acme.example', displayName: 'Dora' },
    });
    const form = new URLSearchParams({
      SAMLResponse: encoded(xml),
      RelayState: there.searchParams.get('RelayState') ?? '',
    });
    const posted = await browser.ask(acsUrl, { method: 'POST', form });
    const asked = await browser.ask(posted.location);
    const token = /\/servicedesk\/customer\/user\/link\/([\w-]{43})$/.exec(asked.location)?.[1];
    expect(new URL(asked.location).origin).toBe(site);
    const proved = await browser.ask(`${site}/rest/portico/1/account-link/${token}/prove`, {
      method: 'POST',
      json: { password },
    });
    const { url } = proved.json<{ url: string }>();
    expect(url).toContain(`${handed}/sso/hand-over?code=`);
    expect((await browser.ask(url)).location).toBe(`${handed}/`);
    const session = await browser.ask(`${handed}/rest/portico/1/session`);
    expect(session.json()).toMatchObject({ account: { emailAddress: 'dora@acme.example' } });
    expect((await browser.ask(`${site}/rest/portico/1/session`)).json()).toMatchObject({ account: null });
  });
});
