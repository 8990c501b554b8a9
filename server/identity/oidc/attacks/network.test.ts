import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import { createTestApp, type TestApp } from '../../../testing.ts';
import type { Provider } from '../../providers/store.ts';
import { expectRefused } from '../../testing-sign-in.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from '../testing-lying-op.ts';

// Where the provider on the public internet is in truth. Every other address goes through the guard as it is.
const { publicly } = vi.hoisted(() => ({ publicly: { host: 'op.liar.example', origin: '' } }));

vi.mock('../../../platform/http/guarded-fetch.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../platform/http/guarded-fetch.ts')>();
  return {
    ...original,
    createGuardedFetch: (options: { allowsPrivate: boolean }): GuardedFetch => {
      const guarded = original.createGuardedFetch(options);
      const open = original.createGuardedFetch({ allowsPrivate: true });
      return (address, init) => {
        const { hostname, pathname } = new URL(address);
        return hostname === publicly.host
          ? open(`${publicly.origin}${pathname}`, init)
          : guarded(address, init);
      };
    },
  };
});

let op: LyingOp;

beforeAll(async () => {
  op = await startLyingOp();
  publicly.origin = op.issuer;
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
