import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, comeBack, expectRefused, leaveForOidc } from '../testing-sign-in.ts';
import { forgetEverybody, type LyingOp, startLyingOp } from './testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  op.lies.userinfo = { id: 4711, login: 'lee', email: 'lee@liar.example', name: 'Lee' };
  await forgetEverybody(portico);
  provider = await add();
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

type Settings = Partial<NonNullable<ProviderInput['oauth2']>>;

function add(settings: Settings = {}, rules: Partial<ProviderInput> = {}): Promise<Provider> {
  return addProvider(portico, {
    protocol: 'oauth2',
    name: 'Hub',
    domains: ['liar.example'],
    oauth2: {
      authorizationUrl: `${op.issuer}/login/oauth/authorize`,
      tokenUrl: `${op.issuer}/token`,
      userinfoUrl: `${op.issuer}/userinfo`,
      clientId: 'portico',
      clientSecret: 'secret',
      scopes: 'read:user user:email',
      ...settings,
    },
    ...rules,
  });
}

async function instead(settings: Settings, rules: Partial<ProviderInput> = {}): Promise<void> {
  await forgetEverybody(portico);
  provider = await add(settings, rules);
}

const signIn = (change?: (back: URL) => void) => op.signIn(portico, provider, change);

async function subjectOf(): Promise<string> {
  const { subject } = await portico.platform.db
    .selectFrom('identity')
    .select('subject')
    .executeTakeFirstOrThrow();
  return subject;
}

