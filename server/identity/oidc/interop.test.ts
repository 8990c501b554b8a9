import { Events, OAuth2Server } from 'oauth2-mock-server';
import type { ClientMetadata } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../testing-sign-in.ts';
import { forgetEverybody } from './testing-lying-op.ts';
import { startTestOp, type TestOp, type TestOpOptions } from './testing-op.ts';

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

describe('with oidc-provider', () => {
  const bob = { sub: 'bob-1', email: 'bob@globex.example', name: 'Bob', groups: ['staff'] };
  let op: TestOp | null = null;

  afterEach(async () => {
    await op?.close();
    await forgetEverybody(portico);
  });

  async function start(
    options: TestOpOptions,
    settings: Partial<NonNullable<ProviderInput['oidc']>>,
    clientOf: (provider: Provider) => Promise<Partial<ClientMetadata>> = async () => ({}),
  ) {
    op = await startTestOp(options);
    const { issuer, clientId, clientSecret, people } = op;
    people.set(bob.sub, bob);
    const provider = await addProvider(portico, {
      protocol: 'oidc',
      name: 'Globex',
      domains: ['globex.example'],
      oidc: { issuer, clientId, clientSecret, ...settings },
    });
    op.open(`http://localhost:8080/sso/oidc/${provider.id}/callback`, await clientOf(provider));
    const { target, cookie } = await leaveForOidc(portico, provider);
    return comeBack(portico, await op.authorize(target, bob.sub), cookie);
  }

  it('signs in with a fresh sign-in asked for', async () => {
    const { cookie } = await start({}, { forcesSignIn: true });
    expect(await whoIs(cookie)).toMatchObject({ emailAddress: bob.email, displayName: bob.name });
  });

  it('signs in showing an assertion that it verifies with our published keys', async () => {
    const { cookie } = await start(
      { authMethod: 'private_key_jwt' },
      { authentication: 'private_key_jwt', clientSecret: null },
      async ({ id }) => {
        const jwks = (await portico.app.inject({ url: `/sso/oidc/${id}/jwks` })).json();
        return { jwks, client_secret: undefined };
      },
    );
    expect(await whoIs(cookie)).toMatchObject({ emailAddress: bob.email });
  });

  it('signs in with claims from a signed userinfo alone', async () => {
    const { cookie } = await start({ claimsInIdToken: false }, {}, async () => ({
      userinfo_signed_response_alg: 'RS256',
    }));
    expect(await whoIs(cookie)).toMatchObject({ emailAddress: bob.email, displayName: bob.name });
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
