import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as client from 'openid-client';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../people.ts';
import { createTestBrowser, type TestBrowser } from '../testing-browser.ts';
import { type GlobexKeys, openKeys } from './keys.ts';
import { type GlobexIdentityProvider, startGlobex } from './server.ts';

const bob: Person = {
  email: 'bob@globex.example',
  name: 'Bob Castellano',
  groups: ['staff', 'workplace'],
  subject: 'b7d2b2f6-0a59-44d0-8a3c-0f2a3d1f1d55',
  password: 'right-horse',
};
const ines: Person = {
  ...bob,
  email: 'ines@globex.example',
  name: 'Ines Carvalho',
  subject: 'another-subject',
};
const redirectUri = 'http://localhost:8080/sso/oidc/2/callback';
const portico = {
  clientId: 'portico',
  clientSecret: 'a-long-random-secret',
  name: 'Northwind',
  redirectUri,
  postLogoutRedirectUri: 'http://localhost:8080/',
  backchannelLogoutUri: 'http://localhost:8080/sso/oidc/2/backchannel-logout',
  startUrl: 'http://localhost:8080/',
};

let folder: string;
let keys: GlobexKeys;
let globex: GlobexIdentityProvider;
let config: client.Configuration;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'globex-'));
  keys = await openKeys(join(folder, 'globex.json'));
  globex = await startGlobex({
    host: '127.0.0.1',
    port: 0,
    publicHostname: '127.0.0.1',
    people: [bob, ines],
    keys,
    clients: () => [portico],
    log: pino({ level: 'silent' }),
  });
  config = await configure(portico.clientSecret);
});
afterAll(async () => {
  await globex.close();
  await rm(folder, { recursive: true });
});

function configure(secret: string): Promise<client.Configuration> {
  return client.discovery(new URL(globex.url), portico.clientId, secret, client.ClientSecretPost(secret), {
    execute: [client.allowInsecureRequests],
  });
}

interface Journey {
  readonly url: URL;
  readonly checks: { pkceCodeVerifier: string; expectedNonce: string; expectedState: string };
}

/** Portico's side of the conversation. */
async function beginJourney(parameters: Record<string, string> = {}): Promise<Journey> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedNonce = client.randomNonce();
  const expectedState = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: expectedNonce,
    state: expectedState,
    ...parameters,
  });
  return { url, checks: { pkceCodeVerifier, expectedNonce, expectedState } };
}

async function signIn(browser: TestBrowser, { url }: Journey, person = bob): Promise<URL> {
  const done = await browser.submit(await browser.open(url), {
    email: person.email,
    password: person.password,
  });
  if (!done.leaves) throw new Error(`Globex did not send the browser back: ${done.status} ${done.markup}`);
  return done.leaves;
}

test('a client gets an ID token and user info about who typed the right password, without a consent page', async () => {
  const journey = await beginJourney();
  const callback = await signIn(createTestBrowser(), journey);
  expect(`${callback.origin}${callback.pathname}`).toBe(redirectUri);

  const tokens = await client.authorizationCodeGrant(config, callback, journey.checks);
  const expected = {
    sub: bob.subject,
    email: 'bob@globex.example',
    email_verified: true,
    name: 'Bob Castellano',
    groups: ['staff', 'workplace'],
  };
  expect(tokens.claims()).toMatchObject({ iss: globex.url, aud: 'portico', ...expected });
  expect(await client.fetchUserInfo(config, tokens.access_token, bob.subject)).toMatchObject(expected);
});

test('a second visit signs in straight away, until signing out', async () => {
  const browser = createTestBrowser();
  const first = await beginJourney();
  const tokens = await client.authorizationCodeGrant(config, await signIn(browser, first), first.checks);

  const second = await beginJourney();
  const callback = (await browser.open(second.url)).leaves;
  expect(callback?.searchParams.get('code')).toBeTruthy();

  const signOut = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: portico.postLogoutRedirectUri,
  });
  const asked = await browser.open(signOut);
  expect(asked.markup).toContain('Sign out of Globex?');
  const left = await browser.submit(asked, { logout: 'yes' });
  expect(left.leaves?.href).toBe(portico.postLogoutRedirectUri);
  expect((await browser.open((await beginJourney()).url)).markup).toContain('name="password"');
});

