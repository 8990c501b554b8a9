import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { createTestIdp } from '../saml/testing-idp.ts';
import { beginAttempt, newAttemptId } from '../sign-in/attempts.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { sweepExpired } from './sweep.ts';

let portico: TestApp;

beforeAll(async () => {
  portico = await createTestApp();
});

afterAll(async () => {
  await portico?.close();
});

it('deletes what is over, and nothing else', async () => {
  const { db, config } = portico.platform;
  const account = await portico.createAccount();
  const past = new Date(Date.now() - 1000);
  const future = new Date(Date.now() + 60_000);
  for (let index = 0; index < 3; index += 1) await portico.signIn(account);
  const [first, second] = await db.selectFrom('session').select('id').orderBy('id').execute();
  await db
    .updateTable('session')
    .set({ expires_at: past })
    .where('id', '=', first?.id ?? '')
    .execute();
  const idle = new Date(Date.now() - (config.sessionIdleMinutes + 1) * 60_000);
  await db
    .updateTable('session')
    .set({ last_seen_at: idle })
    .where('id', '=', second?.id ?? '')
    .execute();

  const { id: providerId } = await addSamlProvider(portico, await createTestIdp('https://idp.example'));
  for (const expires_at of [past, future]) {
    const id = newAttemptId();
    await beginAttempt(db, { id, providerId, challenge: 'x', returnTo: null, host: null, browserToken: 'x' });
    await db.updateTable('sign_in_attempt').set({ expires_at }).where('id', '=', id).execute();
    await db
      .insertInto('consumed_assertion')
      .values({ provider_id: providerId, assertion_id: `a${expires_at.getTime()}`, expires_at })
      .execute();
    await db
      .insertInto('setup_token')
      .values({ token_hash: Buffer.from(`t${expires_at.getTime()}`), expires_at })
      .execute();
  }
  await sweepExpired(db, config);
  for (const table of ['session', 'sign_in_attempt', 'consumed_assertion', 'setup_token'] as const) {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    expect(`${table} ${count}`).toBe(`${table} 1`);
  }
});
