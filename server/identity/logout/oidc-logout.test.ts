import { createHmac, createSign, type KeyObject, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addLyingOp, foreignPair, keyPair, type LyingOp, startLyingOp } from '../oidc/testing-lying-op.ts';
import type { Provider } from '../providers/store.ts';
import { addSessionIndex } from './testing-session.ts';

let portico: TestApp;
let op: LyingOp;
let other: LyingOp;
let provider: Provider;
let otherProvider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
  other = await startLyingOp();
  op.lies.discovery = { end_session_endpoint: `${op.issuer}/end` };
  provider = await addLyingOp(portico, op);
  otherProvider = await addLyingOp(portico, other, {}, { name: 'Other', domains: ['other.example'] });
});

beforeEach(() => {
  op.behave();
  op.lies.discovery = { end_session_endpoint: `${op.issuer}/end` };
});

afterAll(async () => {
  await Promise.all([portico?.close(), op?.close(), other?.close()]);
});

async function session(cookie: string, app = portico) {
  const response = await app.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  return response.json();
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await session(cookie)).account !== null;
}

async function signIn(sid = 'session-1'): Promise<string> {
  const { cookie } = await op.signIn(portico, provider);
  const [own = ''] = cookie.split('; ').filter((pair) => pair.startsWith('portico_session'));
  await addSessionIndex(portico, own, sid);
  return own;
}

const event = 'http://schemas.openid.net/event/backchannel-logout';

/** An honest logout token, changed as told; undefined takes a claim away. */
function logoutToken(
  changes: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key: KeyObject | string = keyPair.privateKey,
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: op.issuer,
    aud: 'portico',
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sid: 'session-1',
    events: { [event]: {} },
    ...changes,
  };
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const whole = { alg: 'RS256', kid: 'k1', typ: 'logout+jwt', ...header };
  const signed = `${encode(whole)}.${encode(claims)}`;
  if (whole.alg === 'none') return `${signed}.`;
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(signed).digest('base64url')
      : createSign('sha256').update(signed).sign(key, 'base64url');
  return `${signed}.${signature}`;
}

function post(token: string, to: Provider = provider, app: TestApp = portico) {
  return app.app.inject({
    method: 'POST',
    url: `/sso/oidc/${to.id}/backchannel-logout`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token: token }).toString(),
  });
}

