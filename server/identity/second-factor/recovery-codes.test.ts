import { describe, expect, test } from 'vitest';
import { cookiesOf } from '../testing-sign-in.ts';
import {
  alice,
  call,
  inFactorWorld,
  mailTexts,
  other,
  portico,
  setUpTotp,
  signIn,
} from './testing-factor-world.ts';

inFactorWorld();

describe('recovery codes', () => {
  test('F03: work once each, are kept as hashes, and new ones end the old', async () => {
    const { recoveryCodes } = await setUpTotp(alice);
    const rows = await portico.platform.db.selectFrom('recovery_code').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[0]);
    const use = async (code: string | undefined) => {
      const cookie = cookiesOf((await signIn()).headers['set-cookie']);
      return call('POST', 'sign-in/second-factor', { cookie }, { recoveryCode: code ?? '' });
    };
    const used = await use(recoveryCodes[0]?.toLowerCase().replaceAll('-', ' '));
    expect(used.statusCode).toBe(200);
    expect((await mailTexts())[0]).toContain('recovery code');
    expect((await use(recoveryCodes[0])).statusCode).toBe(400);

    const headers = { cookie: cookiesOf(used.headers['set-cookie']) };
    expect((await call('GET', 'second-factor', headers)).json().recoveryCodesLeft).toBe(9);
    const renewed = (await call('POST', 'second-factor/recovery-codes', headers)).json().recoveryCodes;
    expect((await use(recoveryCodes[1])).statusCode).toBe(400);
    expect((await use(renewed[0])).statusCode).toBe(200);
  });

  test('F03: of two requests with the same one, one gets through', async () => {
    const { recoveryCodes } = await setUpTotp(alice);
    const waits = await Promise.all([signIn(), signIn()]);
    const both = await Promise.all(
      waits.map(({ headers }, index) =>
        call(
          'POST',
          'sign-in/second-factor',
          { cookie: cookiesOf(headers['set-cookie']) },
          { recoveryCode: recoveryCodes[0] ?? '' },
          index === 0 ? portico : other,
        ),
      ),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400]);
  });
});
