import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { cookiesOf, expectRefused } from '../../testing-sign-in.ts';
import { oidcProviders } from '../client.ts';
import {
  addLyingOp,
  foreignPair,
  forgetEverybody,
  keyPair,
  type LyingOp,
  publicJwk,
  startLyingOp,
} from '../testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  // As it is, but not as patient: a test waits for it to give up.
  oidcProviders(portico.platform, createGuardedFetch({ allowsPrivate: true, timeoutMs: 1_500 }));
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  await forgetEverybody(portico);
  provider = await addLyingOp(portico, op);
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

const signIn = () => op.signIn(portico, provider);
const fetched = (path: string) => op.seen.filter((request) => request.path === path).length;

/** Tries to leave for the provider. */
async function leave(testApp = portico, at = provider) {
  const response = await testApp.app.inject({ url: `/sso/oidc/${at.id}/login` });
  return {
    location: String(response.headers.location),
    cookie: cookiesOf(response.headers['set-cookie']),
  };
}

describe('keys', () => {
  it('O07 a new key works at once, in the very next sign-in after the old one was fetched', async () => {
    await signIn();
    op.rotateTo('k2', foreignPair);
    expect((await signIn()).cookie).toContain('portico_session=');
    expect(fetched('/jwks')).toBe(2);
  });

  it('O07 a new key works at once under the id of the old one, and without an id', async () => {
    await signIn();
    op.rotateTo('k1', foreignPair);
    expect((await signIn()).cookie).toContain('portico_session=');
    op.lies.header = { alg: 'RS256' };
    op.lies.jwks = { keys: [publicJwk(foreignPair.publicKey), publicJwk(keyPair.publicKey, { kid: 'k2' })] };
    expect((await signIn()).cookie).toContain('portico_session=');
    op.lies.key = keyPair.privateKey;
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('O07 an old key that was taken back signs nobody in once the new ones are known', async () => {
    await signIn();
    op.rotateTo('k2', foreignPair);
    await signIn();
    op.lies.header = { alg: 'RS256', kid: 'k1' };
    op.lies.key = keyPair.privateKey;
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('O07 known keys are not fetched again for each sign-in', async () => {
    for (let times = 0; times < 3; times += 1) await signIn();
    expect(fetched('/jwks')).toBe(1);
    expect(fetched('/.well-known/openid-configuration')).toBe(1);
  });

  it.each<[string, unknown]>([
    ['no object', 'keys'],
    ['no list', { keys: { 0: publicJwk(keyPair.publicKey) } }],
    ['keys that are none', { keys: ['k1', null, 7] }],
    ['hundreds of keys', { keys: Array.from({ length: 500 }, () => publicJwk(foreignPair.publicKey)) }],
    ['too much to read', { keys: [], filling: 'x'.repeat(2_000_000) }],
  ])('O07 a key set with %s is refused', async (_name, jwks) => {
    op.lies.jwks = jwks;
    const journey = signIn();
    await expectRefused(portico, jwks === null ? '' : codeOf(jwks), () => journey);
  });

  /** A response that is too large is not read; what is read and makes no sense is the provider's mistake. */
  function codeOf(jwks: unknown): string {
    return JSON.stringify(jwks).length > 1024 * 1024 ? 'provider_unreachable' : 'provider_error';
  }

  it('O07 a private key in the set, or a key of nonsense, is refused and breaks nothing', async () => {
    for (const key of [
      { kty: 'RSA', kid: 'k1', n: '!!', e: 'AQAB' },
      { kty: 'RSA', kid: 'k1' },
      { kty: 'EC', kid: 'k1', crv: 'P-256', x: 'AA', y: 'AA' },
      { kty: 7, kid: 'k1' },
    ]) {
      op.lies.jwks = { keys: [key] };
      await expectRefused(portico, 'response_invalid', signIn);
    }
  });

  it('O07 a key set that redirects is not followed', async () => {
    op.lies.answers = (path, response) => {
      if (path !== '/jwks') return false;
      response.writeHead(302, { location: '/evil-keys' }).end();
      return true;
    };
    await expectRefused(portico, 'provider_unreachable', signIn);
    expect(fetched('/evil-keys')).toBe(0);
  });

  it('O07 a key set that never ends arriving is given up', async () => {
    op.lies.answers = (path, response) => {
      if (path !== '/jwks') return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
      return true;
    };
    await expectRefused(portico, 'provider_unreachable', signIn);
  });
});

describe('the discovery document', () => {
  it('O07 of another issuer is refused', async () => {
    const providers = oidcProviders(portico.platform);
    for (const issuer of ['https://evil.example', `${op.issuer}/tenant`, 7, undefined]) {
      providers.forget(provider.id);
      op.lies.discovery = { issuer };
      const { location } = await leave();
      expect(location).toMatch(/error=provider_(error|unreachable)/);
    }
    providers.forget(provider.id);
    op.lies.discovery = { issuer: 'https://evil.example' };
    await expectRefused(portico, 'provider_error', leave);
    providers.forget(provider.id);
    op.lies.discovery = {};
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('O07 without addresses, or with such as are none, is refused', async () => {
    for (const discovery of [
      { authorization_endpoint: undefined },
      { authorization_endpoint: 'javascript:alert(1)' },
      { authorization_endpoint: 7 },
      { jwks_uri: undefined },
      { jwks_uri: 'file:///etc/passwd' },
    ]) {
      op.lies.discovery = discovery;
      await forgetEverybody(portico);
      provider = await addLyingOp(portico, op);
      const { location } = await leave();
      const refused = location.includes('error=') ? location : (await signIn()).location;
      expect(refused).toMatch(/error=provider_(error|unreachable)/);
    }
  });

  it('O07 that redirects is not followed', async () => {
    op.lies.answers = (path, response) => {
      if (!path.includes('.well-known')) return false;
      response.writeHead(302, { location: '/elsewhere' }).end();
      return true;
    };
    await expectRefused(portico, 'provider_unreachable', leave);
    expect(fetched('/elsewhere')).toBe(0);
  });
});