describe('signing in through a plain OAuth 2.0 provider', () => {
  it('asks for a code with PKCE S256 and state, and has no use for a nonce', async () => {
    const { target, state } = await leaveForOidc(portico, provider);
    const { origin, pathname, searchParams } = new URL(target);
    expect(`${origin}${pathname}`).toBe(`${op.issuer}/login/oauth/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'portico',
      scope: 'read:user user:email',
      redirect_uri: `http://localhost:8080/sso/oidc/${provider.id}/callback`,
      state,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('asks at the userinfo address, with the access token, who it is', async () => {
    const { location, cookie } = await signIn();
    expect(location).toBe('/servicedesk/customer/portals');
    const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
    expect(response.json().account).toMatchObject({ displayName: 'Lee', emailAddress: 'lee@liar.example' });
    const asked = op.seen.find(({ path }) => path === '/userinfo');
    expect(asked?.headers).toMatchObject({ authorization: 'Bearer access', accept: 'application/json' });
    expect(asked?.headers['user-agent']).toBeTruthy();
    expect(op.seen.find(({ path }) => path === '/token')?.form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(op.seen.map(({ path }) => path)).not.toContain('/.well-known/openid-configuration');
  });

  it('knows the person again by the subject, when everything else has changed', async () => {
    await signIn();
    op.lies.userinfo = { id: 4711, email: 'lee.new@liar.example', name: 'Lee Newman' };
    await signIn();
    const accounts = await portico.platform.db
      .selectFrom('account')
      .select(['email', 'display_name'])
      .execute();
    expect(accounts).toEqual([{ email: 'lee.new@liar.example', display_name: 'Lee Newman' }]);
  });

  it('takes an ID token that comes along for nothing, whatever is in it', async () => {
    op.lies.idToken = () => 'not.a.token';
    expect((await signIn()).cookie).toContain('portico_session=');
  });

  it('shows the secret in the body where that is chosen', async () => {
    await instead({ authentication: 'post' });
    await signIn();
    const asked = op.seen.find(({ path }) => path === '/token');
    expect(asked?.form.get('client_secret')).toBe('secret');
    expect(asked?.headers.authorization).toBeUndefined();
  });
});

describe('the subject', () => {
  it.each<[string, Settings, Record<string, unknown>, string]>([
    ['sub', {}, { sub: 's-1', id: 7 }, 's-1'],
    ['else id, as a number too', {}, { id: 7 }, '7'],
    ['the claim of the settings', { subjectAttribute: 'node_id' }, { id: 7, node_id: 'N7' }, 'N7'],
    [
      'the claim of the settings, inside another',
      { subjectAttribute: 'data.uid' },
      { data: { uid: 0 } },
      '0',
    ],
  ])('is %s', async (_name, settings, userinfo, subject) => {
    await instead(settings);
    op.lies.userinfo = { email: 'lee@liar.example', ...userinfo };
    await signIn();
    expect(await subjectOf()).toBe(subject);
  });

  it.each<[string, Record<string, unknown>]>([
    ['missing', {}],
    ['empty', { id: '' }],
    ['true', { id: true }],
    ['null', { id: null }],
    ['a list', { id: [7] }],
    ['a fraction', { id: 7.5 }],
    ['a number that is not read exactly, so that two people would be one', { id: 2 ** 53 }],
  ])('is refused when it is %s', async (_name, userinfo) => {
    op.lies.userinfo = { email: 'lee@liar.example', ...userinfo };
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('is not found in what objects have of their own', async () => {
    await instead({ subjectAttribute: 'constructor.name' });
    await expectRefused(portico, 'response_invalid', signIn);
  });
});

describe('the e-mail address', () => {
  const refuse = async (code: string, userinfo: Record<string, unknown>) => {
    op.lies.userinfo = { id: 1, ...userinfo };
    return expectRefused(portico, code, signIn);
  };

  it('that is private (GitHub: null) is refused with what to do', async () => {
    const { detail } = await refuse('email_missing', { email: null });
    expect(detail).toContain('keeps the address private');
  });

  it('that is missing is refused with the names of what there is', async () => {
    expect((await refuse('email_missing', { login: 'lee' })).detail).toContain('id, login');
  });

  it('counts in the provider’s own domains without being called verified', async () => {
    for (const flags of [{}, { email_verified: true }, { verified: true }, { email_verified: null }]) {
      op.lies.userinfo = { id: 1, email: 'lee@liar.example', ...flags };
      expect((await signIn()).cookie).toContain('portico_session=');
    }
  });

  it('is refused when it is called not verified, or so in a word', async () => {
    for (const flags of [
      { email_verified: false },
      { verified: false },
      { email_verified: 'true' },
      { verified: 1 },
    ]) {
      await refuse('email_unverified', { email: 'lee@liar.example', ...flags });
    }
  });

  it('is refused in another company’s domain, verified or not', async () => {
    for (const flags of [{}, { email_verified: true }]) {
      await refuse('domain_not_owned', { email: 'lee@acme.example', ...flags });
    }
  });
});

describe('what is no honest answer', () => {
  it('is refused at the userinfo address: not found, no JSON, no object, a redirect, a challenge', async () => {
    const answers: [number, string, Record<string, string>][] = [
      [404, '{}', {}],
      [200, '<html>', {}],
      [200, '[]', {}],
      [200, 'null', {}],
      [302, '', { location: '/elsewhere' }],
      [401, '{}', { 'www-authenticate': 'Bearer error="invalid_token"' }],
    ];
    for (const [status, body, headers] of answers) {
      op.lies.answers = (path, response) => {
        if (path !== '/userinfo') return false;
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
        return true;
      };
      await expectRefused(portico, 'provider_error', signIn);
    }
    expect(op.seen.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('is refused at the token address, also when it refuses with HTTP status 200 as GitHub does', async () => {
    op.lies.token = () => ({
      status: 200,
      body: { error: 'incorrect_client_credentials', error_description: 'The client_id is not right' },
    });
    const { detail } = await expectRefused(portico, 'provider_error', signIn);
    expect(detail).toContain('incorrect_client_credentials');
    op.lies.token = () => ({ status: 200, body: { access_token: 'a', token_type: 'mac' } });
    await expectRefused(portico, 'response_invalid', signIn);
  });

  it('is refused as a response: another state, another browser, twice, with two codes', async () => {
    await expectRefused(portico, 'attempt_unknown', () =>
      signIn((back) => back.searchParams.set('state', 'B'.repeat(43))),
    );
    await expectRefused(portico, 'response_invalid', () =>
      signIn((back) => back.searchParams.append('code', 'x')),
    );
    const journey = await leaveForOidc(portico, provider);
    const back = new URL(`http://localhost/sso/oidc/${provider.id}/callback?code=c&state=${journey.state}`);
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, ''));
    expect((await comeBack(portico, back, journey.cookie)).cookie).toContain('portico_session=');
    await expectRefused(portico, 'attempt_unknown', () => comeBack(portico, back, journey.cookie));
  });

  it('is a sign-in that was cancelled there', async () => {
    await expectRefused(portico, 'sign_in_cancelled', () =>
      signIn((back) => {
        back.searchParams.delete('code');
        back.searchParams.set('error', 'access_denied');
      }),
    );
  });
});
