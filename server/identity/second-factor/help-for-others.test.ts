import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  actions,
  alice,
  call,
  inFactorWorld,
  mailTexts,
  olivia,
  portico,
  setUpTotp,
  signIn,
  whoIs,
} from './testing-factor-world.ts';

inFactorWorld();

describe('help for others', () => {
  test('F06: a reset removes everything, ends the sessions, and its owner is told', async () => {
    await setUpTotp(alice);
    const session = await portico.signIn(alice);
    const helper = await portico.signIn(olivia);
    const done = await call('POST', `account/${alice.accountId}/second-factor/reset`, helper);
    expect(done.json()).toMatchObject({ factors: [], recoveryCodesLeft: 0 });
    expect(await whoIs(session.cookie)).toBeUndefined();
    expect((await mailTexts())[0]).toContain('Olivia has removed all second factors');
    expect((await signIn()).json().account).not.toBeNull();
  });

  test('F06: of requiring, letting off and unlocking, too, its owner is told, and by whom', async () => {
    const helper = await portico.signIn(olivia);
    const change = (body: object) => call('PUT', `account/${alice.accountId}/second-factor`, helper, body);
    const told = async () => (await mailTexts())[0] ?? '';
    await change({ isRequired: true });
    expect(await told()).toContain('Olivia has decided that your account needs a second factor');
    await change({ skipDays: 2 });
    expect(await told()).toContain('Olivia lets you sign in without a second factor for 2 days');
    await change({ skipDays: 0 });
    expect(await told()).toContain('Olivia lets you sign in without a second factor no longer');
    await change({ isRequired: false });
    expect(await told()).toContain('no longer required');
    const { length } = await mailTexts();
    await change({ isRequired: false, skipDays: 0 });
    expect(await mailTexts()).toHaveLength(length);
    await portico.platform.db
      .updateTable('account')
      .set({ locked_until: sql`now() + interval '10 minutes'` })
      .where('id', '=', alice.id)
      .execute();
    await call('POST', `account/${alice.accountId}/unlock`, helper);
    expect(await told()).toContain('Olivia has unlocked your account');
  });

  test('F06: of another password, which an administrator gave it, its owner is told, and by whom', async () => {
    const helper = await portico.signIn(olivia);
    const given = 'something else entirely, 7 words long';
    const changed = await call('PUT', `account/${alice.accountId}`, helper, { password: given });
    expect(changed.statusCode).toBe(200);
    const told = (await mailTexts())[0] ?? '';
    expect(told).toContain('Olivia gave your account');
    expect(told).not.toContain(given);
    await call('PUT', `account/${alice.accountId}`, helper, { displayName: 'Alice J.' });
    expect(await mailTexts()).toHaveLength(1);
  });

  test('an account can be made that must have one from the first sign-in on', async () => {
    const helper = await portico.signIn(olivia);
    const made = await call('POST', 'account', helper, {
      displayName: 'Nora',
      email: 'nora@acme.example',
      password: 'nine quiet herons by the lake',
      requiresSecondFactor: true,
    });
    expect(made.statusCode).toBe(201);
    const { accountId } = made.json();
    const shown = await call('GET', `account/${accountId}/second-factor`, helper);
    expect(shown.json()).toMatchObject({ isRequired: true });
    const first = await signIn('nora@acme.example', 'nine quiet herons by the lake');
    expect(first.json()).toMatchObject({ account: null, url: '/servicedesk/customer/user/second-factor' });
    expect(await actions()).toContain('second-factor.policy-changed');
  });

  test('nobody is made who must have one when the account cannot be made', async () => {
    const helper = await portico.signIn(olivia);
    const refused = await call('POST', 'account', helper, {
      displayName: 'Alice again',
      email: 'alice@acme.example',
      password: 'nine quiet herons by the lake',
      requiresSecondFactor: true,
    });
    expect(refused.statusCode).toBe(409);
    expect(await portico.platform.db.selectFrom('factor_policy').select('id').execute()).toEqual([]);
  });

  test('is not for customers, nor for anybody who is not signed in', async () => {
    const customer = await portico.signIn(alice);
    const target = `account/${olivia.accountId}`;
    const calls = [
      ['GET', `${target}/second-factor`],
      ['POST', `${target}/second-factor/reset`],
      ['PUT', `${target}/second-factor`, { isRequired: true }],
      ['POST', `${target}/unlock`],
      ['GET', 'second-factor-policy'],
      ['PUT', 'second-factor-policy', { scope: 'site', scopeId: null, requirement: 'off', graceDays: 0 }],
    ] as const;
    for (const [method, path, payload] of calls) {
      expect((await call(method, path, customer, payload)).statusCode, `${method} ${path}`).toBe(403);
      expect((await call(method, path, {}, payload)).statusCode, `${method} ${path}`).toBe(401);
    }
    for (const [method, path] of [
      ['GET', 'second-factor'],
      ['POST', 'second-factor/recovery-codes'],
      ['POST', 'second-factor/passkey-options'],
      ['GET', 'session/confirm'],
      ['GET', 'sign-in/second-factor'],
      ['POST', 'sign-in/second-factor/mail-code'],
    ] as const) {
      expect((await call(method, path, {})).statusCode, `${method} ${path}`).toBe(401);
    }
  });
});
