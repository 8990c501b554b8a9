import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { responseXml } from '../saml/testing-idp.ts';
import { answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import {
  acme,
  alice,
  call,
  codeOf,
  decide,
  idp,
  inFactorWorld,
  mailedCode,
  olivia,
  other,
  password,
  portico,
  setUpTotp,
  signIn,
  whoIs,
} from './testing-factor-world.ts';

inFactorWorld();

describe('who needs one', () => {
  test('a required one is shown by a mailed code, by those who have nothing else', async () => {
    expect((await decide('site', 'required')).statusCode).toBe(200);
    const cookie = cookiesOf((await signIn()).headers['set-cookie']);
    expect((await call('GET', 'sign-in/second-factor', { cookie })).json()).toMatchObject({
      ways: ['mail'],
      canSetUp: ['passkey', 'totp'],
      email: 'alice@acme.example',
    });
    expect((await call('POST', 'sign-in/second-factor/mail-code', { cookie })).statusCode).toBe(204);
    const code = await mailedCode();
    const wrong = await call(
      'POST',
      'sign-in/second-factor',
      { cookie },
      { mailCode: code === '000000' ? '1' : '000000' },
    );
    expect(wrong.statusCode).toBe(400);
    const shown = await call('POST', 'sign-in/second-factor', { cookie }, { mailCode: code });
    expect(await whoIs(cookiesOf(shown.headers['set-cookie']))).toBe(alice.accountId);
  });

  test('a mailed code is good for its own sign-in, once', async () => {
    await decide('site', 'required');
    const [mine, theirs] = [
      cookiesOf((await signIn()).headers['set-cookie']),
      cookiesOf((await signIn()).headers['set-cookie']),
    ];
    await call('POST', 'sign-in/second-factor/mail-code', { cookie: mine ?? '' });
    const mailCode = await mailedCode();
    expect(
      (await call('POST', 'sign-in/second-factor', { cookie: theirs ?? '' }, { mailCode })).statusCode,
    ).toBe(400);
    const both = await Promise.all([
      call('POST', 'sign-in/second-factor', { cookie: mine ?? '' }, { mailCode }),
      call('POST', 'sign-in/second-factor', { cookie: mine ?? '' }, { mailCode }, other),
    ]);
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test('who must set one up does so on the way in, and gets recovery codes', async () => {
    await decide('site', 'required');
    const cookie = cookiesOf((await signIn()).headers['set-cookie']);
    const { id, secret } = (await call('POST', 'second-factor/totp', { cookie }, { name: 'Phone' })).json();
    const confirmed = await call(
      'POST',
      `second-factor/totp/${id}/confirm`,
      { cookie },
      { code: codeOf(secret) },
    );
    expect(confirmed.json()).toMatchObject({ url: '/servicedesk/customer/portals' });
    expect(confirmed.json().recoveryCodes).toHaveLength(10);
    expect(await whoIs(cookiesOf(confirmed.headers['set-cookie']))).toBe(alice.accountId);
  });

  test('whoever signs in anew is no longer who was signed in: nothing is set up for somebody else', async () => {
    const olivias = await portico.signIn(olivia);
    await decide('site', 'required');
    const first = await signIn('alice@acme.example', password, { cookie: olivias.cookie });
    const given = cookiesOf(first.headers['set-cookie']);
    expect(await whoIs(olivias.cookie)).toBeUndefined();
    const cookie = `${olivias.cookie}; ${/portico_pending=[\w-]+/.exec(given)?.[0]}`;
    const { id } = (await call('POST', 'second-factor/totp', { cookie }, { name: 'Phone' })).json();
    const row = await portico.platform.db
      .selectFrom('totp_factor')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.account_id).toBe(alice.id);
  });

  test('can put it off as long as the rule says, and an administrator can let one person in', async () => {
    await decide('site', 'required', null, 7);
    const asked = await signIn();
    expect(asked.json().account).not.toBeNull();
    expect(asked.json().url).toContain('/servicedesk/customer/user/security?asked=1');
    await portico.platform.db
      .updateTable('account')
      .set({ factor_asked_at: sql`now() - interval '8 days'` })
      .execute();
    expect((await signIn()).json().account).toBeNull();
    const helper = await portico.signIn(olivia);
    const skipped = await call('PUT', `account/${alice.accountId}/second-factor`, helper, { skipDays: 2 });
    expect(skipped.json().skippedUntil).toMatch(/^\d{4}-/);
    expect((await signIn()).json().account).not.toBeNull();
  });

  test('the strictest rule counts: staff, provider, organization and single accounts', async () => {
    const { db } = portico.platform;
    const isAsked = async () => (await signIn()).json().account === null;
    await decide('staff', 'required');
    expect(await isAsked()).toBe(false);
    await decide('staff', null);

    const organization = await db
      .insertInto('organization')
      .values({ name: 'Acme' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await decide('organization', 'required', organization.id);
    expect(await isAsked()).toBe(false);
    await db
      .insertInto('organization_member')
      .values({ organization_id: organization.id, account_id: alice.id, origin: 'manual' })
      .execute();
    expect(await isAsked()).toBe(true);
    await decide('organization', null, organization.id);
    expect(await isAsked()).toBe(false);

    const helper = await portico.signIn(olivia);
    await call('PUT', `account/${alice.accountId}/second-factor`, helper, { isRequired: true });
    expect(await isAsked()).toBe(true);
    await call('PUT', `account/${alice.accountId}/second-factor`, helper, { isRequired: false });
    expect(await isAsked()).toBe(false);

    // Switched off for the site, nobody is asked, not even those who have one.
    await setUpTotp(alice);
    expect(await isAsked()).toBe(true);
    await decide('site', 'off');
    expect(await isAsked()).toBe(false);
  });

  test('comes on top of a company’s login, unless the company has asked for it and is believed', async () => {
    await decide('provider', 'required', acme.id);
    const through = async (context?: string) => {
      const journey = await leaveForSaml(portico, acme);
      const attributes = {
        mail: 'alice@acme.example',
        ...(context && { 'http://schemas.microsoft.com/claims/authnmethodsreferences': context }),
      };
      return finishSaml(
        portico,
        journey,
        responseXml(idp, answerTo(journey, { nameId: 'alice', attributes })),
      );
    };
    const multiple = 'http://schemas.microsoft.com/claims/multipleauthn';
    expect((await through()).location).toBe('/servicedesk/customer/user/second-factor');
    // It says so, but nobody decided that it is to be believed.
    expect((await through(multiple)).location).toBe('/servicedesk/customer/user/second-factor');
    await portico.platform.db.updateTable('identity_provider').set({ trusts_factor: true }).execute();
    expect((await through()).location).toBe('/servicedesk/customer/user/second-factor');
    const believed = await through(multiple);
    expect(believed.location).toBe('/servicedesk/customer/portals');
    expect(await whoIs(believed.cookie)).toBe(alice.accountId);
  });
});