test('a client that wants a fresh sign-in gets the page, and another person may take over', async () => {
  const browser = createTestBrowser();
  await signIn(browser, await beginJourney());
  const journey = await beginJourney({ prompt: 'login', login_hint: ines.email });
  const login = await browser.open(journey.url);
  expect(login.markup).toContain('value="ines@globex.example"');
  const switching = await browser.submit(login, { email: ines.email, password: ines.password });
  const callback = switching.leaves ?? (await browser.submit(switching)).leaves;
  const tokens = await client.authorizationCodeGrant(
    config,
    callback ?? new URL(redirectUri),
    journey.checks,
  );
  expect(tokens.claims()?.sub).toBe(ines.subject);
});

test('a wrong password, and an unknown address, get the same answer and no code', async () => {
  const browser = createTestBrowser();
  const login = await browser.open((await beginJourney()).url);
  for (const email of [bob.email, 'mallory@globex.example']) {
    const refused = await browser.submit(login, { email, password: 'wrong' });
    expect(refused.status).toBe(401);
    expect(refused.leaves).toBeUndefined();
    expect(refused.markup).toContain('do not belong together');
  }
});

test('cancelling tells the client so', async () => {
  const browser = createTestBrowser();
  const login = await browser.open((await beginJourney()).url);
  const cancelled = await browser.submit(login, {}, 1);
  expect(cancelled.leaves?.searchParams.get('error')).toBe('access_denied');
});

test('a request without PKCE is refused', async () => {
  const url = (await beginJourney()).url;
  url.searchParams.delete('code_challenge');
  url.searchParams.delete('code_challenge_method');
  const refused = await createTestBrowser().open(url);
  expect(refused.leaves?.searchParams.get('error_description')).toContain('PKCE');
});

test('a code without its verifier, or with a wrong client secret, buys nothing', async () => {
  const journey = await beginJourney();
  const callback = await signIn(createTestBrowser(), journey);
  const checks = { ...journey.checks, pkceCodeVerifier: client.randomPKCECodeVerifier() };
  await expect(client.authorizationCodeGrant(config, callback, checks)).rejects.toMatchObject({
    error: 'invalid_grant',
  });

  const other = await beginJourney();
  const answer = await signIn(createTestBrowser(), other);
  const forged = await configure('guessed');
  await expect(client.authorizationCodeGrant(forged, answer, other.checks)).rejects.toThrow();
});

test('an address that is not registered for the client is refused, and a client that Globex does not know', async () => {
  const elsewhere = await createTestBrowser().open(
    (await beginJourney({ redirect_uri: 'https://evil.example/callback' })).url,
  );
  expect(elsewhere.status).toBe(400);
  expect(elsewhere.leaves).toBeUndefined();
  expect(elsewhere.markup).toContain('redirect_uri');
  const stranger = await createTestBrowser().open((await beginJourney({ client_id: 'stranger' })).url);
  expect(stranger.status).toBe(400);
  expect(stranger.markup).toContain('Sign-in stopped');
});

test("a sign-in page opened with another browser's address is refused", async () => {
  const login = await createTestBrowser().open((await beginJourney()).url);
  const refused = await createTestBrowser().open(login.url);
  expect(refused.status).toBe(400);
  expect(refused.markup).toContain('begun in another browser');
});

test('pages run no inline script, and their forms may end at the client only', async () => {
  const { headers, markup } = await createTestBrowser().open((await beginJourney()).url);
  expect(headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:8080");
  expect(markup).not.toContain('<script');
});

test('keys are kept, for their owner only', async () => {
  const path = join(folder, 'globex.json');
  expect(await openKeys(path)).toEqual(keys);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});
