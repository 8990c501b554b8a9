import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { addProvider, cookiesOf } from '../testing-sign-in.ts';
import { answerAll, mailedToken, mailsTo } from './testing-mail.ts';

let portico: TestApp;
let other: TestApp;
let paul: AccountSummary;
let providerId: string;

const password = 'a long and quiet evening';
const better = 'nine small otters swim';
const email = 'paul@small.example';

beforeAll(async () => {
  portico = await createTestApp();
  other = await createTestApp({ database: portico.database });
  const provider = await addProvider(portico, {
    protocol: 'oidc',
    name: 'Acme',
    domains: ['acme.example'],
    oidc: { issuer: 'http://127.0.0.1:9', clientId: 'portico', clientSecret: 'not so secret' },
  });
  providerId = provider.id;
});

afterAll(async () => {
  await other.close();
  await portico.close();
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['mailed_link', 'mail_message', 'throttle', 'identity', 'account'] as const) {
    await db.deleteFrom(table).execute();
  }
  paul = await portico.createAccount({ email, displayName: 'Paul', password });
});

function call(method: 'POST' | 'PUT' | 'GET', path: string, payload?: object, cookie = '', app = portico) {
  return app.app.inject({
    method,
    url: `/rest/portico/1/${path}`,
    headers: { origin: app.platform.config.url.origin, cookie },
    ...(payload && { payload }),
  });
}

async function forget(address = email): Promise<void> {
  expect((await call('POST', 'password-reset', { email: address })).statusCode).toBe(204);
  await answerAll(portico);
}

async function signIn(secret: string): Promise<{ status: number; cookie: string }> {
  const response = await call('POST', 'sign-in/password', { email, password: secret });
  return { status: response.statusCode, cookie: cookiesOf(response.headers['set-cookie']) };
}

async function whoIs(cookie: string): Promise<string | undefined> {
  return (await call('GET', 'session', undefined, cookie)).json().account?.displayName;
}

