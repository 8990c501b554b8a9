import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../testing-sign-in.ts';
import { startTestOp, type TestOp } from './testing-op.ts';

let portico: TestApp;
let globex: TestOp;
let initech: TestOp;
let provider: Provider;
let second: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  globex = await startTestOp();
  initech = await startTestOp({ claimsInIdToken: false, authMethod: 'client_secret_post' });
  provider = await addOidc(globex, 'Globex', 'globex.example');
  second = await addOidc(initech, 'Initech', 'initech.example');
  globex.people.set('bob-1', bob);
  initech.people.set('peter-1', peter);
});

afterAll(async () => {
  await Promise.all([portico?.close(), globex?.close(), initech?.close()]);
});

const bob = {
  sub: 'bob-1',
  email: 'Bob@Globex.example',
  email_verified: true,
  name: 'Bob Castellano',
  groups: ['staff'],
};
const peter = { sub: 'peter-1', email: 'peter@initech.example', name: 'Peter Gibbons' };

async function addOidc(op: TestOp, name: string, domain: string): Promise<Provider> {
  const { issuer, clientId, clientSecret } = op;
  const oidc = { issuer, clientId, clientSecret };
  const added = await addProvider(portico, { protocol: 'oidc', name, domains: [domain], oidc });
  op.open(`http://localhost:8080/sso/oidc/${added.id}/callback`);
  return added;
}

async function signIn(op: TestOp, at: Provider, person: string, destination?: string) {
  const journey = await leaveForOidc(portico, at, destination);
  return comeBack(portico, await op.authorize(journey.target, person), journey.cookie);
}

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

describe('signing in through an OpenID provider', () => {
  it('asks for a code with PKCE S256, state and nonce, to the provider’s own address', async () => {
    const { target, cookie } = await leaveForOidc(portico, provider);
    const query = Object.fromEntries(new URL(target).searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `http://localhost:8080/sso/oidc/${provider.id}/callback`,
      code_challenge_method: 'S256',
    });
    expect(query['state']).toMatch(/^[\w-]{43}$/);
    expect(query['nonce']).toMatch(/^[\w-]{43}$/);
    expect(query['code_challenge']).toMatch(/^[\w-]{43}$/);
    expect(cookie).toMatch(/^portico_attempt=/);
  });

  it('creates the account of a person who comes for the first time, and signs in the same one after', async () => {
    const first = await signIn(globex, provider, 'bob-1', '/servicedesk/customer/user/requests');
    expect(first.location).toBe('/servicedesk/customer/user/requests');
    const account = await whoIs(first.cookie);
    expect(account).toMatchObject({ displayName: 'Bob Castellano', emailAddress: 'bob@globex.example' });
    const again = await signIn(globex, provider, 'bob-1');
    expect((await whoIs(again.cookie)).accountId).toBe(account.accountId);
  });

  it('takes name and address from userinfo when the ID token has none, and posts its secret where that is wanted', async () => {
    const { cookie } = await signIn(initech, second, 'peter-1');
    expect(await whoIs(cookie)).toMatchObject({
      displayName: 'Peter Gibbons',
      emailAddress: 'peter@initech.example',
    });
  });

  it('keeps the PKCE verifier sealed', async () => {
    const { state } = await leaveForOidc(portico, provider);
    const row = await portico.platform.db
      .selectFrom('sign_in_attempt')
      .select('sealed_verifier')
      .where('id', '=', state)
      .executeTakeFirstOrThrow();
    expect(row.sealed_verifier).toMatch(/^v1\./);
  });
});

describe('a person who gives up at the provider', () => {
  it('is told that the sign-in was cancelled', async () => {
    const journey = await leaveForOidc(portico, provider);
    const back = await globex.authorize(journey.target, 'refuses');
    const { detail } = await expectRefused(portico, 'sign_in_cancelled', () =>
      comeBack(portico, back, journey.cookie),
    );
    expect(detail).toBe('The provider answered access_denied: The person refused');
  });
});

describe('a person whom the provider may not sign in', () => {
  const refuse = async (code: string, claims: Record<string, unknown>) => {
    globex.people.set('odd', { sub: 'odd', ...claims });
    await expectRefused(portico, code, () => signIn(globex, provider, 'odd'));
  };

  it('is refused with an address outside the provider’s domains', async () => {
    for (const email of [
      'ceo@acme.example',
      'bob@globex.example.evil.example',
      'bob@sub.globex.example',
      'bob@globex.example@evil.example',
    ]) {
      await refuse(email.includes('@evil') ? 'email_missing' : 'domain_not_owned', {
        email,
        email_verified: true,
      });
    }
  });

  it('is refused when the address is not verified, however that is spelt', async () => {
    for (const email_verified of [false, 'false', 'no', 0]) {
      await refuse('email_unverified', { email: 'odd@globex.example', email_verified });
    }
  });

  it('is refused without an address', async () => {
    await refuse('email_missing', {});
    await refuse('email_missing', { email: 'odd' });
  });
});

describe('a provider that does not answer', () => {
  it('is told of as unreachable', async () => {
    const gone = await startTestOp();
    const away = await addOidc(gone, 'Gone', 'gone.example');
    await gone.close();
    await expectRefused(portico, 'provider_unreachable', async () => {
      const response = await portico.app.inject({ url: `/sso/oidc/${away.id}/login` });
      return { location: String(response.headers.location), cookie: '' };
    });
  });

  it('is refused between leaving and coming back, without a session', async () => {
    const fleeting = await startTestOp();
    const away = await addOidc(fleeting, 'Fleeting', 'fleeting.example');
    fleeting.people.set('f', { sub: 'f', email: 'f@fleeting.example' });
    const journey = await leaveForOidc(portico, away);
    const back = await fleeting.authorize(journey.target, 'f');
    await fleeting.close();
    await expectRefused(portico, 'provider_unreachable', () => comeBack(portico, back, journey.cookie));
  });

  it('is not asked at all on a private address unless that is allowed', async () => {
    const strict = await createTestApp({ config: { allowsPrivateProviders: false } });
    try {
      const { id } = await strict.platform.db
        .insertInto('identity_provider')
        .values({
          protocol: 'oidc',
          name: 'Inside',
          is_enabled: true,
          issuer: 'https://127.0.0.1:1/',
          settings: JSON.stringify({ clientId: 'x' }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { detail } = await expectRefused(strict, 'provider_unreachable', async () => {
        const response = await strict.app.inject({ url: `/sso/oidc/${id}/login` });
        return { location: String(response.headers.location), cookie: '' };
      });
      expect(detail).toContain('private network');
    } finally {
      await strict.close();
    }
  });
});
