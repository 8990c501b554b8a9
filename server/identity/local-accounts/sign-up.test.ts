import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { addProvider, cookiesOf } from '../testing-sign-in.ts';
import { answerAll, letSignUp, mailedToken, mailsTo, waitingAnswers } from './testing-mail.ts';

let portico: TestApp;
let other: TestApp;

const password = 'nine small otters swim';
const newcomer = { email: 'nina@small.example', displayName: 'Nina Small' };

beforeAll(async () => {
  portico = await createTestApp();
  other = await createTestApp({ database: portico.database });
  await addProvider(portico, {
    protocol: 'oidc',
    name: 'Acme',
    domains: ['acme.example'],
    oidc: { issuer: 'http://127.0.0.1:9', clientId: 'portico', clientSecret: 'not so secret' },
  });
});

afterAll(async () => {
  await other.close();
  await portico.close();
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['mailed_link', 'mail_message', 'throttle', 'account'] as const) {
    await db.deleteFrom(table).execute();
  }
  await letSignUp(portico, null, 'open');
});

function post(path: string, payload: object, app = portico, cookie = '') {
  return app.app.inject({
    method: 'POST',
    url: `/rest/portico/1/${path}`,
    headers: { origin: app.platform.config.url.origin, cookie },
    payload,
  });
}

async function signUp(typed: object = newcomer): Promise<string> {
  const response = await post('sign-up', typed);
  expect(response.json()).toEqual({ method: 'mail' });
  await answerAll(portico);
  return mailedToken(portico, newcomer.email);
}

async function accountsOf(email: string) {
  return portico.platform.db.selectFrom('account').selectAll().where('email', '=', email).execute();
}

test('signing up: the account is made when the mailed link is used, verified, and signed in', async () => {
  const token = await signUp({
    ...newcomer,
    destination: '/servicedesk/customer/user/requests',
    locale: 'de',
  });
  expect(await accountsOf(newcomer.email)).toEqual([]);
  expect((await post('sign-up/link', { token })).json()).toMatchObject({
    kind: 'sign-up',
    email: newcomer.email,
    displayName: 'Nina Small',
    invitedBy: null,
  });
  const finished = await post('sign-up/finish', { token, displayName: 'Nina S.', password });
  expect(finished.json()).toEqual({ url: '/servicedesk/customer/user/requests' });
  const [account] = await accountsOf(newcomer.email);
  expect(account).toMatchObject({ display_name: 'Nina S.', locale: 'de', is_administrator: false });
  expect(account?.email_verified_at).toBeInstanceOf(Date);
  const session = await portico.app.inject({
    url: '/rest/portico/1/session',
    headers: { cookie: cookiesOf(finished.headers['set-cookie']) },
  });
  expect(session.json().account.displayName).toBe('Nina S.');
  const again = await post('sign-in/password', { email: newcomer.email, password });
  expect(again.statusCode).toBe(200);
});

test('L08: a sign-up leaves nothing under the address before its owner has shown the mailbox', async () => {
  await post('sign-up', newcomer);
  await answerAll(portico);
  expect(await accountsOf(newcomer.email)).toEqual([]);
  expect((await post('sign-in/password', { email: newcomer.email, password })).statusCode).toBe(401);
});

test('the mail tells a stranger nothing that was typed, so that nobody writes to strangers through it', async () => {
  await signUp({ ...newcomer, displayName: 'Win money at http://spam.example' });
  const [mail] = await mailsTo(portico, newcomer.email);
  expect(mail?.template).toBe('account.sign-up');
  expect(JSON.stringify(mail)).not.toContain('spam.example');
});

test('the mail is written in the language of the page', async () => {
  await signUp({ ...newcomer, locale: 'de' });
  expect((await mailsTo(portico, newcomer.email))[0]?.subject).toContain('fertigstellen');
});

