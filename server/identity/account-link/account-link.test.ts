import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readMails } from '../../platform/mail/testing-mail.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { AccountSummary } from '../accounts/store.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';

let portico: TestApp;
let idp: TestIdp;
/** admits everybody with a verified address, and speaks for no domain */
let open: Provider;
let paul: AccountSummary;

const password = 'a long and quiet evening';

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.open.example/metadata');
  open = await addSamlProvider(portico, idp, { name: 'Open', domains: [], admits: 'all' });
});

afterAll(async () => {
  await portico.close();
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['account_link', 'identity', 'mail_message', 'throttle', 'account'] as const) {
    await db.deleteFrom(table).execute();
  }
  await db.updateTable('identity_provider').set({ is_enabled: true, admits_staff: false }).execute();
  paul = await portico.createAccount({ email: 'paul@small.example', displayName: 'Paul', password });
});

/** A browser that has come back from the provider, and is asked for proof. */
interface Asked {
  readonly token: string;
  readonly cookie: string;
}

async function comeBack(nameId = 'p-1', destination?: string): Promise<Asked> {
  const journey = await leaveForSaml(portico, open, destination);
  const attributes = { mail: 'paul@small.example', displayName: 'Paul Small' };
  const { location, cookie } = await finishSaml(
    portico,
    journey,
    responseXml(idp, answerTo(journey, { nameId, attributes })),
  );
  expect(location).toMatch(/^\/servicedesk\/customer\/user\/link\/[\w-]{43}$/);
  expect(cookie).not.toContain('portico_session');
  return { token: location.split('/').at(-1) ?? '', cookie };
}

function ask({ token, cookie }: Asked) {
  return portico.app.inject({ url: `/rest/portico/1/account-link/${token}`, headers: { cookie } });
}

function post({ token, cookie }: Asked, step: 'code' | 'prove', payload?: object) {
  return portico.app.inject({
    method: 'POST',
    url: `/rest/portico/1/account-link/${token}/${step}`,
    headers: { cookie, origin: portico.platform.config.url.origin },
    ...(payload && { payload }),
  });
}

/** The mails to somebody, newest first. */
async function mailsTo(address: string) {
  return (await readMails(portico.platform)).filter(({ toAddress }) => toAddress === address);
}

async function mailedCode(): Promise<string> {
  const [mail] = await mailsTo('paul@small.example');
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  if (!code) throw new Error('no code was mailed');
  return code;
}

async function whoIs(setCookie: string | string[] | undefined): Promise<string | undefined> {
  const response = await portico.app.inject({
    url: '/rest/portico/1/session',
    headers: { cookie: cookiesOf(setCookie) },
  });
  return response.json().account?.accountId;
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the mailed code links the sign-in to the account, opens its session, and its owner is told', async () => {
  const asked = await comeBack('p-1', '/servicedesk/customer/portal/1');
  expect((await ask(asked)).json()).toMatchObject({
    providerName: 'Open',
    email: 'paul@small.example',
    takesCode: true,
    codeSentAt: null,
    triesLeft: 5,
  });
  expect((await post(asked, 'code')).statusCode).toBe(204);
  const proved = await post(asked, 'prove', { code: await mailedCode() });
  expect(proved.json()).toEqual({ url: '/servicedesk/customer/portal/1' });
  expect(await whoIs(proved.headers['set-cookie'])).toBe(paul.accountId);

  const [notice] = await mailsTo('paul@small.example');
  expect(notice).toMatchObject({ template: 'account.linked' });
  expect(notice?.text).toContain('Open');

  const { db } = portico.platform;
  const trace = await db
    .selectFrom('sign_in_trace')
    .select(['outcome', 'steps'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(trace.outcome).toBe('succeeded');
  expect(JSON.stringify(trace.steps)).toContain('"proof"');

  // From now on it is known, and nothing is asked.
  const journey = await leaveForSaml(portico, open);
  const attributes = { mail: 'paul@small.example' };
  const again = await finishSaml(
    portico,
    journey,
    responseXml(idp, answerTo(journey, { nameId: 'p-1', attributes })),
  );
  expect(again.location).toBe('/servicedesk/customer/portals');
});

test('the password of the account proves as much', async () => {
  const asked = await comeBack();
  const wrong = await post(asked, 'prove', { password: 'not this one, sorry' });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.json().errors.password).toContain('not the password');
  const proved = await post(asked, 'prove', { password });
  expect(await whoIs(proved.headers['set-cookie'])).toBe(paul.accountId);
  // Who knows the password is not asked to give it up.
  const kept = await portico.platform.db.selectFrom('password_credential').selectAll().execute();
  expect(kept).toHaveLength(1);
});

