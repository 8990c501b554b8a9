import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Events, OAuth2Server } from 'oauth2-mock-server';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GlobexKeys, openKeys } from '../../../demo/globex-oidc/keys.ts';
import { type GlobexIdentityProvider, startGlobex } from '../../../demo/globex-oidc/server.ts';
import { createTestBrowser } from '../../../demo/testing-browser.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../testing-sign-in.ts';

// Against providers that are not ours: oidc-provider, which is certified, and oauth2-mock-server.

let portico: TestApp;

beforeAll(async () => {
  portico = await createTestApp();
});

afterAll(() => portico?.close());

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

describe('with oidc-provider, as the demo runs it', () => {
  const bob = {
    email: 'bob@globex.example',
    name: 'Bob Castellano',
    groups: ['staff'],
    subject: 'b7d2b2f6-0a59-44d0-8a3c-0f2a3d1f1d55',
    password: 'right-horse',
  };
  let folder: string;
  let keys: GlobexKeys;
  let globex: GlobexIdentityProvider;
  let provider: Provider;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'globex-'));
    keys = await openKeys(join(folder, 'globex.json'));
    globex = await startGlobex({
      host: '127.0.0.1',
      port: 0,
      publicHostname: '127.0.0.1',
      people: [bob],
      keys,
      clients: () => [client()],
      log: pino({ level: 'silent' }),
    });
    provider = await addProvider(portico, {
      protocol: 'oidc',
      name: 'Globex',
      domains: ['globex.example'],
      oidc: {
        issuer: globex.url,
        clientId: 'portico',
        clientSecret: 'a-long-random-secret',
        forcesSignIn: true,
      },
    });
  });

  afterAll(async () => {
    await globex?.close();
    await rm(folder, { recursive: true });
  });

  function client() {
    const at = (step: string) => `http://localhost:8080/sso/oidc/${provider.id}/${step}`;
    return {
      clientId: 'portico',
      clientSecret: 'a-long-random-secret',
      name: 'Northwind',
      redirectUri: at('callback'),
      postLogoutRedirectUri: at('logged-out'),
      backchannelLogoutUri: at('backchannel-logout'),
      startUrl: 'http://localhost:8080/',
    };
  }

  it('signs in who types the right password there, with a fresh sign-in asked for', async () => {
    const journey = await leaveForOidc(portico, provider);
    const browser = createTestBrowser();
    const page = await browser.open(new URL(journey.target));
    const done = await browser.submit(page, { email: bob.email, password: bob.password });
    const ended = await comeBack(portico, done.leaves ?? new URL('http://localhost/'), journey.cookie);
    expect(ended.location).toBe('/servicedesk/customer/portals');
    expect(await whoIs(ended.cookie)).toMatchObject({ emailAddress: bob.email, displayName: bob.name });
  });

  it('comes back with word that the person cancelled', async () => {
    const journey = await leaveForOidc(portico, provider);
    const browser = createTestBrowser();
    const cancelled = await browser.submit(await browser.open(new URL(journey.target)), {}, 1);
    await expectRefused(portico, 'sign_in_cancelled', () =>
      comeBack(portico, cancelled.leaves ?? new URL('http://localhost/'), journey.cookie),
    );
  });
});

describe('with oauth2-mock-server', () => {
  let server: OAuth2Server;
  let mock: Provider;
  const person = { email: 'mia@mock.example', name: 'Mia Mock', groups: ['a'] };

  beforeAll(async () => {
    server = new OAuth2Server();
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    server.service.on(Events.BeforeTokenSigning, (token) => {
      Object.assign(token.payload, person);
    });
    mock = await addProvider(portico, {
      protocol: 'oidc',
      name: 'Mock',
      domains: ['mock.example'],
      oidc: { issuer: issuer(), clientId: 'portico', clientSecret: 'secret' },
    });
  });

  afterAll(() => server?.stop());

  const issuer = () => server.issuer.url ?? '';

  async function journey(provider: Provider) {
    const { target, cookie } = await leaveForOidc(portico, provider);
    const response = await fetch(target, { redirect: 'manual' });
    return { back: new URL(response.headers.get('location') ?? ''), cookie };
  }

  it('signs in with OpenID Connect, and goes on when it changes its key', async () => {
    const first = await journey(mock);
    const { cookie } = await comeBack(portico, first.back, first.cookie);
    expect(await whoIs(cookie)).toMatchObject({ emailAddress: person.email, displayName: person.name });
    // It signs with its keys in turn.
    await server.issuer.keys.generate('RS256');
    for (let times = 0; times < 3; times += 1) {
      const next = await journey(mock);
      expect((await comeBack(portico, next.back, next.cookie)).cookie).toContain('portico_session=');
    }
  });

  it('is refused with a code that it does not take', async () => {
    const { back, cookie } = await journey(mock);
    server.service.once(Events.BeforeResponse, (answer) => {
      answer.statusCode = 400;
      answer.body = { error: 'invalid_grant' };
    });
    await expectRefused(portico, 'provider_error', () => comeBack(portico, back, cookie));
  });

  it('signs in with plain OAuth 2.0, from its userinfo', async () => {
    const provider = await addProvider(portico, {
      protocol: 'oauth2',
      name: 'Mock OAuth',
      domains: ['oauth.example'],
      oauth2: {
        authorizationUrl: `${issuer()}/authorize`,
        tokenUrl: `${issuer()}/token`,
        userinfoUrl: `${issuer()}/userinfo`,
        clientId: 'portico',
        clientSecret: 'secret',
        scopes: 'profile',
      },
    });
    server.service.once(Events.BeforeUserinfo, (answer) => {
      answer.body = { id: 12, email: 'max@oauth.example', verified: true, name: 'Max' };
    });
    const { back, cookie } = await journey(provider);
    const ended = await comeBack(portico, back, cookie);
    expect(await whoIs(ended.cookie)).toMatchObject({
      emailAddress: 'max@oauth.example',
      displayName: 'Max',
    });
  });
});
