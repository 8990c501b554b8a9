import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { activateKey, rotateKey } from '../provider-keys/keys.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { expectRefused } from '../testing-sign-in.ts';
import { clientAuthentication } from './client-authentication.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from './testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  await forgetEverybody(portico);
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

type Settings = Partial<NonNullable<ProviderInput['oidc']>>;

const add = (settings: Settings = {}) => addLyingOp(portico, op, settings);
const now = () => Math.floor(Date.now() / 1000);

async function expectSignedIn(at: Provider): Promise<void> {
  const { cookie } = await op.signIn(portico, at);
  expect(cookie).toContain('portico_session=');
}

function lastTokenRequest() {
  const request = op.seen.findLast(({ path }) => path === '/token');
  if (!request) throw new Error('No token was asked for');
  return request;
}

describe('how we show who we are', () => {
  it.each<[string, Settings, string[] | undefined, 'basic' | 'post' | 'none']>([
    ['with HTTP Basic by itself', {}, undefined, 'basic'],
    ['as the provider says', {}, ['client_secret_post'], 'post'],
    ['with HTTP Basic where it may choose', {}, ['client_secret_post', 'client_secret_basic'], 'basic'],
    ['in the body where that is chosen', { authentication: 'post' }, ['client_secret_basic'], 'post'],
    ['with HTTP Basic where that is chosen', { authentication: 'basic' }, ['client_secret_post'], 'basic'],
    ['not at all without a secret', { clientSecret: null }, undefined, 'none'],
  ])('is %s', async (_name, settings, supported, expected) => {
    op.lies.discovery = { token_endpoint_auth_methods_supported: supported };
    await expectSignedIn(await add(settings));
    const { headers, form } = lastTokenRequest();
    const basic = Buffer.from('portico:secret').toString('base64');
    expect(headers.authorization).toBe(expected === 'basic' ? `Basic ${basic}` : undefined);
    expect(form.get('client_secret')).toBe(expected === 'post' ? 'secret' : null);
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
  });

  it('is refused for what it is when the provider does not know our secret', async () => {
    op.lies.token = () => ({
      status: 401,
      body: { error: 'invalid_client', error_description: 'Bad secret' },
    });
    const provider = await add();
    const { detail } = await expectRefused(portico, 'provider_error', () => op.signIn(portico, provider));
    expect(detail).toBe('The provider answered invalid_client: Bad secret');
  });

  it('is an assertion signed with our key at this provider, which is published', async () => {
    const provider = await add({ authentication: 'private_key_jwt', clientSecret: null });
    await expectSignedIn(provider);
    const { form, headers } = lastTokenRequest();
    expect(headers.authorization).toBeUndefined();
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const assertion = form.get('client_assertion') ?? '';
    const { keys } = (await portico.app.inject({ url: `/sso/oidc/${provider.id}/jwks` })).json();
    expect(keys).toHaveLength(1);
    expect(decodeProtectedHeader(assertion)).toMatchObject({
      alg: 'RS256',
      kid: keys[0].kid,
      'x5t#S256': keys[0]['x5t#S256'],
    });
    const { payload } = await jwtVerify(assertion, await importJWK(keys[0] as JWK));
    expect(payload).toMatchObject({ iss: 'portico', sub: 'portico', aud: op.issuer });
    expect((payload.exp ?? 0) - now()).toBeLessThanOrEqual(60);
  });

  it.each([
    ['https://acme.okta.com', '/oauth2/v1/token', 'token endpoint'],
    ['https://login.microsoftonline.com/tenant/v2.0', '/tenant/oauth2/v2.0/token', 'token endpoint'],
    ['https://okta.com.evil.example', '/token', 'issuer'],
    ['https://login.acme.example', '/token', 'issuer'],
  ])('is an assertion for what the provider wants: %s', async (issuer, path, wanted) => {
    const provider = await add({ authentication: 'private_key_jwt' });
    if (provider.protocol !== 'oidc') throw new Error('Not an OpenID provider');
    const server = { issuer, token_endpoint: new URL(path, issuer).href };
    const body = new URLSearchParams();
    await clientAuthentication(portico.platform, provider)(
      server,
      { client_id: 'portico' },
      body,
      new Headers(),
    );
    const { aud } = decodeJwt(body.get('client_assertion') ?? '');
    expect(aud).toBe(wanted === 'issuer' ? issuer : server.token_endpoint);
  });

  it('is signed anew with each exchange, and with the next key once that was activated', async () => {
    const provider = await add({ authentication: 'private_key_jwt' });
    const { db } = portico.platform;
    const actor = { accountId: null, name: 'Test', address: null };
    const keySet = async () =>
      (await portico.app.inject({ url: `/sso/oidc/${provider.id}/jwks` })).json().keys;
    await expectSignedIn(provider);
    const first = lastTokenRequest().form.get('client_assertion') ?? '';
    await rotateKey(portico.platform, db, provider.id, actor);
    const [active, next, ...more] = await keySet();
    expect(more).toEqual([]);
    await expectSignedIn(provider);
    const second = lastTokenRequest().form.get('client_assertion') ?? '';
    expect(decodeProtectedHeader(second).kid).toBe(active.kid);
    expect(decodeJwt(second).jti).not.toBe(decodeJwt(first).jti);
    await db.transaction().execute((trx) => activateKey(trx, provider.id, actor));
    await expectSignedIn(provider);
    expect(decodeProtectedHeader(lastTokenRequest().form.get('client_assertion') ?? '').kid).toBe(next.kid);
    expect((await keySet()).map(({ kid }: JWK) => kid)).toEqual([next.kid]);
  });

  it('publishes public keys alone, to everybody, and none where a secret is used', async () => {
    const provider = await add({ authentication: 'private_key_jwt' });
    const response = await portico.app.inject({ url: `/sso/oidc/${provider.id}/jwks` });
    const [key] = response.json().keys;
    expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use', 'x5t#S256']);
    expect(createPublicKey({ key, format: 'jwk' }).asymmetricKeyType).toBe('rsa');
    await forgetEverybody(portico);
    const other = await add();
    expect((await portico.app.inject({ url: `/sso/oidc/${other.id}/jwks` })).json()).toEqual({ keys: [] });
    for (const id of ['999999', 'x', provider.id]) {
      expect((await portico.app.inject({ url: `/sso/oidc/${id}/jwks` })).statusCode).toBe(404);
    }
  });
});
