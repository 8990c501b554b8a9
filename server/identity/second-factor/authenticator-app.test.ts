import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { cookiesOf } from '../testing-sign-in.ts';
import {
  alice,
  call,
  codeOf,
  inFactorWorld,
  olivia,
  other,
  password,
  portico,
  setUpTotp,
  signIn,
  whoIs,
} from './testing-factor-world.ts';
import { addTotp, takeTotp } from './totp.ts';

inFactorWorld();

describe('an authenticator app', () => {
  test('F04: comes before there is a session, and the cookie of the wait opens nothing', async () => {
    const { secret } = await setUpTotp(alice);
    const first = await signIn();
    expect(first.json()).toEqual({ account: null, url: '/servicedesk/customer/user/second-factor' });
    const cookie = cookiesOf(first.headers['set-cookie']);
    expect(cookie).not.toContain('portico_session');
    expect(await whoIs(cookie)).toBeUndefined();
    const sessionWithPending = cookie.replace('portico_pending', 'portico_session');
    expect(await whoIs(sessionWithPending)).toBeUndefined();
    for (const path of ['account', 'second-factor', 'session/mine', 'audit']) {
      expect((await call('GET', path, { cookie })).statusCode, path).toBe(401);
    }
    // It has a factor: none can be set up, or taken away, before that was shown.
    expect((await call('POST', 'second-factor/totp', { cookie }, { name: 'Mine' })).statusCode).toBe(403);
    expect((await call('DELETE', 'second-factor/totp/1', { cookie })).statusCode).toBe(401);

    const waits = await call('GET', 'sign-in/second-factor', { cookie });
    expect(waits.json()).toMatchObject({ ways: ['totp', 'recovery'], canSetUp: [], email: null });
    const shown = await call('POST', 'sign-in/second-factor', { cookie }, { totp: codeOf(secret) });
    expect(shown.json()).toEqual({ url: '/servicedesk/customer/portals' });
    expect(await whoIs(cookiesOf(shown.headers['set-cookie']))).toBe(alice.accountId);
    // The wait is over, and its cookie good for nothing.
    expect(
      (await call('POST', 'sign-in/second-factor', { cookie }, { totp: codeOf(secret, 30) })).statusCode,
    ).toBe(401);
  });

  test('F01: takes no code twice, in two processes at the same time neither, and none of an earlier step', async () => {
    const { secret } = await setUpTotp(alice);
    const waits = [
      cookiesOf((await signIn()).headers['set-cookie']),
      cookiesOf((await signIn()).headers['set-cookie']),
    ];
    const code = codeOf(secret, 30);
    const both = await Promise.all(
      waits.map((cookie, index) =>
        call('POST', 'sign-in/second-factor', { cookie }, { totp: code }, index === 0 ? portico : other),
      ),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400]);
    const left = waits[both.findIndex(({ statusCode }) => statusCode === 400)] ?? '';
    // An older step than the one that was used is over, though its time is not.
    const older = await call('POST', 'sign-in/second-factor', { cookie: left }, { totp: codeOf(secret) });
    expect(older.statusCode).toBe(400);
    expect(older.json().errors.totp).toContain('used already');
  });

  test('F01: takes codes of a clock that is off by half a minute, and no more', async () => {
    const { db, sealer } = portico.platform;
    const { id, secret } = await addTotp(db, sealer, alice.id, {
      issuer: 'Test',
      account: 'alice',
      name: 'Phone',
    });
    const now = Date.now();
    const at = (shift: number) => new TOTP({ secret }).generate({ timestamp: now + shift * 1000 });
    const take = (code: string, time: number) =>
      takeTotp(db, sealer, alice.id, code, { unconfirmedId: id }, time);
    expect(await take(at(-90), now)).toBeNull();
    expect(await take(at(90), now)).toBeNull();
    expect(await take(at(-30), now)).toBe(id);
    const confirmed = (code: string, time: number) => takeTotp(db, sealer, alice.id, code, 'confirmed', time);
    expect(await confirmed(at(-30), now)).toBeNull();
    expect(await confirmed(at(0), now)).toBe(id);
    expect(await confirmed(at(30), now)).toBe(id);
    expect(await confirmed(at(0), now)).toBeNull();
    expect(await confirmed(at(60), now + 30_000)).toBe(id);
    expect(await confirmed('abcdef', now)).toBeNull();
  });

  test('counts for nothing before a code of it was seen, and its secret is sealed', async () => {
    const headers = await portico.signIn(alice);
    const begun = await call('POST', 'second-factor/totp', headers, { name: 'Phone' });
    const { id, secret, uri, qrCode } = begun.json();
    expect(begun.statusCode).toBe(201);
    expect(uri).toContain(`secret=${secret}`);
    expect(qrCode).toContain('<svg');
    expect((await signIn()).json().account).not.toBeNull();
    const wrong = await call('POST', `second-factor/totp/${id}/confirm`, headers, { code: '000000' });
    expect(wrong.statusCode).toBe(400);
    const rows = await portico.platform.db.selectFrom('totp_factor').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    // Nobody else can finish what Alice began.
    const theirs = await portico.signIn(olivia);
    expect(
      (await call('POST', `second-factor/totp/${id}/confirm`, theirs, { code: codeOf(secret) })).statusCode,
    ).toBe(404);
  });
});

test('F15: no secret, code or password stands in the audit log', async () => {
  const { secret, recoveryCodes } = await setUpTotp(alice);
  const cookie = cookiesOf((await signIn()).headers['set-cookie']);
  const totp = codeOf(secret);
  await call('POST', 'sign-in/second-factor', { cookie }, { totp });
  const audit = JSON.stringify(await portico.platform.db.selectFrom('audit_event').selectAll().execute());
  for (const part of [secret, totp, password, ...recoveryCodes]) expect(audit).not.toContain(part);
});
