import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTransaction } from '../../platform/database/database.ts';
import { createTestApp, type TestApp } from '../../testing.ts';
import { inputOfProvider } from '../providers/json.ts';
import { changeProvider, requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';
import { prepareTest } from '../sign-in/test-start.ts';
import { addLyingOp, forgetEverybody, type LyingOp, startLyingOp } from './testing-lying-op.ts';

let portico: TestApp;
let op: LyingOp;
let provider: Provider;

beforeAll(async () => {
  portico = await createTestApp();
  op = await startLyingOp();
});

beforeEach(async () => {
  // Its own clock goes on; only what the time is can be set.
  vi.useFakeTimers({ toFake: ['Date'] });
  op.behave();
  await forgetEverybody(portico);
  provider = await addLyingOp(portico, op);
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(async () => {
  await Promise.all([op?.close(), portico?.close()]);
});

function fail() {
  op.lies.answers = (path, response) => {
    if (!path.includes('openid-configuration')) return false;
    response.writeHead(503).end();
    return true;
  };
}

function recover() {
  op.lies.answers = () => false;
}

async function leave(query = '', headers: Record<string, string> = {}): Promise<string> {
  const response = await portico.app.inject({ url: `/sso/oidc/${provider.id}/login${query}`, headers });
  return String(response.headers.location);
}

const asked = () => op.seen.filter(({ path }) => path.includes('openid-configuration')).length;
const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

describe('a provider that cannot be discovered', () => {
  it('is asked once in 30 seconds, however many want to sign in', async () => {
    fail();
    for (let count = 0; count < 3; count += 1) expect(await leave()).toContain('error=provider_');
    expect(asked()).toBe(1);
    wait(29);
    expect(await leave()).toContain('error=provider_');
    expect(asked()).toBe(1);
    wait(2);
    recover();
    expect(await leave()).toContain(`${op.issuer}/authorize`);
    expect(asked()).toBe(2);
  });

  it('is asked once by those who come at the same time', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    op.lies.answers = (path, response) => {
      if (!path.includes('openid-configuration')) return false;
      void held.then(() => response.writeHead(503).end());
      return true;
    };
    const leaving = [leave(), leave(), leave(), leave()];
    await vi.waitFor(() => expect(asked()).toBe(1));
    release();
    for (const location of await Promise.all(leaving)) expect(location).toContain('error=provider_');
    expect(asked()).toBe(1);
  });

  it('says in the log that it was found out a moment ago, each time under a reference of its own', async () => {
    fail();
    const locations = [await leave(), await leave()];
    const references = locations.map((location) =>
      new URL(location, 'http://x').searchParams.get('reference'),
    );
    expect(new Set(references).size).toBe(2);
    const traces = await portico.platform.db
      .selectFrom('sign_in_trace')
      .select('detail')
      .orderBy('id')
      .execute();
    expect(traces[0]?.detail).not.toContain('a moment ago');
    expect(traces[1]?.detail).toMatch(/a moment ago; it is asked again in \d+ seconds/);
  });

  it('is asked again when its settings change', async () => {
    fail();
    await leave();
    recover();
    const input = { ...inputOfProvider(provider), name: 'Another name' };
    const actor = { accountId: null, name: 'Test', address: null };
    await inTransaction(portico.platform.db, (trx) =>
      changeProvider(portico.platform, trx, provider.id, provider.version, input, actor),
    );
    provider = await requireProvider(portico.platform.db, provider.id);
    expect(await leave()).toContain(`${op.issuer}/authorize`);
  });

  it('is asked again by a test', async () => {
    fail();
    await leave();
    recover();
    const account = await portico.createAccount({ isAdministrator: true });
    const { cookie } = await portico.signIn(account);
    const { db } = portico.platform;
    const session = await db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', account.id)
      .executeTakeFirstOrThrow();
    const { token } = await prepareTest(db, provider.id, { sessionId: session.id });
    expect(await leave(`?test=${token}`, { cookie })).toContain(`${op.issuer}/authorize`);
    expect(await leave()).toContain(`${op.issuer}/authorize`);
  });
});