describe('back-channel logout', () => {
  it('ends the session that it names, or all of the person, and none else', async () => {
    const first = await signIn('session-1');
    const second = await signIn('session-2');
    const response = await post(logoutToken());
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
    const { subject } = await portico.platform.db
      .selectFrom('identity')
      .select('subject')
      .where('provider_id', '=', provider.id)
      .executeTakeFirstOrThrow();
    expect((await post(logoutToken({ sid: undefined, sub: subject }))).statusCode).toBe(200);
    expect(await isSignedIn(second)).toBe(false);
  });

  const now = Math.floor(Date.now() / 1000);
  const rows: readonly (readonly [string, () => string])[] = [
    ['O10 alg none', () => logoutToken({}, { alg: 'none' })],
    ['O10 HMAC with the client secret', () => logoutToken({}, { alg: 'HS256' }, 'secret')],
    ['O10 signed with a foreign key', () => logoutToken({}, {}, foreignPair.privateKey)],
    ['O10 with a nonce', () => logoutToken({ nonce: 'n' })],
    ['O10 of another issuer', () => logoutToken({ iss: 'https://evil.example' })],
    ['O10 for another client', () => logoutToken({ aud: 'another' })],
    ['O10 without events', () => logoutToken({ events: undefined })],
    ['O10 with events that say something else', () => logoutToken({ events: { 'urn:x': {} } })],
    ['O10 with an event that is no object', () => logoutToken({ events: { [event]: true } })],
    ['O10 without jti', () => logoutToken({ jti: undefined })],
    ['O10 without iat', () => logoutToken({ iat: undefined })],
    ['O10 issued long ago', () => logoutToken({ iat: now - 7200, exp: now + 7200 })],
    ['O10 issued in the future', () => logoutToken({ iat: now + 7200 })],
    ['O10 expired', () => logoutToken({ exp: now - 3600 })],
    ['O10 naming nobody', () => logoutToken({ sid: undefined })],
    ['O10 an ID token', () => logoutToken({ events: undefined, nonce: 'n', sub: 'x' }, { typ: 'JWT' })],
    ['O10 of another type', () => logoutToken({}, { typ: 'at+jwt' })],
    ['O10 garbage', () => 'a.b.c'],
  ];
  it.each(rows)('%s is refused and ends nothing', async (_name, token) => {
    const cookie = await signIn();
    const response = await post(token());
    expect(response.statusCode).toBe(400);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json().error).toBe('invalid_request');
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('O10 played again is refused, also in another process', async () => {
    const twin = await createTestApp({ database: portico.database });
    try {
      const token = logoutToken();
      expect((await post(token)).statusCode).toBe(200);
      const cookie = await signIn();
      expect((await post(token, provider, twin)).statusCode).toBe(400);
      expect(await isSignedIn(cookie)).toBe(true);
    } finally {
      await twin.close();
    }
  });

  it('O10 sid of a session that came from another provider ends nothing', async () => {
    const cookie = await signIn('session-1');
    const foreign = logoutToken({ iss: other.issuer });
    expect((await post(foreign, otherProvider)).statusCode).toBe(200);
    expect((await post(logoutToken(), otherProvider)).statusCode).toBe(400);
    expect(await isSignedIn(cookie)).toBe(true);
  });
});

describe('front-channel logout', () => {
  const call = (query: Record<string, string>) =>
    portico.app.inject({
      url: `/sso/oidc/${provider.id}/frontchannel-logout?${new URLSearchParams(query)}`,
    });

  it('ends the session that it names, in a frame of the provider alone', async () => {
    const cookie = await signIn('session-9');
    expect((await call({ iss: op.issuer, sid: 'another' })).statusCode).toBe(200);
    expect((await call({ iss: 'https://evil.example', sid: 'session-9' })).statusCode).toBe(400);
    expect((await call({ sid: 'session-9' })).statusCode).toBe(400);
    expect((await call({ iss: op.issuer })).statusCode).toBe(400);
    expect(await isSignedIn(cookie)).toBe(true);
    const response = await call({ iss: op.issuer, sid: 'session-9' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['x-frame-options']).toBeUndefined();
    expect(response.headers['content-security-policy']).toContain(`frame-ancestors ${op.issuer}`);
    expect(await isSignedIn(cookie)).toBe(false);
  });
});

describe('signing out here and at an OpenID provider', () => {
  it('goes there with the ID token, and comes back in the same browser, once', async () => {
    const cookie = await signIn();
    expect((await session(cookie)).providerSignOut).toEqual({ providerName: 'Liar' });
    const response = await portico.app.inject({
      method: 'POST',
      url: '/rest/portico/1/sign-out',
      headers: { cookie, origin: portico.platform.config.url.origin },
      payload: { everywhere: true },
    });
    expect(await isSignedIn(cookie)).toBe(false);
    const target = new URL(response.json().url);
    expect(target.href).toContain(`${op.issuer}/end?`);
    expect(target.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(target.searchParams.get('post_logout_redirect_uri')).toBe(
      `${portico.platform.config.url.origin}/sso/oidc/${provider.id}/logged-out`,
    );
    const state = target.searchParams.get('state') ?? '';
    const browser = [response.headers['set-cookie']]
      .flat()
      .map((value) => value?.split(';', 1)[0] ?? '')
      .filter((value) => value.startsWith('portico_attempt'))
      .join('; ');
    const back = (at: string, from: string) =>
      portico.app.inject({
        url: `/sso/oidc/${provider.id}/logged-out?state=${at}`,
        headers: { cookie: from },
      });
    expect((await back('x'.repeat(43), browser)).headers.location).toContain('problem=refused');
    expect((await back(state, '')).headers.location).toContain('problem=refused');
    expect((await back(state, browser)).headers.location).toBe(
      '/servicedesk/customer/user/signed-out?provider=Liar',
    );
    expect((await back(state, browser)).headers.location).toContain('problem=refused');
  });
});
