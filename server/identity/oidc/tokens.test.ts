import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../testing-sign-in.ts';
import { closeServer } from './testing-op.ts';

/** A provider that lies as told: each test changes what it says in one place. */
interface Lies {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  key: KeyObject | string;
  jwks: unknown;
  discovery: Record<string, unknown>;
  userinfo: Record<string, unknown>;
  token: (idToken: string) => { status: number; body: unknown };
}

let portico: TestApp;
let provider: Provider;
let issuer: string;
let lies: Lies;
let seen: string[] = [];
const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreignPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const server = createServer(answer);

beforeAll(async () => {
  portico = await createTestApp();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(async () => {
  seen = [];
  lies = {
    header: { alg: 'RS256', kid: 'k1' },
    claims: {},
    key: keyPair.privateKey,
    jwks: { keys: [{ ...keyPair.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] },
    discovery: {},
    userinfo: {},
    token: (id_token) => ({
      status: 200,
      body: { access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token },
    }),
  };
  // A provider of its own for each test: nothing is remembered from the one before.
  const { db } = portico.platform;
  await db.deleteFrom('identity').execute();
  await db.deleteFrom('identity_provider').execute();
  await db.deleteFrom('account').execute();
  provider = await addProvider(portico, {
    protocol: 'oidc',
    name: 'Liar',
    domains: ['liar.example'],
    oidc: { issuer, clientId: 'portico', clientSecret: 'secret' },
  });
});

afterAll(async () => {
  await closeServer(server);
  await portico?.close();
});

let nonce = '';

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  seen.push(path);
  const send = (body: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  if (path === '/.well-known/openid-configuration') {
    send({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      id_token_signing_alg_values_supported: ['RS256'],
      ...lies.discovery,
    });
  } else if (path === '/jwks') send(lies.jwks);
  else if (path === '/userinfo') send(lies.userinfo);
  else if (path === '/token') {
    const { status, body } = lies.token(idToken());
    send(body, status);
  } else send({}, 404);
}

function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: 'portico',
    sub: 'lee-1',
    exp: now + 60,
    iat: now,
    nonce,
    email: 'lee@liar.example',
    name: 'Lee',
    ...lies.claims,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(lies.header)}.${part(claims)}`;
  if (lies.header['alg'] === 'none') return `${signed}.`;
  if (typeof lies.key === 'string') {
    return `${signed}.${createHmac('sha256', lies.key).update(signed).digest('base64url')}`;
  }
  return `${signed}.${createSign('sha256').update(signed).sign(lies.key, 'base64url')}`;
}

async function signIn(extra = '') {
  const journey = await leaveForOidc(portico, provider);
  const target = new URL(journey.target);
  nonce = target.searchParams.get('nonce') ?? '';
  const back = new URL(`${target.searchParams.get('redirect_uri')}?code=c&state=${journey.state}${extra}`);
  return comeBack(portico, back, journey.cookie);
}

describe('an ID token that is not what it should be', () => {
  it('is taken when it is (the lies below are refused for what they are)', async () => {
    const { location, cookie } = await signIn();
    expect(location).toBe('/servicedesk/customer/portals');
    expect(cookie).toContain('portico_session=');
  });

  it.each<[string, () => void]>([
    ['signed with a key that the provider does not publish', () => (lies.key = foreignPair.privateKey)],
    ['of an unknown key', () => (lies.header = { alg: 'RS256', kid: 'k2' })],
    ['not signed (alg none)', () => (lies.header = { alg: 'none' })],
    [
      'signed with the public key as an HMAC secret',
      () => {
        lies.header = { alg: 'HS256', kid: 'k1' };
        lies.key = keyPair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
      },
    ],
    [
      'that names its own keys (jku)',
      () => {
        lies.header = { alg: 'RS256', kid: 'k9', jku: `${issuer}/evil-jwks` };
        lies.key = foreignPair.privateKey;
      },
    ],
    ['of another issuer', () => (lies.claims = { iss: 'https://evil.example' })],
    ['for another client', () => (lies.claims = { aud: 'other' })],
    [
      'for several clients, authorized for another',
      () => (lies.claims = { aud: ['portico', 'other'], azp: 'other' }),
    ],
    ['with another nonce', () => (lies.claims = { nonce: 'other' })],
    ['without a nonce', () => (lies.claims = { nonce: undefined })],
    ['without a subject', () => (lies.claims = { sub: undefined })],
    ['whose subject is no text', () => (lies.claims = { sub: 7 })],
    ['without an end', () => (lies.claims = { exp: undefined })],
    [
      'that is missing',
      () => (lies.token = () => ({ status: 200, body: { access_token: 'a', token_type: 'Bearer' } })),
    ],
  ])('is refused: %s', async (_name, lie) => {
    lie();
    await expectRefused(portico, 'response_invalid', signIn);
    expect(seen).not.toContain('/evil-jwks');
  });

  it('is refused when it has expired, beyond a minute of skew', async () => {
    const now = Math.floor(Date.now() / 1000);
    lies.claims = { exp: now - 70, iat: now - 200 };
    await expectRefused(portico, 'response_expired', signIn);
    lies.claims = { exp: now - 30, iat: now - 50 };
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('is taken with a new key once the provider publishes it', async () => {
    await signIn();
    lies.header = { alg: 'RS256', kid: 'k2' };
    lies.key = foreignPair.privateKey;
    lies.jwks = { keys: [{ ...foreignPair.publicKey.export({ format: 'jwk' }), kid: 'k2', use: 'sig' }] };
    expect((await signIn()).cookie).toContain('portico_session=');
  });
});

describe('what else a provider says', () => {
  it('is not believed of another subject at userinfo', async () => {
    lies.claims = { email: undefined };
    lies.userinfo = { sub: 'boss-1', email: 'boss@liar.example' };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('is refused when userinfo does not vouch for the address that it gives', async () => {
    lies.claims = { email: undefined, email_verified: true };
    lies.userinfo = { sub: 'lee-1', email: 'lee@liar.example', email_verified: false };
    await expectRefused(portico, 'email_unverified', signIn);
  });

  it('is refused when its discovery document is another issuer’s, and asked again the next time', async () => {
    lies.discovery = { issuer: 'https://evil.example' };
    await expectRefused(portico, 'provider_error', async () => {
      const response = await portico.app.inject({ url: `/sso/oidc/${provider.id}/login` });
      return { location: String(response.headers.location), cookie: '' };
    });
    lies.discovery = {};
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('is refused when it names another issuer beside the code, though it never promised to name one', async () => {
    await expectRefused(portico, 'response_invalid', () => signIn('&iss=https://evil.example'));
  });

  it('is refused when the token endpoint refuses', async () => {
    lies.token = () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'expired' } });
    const { detail } = await expectRefused(portico, 'provider_error', signIn);
    expect(detail).toContain('invalid_grant');
    lies.token = () => ({ status: 500, body: {} });
    await expectRefused(portico, 'provider_error', signIn);
  });

  it('keeps its claims with the identity, without those of the token', async () => {
    lies.claims = { groups: ['staff'], department: 'Sales\u0000' };
    await signIn();
    const { claims } = await portico.platform.db
      .selectFrom('identity')
      .select('claims')
      .executeTakeFirstOrThrow();
    expect(claims).toEqual({
      sub: 'lee-1',
      email: 'lee@liar.example',
      name: 'Lee',
      groups: ['staff'],
      department: 'Sales',
    });
  });
});
