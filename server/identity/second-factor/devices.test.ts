import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { cookiesOf } from '../testing-sign-in.ts';
import {
  alice,
  call,
  codeOf,
  inFactorWorld,
  olivia,
  password,
  portico,
  setUpTotp,
  signIn,
} from './testing-factor-world.ts';

inFactorWorld();

describe('a remembered browser', () => {
  test('F05: is not asked again for the account that it was remembered for, until it is forgotten', async () => {
    const { secret } = await setUpTotp(alice);
    const first = cookiesOf((await signIn()).headers['set-cookie']);
    const shown = await call(
      'POST',
      'sign-in/second-factor',
      { cookie: first },
      { totp: codeOf(secret), rememberDevice: true },
    );
    const device = /portico_device=[\w-]+/.exec(cookiesOf(shown.headers['set-cookie']))?.[0] ?? '';
    expect(device).not.toBe('');
    const again = await signIn('alice@acme.example', password, { cookie: device });
    expect(again.json().account).not.toBeNull();

    // Nobody else profits by it.
    const { secret: hers } = await setUpTotp(olivia);
    expect(hers).not.toBe(secret);
    const olivias = await signIn('olivia@desk.example', 'the other long evening', { cookie: device });
    expect(olivias.json().account).toBeNull();

    const headers = { cookie: cookiesOf(again.headers['set-cookie']) };
    const { devices } = (await call('GET', 'second-factor', headers)).json();
    expect(devices).toHaveLength(1);
    // Somebody else's is not theirs to forget.
    const stranger = await portico.signIn(olivia);
    expect((await call('DELETE', `second-factor/device/${devices[0].id}`, stranger)).statusCode).toBe(404);
    expect((await call('DELETE', `second-factor/device/${devices[0].id}`, headers)).statusCode).toBe(204);
    expect((await signIn('alice@acme.example', password, { cookie: device })).json().account).toBeNull();
  });

  test('F05: is no proof for sensitive acts', async () => {
    const { secret } = await setUpTotp(alice);
    const first = cookiesOf((await signIn()).headers['set-cookie']);
    const remembered = await call(
      'POST',
      'sign-in/second-factor',
      { cookie: first },
      { totp: codeOf(secret), rememberDevice: true },
    );
    const session = cookiesOf(remembered.headers['set-cookie']);
    await portico.platform.db
      .updateTable('session')
      .set({ verified_at: sql`now() - interval '1 hour'` })
      .execute();
    const refused = await call('POST', 'second-factor/recovery-codes', { cookie: session });
    expect(refused.statusCode).toBe(403);
    expect(refused.json().errors).toEqual({ confirm: 'Confirm first that it is you.' });
  });
});
