import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMails } from '../../platform/mail/testing-mail.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import { addTotp, takeTotp } from './totp.ts';

let portico: TestApp;
/** another process on the same data */
let other: TestApp;
let idp: TestIdp;
let acme: Provider;
let alice: AccountSummary;
let olivia: AccountSummary;

const password = 'a long and quiet evening';

beforeAll(async () => {
  portico = await createTestApp();
  other = await createTestApp({
    database: portico.database,
    config: { sealingKeys: portico.platform.config.sealingKeys },
  });
  idp = await createTestIdp('https://idp.acme.example/metadata');
  acme = await addSamlProvider(portico, idp);
});

afterAll(async () => {
  await other.close();
  await portico.close();
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of [
    'factor_policy',
    'factor_settings',
    'identity',
    'mail_message',
    'throttle',
    'organization_member',
    'organization',
    'account',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
  await db.updateTable('identity_provider').set({ trusts_factor: false }).execute();
  alice = await portico.createAccount({ email: 'alice@acme.example', displayName: 'Alice', password });
  olivia = await portico.createAccount({
    email: 'olivia@desk.example',
    displayName: 'Olivia',
    password: 'the other long evening',
    isAdministrator: true,
  });
});

type Headers = Record<string, string>;

function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object,
  on = portico,
) {
  return on.app.inject({
    method,
    url: `/rest/portico/1/${path}`,
    headers: { origin: portico.platform.config.url.origin, ...headers },
    ...(payload && { payload }),
  });
}

function signIn(email = 'alice@acme.example', secret = password, headers: Headers = {}) {
  return call('POST', 'sign-in/password', headers, { email, password: secret });
}

async function whoIs(cookie: string): Promise<string | undefined> {
  return (await call('GET', 'session', { cookie })).json().account?.accountId;
}

/** The code that an authenticator app shows, `shift` seconds from now. */
function codeOf(secret: string, shift = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + shift * 1000 });
}

/** Sets up an app for an account, with the code of the step before the present one. Returns its secret. */
async function setUpTotp(account: AccountSummary): Promise<{ secret: string; recoveryCodes: string[] }> {
  const headers = await portico.signIn(account);
  const { id, secret } = (await call('POST', 'second-factor/totp', headers, { name: 'Phone' })).json();
  const confirmed = await call('POST', `second-factor/totp/${id}/confirm`, headers, {
    code: codeOf(secret, -30),
  });
  expect(confirmed.statusCode).toBe(200);
  return { secret, recoveryCodes: confirmed.json().recoveryCodes };
}

function decide(scope: string, requirement: string | null, scopeId: string | null = null, graceDays = 0) {
  return portico
    .signIn(olivia)
    .then((headers) =>
      call('PUT', 'second-factor-policy', headers, { scope, scopeId, requirement, graceDays }),
    );
}

async function actions(): Promise<string[]> {
  const rows = await portico.platform.db.selectFrom('audit_event').select('action').orderBy('id').execute();
  return rows.map(({ action }) => action);
}

async function mailTexts(): Promise<string[]> {
  return (await readMails(portico.platform)).map(({ text }) => text);
}

async function mailedCode(): Promise<string> {
  const code = /\b\d{6}\b/.exec((await mailTexts())[0] ?? '')?.[0];
  if (!code) throw new Error('no code was mailed');
  return code;
}

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

test('F15: no secret, code or password stands in the audit log', async () => {
  const { secret, recoveryCodes } = await setUpTotp(alice);
  const cookie = cookiesOf((await signIn()).headers['set-cookie']);
  const totp = codeOf(secret);
  await call('POST', 'sign-in/second-factor', { cookie }, { totp });
  const audit = JSON.stringify(await portico.platform.db.selectFrom('audit_event').selectAll().execute());
  for (const part of [secret, totp, password, ...recoveryCodes]) expect(audit).not.toContain(part);
});
