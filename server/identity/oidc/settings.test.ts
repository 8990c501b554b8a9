import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { comeBack, cookiesOf, expectRefused, leaveForOidc } from '../testing-sign-in.ts';
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

const add = (settings: Settings = {}, rules: Partial<ProviderInput> = {}) =>
  addLyingOp(portico, op, settings, rules);
const now = () => Math.floor(Date.now() / 1000);

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json().account;
}

async function queryOf(at: Provider, extra = '') {
  const { headers } = await portico.app.inject({ url: `/sso/oidc/${at.id}/login${extra}` });
  return new URL(String(headers.location), 'http://localhost').searchParams;
}

async function expectSignedIn(at: Provider): Promise<string> {
  const { location, cookie } = await op.signIn(portico, at);
  expect(location).toBe('/servicedesk/customer/portals');
  expect(cookie).toContain('portico_session=');
  return cookie;
}

describe('the request to the provider', () => {
  it('asks for the scopes of the settings and adds their parameters', async () => {
    const provider = await add({
      scopes: 'openid email offline',
      extraParameters: { domain_hint: 'liar.example', acr_values: 'strong' },
    });
    expect(Object.fromEntries(await queryOf(provider))).toMatchObject({
      scope: 'openid email offline',
      domain_hint: 'liar.example',
      acr_values: 'strong',
    });
  });

  it('hands on the e-mail address that was typed, and nothing that is none', async () => {
    const provider = await add();
    const hint = async (text: string) =>
      (await queryOf(provider, `?${new URLSearchParams({ login_hint: text })}`)).get('login_hint');
    expect(await hint('Lee@Liar.example')).toBe('lee@liar.example');
    expect(await hint('lee')).toBeNull();
    expect(await hint('<script>@liar.example')).toBeNull();
    expect(await hint('')).toBeNull();
  });

  it('begins a sign-in that the provider asks for, by link and by form, and ends at an address of this site alone', async () => {
    const provider = await add();
    const asked = {
      iss: op.issuer,
      login_hint: 'lee@liar.example',
      target_link_uri: 'http://localhost:8080/servicedesk/customer/user/requests?page=2',
    };
    const begin = async (changes: Record<string, string>, method: 'GET' | 'POST') => {
      const form = new URLSearchParams({ ...asked, ...changes }).toString();
      const response = await portico.app.inject(
        method === 'GET'
          ? { url: `/sso/oidc/${provider.id}/login?${form}` }
          : {
              method,
              url: `/sso/oidc/${provider.id}/login`,
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                origin: op.issuer,
                'sec-fetch-site': 'cross-site',
              },
              payload: form,
            },
      );
      expect(response.statusCode).toBe(303);
      const location = String(response.headers.location);
      return { location, cookie: cookiesOf(response.headers['set-cookie']) };
    };
    const goalOf = async (location: string) => {
      const row = await portico.platform.db
        .selectFrom('sign_in_attempt')
        .select('return_to')
        .where('id', '=', new URL(location).searchParams.get('state') ?? '')
        .executeTakeFirstOrThrow();
      return row.return_to;
    };
    for (const method of ['GET', 'POST'] as const) {
      const { location } = await begin({}, method);
      expect(new URL(location).searchParams.get('login_hint')).toBe('lee@liar.example');
      expect(await goalOf(location)).toBe('/servicedesk/customer/user/requests?page=2');
      for (const elsewhere of [
        'https://evil.example/x',
        '//evil.example',
        'javascript:alert(1)',
        '/relative',
      ]) {
        expect(await goalOf((await begin({ target_link_uri: elsewhere }, method)).location)).toBe('');
      }
      const { detail } = await expectRefused(portico, 'response_invalid', () =>
        begin({ iss: 'https://evil.example' }, method),
      );
      expect(detail).toContain('https://evil.example');
    }
  });
});

