import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { cookiesOf, expectRefused, leaveForOidc } from '../../testing-sign-in.ts';
import {
  addLyingOp,
  foreignPair,
  forgetEverybody,
  keyPair,
  type LyingOp,
  publicJwk,
  startLyingOp,
} from '../testing-lying-op.ts';

// Where the public provider of O08 is in truth. Every other address goes through the guard as it is.
const { publicly } = vi.hoisted(() => ({ publicly: { host: 'op.liar.example', origin: '' } }));

vi.mock('../../../platform/http/guarded-fetch.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../platform/http/guarded-fetch.ts')>();
  return {
    ...original,
    createGuardedFetch: (options: { allowsPrivate: boolean }): GuardedFetch => {
      const timeoutMs = 1_500;
      const guarded = original.createGuardedFetch({ ...options, timeoutMs });
      const open = original.createGuardedFetch({ allowsPrivate: true, timeoutMs });
      return (address, init) => {
        const { hostname, pathname } = new URL(address);
        return hostname === publicly.host
          ? open(`${publicly.origin}${pathname}`, init)
          : guarded(address, init);
      };
    },
  };
});

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
  publicly.origin = op.issuer;
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
  it('O07 of another issuer is refused, and asked for again the next time', async () => {
    for (const issuer of ['https://evil.example', `${op.issuer}/tenant`, 7, undefined]) {
      op.lies.discovery = { issuer };
      const { location } = await leave();
      expect(location).toMatch(/error=provider_(error|unreachable)/);
    }
    op.lies.discovery = { issuer: 'https://evil.example' };
    await expectRefused(portico, 'provider_error', leave);
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

describe('addresses inside our own network', () => {
  const inside = [
    'http://127.0.0.1:1/x',
    'https://127.0.0.1:1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://2130706433/x',
    'https://localhost/x',
  ];
  let strict: TestApp;
  let outside: Provider;

  beforeAll(async () => {
    strict = await createTestApp({ config: { allowsPrivateProviders: false } });
  });

  afterAll(() => strict?.close());

  beforeEach(async () => {
    const issuer = `https://${publicly.host}`;
    op.lies.discovery = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
    };
    op.lies.claims = { iss: issuer };
    await forgetEverybody(strict);
    outside = await addLyingOp(strict, op, { issuer });
  });

  const signInOutside = () => op.signIn(strict, outside);

  it('signs in while all addresses are outside', async () => {
    expect((await signInOutside()).cookie).toContain('portico_session=');
  });

  for (const name of ['token_endpoint', 'jwks_uri', 'userinfo_endpoint']) {
    it(`O08 are not fetched as ${name} of a provider outside`, async () => {
      op.lies.claims = { ...op.lies.claims, email: undefined };
      for (const address of inside) {
        op.lies.discovery = { ...op.lies.discovery, [name]: address };
        const { version } = outside;
        await forgetEverybody(strict);
        outside = await addLyingOp(strict, op, { issuer: `https://${publicly.host}` });
        expect(outside.version).toBe(version);
        op.lies.userinfo = { sub: 'lee-1', email: 'lee@liar.example' };
        const { location, cookie } = await signInOutside();
        expect(location).toMatch(/error=provider_(error|unreachable)/);
        expect(cookie).not.toContain('portico_session');
      }
    });
  }

  it('O08 are not gone to after a redirect of the userinfo or token address', async () => {
    op.lies.claims = { ...op.lies.claims, email: undefined };
    for (const redirecting of ['/token', '/userinfo']) {
      op.lies.answers = (path, response) => {
        if (path !== redirecting) return false;
        response.writeHead(307, { location: `${op.issuer}/inside` }).end();
        return true;
      };
      await expectRefused(strict, 'provider_error', signInOutside);
    }
    expect(fetched('/inside')).toBe(0);
  });

  it('O08 are refused by name and reason, and nothing of their answer is shown', async () => {
    op.lies.discovery = { ...op.lies.discovery, token_endpoint: 'https://localhost/x' };
    const { detail } = await expectRefused(strict, 'provider_unreachable', signInOutside);
    expect(detail).toContain('private network');
  });
});

describe('parameters that an administrator adds', () => {
  it('O13 never take the place of the protocol’s own, however they got into the settings', async () => {
    const parameters = {
      state: 'fixed',
      State: 'fixed',
      redirect_uri: 'https://evil.example/callback',
      response_type: 'token',
      response_mode: 'fragment',
      scope: 'admin',
      nonce: 'fixed',
      code_challenge: 'fixed',
      code_challenge_method: 'plain',
      client_id: 'other',
      request_uri: 'https://evil.example/request',
      prompt: 'none',
      acr_values: 'strong',
    };
    // Past the validation, which refuses them by name.
    await portico.platform.db
      .updateTable('identity_provider')
      .set({
        settings: JSON.stringify({ clientId: 'portico', extraParameters: parameters }),
        version: provider.version + 1,
      })
      .where('id', '=', provider.id)
      .execute();
    const { target, state } = await leaveForOidc(portico, provider);
    const query = new URL(target).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      acr_values: 'strong',
      response_type: 'code',
      client_id: 'portico',
      redirect_uri: `http://localhost:8080/sso/oidc/${provider.id}/callback`,
      scope: 'openid email profile',
      state,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(state).toMatch(/^[\w-]{43}$/);
    for (const name of query.keys()) expect(query.getAll(name)).toHaveLength(1);
  });

  it('O13 nor do those in the provider’s own address', async () => {
    op.lies.discovery = {
      authorization_endpoint: `${op.issuer}/authorize?tenant=7&state=fixed&redirect_uri=https://evil.example&response_mode=fragment`,
    };
    const { target, state } = await leaveForOidc(portico, provider);
    const query = new URL(target).searchParams;
    expect(query.getAll('state')).toEqual([state]);
    expect(query.get('redirect_uri')).toBe(`http://localhost:8080/sso/oidc/${provider.id}/callback`);
    expect(query.get('tenant')).toBe('7');
    expect(query.has('response_mode')).toBe(false);
  });

  it('O13 nor does what somebody puts into the address of the sign-in', async () => {
    const response = await portico.app.inject({
      url: `/sso/oidc/${provider.id}/login?state=fixed&redirect_uri=https://evil.example&scope=admin&prompt=none&nonce=1`,
    });
    const query = new URL(String(response.headers.location)).searchParams;
    expect(query.get('state')).not.toBe('fixed');
    expect(query.get('redirect_uri')).toContain('localhost:8080');
    expect(query.get('scope')).toBe('openid email profile');
    expect(query.has('prompt')).toBe(false);
  });

  it('O13 are refused by name when they are saved', async () => {
    for (const name of ['state', 'redirect_uri', 'scope', 'Nonce', 'code_challenge', 'request', 'max_age']) {
      await expect(addLyingOp(portico, op, { extraParameters: { [name]: 'x' } })).rejects.toMatchObject({
        errors: { 'oidc.extraParameters': expect.stringContaining('is a parameter of the protocol itself') },
      });
    }
  });
});
