import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { attemptCookieName } from '../sessions/cookies.ts';
import { makeSetupLink } from '../setup-links/links.ts';
import { prepareTest } from '../sign-in/test-start.ts';
import { addSamlProvider, answerTo, finishSaml, leaveForSaml, postResponse } from '../testing-sign-in.ts';
import { findTrace } from './store.ts';

let portico: TestApp;
let acme: TestIdp;
let admin: { readonly cookie: string; readonly origin: string };

const base = '/rest/portico/1/identity-provider';
const alice = { mail: 'alice@acme.example', displayName: 'Alice Archer' };

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  const ada = await portico.createAccount({ displayName: 'Ada Admin', isAdministrator: true });
  admin = await portico.signIn(ada);
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('identity_provider').execute();
});

afterAll(() => portico?.close());

/** Asks for a test, and returns its token. */
async function tokenOf(provider: Provider, headers = admin): Promise<string> {
  const made = await portico.app.inject({ method: 'POST', url: `${base}/${provider.id}/test`, headers });
  expect(made.statusCode).toBe(200);
  return new URL(made.json().url, 'http://x').searchParams.get('test') ?? '';
}

/** Goes through a test in the administrator's browser, and returns its reference. */
async function goThrough(provider: Provider, changes: Partial<ResponseOptions> = {}): Promise<string> {
  const journey = await leaveForSaml(portico, provider, undefined, admin.cookie, await tokenOf(provider));
  const xml = responseXml(acme, answerTo(journey, { attributes: alice, ...changes }));
  const { location } = await finishSaml(portico, journey, xml, `${journey.cookie}; ${admin.cookie}`);
  return location.split('/').at(-1) ?? '';
}

async function audited(reference: string) {
  const { app } = portico;
  return (await app.inject({ url: `/rest/portico/1/audit?query=${reference}`, headers: admin })).json()
    .values;
}

describe('who tests a provider', () => {
  it('is on record, however it ends', async () => {
    const provider = await addSamlProvider(portico, acme);
    const actorName = 'Ada Admin';
    expect(await audited(await goThrough(provider))).toMatchObject([
      { action: 'identity-provider.tested', actorName },
    ]);
    expect(await audited(await goThrough(provider, { audience: 'https://old.example' }))).toMatchObject([
      { action: 'identity-provider.test-refused', actorName },
    ]);
  });

  it('begins and ends it in the session that asked for it, not in another of the same account', async () => {
    const provider = await addSamlProvider(portico, acme);
    const account = await portico.createAccount({ isAdministrator: true });
    const [asking, other] = [await portico.signIn(account), await portico.signIn(account)];
    const test = await tokenOf(provider, asking);
    const elsewhere = await portico.app.inject({
      url: `/sso/saml/${provider.id}/login?test=${test}`,
      headers: { cookie: other.cookie },
    });
    expect(elsewhere.headers.location).toContain('error=attempt_unknown');
    const journey = await leaveForSaml(portico, provider, undefined, asking.cookie, test);
    const xml = responseXml(acme, answerTo(journey, { attributes: alice }));
    const posted = await postResponse(portico, journey, xml);
    const complete = async (cookie: string) => {
      const { headers } = await portico.app.inject({
        url: String(posted.headers.location),
        headers: { cookie: `${journey.cookie}; ${cookie}` },
      });
      return String(headers.location);
    };
    const end = await complete(other.cookie);
    expect(end).toContain(`/admin/sign-in/${provider.id}/tests/`);
    const { db } = portico.platform;
    const reference = end.split('/').at(-1) ?? '';
    const refused = await findTrace(db, provider.id, reference);
    expect(refused).toMatchObject({ outcome: 'refused', result: null });
    expect(refused?.steps.at(-1)).toMatchObject({ name: 'tester', outcome: 'failed' });
    const tested = db.selectFrom('identity_provider').select('tested_at');
    expect(await tested.execute()).toEqual([{ tested_at: null }]);
    expect(await complete(asking.cookie)).toBe(end);
    expect(await findTrace(db, provider.id, reference)).toMatchObject({ outcome: 'succeeded' });
  });

  it('ends it with the session that began it', async () => {
    const provider = await addSamlProvider(portico, acme);
    const { app, platform } = portico;
    const session = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    const [unopened, opened] = [await tokenOf(provider, session), await tokenOf(provider, session)];
    const journey = await leaveForSaml(portico, provider, undefined, session.cookie, opened);
    await app.inject({ method: 'POST', url: '/rest/portico/1/sign-out', headers: session, payload: {} });
    expect(await platform.db.selectFrom('sign_in_test').selectAll().execute()).toEqual([]);
    expect(await platform.db.selectFrom('sign_in_attempt').selectAll().execute()).toEqual([]);
    const posted = await postResponse(portico, journey, responseXml(acme, answerTo(journey)));
    expect(posted.headers.location).toContain('error=attempt_unknown');
    const url = `/sso/saml/${provider.id}/login?test=${unopened}`;
    const again = await app.inject({ url, headers: { cookie: session.cookie } });
    expect(again.headers.location).toContain('error=attempt_unknown');
  });

  it('may be whoever has a set-up link, while that link works', async () => {
    const provider = await addSamlProvider(portico, acme, { isEnabled: false });
    const { db } = portico.platform;
    const actor = { accountId: null, name: 'Test', address: null };
    const { link } = await makeSetupLink(db, provider, { note: 'Acme IT', days: 1 }, actor);
    const browser = randomToken();
    const cookies = `${attemptCookieName(portico.platform.config.url)}=${browser}`;
    const test = await prepareTest(db, provider.id, { setupLinkId: link.id }, browser);
    const late = await prepareTest(db, provider.id, { setupLinkId: link.id }, browser);
    const journey = await leaveForSaml(portico, provider, undefined, cookies, test.token);
    const xml = responseXml(acme, answerTo(journey, { attributes: alice }));
    const { location, cookie } = await finishSaml(portico, journey, xml);
    expect(location).toBe(`/provider-setup/test-ended/${test.reference}`);
    expect(cookie).not.toContain('session');
    expect(await findTrace(db, provider.id, test.reference)).toMatchObject({
      purpose: 'test',
      outcome: 'succeeded',
      setupLinkId: link.id,
    });
    expect(await audited(test.reference)).toMatchObject([
      { action: 'identity-provider.tested', actorName: 'Set-up link: Acme IT' },
    ]);
    await db.updateTable('provider_setup_link').set({ expires_at: sql`now()` }).execute();
    const url = `/sso/saml/${provider.id}/login?test=${late.token}`;
    const begun = await portico.app.inject({ url, headers: { cookie: cookies } });
    expect(begun.headers.location).toContain('error=attempt_unknown');
  });
});