describe('F10: nobody learns whether an address has an account', () => {
  const asks = [
    ['sign-up', { ...newcomer }],
    ['password-reset', { email: newcomer.email }],
  ] as const;

  test.each(asks)('%s: same words, same status, same work, whatever the address', async (path, body) => {
    const seen: unknown[] = [];
    for (const state of ['unknown', 'known', 'deactivated', 'without a password'] as const) {
      await portico.platform.db.deleteFrom('throttle').execute();
      await portico.platform.db.deleteFrom('account').execute();
      if (state !== 'unknown') {
        const account = await portico.createAccount({
          ...newcomer,
          ...(state !== 'without a password' && { password }),
        });
        if (state === 'deactivated') {
          await portico.platform.db
            .updateTable('account')
            .set({ is_active: false })
            .where('id', '=', account.id)
            .execute();
        }
      }
      const { db } = portico.platform;
      const before = await db.selectFrom('audit_event').select('id').execute();
      const statements = countStatements(portico);
      const response = await post(path, body);
      const asked = statements.stop();
      const { date: _, 'x-request-id': __, ...headers } = response.headers;
      const waiting = await waitingAnswers(portico);
      const throttles = await db.selectFrom('throttle').select(['key', 'count']).orderBy('key').execute();
      expect(await db.selectFrom('audit_event').select('id').execute()).toHaveLength(before.length);
      expect(await db.selectFrom('mail_message').select('id').execute()).toEqual([]);
      expect(asked.length).toBeGreaterThan(1);
      seen.push({
        status: response.statusCode,
        body: response.body,
        headers,
        asked,
        waiting: waiting.map(({ task, payload }) => ({ task, payload })),
        throttles,
      });
      await answerAll(portico);
      await db.deleteFrom('mail_message').execute();
    }
    expect(seen).toHaveLength(4);
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ waiting: [{}] });
  });

  test('the owner of an account is told that there is one, and no link is made', async () => {
    await portico.createAccount({ ...newcomer, password });
    await post('sign-up', newcomer);
    await answerAll(portico);
    expect((await mailsTo(portico, newcomer.email))[0]).toMatchObject({ template: 'account.sign-up-known' });
    expect(await portico.platform.db.selectFrom('mailed_link').selectAll().execute()).toEqual([]);
  });

  test('too many requests are refused alike, for known and unknown addresses', async () => {
    await portico.createAccount({ ...newcomer, password });
    for (const email of [newcomer.email, 'nobody@small.example']) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 5; tries += 1) {
        statuses.push((await post('sign-up', { ...newcomer, email })).statusCode);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 429]);
    }
  });

  test('one network asks for so much mail, whatever the addresses', async () => {
    let refused = 0;
    for (let number = 0; number < 32; number += 1) {
      const { statusCode } = await post('password-reset', { email: `n${number}@small.example` });
      if (statusCode === 429) refused += 1;
    }
    expect(refused).toBe(2);
    expect((await post('sign-up', newcomer)).statusCode).toBe(429);
  });
});

