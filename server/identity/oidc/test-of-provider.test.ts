import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { prepareTest } from '../sign-in/test-start.ts';
import { comeBack, cookiesOf } from '../testing-sign-in.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from './testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: Provider;
let admin: { readonly id: string; readonly cookie: string };

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  op.behave();
  await forgetEverybody(portico);
  provider = await addLyingOp(portico, op, {}, { isEnabled: false });
  const { id } = await portico.createAccount({ isAdministrator: true });
  admin = { id, cookie: (await portico.signIn({ id })).cookie };
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

async function token(): Promise<{ token: string; reference: string }> {
  const session = await portico.platform.db
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', admin.id)
    .executeTakeFirstOrThrow();
  return prepareTest(portico.platform.db, provider.id, { sessionId: session.id });
}

/** Leaves with the token of a test, as the pop-up does. */
async function leave(test: string, cookie = admin.cookie) {
  const response = await portico.app.inject({
    url: `/sso/oidc/${provider.id}/login?${new URLSearchParams({ test })}`,
    headers: { cookie },
  });
  return {
    location: String(response.headers.location),
    cookie: cookiesOf(response.headers['set-cookie']),
  };
}

async function goThrough(test: string) {
  const { location, cookie } = await leave(test);
  const target = new URL(location);
  op.lies.claims = { nonce: target.searchParams.get('nonce'), ...op.lies.claims };
  const back = new URL(`${target.searchParams.get('redirect_uri')}?code=c`);
  back.searchParams.set('state', target.searchParams.get('state') ?? '');
  return comeBack(portico, back, `${admin.cookie}; ${cookie}`);
}

const accounts = () => portico.platform.db.selectFrom('account').select('email').execute();

describe('the test of an OpenID provider that is disabled', () => {
  it('goes the whole way, signs nobody in, makes nobody, and ends at its result', async () => {
    const { token: test, reference } = await token();
    const before = await accounts();
    const ended = await goThrough(test);
    expect(ended.location).toBe(`/admin/sign-in/${provider.id}/tests/${reference}`);
    expect(ended.cookie).not.toContain('portico_session');
    expect(await accounts()).toEqual(before);
    const trace = await portico.platform.db
      .selectFrom('sign_in_trace')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    expect(trace).toMatchObject({ outcome: 'succeeded', purpose: 'test', subject: 'lee-1' });
    expect((trace.steps as { name: string }[]).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['browser', 'response', 'code-exchange', 'id-token', 'person', 'domain']),
    );
  });

  it('ends at its result when the provider refuses, too', async () => {
    op.lies.token = () => ({ status: 401, body: { error: 'invalid_client' } });
    const { token: test, reference } = await token();
    expect((await goThrough(test)).location).toBe(`/admin/sign-in/${provider.id}/tests/${reference}`);
    const trace = await portico.platform.db
      .selectFrom('sign_in_trace')
      .select(['outcome', 'code', 'detail'])
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    expect(trace).toMatchObject({ outcome: 'refused', code: 'provider_error' });
    expect(trace.detail).toContain('invalid_client');
  });

  it('begins once, and for the administrator alone who made it ready', async () => {
    const { token: test } = await token();
    const other = await portico.createAccount();
    const { cookie } = await portico.signIn(other);
    for (const who of ['', cookie]) {
      expect((await leave(test, who)).location).toMatch(/login\?error=attempt_unknown/);
    }
    expect((await leave(test)).location).toMatch(new RegExp(`^${op.issuer}/authorize`));
    expect((await leave(test)).location).toMatch(/login\?error=attempt_unknown/);
    expect((await leave('')).location).toMatch(/login\?error=/);
  });

  it('lets nobody in otherwise', async () => {
    const { location } = await portico.app
      .inject({ url: `/sso/oidc/${provider.id}/login` })
      .then(({ headers }) => ({
        location: String(headers.location),
      }));
    expect(location).toMatch(/login\?error=provider_disabled/);
  });
});