test('the password of another account proves nothing', async () => {
  await portico.createAccount({ email: 'mallory@small.example', password: 'the password of mallory' });
  const asked = await comeBack();
  expect((await post(asked, 'prove', { password: 'the password of mallory' })).statusCode).toBe(400);
});

test('L06: the proof is good for the sign-in and the browser that it was asked for, and for no other', async () => {
  const mine = await comeBack('p-1');
  const theirs = await comeBack('mallory');
  await post(mine, 'code');
  const code = await mailedCode();
  expect((await post(theirs, 'prove', { code })).statusCode).toBe(400);
  // Mallory has the address of the page, but not the browser.
  const stolen = { token: mine.token, cookie: theirs.cookie };
  expect((await ask(stolen)).statusCode).toBe(404);
  expect((await post(stolen, 'code')).statusCode).toBe(404);
  expect((await post(stolen, 'prove', { code })).statusCode).toBe(404);
  expect((await ask({ token: mine.token, cookie: '' })).statusCode).toBe(404);
  const proved = await post(mine, 'prove', { code });
  expect(await whoIs(proved.headers['set-cookie'])).toBe(paul.accountId);
  const identities = await portico.platform.db.selectFrom('identity').select('subject').execute();
  expect(identities).toEqual([{ subject: 'p-1' }]);
});

test('L06: a code works once, of two at the same time too', async () => {
  const asked = await comeBack();
  await post(asked, 'code');
  const code = await mailedCode();
  const both = await Promise.all([post(asked, 'prove', { code }), post(asked, 'prove', { code })]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
  expect((await post(asked, 'prove', { code })).statusCode).toBe(404);
  const sessions = await portico.platform.db
    .selectFrom('session')
    .select('id')
    .where('account_id', '=', paul.id)
    .execute();
  expect(sessions).toHaveLength(1);
});

test('codes cannot be guessed: five tries, then the sign-in has to begin anew', async () => {
  const asked = await comeBack();
  expect((await post(asked, 'prove', { code: '000000' })).json().errors.code).toContain('No code was sent');
  await post(asked, 'code');
  const code = await mailedCode();
  for (let tries = 0; tries < 4; tries += 1) {
    expect((await post(asked, 'prove', { code: other(code) })).statusCode).toBe(400);
  }
  expect((await post(asked, 'prove', { code })).statusCode).toBe(429);
});

test('of many guesses at the same time no more are looked at than are allowed', async () => {
  const asked = await comeBack();
  await post(asked, 'code');
  const code = await mailedCode();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => post(asked, 'prove', { code: other(code) })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 400)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7);
});

test('the fifth try counts as much as the first', async () => {
  const asked = await comeBack();
  await post(asked, 'code');
  const code = await mailedCode();
  for (let tries = 0; tries < 4; tries += 1) await post(asked, 'prove', { code: other(code) });
  expect((await post(asked, 'prove', { code })).statusCode).toBe(200);
});

