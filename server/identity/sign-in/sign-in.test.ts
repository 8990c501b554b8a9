import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, cookiesOf } from '../testing-sign-in.ts';

let portico: TestApp;
const password = 'nine small otters swim';

beforeAll(async () => {
  portico = await createTestApp({ config: { sessionIdleMinutes: 30, sessionMaxHours: 8 } });
});

beforeEach(async () => {
  await portico.platform.db.deleteFrom('throttle').execute();
});

afterAll(async () => {
  await portico?.close();
});

function post(url: string, payload: object, headers: Record<string, string> = {}) {
  return portico.app.inject({ method: 'POST', url, payload, headers });
}

async function whoIs(cookie: string) {
  const response = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  expect(response.statusCode).toBe(200);
  return response.json().account;
}

describe('finding out how to sign in', () => {
  it('sends people of a provider’s domain there, and others to the password', async () => {
    const idp = await createTestIdp('https://idp.acme.example/metadata');
    const provider = await addSamlProvider(portico, idp);
    await portico.createAccount({ email: 'known@acme.example' });
    for (const email of ['known@acme.example', 'unknown@ACME.example', ' x@acme.example ']) {
      const response = await post('/rest/portico/1/sign-in/discover', {
        email,
        destination: '/browse/HELP-1',
      });
      expect(response.json()).toEqual({
        method: 'redirect',
        providerName: 'Acme',
        url: `/sso/saml/${provider.id}/login?destination=%2Fbrowse%2FHELP-1`,
      });
    }
    await portico.createAccount({ email: 'known@northwind.example' });
    for (const email of ['known@northwind.example', 'unknown@northwind.example', 'x@sub.acme.example']) {
      expect((await post('/rest/portico/1/sign-in/discover', { email })).json()).toEqual({
        method: 'password',
      });
    }
    const evil = { email: 'x@acme.example', destination: 'https://evil.example' };
    expect((await post('/rest/portico/1/sign-in/discover', evil)).json().url).toBe(
      `/sso/saml/${provider.id}/login`,
    );
  });

  it('passes over a provider that is disabled', async () => {
    const idp = await createTestIdp('https://idp.off.example/metadata');
    await addSamlProvider(portico, idp, { domains: ['off.example'], isEnabled: false });
    expect((await post('/rest/portico/1/sign-in/discover', { email: 'x@off.example' })).json()).toEqual({
      method: 'password',
    });
  });

  it('says what is wrong with an address that is none', async () => {
    const response = await post('/rest/portico/1/sign-in/discover', { email: 'alice' });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors.email).toContain('name@company.com');
  });
});