describe('F11: the link is for the mailbox alone', () => {
  test('it is kept as a hash, never logged, audited or shown, and is no part of an address that a server sees', async () => {
    const token = await signUp();
    const { db } = portico.platform;
    const tables = ['mailed_link', 'audit_event', 'throttle'] as const;
    for (const table of tables) {
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain(token);
    }
    const [mail] = await mailsTo(portico, newcomer.email);
    const link = new URL(/https?:\S+#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    expect(link.hash).toBe(`#${token}`);
    expect(link.pathname + link.search).not.toContain(token);
    const message = await db.selectFrom('mail_message').selectAll().executeTakeFirstOrThrow();
    expect(message.is_secret).toBe(true);
    expect(JSON.stringify({ ...message, sealed_body: '' })).not.toContain(token);
  });

  test('the mail goes to that address, and to no other', async () => {
    await signUp();
    const all = await portico.platform.db.selectFrom('mail_message').select('to_address').execute();
    expect(all).toEqual([{ to_address: newcomer.email }]);
  });

  test('looking at it does not use it up; using it does, of two processes at the same time, too', async () => {
    const token = await signUp();
    await post('sign-up/link', { token });
    const joining = { token, displayName: 'Nina', password };
    const both = await Promise.all([post('sign-up/finish', joining), post('sign-up/finish', joining, other)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404]);
    expect((await post('sign-up/finish', joining)).statusCode).toBe(404);
    expect((await post('sign-up/link', { token })).statusCode).toBe(404);
    expect(await accountsOf(newcomer.email)).toHaveLength(1);
  });

  test('it works for 24 hours', async () => {
    const token = await signUp();
    const { expires_at } = await portico.platform.db
      .selectFrom('mailed_link')
      .select('expires_at')
      .executeTakeFirstOrThrow();
    expect((expires_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
    await portico.platform.db
      .updateTable('mailed_link')
      .set({ expires_at: new Date(0) })
      .execute();
    expect((await post('sign-up/finish', { token, displayName: 'Nina', password })).statusCode).toBe(404);
  });
});

test('a refused password leaves the link as it was, and is said at the field', async () => {
  const token = await signUp();
  const refused = await post('sign-up/finish', { token, displayName: 'Nina', password: 'ninasmall1234' });
  expect(refused.statusCode).toBe(400);
  expect(refused.json().errors.password).toContain('name');
  expect((await post('password/check', { token, password: 'Password2024!' })).json().problem).toContain(
    'attackers',
  );
  expect((await post('password/check', { token, password })).json()).toEqual({ problem: null, fault: null });
  expect((await post('password/check', { password })).statusCode).toBe(401);
  expect((await post('password/check', { token: 'none', password })).statusCode).toBe(404);
  expect((await post('sign-up/finish', { token, displayName: 'Nina', password })).statusCode).toBe(200);
});

test('people whose company has a provider are led there, and get no account with a password', async () => {
  const response = await post('sign-up', { email: 'nina@acme.example', displayName: 'Nina' });
  expect(response.json()).toMatchObject({ method: 'redirect', providerName: 'Acme' });
  expect(response.json().url).toMatch(/^\/sso\/oidc\/\d+\/login/);
  expect(await waitingAnswers(portico)).toEqual([]);
});

test('a link from before the company had a provider makes no account any more', async () => {
  const token = await signUp();
  await portico.platform.db.updateTable('mailed_link').set({ email: 'nina@acme.example' }).execute();
  const refused = await post('sign-up/finish', { token, displayName: 'Nina', password });
  expect(refused.statusCode).toBe(409);
  expect(refused.json().errorMessages[0]).toContain('Acme');
});

describe('who may sign up', () => {
  test.each(['nobody', 'invited'] as const)('%s: nobody by themselves', async (who) => {
    await letSignUp(portico, null, who);
    expect((await post('sign-up', newcomer)).statusCode).toBe(403);
    const options = await portico.app.inject('/rest/portico/1/sign-up');
    expect(options.json()).toMatchObject({ isOffered: false });
  });

  test('nobody, when nothing was decided', async () => {
    await portico.platform.db.deleteFrom('sign_up_policy').execute();
    expect((await post('sign-up', newcomer)).statusCode).toBe(403);
  });

  test('people of listed domains, and no sub-domains or look-alikes', async () => {
    await letSignUp(portico, null, 'domains', ['small.example']);
    for (const domain of [
      'sub.small.example',
      'xsmall.example',
      'small.example.evil.example',
      'smаll.example',
    ]) {
      const { statusCode } = await post('sign-up', { ...newcomer, email: `nina@${domain}` });
      expect([domain, statusCode]).toEqual([domain, 400]);
    }
    expect((await post('sign-up', { ...newcomer, email: 'NINA@Small.Example' })).json().method).toBe('mail');
  });

  test('a link does not outlive the permission', async () => {
    const token = await signUp();
    await letSignUp(portico, null, 'invited');
    const refused = await post('sign-up/finish', { token, displayName: 'Nina', password });
    expect(refused.statusCode).toBe(409);
    expect(await accountsOf(newcomer.email)).toEqual([]);
  });
});

/** Counts what is asked of the database, by its words. */
function countStatements({ platform: { db } }: TestApp) {
  const executor = db.getExecutor();
  const original = executor.executeQuery.bind(executor);
  const asked: string[] = [];
  executor.executeQuery = (query, options) => {
    asked.push(query.sql);
    return original(query, options);
  };
  return {
    stop() {
      executor.executeQuery = original;
      return asked;
    },
  };
}
