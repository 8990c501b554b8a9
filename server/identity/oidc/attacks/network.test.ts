import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { expectRefused } from '../../testing-sign-in.ts';
import { oidcProviders } from '../client.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from '../testing-lying-op.ts';

/** A provider on the public internet, as far as its name says. */
const host = 'op.liar.example';

let op: LyingOp;

beforeAll(async () => {
  op = await startLyingOp();
});

beforeEach(() => op.behave());

afterAll(() => op?.close());

const fetched = (path: string) => op.seen.filter((request) => request.path === path).length;

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
    const guarded = createGuardedFetch({ allowsPrivate: false });
    const open = createGuardedFetch({ allowsPrivate: true });
    // Its name leads to the provider of this test. Every other address goes through the guard as it is.
    oidcProviders(strict.platform, (address, init) => {
      const { hostname, pathname } = new URL(address);
      return hostname === host ? open(`${op.issuer}${pathname}`, init) : guarded(address, init);
    });
  });

  afterAll(() => strict?.close());

  beforeEach(async () => {
    const issuer = `https://${host}`;
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
        outside = await addLyingOp(strict, op, { issuer: `https://${host}` });
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