describe('a forgotten password', () => {
  test('the mailed link gives a new one, signs in, ends all other sessions, and the owner is told', async () => {
    const { cookie: earlier } = await signIn(password);
    const { db } = portico.platform;
    await db
      .insertInto('trusted_device')
      .values({
        account_id: paul.id,
        token_hash: Buffer.from('device'),
        expires_at: new Date(Date.now() + 1e9),
      })
      .execute();
    await forget();
    const token = await mailedToken(portico, email);
    expect((await call('POST', 'sign-up/link', { token })).json()).toMatchObject({
      kind: 'password-reset',
      email,
    });
    const finished = await call('POST', 'password-reset/finish', { token, password: better });
    expect(finished.json()).toEqual({ url: '/servicedesk/customer/portals' });
    expect(await whoIs(cookiesOf(finished.headers['set-cookie']))).toBe('Paul');
    expect(await whoIs(earlier)).toBeUndefined();
    expect((await signIn(password)).status).toBe(401);
    expect((await signIn(better)).status).toBe(200);
    expect(await db.selectFrom('trusted_device').selectAll().execute()).toEqual([]);
    const [notice] = await mailsTo(portico, email);
    expect(notice?.template).toBe('account.password-changed');
    const event = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'account.password-reset')
      .where('object_id', '=', paul.accountId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(event)).not.toContain(token);
    expect(event.after).toMatchObject({ sessionsEnded: 1, browsersForgotten: 1 });
  });

  test('it does not skip the second factor', async () => {
    const { db } = portico.platform;
    await db
      .insertInto('totp_factor')
      .values({ account_id: paul.id, name: 'Phone', sealed_secret: 'sealed' })
      .execute();
    await db.insertInto('factor_policy').values({ scope: 'site', requirement: 'required' }).execute();
    await forget();
    const token = await mailedToken(portico, email);
    const finished = await call('POST', 'password-reset/finish', { token, password: better });
    expect(finished.json()).toEqual({ url: '/servicedesk/customer/user/second-factor' });
    expect(await whoIs(cookiesOf(finished.headers['set-cookie']))).toBeUndefined();
    expect(await db.selectFrom('session').selectAll().where('account_id', '=', paul.id).execute()).toEqual(
      [],
    );
    await db.deleteFrom('factor_policy').execute();
  });

  test('a sign-in with the earlier password that waits for its second factor waits in vain', async () => {
    const { db } = portico.platform;
    await db
      .insertInto('pending_sign_in')
      .values({
        account_id: paul.id,
        token_hash: Buffer.from('pending'),
        sealed_session: '',
        return_to: '/',
        expires_at: new Date(Date.now() + 60_000),
      })
      .execute();
    await forget();
    const token = await mailedToken(portico, email);
    await call('POST', 'password-reset/finish', { token, password: better });
    expect(await db.selectFrom('pending_sign_in').selectAll().execute()).toEqual([]);
  });

  test('F11: a link works once, of two processes at the same time, too; for an hour; and the newest alone', async () => {
    await forget();
    const first = await mailedToken(portico, email);
    await forget();
    const token = await mailedToken(portico, email);
    expect((await call('POST', 'password-reset/finish', { token: first, password: better })).statusCode).toBe(
      404,
    );
    const { expires_at } = await portico.platform.db
      .selectFrom('mailed_link')
      .select('expires_at')
      .executeTakeFirstOrThrow();
    expect((expires_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(1, 1);
    const both = await Promise.all([
      call('POST', 'password-reset/finish', { token, password: better }),
      call('POST', 'password-reset/finish', { token, password: better }, '', other),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    // A link to sign up is none to choose a password, and the other way round.
    await forget();
    const crossed = { token: await mailedToken(portico, email), displayName: 'Paul', password: better };
    expect((await call('POST', 'sign-up/finish', crossed)).statusCode).toBe(404);
    expect((await call('POST', 'invitation/accept', crossed)).statusCode).toBe(404);
  });

  test('a link is no good any more when the account has another address, or is deactivated', async () => {
    const { db } = portico.platform;
    for (const change of [{ email: 'paul@other.example' }, { is_active: false }]) {
      await db.updateTable('account').set({ email, is_active: true }).where('id', '=', paul.id).execute();
      await db.deleteFrom('throttle').execute();
      await forget();
      const token = await mailedToken(portico, email);
      await db.updateTable('account').set(change).where('id', '=', paul.id).execute();
      expect((await call('POST', 'password-reset/finish', { token, password: better })).statusCode).toBe(404);
    }
  });

  test('F10: who has no password to forget is told by mail how to sign in; strangers are not written to', async () => {
    const { db } = portico.platform;
    await db.deleteFrom('password_credential').execute();
    await db
      .insertInto('identity')
      .values({ account_id: paul.id, provider_id: providerId, issuer: 'http://127.0.0.1:9', subject: 'p' })
      .execute();
    await forget();
    expect((await mailsTo(portico, email))[0]).toMatchObject({
      template: 'account.password-not-reset',
      text: expect.stringContaining('through Acme'),
    });
    await db
      .updateTable('account')
      .set({ is_active: false, locale: 'de' })
      .where('id', '=', paul.id)
      .execute();
    await forget();
    expect((await mailsTo(portico, email))[0]?.text).toContain('deaktiviert');
    await portico.createAccount({ email: 'new@acme.example', displayName: 'New' });
    await forget('new@acme.example');
    expect((await mailsTo(portico, 'new@acme.example'))[0]?.text).toContain('through Acme');
    await forget('nobody@small.example');
    expect(await mailsTo(portico, 'nobody@small.example')).toEqual([]);
    expect(await db.selectFrom('mailed_link').selectAll().execute()).toEqual([]);
  });
});

describe('one’s own password', () => {
  test('is changed with the present one; other sessions end, this one goes on under another token', async () => {
    const [here, there] = [await signIn(password), await signIn(password)];
    const { changedAt } = (await call('GET', 'password', undefined, here.cookie)).json();
    expect(new Date(changedAt).getTime()).toBeGreaterThan(Date.now() - 60_000);
    const change = { currentPassword: password, password: better };
    const changed = await call('PUT', 'password', change, here.cookie);
    expect(changed.statusCode).toBe(204);
    expect(await whoIs(here.cookie)).toBeUndefined();
    expect(await whoIs(cookiesOf(changed.headers['set-cookie']))).toBe('Paul');
    expect(await whoIs(there.cookie)).toBeUndefined();
    expect((await mailsTo(portico, email))[0]?.template).toBe('account.password-changed');
    expect((await signIn(better)).status).toBe(200);
  });

  test('a wrong present password, the same one again and a bad one are refused at their fields', async () => {
    const { cookie } = await signIn(password);
    const refusals = [
      [{ currentPassword: 'not this one at all', password: better }, 'currentPassword'],
      [{ currentPassword: password, password }, 'password'],
      [{ currentPassword: password, password: 'short' }, 'password'],
    ] as const;
    for (const [payload, field] of refusals) {
      const refused = await call('PUT', 'password', payload, cookie);
      expect(refused.statusCode).toBe(400);
      expect(Object.keys(refused.json().errors)).toEqual([field]);
    }
    expect((await signIn(password)).status).toBe(200);
  });

  test('without the present one it takes a confirmation of a little while ago', async () => {
    const { cookie } = await signIn(password);
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: new Date(Date.now() - 3_600_000) })
      .execute();
    const refused = await call('PUT', 'password', { password: better }, cookie);
    expect(refused.statusCode).toBe(403);
    expect(refused.json().errors).toHaveProperty('confirm');
    await portico.platform.db.updateTable('session').set({ verified_at: new Date() }).execute();
    expect((await call('PUT', 'password', { password: better }, cookie)).statusCode).toBe(204);
  });

  test('who signs in through a company has none, and gets none', async () => {
    const sso = await portico.createAccount({ email: 'new@acme.example' });
    const { cookie } = await portico.signIn(sso);
    expect((await call('GET', 'password', undefined, cookie)).json()).toEqual({ changedAt: null });
    expect((await call('PUT', 'password', { password: better }, cookie)).statusCode).toBe(409);
    expect((await call('PUT', 'password', { password: better })).statusCode).toBe(401);
  });
});