describe('settings that are not complete', () => {
  it.each([{ issuer: '' }, { settings: JSON.stringify({ clientId: '' }) }])(
    'go nowhere: %j',
    async (missing) => {
      const { id } = await portico.platform.db
        .insertInto('identity_provider')
        .values({
          protocol: 'oidc',
          name: 'Draft',
          is_enabled: true,
          issuer: op.issuer,
          settings: JSON.stringify({ clientId: 'portico' }),
          ...missing,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await expectRefused(portico, 'provider_disabled', async () => {
        const { headers } = await portico.app.inject({ url: `/sso/oidc/${id}/login` });
        return { location: String(headers.location), cookie: '' };
      });
      expect(op.seen).toEqual([]);
    },
  );
});

describe('a forced sign-in', () => {
  it('asks for one, and takes a person who signed in anew', async () => {
    const provider = await add({ forcesSignIn: true });
    const query = await queryOf(provider);
    expect([query.get('prompt'), query.get('max_age')]).toEqual(['login', '0']);
    op.lies.claims = { auth_time: now() };
    await expectSignedIn(provider);
  });

  it('refuses a person who signed in before, or of whom that is not said', async () => {
    const provider = await add({ forcesSignIn: true });
    for (const auth_time of [now() - 3600, undefined, 'now', -1]) {
      op.lies.claims = { auth_time };
      await expectRefused(portico, 'response_invalid', () => op.signIn(portico, provider));
    }
  });

  it.each([
    [{ prompt: 'select_account' }, 'select_account', null],
    [{ prompt: 'consent' }, 'consent', null],
    [{ prompt: 'login' }, 'login', null],
    [{ prompt: 'select_account', forcesSignIn: true }, 'login select_account', '0'],
    [{ prompt: 'login', forcesSignIn: true }, 'login', '0'],
  ] as const)(
    'is asked for beside what else the provider is to ask: %j',
    async (settings, prompt, maxAge) => {
      const query = await queryOf(await add(settings));
      expect([query.get('prompt'), query.get('max_age')]).toEqual([prompt, maxAge]);
    },
  );

  it('is not asked for otherwise, and an old sign-in is as good', async () => {
    const provider = await add();
    const query = await queryOf(provider);
    expect([query.has('prompt'), query.has('max_age')]).toEqual([false, false]);
    op.lies.claims = { auth_time: now() - 3600 };
    await expectSignedIn(provider);
  });
});

describe('userinfo', () => {
  const asked = () => op.seen.filter(({ path }) => path === '/userinfo').length;

  beforeEach(() => {
    op.lies.userinfo = {
      sub: 'lee-1',
      email: 'lee@liar.example',
      name: 'Lee of Userinfo',
      groups: ['staff'],
    };
  });

  it('is asked when e-mail address or name are missing, and not otherwise', async () => {
    const provider = await add();
    await expectSignedIn(provider);
    expect(asked()).toBe(0);
    op.lies.claims = { name: undefined };
    expect((await whoIs(await expectSignedIn(provider))).displayName).toBe('Lee of Userinfo');
    expect(asked()).toBe(1);
  });

  it('is asked for groups where somebody’s sign-in hangs on them', async () => {
    const provider = await add({}, { admits: 'groups', allowedGroups: ['staff'] });
    await expectSignedIn(provider);
    expect(asked()).toBe(1);
  });

  it('is asked always, or never, as the settings say', async () => {
    const always = await add({ userinfo: 'always' });
    await expectSignedIn(always);
    expect(asked()).toBe(1);
    await forgetEverybody(portico);
    const never = await add({ userinfo: 'never' });
    op.lies.claims = { email: undefined };
    await expectRefused(portico, 'email_missing', () => op.signIn(portico, never));
    expect(asked()).toBe(1);
  });

  it('does not take the place of what the ID token says', async () => {
    const provider = await add({ userinfo: 'always' });
    op.lies.userinfo = { sub: 'lee-1', email: 'boss@liar.example', name: 'Boss', email_verified: true };
    expect(await whoIs(await expectSignedIn(provider))).toMatchObject({
      emailAddress: 'lee@liar.example',
      displayName: 'Lee',
    });
  });
});

describe('the person', () => {
  it('is read from the claims that the settings name, also from inside others', async () => {
    const provider = await add({
      emailAttribute: 'https://claims.example/mail',
      nameAttribute: 'profile.display',
      groupsAttribute: 'realm_access.roles',
    });
    op.lies.claims = {
      email: undefined,
      name: undefined,
      'https://claims.example/mail': 'Lee@liar.example',
      profile: { display: 'Lee from Inside' },
      realm_access: { roles: ['a', 'b'] },
    };
    expect(await whoIs(await expectSignedIn(provider))).toMatchObject({
      emailAddress: 'lee@liar.example',
      displayName: 'Lee from Inside',
    });
  });

  it('keeps claims with the identity, without those of the token', async () => {
    const provider = await add();
    op.lies.claims = { groups: ['staff'], department: 'Sales\u0000', auth_time: now(), sid: 's' };
    await expectSignedIn(provider);
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

describe('a provider that refuses', () => {
  it('is told of with its own words, on one line, cut to a length', async () => {
    const provider = await add();
    const answer = async (error: string, error_description?: string) => {
      const journey = await leaveForOidc(portico, provider);
      const back = new URL(`http://localhost/sso/oidc/${provider.id}/callback`);
      back.search = new URLSearchParams({
        state: journey.state,
        error,
        ...(error_description && { error_description }),
      }).toString();
      return comeBack(portico, back, journey.cookie);
    };
    for (const error of ['access_denied', 'login_required', 'interaction_required']) {
      await expectRefused(portico, 'sign_in_cancelled', () => answer(error));
    }
    const { detail } = await expectRefused(portico, 'provider_error', () =>
      answer('server_error', `line\nbreak\u0000${'x'.repeat(1000)}`),
    );
    expect(detail).toMatch(/^The provider answered server_error: line break x+$/);
    expect(detail.length).toBeLessThan(350);
  });

  it('is told of when its token address breaks down', async () => {
    const provider = await add();
    for (const [status, body] of [
      [500, {}],
      [400, { error: 'invalid_grant' }],
      [200, { error: 'bad_verification_code' }],
      [302, {}],
    ] as const) {
      op.lies.token = () => ({ status, body });
      await expectRefused(portico, 'provider_error', () => op.signIn(portico, provider));
    }
    op.lies.token = () => ({ status: 200, body: { access_token: 'a', token_type: 'Bearer' } });
    const { detail } = await expectRefused(portico, 'response_invalid', () => op.signIn(portico, provider));
    expect(detail).toContain('The scope openid must be asked for');
  });
});
