import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, cookiesOf, signInThroughSaml } from '../testing-sign-in.ts';
import { type LogoutOptions, postedForm, redirectQuery } from './testing-saml-logout.ts';
import { addSessionIndex } from './testing-session.ts';

let portico: TestApp;
let idp: TestIdp;
let other: TestIdp;
let provider: Provider;
let posting: Provider;
let otherProvider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
  other = await createTestIdp('https://idp.globex.example/metadata');
  provider = await addSamlProvider(portico, idp, { saml: settings(idp, 'redirect') });
  otherProvider = await addSamlProvider(portico, other, {
    name: 'Globex',
    domains: ['globex.example'],
    saml: settings(other, 'redirect'),
  });
  const third = await createTestIdp('https://idp.initech.example/metadata');
  posting = await addSamlProvider(portico, third, {
    name: 'Initech',
    domains: ['initech.example'],
    saml: settings(third, 'post'),
  });
  byProvider.set(posting.id, third);
});

afterAll(async () => {
  await portico?.close();
});

const byProvider = new Map<string, TestIdp>();

function settings(of: TestIdp, logoutBinding: 'redirect' | 'post') {
  return {
    entityId: of.entityId,
    signOnUrl: 'http://idp.acme.example/sso',
    logoutUrl: 'http://idp.acme.example/slo',
    logoutBinding,
    certificates: [of.certificate],
  };
}

const logoutPath = (of: Provider) => `/sso/saml/${of.id}/logout`;
const destinationOf = (of: Provider) => `${portico.platform.config.url.origin}${logoutPath(of)}`;

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json();
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await whoIs(cookie)).account !== null;
}

function byRedirect(changes: Partial<LogoutOptions> = {}, by = idp, to = provider) {
  const query = redirectQuery(by, { destination: destinationOf(to), ...changes });
  return portico.app.inject({ url: `${logoutPath(to)}?${query}` });
}

function byPost(changes: Partial<LogoutOptions> = {}, by = idp, to = provider) {
  return portico.app.inject({
    method: 'POST',
    url: logoutPath(to),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: postedForm(by, { destination: destinationOf(to), ...changes }).toString(),
  });
}

function expectRefusal(response: { statusCode: number; headers: Record<string, unknown> }) {
  expect(response.statusCode).toBe(303);
  const target = new URL(String(response.headers['location']), 'http://localhost');
  expect(target.pathname).toBe('/servicedesk/customer/user/signed-out');
  expect(target.searchParams.get('problem')).toBe('refused');
  return target.searchParams.get('reference');
}

