import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { readCookie } from './cookies.ts';
import { startSession, tightenSession, viewerOfToken } from './sessions.ts';

let portico: TestApp;
let twin: TestApp;
let twinUrl: string;

beforeAll(async () => {
  portico = await createTestApp({ config: { sessionIdleMinutes: 30, sessionMaxHours: 8 } });
  twin = await createTestApp({ database: portico.database });
  twinUrl = await twin.app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await twin?.close();
  await portico?.close();
});

const root = '/rest/portico/1';

function send(method: 'GET' | 'DELETE' | 'PUT', url: string, headers = {}, payload?: object) {
  return portico.app.inject({ method, url: root + url, headers, ...(payload && { payload }) });
}

describe('the limits of a session', () => {
  it('are the strictest of site, provider and portal; over them it answers 401 and its cookie is cleared', async () => {
    const { db, config } = portico.platform;
    const account = await portico.createAccount();
    const browser = { address: null, userAgent: null, config };
    const limits = { idleMinutes: 10, maxHours: 2 };
    const { token, cookie } = await startSession(db, { accountId: account.id, ...browser, limits });
    expect(cookie).toContain('Max-Age=7200');
    const viewer = await viewerOfToken(db, token, config, null);
    if (!viewer || viewer === 'over') throw new Error('The session should be open');
    await tightenSession(db, viewer, { idleMinutes: 5, maxHours: 1 });
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where('id', '=', viewer.sessionId)
      .executeTakeFirstOrThrow();
    expect(row.idle_minutes).toBe(5);
    expect(row.expires_at.getTime() - row.created_at.getTime()).toBe(3_600_000);
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(Date.now() - 6 * 60_000) })
      .where('id', '=', viewer.sessionId)
      .execute();
    const response = await send('GET', '/session/mine', { cookie: cookie.split(';', 1)[0] });
    expect(response.statusCode).toBe(401);
    expect(String(response.headers['set-cookie'])).toMatch(/^portico_session=; .*Max-Age=0/);
  });

  it('end a session that is older than a portal allows', async () => {
    const { db } = portico.platform;
    const account = await portico.createAccount();
    const session = await portico.signIn(account);
    const token = readCookie(session.cookie, 'portico_session') ?? '';
    await db
      .updateTable('session')
      .set({ created_at: new Date(Date.now() - 2 * 3_600_000) })
      .where('account_id', '=', account.id)
      .execute();
    const viewer = await viewerOfToken(db, token, portico.platform.config, null);
    if (!viewer || viewer === 'over') throw new Error('The session should be open');
    await expect(tightenSession(db, viewer, { idleMinutes: null, maxHours: 1 })).rejects.toThrow('longer');
    expect((await send('GET', '/session/mine', session)).statusCode).toBe(401);
  });
});

describe('a session that is ended', () => {
  it('loses its stream in another process, and is nobody’s there from then on', async () => {
    const account = await portico.createAccount();
    const admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    const { cookie } = await portico.signIn(account);
    const stream = await fetch(`${twinUrl}/events?topic=account:${account.accountId}`, {
      headers: { cookie },
    });
    expect(stream.status).toBe(200);
    const reader = stream.body?.getReader();
    let text = '';
    while (!text.includes('event: ready')) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) throw new Error('The stream ended before it began');
      text += Buffer.from(value ?? []).toString();
    }
    const url = `/account/${account.accountId}/session`;
    const [listed] = (await send('GET', url, admin)).json().sessions;
    expect((await send('DELETE', `${url}/${listed.id}`, admin)).statusCode).toBe(204);
    // Long before the next heartbeat, after which it would end by itself.
    let isDone = false;
    while (!isDone) isDone = (await reader?.read())?.done ?? true;
    const after = await fetch(`${twinUrl}${root}/session/mine`, { headers: { cookie } });
    expect(after.status).toBe(401);
  });
});

describe('lists of sessions', () => {
  it('show people their own, and let them end one or all others', async () => {
    const account = await portico.createAccount();
    const here = await portico.signIn(account);
    await portico.signIn(account);
    await portico.signIn(account);
    const { sessions } = (await send('GET', '/session/mine', here)).json();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ address: '127.0.0.1', providerName: null, browser: null });
    const other = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    const stranger = await portico.signIn(await portico.createAccount());
    expect((await send('DELETE', `/session/mine/${other.id}`, stranger)).statusCode).toBe(404);
    expect((await send('DELETE', `/session/mine/${other.id}`, here)).statusCode).toBe(204);
    expect((await send('DELETE', '/session/mine', here)).statusCode).toBe(400);
    expect((await send('DELETE', '/session/mine?others=true', here)).statusCode).toBe(204);
    expect((await send('GET', '/session/mine', here)).json().sessions).toHaveLength(1);
  });

  it('are for their own people and for administrators alone', async () => {
    const account = await portico.createAccount();
    const own = await portico.signIn(account);
    const admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
    const of = `/account/${account.accountId}/session`;
    for (const [method, url] of [
      ['GET', of],
      ['DELETE', `${of}/1`],
      ['DELETE', of],
    ] as const) {
      expect((await send(method, url)).statusCode).toBe(401);
      expect((await send(method, url, own)).statusCode).toBe(403);
    }
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await send(method, '/session/mine')).statusCode).toBe(401);
    }
    expect((await send('DELETE', of, admin)).statusCode).toBe(204);
    expect((await send('GET', '/session/mine', own)).statusCode).toBe(401);
    expect((await send('GET', '/account/nobody/session', admin)).statusCode).toBe(404);
  });
});

it('F08: a session that an attacker has fixed is worth nothing after its person became an administrator', async () => {
  const account = await portico.createAccount();
  const fixed = await portico.signIn(account);
  const admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
  await send('PUT', `/account/${account.accountId}`, admin, { isAdministrator: true });
  expect((await send('GET', '/session/mine', fixed)).statusCode).toBe(401);
});
