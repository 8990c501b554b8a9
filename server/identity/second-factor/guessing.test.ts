import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { responseXml } from '../saml/testing-idp.ts';
import { answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import {
  acme,
  actions,
  alice,
  call,
  codeOf,
  idp,
  inFactorWorld,
  mailTexts,
  olivia,
  other,
  portico,
  setUpTotp,
  signIn,
} from './testing-factor-world.ts';

inFactorWorld();

describe('guessing', () => {
  test('F02: is counted per account across browsers, kinds and processes, and locks it for a while', async () => {
    const { secret, recoveryCodes } = await setUpTotp(alice);
    const statuses: number[] = [];
    for (let round = 0; round < 11; round += 1) {
      const cookie = cookiesOf((await signIn()).headers['set-cookie']);
      const guess = round % 2 === 0 ? { totp: '000000' } : { recoveryCode: 'AAAA-AAAA-AAAA' };
      const on = round % 3 === 0 ? other : portico;
      statuses.push((await call('POST', 'sign-in/second-factor', { cookie }, guess, on)).statusCode);
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429]);
    expect(await actions()).toContain('second-factor.locked');
    expect((await mailTexts())[0]).toContain('locked for a while');
    // Locked: the right ones do not help now, nor does beginning anew.
    expect((await signIn()).statusCode).toBe(429);

    const helper = await portico.signIn(olivia);
    const shown = await call('GET', `account/${alice.accountId}/second-factor`, helper);
    expect(shown.json().lockedUntil).toMatch(/^\d{4}-/);
    const unlocked = await call('POST', `account/${alice.accountId}/unlock`, helper);
    expect(unlocked.json()).toMatchObject({ lockedUntil: null });
    const cookie = cookiesOf((await signIn()).headers['set-cookie']);
    expect(
      (await call('POST', 'sign-in/second-factor', { cookie }, { totp: codeOf(secret) })).statusCode,
    ).toBe(200);
    expect(recoveryCodes).toHaveLength(10);
  });

  test('a locked account is not let in through a company’s login either, and its owner reads why', async () => {
    const journey = await leaveForSaml(portico, acme);
    await portico.platform.db
      .updateTable('account')
      .set({ locked_until: sql`now() + interval '10 minutes'` })
      .where('id', '=', alice.id)
      .execute();
    const attributes = { mail: 'alice@acme.example' };
    const { location, cookie } = await finishSaml(
      portico,
      journey,
      responseXml(idp, answerTo(journey, { nameId: 'alice', attributes })),
    );
    expect(location).toContain('/servicedesk/customer/user/login?error=account_locked');
    expect(cookie).not.toContain('portico_session');
  });

  test('of many guesses at the same time no more are looked at than are allowed', async () => {
    await setUpTotp(alice);
    const waits = [];
    for (let round = 0; round < 16; round += 1) waits.push(await signIn());
    const answers = await Promise.all(
      waits.map(({ headers }) =>
        call(
          'POST',
          'sign-in/second-factor',
          { cookie: cookiesOf(headers['set-cookie']) },
          { totp: '000000' },
        ),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 400)).toHaveLength(10);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(6);
  });
});