async function lastDetail(): Promise<string> {
  const event = await portico.platform.db
    .selectFrom('audit_event')
    .select(['action', 'after'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(event.action).toBe('sign-out.refused');
  return (event.after as { detail: string }).detail;
}

describe('a provider that ends a session by SAML', () => {
  it.each(['redirect', 'post'] as const)('ends it by %s, and gets a signed answer', async (binding) => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    expect(await isSignedIn(cookie)).toBe(true);
    const changes = { relayState: 'what-it-sent', id: `_request-${binding}` };
    const response = await (binding === 'redirect' ? byRedirect(changes) : byPost(changes));
    expect(response.statusCode).toBe(303);
    const target = new URL(String(response.headers.location));
    expect(target.href).toMatch(/^http:\/\/idp\.acme\.example\/slo\?/);
    expect(target.searchParams.get('RelayState')).toBe('what-it-sent');
    expect(target.searchParams.get('SigAlg')).toMatch(/rsa-sha256$/);
    expect(target.searchParams.get('Signature')).toMatch(/^[\w+/=]{300,}$/);
    const xml = inflateRawSync(
      Buffer.from(target.searchParams.get('SAMLResponse') ?? '', 'base64'),
    ).toString();
    expect(xml).toContain('LogoutResponse');
    expect(xml).toContain(`InResponseTo="_request-${binding}"`);
    expect(xml).toContain('status:Success');
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it('ends the one session that it names, and all of the person when it names none', async () => {
    const first = await signInThroughSaml(portico, idp, provider);
    const second = await signInThroughSaml(portico, idp, provider);
    await addSessionIndex(portico, first.cookie, 'index-1');
    await addSessionIndex(portico, second.cookie, 'index-2');
    await byRedirect({ sessionIndexes: ['index-2'] });
    expect([await isSignedIn(first.cookie), await isSignedIn(second.cookie)]).toEqual([true, false]);
    await byRedirect();
    expect(await isSignedIn(first.cookie)).toBe(false);
  });

  it('clears the cookie of the browser in which it happens, and echoes no RelayState that is too long', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    const query = redirectQuery(idp, { destination: destinationOf(provider), relayState: 'x'.repeat(81) });
    const response = await portico.app.inject({
      url: `${logoutPath(provider)}?${query}`,
      headers: { cookie },
    });
    expect(String(response.headers['set-cookie'])).toMatch(/^portico_session=;/);
    expect(String(response.headers.location)).not.toContain('RelayState');
  });
});

describe('S34 a logout message that is not the provider’s own', () => {
  const unsignedOrForeign: readonly (readonly [string, Partial<LogoutOptions>, RegExp])[] = [
    ['S34 unsigned', { key: null }, /not signed/],
    ['S34 signed with SHA-1', { digest: 'sha1' }, /too weak/],
    ['S34 of another issuer', { issuer: 'https://evil.example' }, /Issuer/],
    ['S34 destined for another address', { destination: 'http://localhost/other' }, /Destination/],
    ['S34 too old', { issuedAt: -3600 }, /IssueInstant/],
    ['S34 from the future', { issuedAt: 3600 }, /IssueInstant/],
    ['S34 expired', { notOnOrAfter: -300 }, /NotOnOrAfter/],
    ['S34 that names nobody', { nameId: '' }, /NameID/],
  ];
  it.each(unsignedOrForeign)('%s ends nothing', async (_name, changes, detail) => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    for (const send of [byRedirect, byPost]) {
      const reference = expectRefusal(await send(changes));
      expect(reference).toMatch(/^[2-9A-Z]{8}$/);
      expect(await lastDetail()).toMatch(detail);
    }
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('S34 signed with a foreign key ends nothing', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    for (const send of [byRedirect, byPost]) expectRefusal(await send({ key: other.key }));
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('S34 with a session of another person or provider ends nothing', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    await addSessionIndex(portico, cookie, 'index-7');
    expect((await byRedirect({ sessionIndexes: ['index-8'] })).statusCode).toBe(303);
    expect((await byRedirect({ nameId: 'bob-1', sessionIndexes: ['index-7'] })).statusCode).toBe(303);
    // The same person's name, from a provider that has no say over this session.
    const foreign = { sessionIndexes: ['index-7'] };
    expect((await byRedirect(foreign, other, otherProvider)).statusCode).toBe(303);
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('S34 sent to the address of another provider ends nothing', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    expectRefusal(await byRedirect({}, idp, otherProvider));
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('S34 played again ends nothing, also in another process', async () => {
    const twin = await createTestApp({ database: portico.database });
    try {
      const query = redirectQuery(idp, { destination: destinationOf(provider) });
      const send = (app: TestApp) => app.app.inject({ url: `${logoutPath(provider)}?${query}` });
      const first = await send(portico);
      expect(String(first.headers.location)).toContain('http://idp.acme.example/slo');
      const { cookie } = await signInThroughSaml(portico, idp, provider);
      expectRefusal(await send(twin));
      expect(await isSignedIn(cookie)).toBe(true);
    } finally {
      await twin.close();
    }
  });

  it('S34 with its parameters doubled, changed or mixed ends nothing', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    const query = redirectQuery(idp, { destination: destinationOf(provider), relayState: 'a' });
    const foreign = redirectQuery(other, { destination: destinationOf(provider) });
    for (const changed of [
      `${query}&SAMLRequest=x`,
      `${query}&SAMLResponse=x`,
      query.replace('RelayState=a', 'RelayState=b'),
      `${foreign}&x=${encodeURIComponent(query)}`,
      query.replace(/&Signature=.*/, ''),
      query.replace(/SAMLRequest=[^&]*/, 'SAMLRequest=AAAA'),
      '',
    ]) {
      expectRefusal(await portico.app.inject({ url: `${logoutPath(provider)}?${changed}` }));
    }
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('S34 a javascript: address cannot be configured', async () => {
    const adding = addSamlProvider(portico, other, {
      name: 'Evil',
      domains: [],
      saml: {
        ...settings(other, 'redirect'),
        entityId: 'https://evil.example',
        logoutUrl: 'javascript:alert(1)',
      },
    });
    await expect(adding).rejects.toThrow();
  });
});

describe('signing out here and at a SAML provider', () => {
  const signOut = (cookie: string, everywhere: boolean) =>
    portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-out',
      headers: { cookie, origin: portico.platform.config.url.origin },
      payload: { everywhere },
    });

  it('is offered to those who came from there', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    expect((await whoIs(cookie)).providerSignOut).toEqual({ providerName: 'Acme' });
    const local = await portico.signIn(await portico.createAccount());
    expect((await whoIs(local.cookie)).providerSignOut).toBeNull();
  });

  it('goes there with a signed request, and comes back with the answer to it', async () => {
    const { cookie } = await signInThroughSaml(portico, idp, provider);
    expect((await signOut(cookie, false)).json()).toEqual({});
    const again = await signInThroughSaml(portico, idp, provider);
    const response = await signOut(again.cookie, true);
    expect(await isSignedIn(again.cookie)).toBe(false);
    const target = new URL(response.json().url);
    expect(target.searchParams.get('SigAlg')).toMatch(/rsa-sha256$/);
    const xml = inflateRawSync(
      Buffer.from(target.searchParams.get('SAMLRequest') ?? '', 'base64'),
    ).toString();
    expect(xml).toMatch(/<saml:NameID [^>]*>alice-1</);
    const requestId = /\bID="([^"]+)"/.exec(xml)?.[1] ?? '';
    const relayState = target.searchParams.get('RelayState') ?? '';
    expectRefusal(await byRedirect({ inResponseTo: '_another', relayState }));
    expectRefusal(await byRedirect({ inResponseTo: requestId, relayState: 'x'.repeat(43) }));
    expectRefusal(await byRedirect({ inResponseTo: requestId, relayState, key: other.key }));
    const back = await byPost({ inResponseTo: requestId, relayState });
    expect(back.headers.location).toBe('/servicedesk/customer/user/signed-out?provider=Acme');
    expectRefusal(await byPost({ inResponseTo: requestId, relayState }));
  });

  it('posts the request where the provider wants that, from the browser that signed out alone', async () => {
    const third = byProvider.get(posting.id) ?? idp;
    const { cookie } = await signInThroughSaml(portico, third, posting, {
      attributes: { mail: 'peter@initech.example' },
    });
    const response = await signOut(cookie, true);
    const { url } = response.json();
    expect(url).toMatch(/^\/sso\/saml\/\d+\/sign-out\?state=/);
    expectRefusal(await portico.app.inject({ url }));
    const setCookies = [response.headers['set-cookie']].flat().filter((value) => value !== undefined);
    const page = await portico.app.inject({ url, headers: { cookie: cookiesOf(setCookies) } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('action="http://idp.acme.example/slo"');
    const message = /name="SAMLRequest" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const xml = Buffer.from(message, 'base64').toString();
    expect(xml).toContain('LogoutRequest');
    expect(xml).toContain('SignatureValue');
  });
});