test('a newer code takes the place of the one before, and there are three at most', async () => {
  const asked = await comeBack();
  await post(asked, 'code');
  const first = await mailedCode();
  await post(asked, 'code');
  const second = await mailedCode();
  if (first !== second) expect((await post(asked, 'prove', { code: first })).statusCode).toBe(400);
  expect((await post(asked, 'code')).statusCode).toBe(204);
  expect((await post(asked, 'code')).statusCode).toBe(409);
  expect((await ask(asked)).json()).toMatchObject({ canSendCode: false });
});

test('nobody is flooded with codes, however often somebody signs in', async () => {
  const statuses = [];
  for (let round = 0; round < 7; round += 1) {
    statuses.push((await post(await comeBack(`m-${round}`), 'code')).statusCode);
  }
  expect(statuses).toEqual([204, 204, 204, 204, 204, 204, 429]);
});

test('L08: whoever made the account with this address before its owner came loses password and sessions', async () => {
  const squatter = await portico.signIn(paul);
  const asked = await comeBack();
  await post(asked, 'code');
  await post(asked, 'prove', { code: await mailedCode() });
  const passwords = await portico.platform.db.selectFrom('password_credential').selectAll().execute();
  expect(passwords).toEqual([]);
  expect(await whoIs(squatter.cookie)).toBeUndefined();
});

test('a mailbox is not enough for the account of somebody who works here', async () => {
  await portico.platform.db.updateTable('identity_provider').set({ admits_staff: true }).execute();
  await portico.platform.db
    .updateTable('account')
    .set({ is_administrator: true })
    .where('id', '=', paul.id)
    .execute();
  const asked = await comeBack();
  expect((await ask(asked)).json()).toMatchObject({ takesCode: false, canSendCode: false });
  expect((await post(asked, 'code')).statusCode).toBe(409);
  expect(await mailsTo('paul@small.example')).toEqual([]);
  const proved = await post(asked, 'prove', { password });
  expect(proved.json()).toEqual({ url: '/projects' });
});

test('what changes meanwhile counts: provider disabled, account deactivated, time over', async () => {
  const { db } = portico.platform;
  const asked = await comeBack();
  await db.updateTable('identity_provider').set({ is_enabled: false }).execute();
  expect((await post(asked, 'prove', { password })).statusCode).toBe(404);
  await db.updateTable('identity_provider').set({ is_enabled: true }).execute();
  await db.updateTable('account').set({ is_active: false }).where('id', '=', paul.id).execute();
  expect((await post(asked, 'prove', { password })).statusCode).toBe(404);
  await db.updateTable('account').set({ is_active: true }).where('id', '=', paul.id).execute();
  await db
    .updateTable('identity_provider')
    .set({ admits: 'groups', allowed_groups: ['customers'] })
    .execute();
  expect((await post(asked, 'prove', { password })).statusCode).toBe(409);
  await db.updateTable('identity_provider').set({ admits: 'all', allowed_groups: [] }).execute();
  await db
    .updateTable('account_link')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();
  expect((await ask(asked)).statusCode).toBe(404);
  expect(await db.selectFrom('identity').selectAll().execute()).toEqual([]);
});

test('neither code nor what the provider said is kept in the clear', async () => {
  const asked = await comeBack();
  await post(asked, 'code');
  const code = await mailedCode();
  const rows = await portico.platform.db.selectFrom('account_link').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('paul@small.example');
  expect(JSON.stringify(rows)).not.toContain(code);
  const mails = await portico.platform.db.selectFrom('mail_message').selectAll().execute();
  expect(JSON.stringify(mails)).not.toContain(code);
  const audit = await portico.platform.db.selectFrom('audit_event').selectAll().execute();
  expect(JSON.stringify(audit)).not.toContain(code);
});

test('a request that is neither code nor password, or both, is refused', async () => {
  const asked = await comeBack();
  expect((await post(asked, 'prove', {})).statusCode).toBe(400);
  expect((await post(asked, 'prove', { code: '123456', password })).statusCode).toBe(400);
});