describe('signing in with a password', () => {
  it('opens a session for the right one', async () => {
    const account = await portico.createAccount({ email: 'pat@northwind.example', password });
    const response = await post('/rest/portico/1/sign-in/password', {
      email: ' Pat@Northwind.example',
      password,
    });
    expect(response.statusCode).toBe(200);
    expect(response.json().account).toMatchObject({
      accountId: account.accountId,
      emailAddress: 'pat@northwind.example',
      isAdministrator: false,
      isAgent: false,
    });
    expect(response.headers['set-cookie']).toMatch(
      /^portico_session=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/,
    );
    expect(await whoIs(cookiesOf(response.headers['set-cookie']))).toEqual(response.json().account);
  });

  it('gives one answer to a wrong password, an unknown address, an account without a password and a deactivated one', async () => {
    await portico.createAccount({ email: 'right@northwind.example', password });
    await portico.createAccount({ email: 'none@northwind.example' });
    const gone = await portico.createAccount({ email: 'gone@northwind.example', password });
    const { db } = portico.platform;
    await db.updateTable('account').set({ is_active: false }).where('id', '=', gone.id).execute();
    const bodies = new Set<string>();
    for (const [email, tried] of [
      ['right@northwind.example', 'not the right one'],
      ['unknown@northwind.example', password],
      ['none@northwind.example', password],
      ['gone@northwind.example', password],
      ['not an address', password],
    ] as const) {
      const response = await post('/rest/portico/1/sign-in/password', { email, password: tried });
      expect(response.statusCode).toBe(401);
      expect(response.headers['set-cookie']).toBeUndefined();
      bodies.add(response.body);
    }
    expect([...bodies]).toHaveLength(1);
  });

  it('takes about the same time whether the account exists or not', async () => {
    await portico.createAccount({ email: 'timed@northwind.example', password });
    const fastest = new Map<string, number>();
    for (let index = 0; index < 6; index += 1) {
      for (const email of ['timed@northwind.example', 'nobody@northwind.example']) {
        const start = performance.now();
        await post('/rest/portico/1/sign-in/password', { email, password: 'wrong wrong wrong' });
        const took = performance.now() - start;
        // The first round warms up.
        if (index > 0) fastest.set(email, Math.min(took, fastest.get(email) ?? took));
      }
    }
    const known = fastest.get('timed@northwind.example') ?? 0;
    const unknown = fastest.get('nobody@northwind.example') ?? 0;
    // Without the work for nobody's sake the unknown one is several times faster.
    expect(unknown).toBeGreaterThan(known / 2.5);
  });

  /** Instead of waiting: what is counted is so much older. */
  const pass = (seconds: number) =>
    sql`update throttle set waits_until = waits_until - make_interval(secs => ${seconds})`.execute(
      portico.platform.db,
    );
  const tryIn = async (email: string, typed = 'wrong') => {
    const response = await post('/rest/portico/1/sign-in/password', { email, password: typed });
    return { status: response.statusCode, wait: Number(response.headers['retry-after'] ?? 0) };
  };
  /** The wait runs while a password is being checked. */
  function expectAbout(wait: number | undefined, seconds: number) {
    expect(wait).toBeGreaterThan(seconds - 5);
    expect(wait).toBeLessThanOrEqual(seconds);
  }
  async function failTimes(email: string, count: number) {
    for (let index = 0; index < count; index += 1) expect((await tryIn(email)).status).toBe(401);
  }

  it('waits ever longer after failed tries, for an account that exists as for one that does not', async () => {
    await portico.createAccount({ email: 'target@northwind.example', password });
    for (const email of ['target@northwind.example', 'nobody@northwind.example']) {
      await failTimes(email, 6);
      const waits: number[] = [];
      for (let index = 0; index < 4; index += 1) {
        const refused = await tryIn(email.toUpperCase());
        expect(refused.status).toBe(429);
        waits.push(refused.wait);
        await pass(refused.wait);
        expect((await tryIn(email)).status).toBe(401);
      }
      for (const [index, wait] of [5, 10, 20, 40].entries()) expectAbout(waits[index], wait);
    }
  });

  it('refuses the right password too while the wait lasts, takes it afterwards, and forgets the failed tries', async () => {
    const email = 'owner@northwind.example';
    await portico.createAccount({ email, password });
    await failTimes(email, 6);
    expect((await tryIn(email, password)).status).toBe(429);
    await pass(5);
    expect((await tryIn(email, password)).status).toBe(200);
    await failTimes(email, 6);
    expectAbout((await tryIn(email)).wait, 5);
  });

  it('waits per network, across accounts; who knows a password does not forgive the others’ tries', async () => {
    const email = 'honest@northwind.example';
    await portico.createAccount({ email, password });
    for (let index = 0; index < 50; index += 1) {
      await failTimes(`spray-${index}@northwind.example`, 1);
      if (index % 10 === 0) expect((await tryIn(email, password)).status).toBe(200);
    }
    await failTimes('spray-51@northwind.example', 1);
    const refused = await tryIn('spray-52@northwind.example');
    expect(refused.status).toBe(429);
    expectAbout(refused.wait, 10);
    await pass(10);
    expect((await tryIn(email, password)).status).toBe(200);
    await failTimes('spray-53@northwind.example', 1);
    expectAbout((await tryIn(email, password)).wait, 20);
  });

  it('is refused to other sites', async () => {
    await portico.createAccount({ email: 'csrf@northwind.example', password });
    const body = { email: 'csrf@northwind.example', password };
    const response = await post('/rest/portico/1/sign-in/password', body, { 'sec-fetch-site': 'cross-site' });
    expect(response.statusCode).toBe(403);
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('replaces the session that the browser had', async () => {
    const account = await portico.createAccount({ email: 'twice@northwind.example', password });
    const earlier = await portico.signIn(account);
    const body = { email: 'twice@northwind.example', password };
    const response = await post('/rest/portico/1/sign-in/password', body, earlier);
    expect(response.statusCode).toBe(200);
    expect(await whoIs(earlier.cookie)).toBeNull();
  });

  it('is audited, without the password', async () => {
    await portico.createAccount({ email: 'audited@northwind.example', password });
    await post('/rest/portico/1/sign-in/password', {
      email: 'audited@northwind.example',
      password: 'wrong one here',
    });
    await post('/rest/portico/1/sign-in/password', { email: 'audited@northwind.example', password });
    const events = await portico.platform.db
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['sign-in.succeeded', 'sign-in.refused']);
    expect(JSON.stringify(events)).not.toMatch(/wrong one here|otters/);
  });
});

describe('a session', () => {
  it('is nobody’s without a cookie, with an invented one and with garbage', async () => {
    for (const cookie of [
      '',
      'portico_session=',
      `portico_session=${'A'.repeat(43)}`,
      'portico_session=%00;;;=',
    ]) {
      expect(await whoIs(cookie)).toBeNull();
    }
  });

  it('ends by signing out, and its cookie is cleared', async () => {
    const session = await portico.signIn(await portico.createAccount());
    const response = await post('/rest/portico/1/sign-out', {}, session);
    expect(response.statusCode).toBe(200);
    expect(response.headers['set-cookie']).toMatch(/^portico_session=; Path=\/; Max-Age=0;/);
    expect(await whoIs(session.cookie)).toBeNull();
    expect((await post('/rest/portico/1/sign-out', {})).statusCode).toBe(200);
  });

  it('ends at its time, when idle for too long, and when the account is deactivated', async () => {
    const { db } = portico.platform;
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const ends = async (change: (accountId: string) => Promise<unknown>) => {
      const account = await portico.createAccount();
      const { cookie } = await portico.signIn(account);
      expect(await whoIs(cookie)).not.toBeNull();
      await change(account.id);
      return (await whoIs(cookie)) === null;
    };
    const change = (columns: { expires_at?: Date; last_seen_at?: Date }) => (id: string) =>
      db.updateTable('session').set(columns).where('account_id', '=', id).execute();
    expect(await ends(change({ expires_at: minutesAgo(0) }))).toBe(true);
    expect(await ends(change({ last_seen_at: minutesAgo(31) }))).toBe(true);
    expect(await ends(change({ last_seen_at: minutesAgo(29) }))).toBe(false);
    expect(
      await ends((id) => db.updateTable('account').set({ is_active: false }).where('id', '=', id).execute()),
    ).toBe(true);
  });

  it('notes that it was seen, at most once a minute', async () => {
    const { db } = portico.platform;
    const account = await portico.createAccount();
    const { cookie } = await portico.signIn(account);
    const seen = async () => {
      const row = await db
        .selectFrom('session')
        .select('last_seen_at')
        .where('account_id', '=', account.id)
        .executeTakeFirstOrThrow();
      return row.last_seen_at.getTime();
    };
    const first = await seen();
    await whoIs(cookie);
    expect(await seen()).toBe(first);
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(Date.now() - 90_000) })
      .where('account_id', '=', account.id)
      .execute();
    await whoIs(cookie);
    expect(Date.now() - (await seen())).toBeLessThan(5000);
  });

  it('is kept as a hash only', async () => {
    const account = await portico.createAccount();
    const { cookie } = await portico.signIn(account);
    const token = cookie.slice(cookie.indexOf('=') + 1);
    const rows = await portico.platform.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('preferences', () => {
  const put = (payload: object, headers: Record<string, string> = {}) =>
    portico.app.inject({ method: 'PUT', url: '/rest/portico/1/session/preferences', payload, headers });

  it('are kept for the signed-in account', async () => {
    const session = await portico.signIn(await portico.createAccount());
    expect((await put({ locale: 'de', timeZone: 'Europe/Berlin' }, session)).statusCode).toBe(204);
    expect(await whoIs(session.cookie)).toMatchObject({ locale: 'de', timeZone: 'Europe/Berlin' });
    expect((await put({ locale: null }, session)).statusCode).toBe(204);
    expect(await whoIs(session.cookie)).toMatchObject({ locale: null, timeZone: 'Europe/Berlin' });
  });

  it('are refused when they are none, and to nobody', async () => {
    const session = await portico.signIn(await portico.createAccount());
    const response = await put({ locale: 'not a language', timeZone: 'Mars/Olympus' }, session);
    expect(response.statusCode).toBe(400);
    expect(Object.keys(response.json().errors)).toEqual(['locale', 'timeZone']);
    expect((await put({ timeZone: '+02:00' }, session)).statusCode).toBe(400);
    expect((await put({ isAdministrator: true }, session)).statusCode).toBe(400);
    expect((await put({ locale: 'de' })).statusCode).toBe(401);
  });
});
