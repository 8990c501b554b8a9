import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { cookiesOf } from '../testing-sign-in.ts';
import {
  actions,
  alice,
  call,
  codeOf,
  type Headers,
  inFactorWorld,
  mailTexts,
  password,
  portico,
  setUpTotp,
  signIn,
  whoIs,
} from './testing-factor-world.ts';

inFactorWorld();

describe('sensitive acts', () => {
  test('F06, F08: want a recent proof, and the proof gives the session another token', async () => {
    const { secret } = await setUpTotp(alice);
    const cookie = cookiesOf((await signIn()).headers['set-cookie']);
    const shown = await call('POST', 'sign-in/second-factor', { cookie }, { totp: codeOf(secret) });
    const session = cookiesOf(shown.headers['set-cookie']);
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .execute();
    const { factors } = (await call('GET', 'second-factor', { cookie: session })).json();
    const remove = (headers: Headers) => call('DELETE', `second-factor/totp/${factors[0].id}`, headers);
    expect((await remove({ cookie: session })).statusCode).toBe(403);
    expect((await call('GET', 'session/confirm', { cookie: session })).json()).toEqual({
      ways: ['totp', 'recovery'],
      provider: null,
    });
    // With a second factor the password alone is not enough.
    const byPassword = await call('POST', 'session/confirm', { cookie: session }, { password });
    expect(byPassword.statusCode).toBe(400);
    expect((await call('POST', 'session/confirm', { cookie: session }, { totp: '000000' })).statusCode).toBe(
      400,
    );
    const confirmed = await call(
      'POST',
      'session/confirm',
      { cookie: session },
      { totp: codeOf(secret, 30) },
    );
    expect(confirmed.statusCode).toBe(204);
    const rotated = cookiesOf(confirmed.headers['set-cookie']);
    expect(await whoIs(session)).toBeUndefined();
    expect(await whoIs(rotated)).toBe(alice.accountId);
    expect((await remove({ cookie: rotated })).statusCode).toBe(204);
    expect((await mailTexts())[0]).toContain('“Phone” was removed');
    expect(await actions()).toEqual(
      expect.arrayContaining(['session.confirmed', 'second-factor.totp-removed']),
    );
  });

  test('are confirmed with the password by those who have no second factor', async () => {
    const session = await portico.signIn(alice);
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .execute();
    expect((await call('POST', 'second-factor/totp', session, { name: 'Phone' })).statusCode).toBe(403);
    expect(
      (await call('POST', 'session/confirm', session, { password: 'not the one at all' })).statusCode,
    ).toBe(400);
    const confirmed = await call('POST', 'session/confirm', session, { password });
    const rotated = { cookie: cookiesOf(confirmed.headers['set-cookie']) };
    expect((await call('POST', 'second-factor/totp', rotated, { name: 'Phone' })).statusCode).toBe(201);
  });
});
