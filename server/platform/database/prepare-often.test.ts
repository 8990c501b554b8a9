import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The statements that the connection of a transaction has prepared. */
async function preparedIn(work: (trx: TestDatabase['db']) => Promise<unknown>): Promise<string[]> {
  return database.db.transaction().execute(async (trx) => {
    await work(trx);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      trx,
    );
    return rows.map(({ statement }) => statement);
  });
}

test('a statement is prepared once it was asked often, and answers the same before and after', async () => {
  const seen: (string | undefined)[] = [];
  const prepared = await preparedIn(async (trx) => {
    for (let n = 1; n <= 8; n += 1) {
      const { rows } = await sql<{ found: string }>`select 'asked often ' || ${n}::text as found`.execute(
        trx,
      );
      seen.push(rows[0]?.found);
    }
  });
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `asked often ${n}`));
  expect(prepared.filter((statement) => statement.includes('asked often'))).toHaveLength(1);
});

test('a statement that is asked a few times is not prepared', async () => {
  const prepared = await preparedIn(async (trx) => {
    for (let n = 1; n <= 3; n += 1)
      await sql`select 'asked a few times ' || ${n}::text as found`.execute(trx);
  });
  expect(prepared.filter((statement) => statement.includes('asked a few times'))).toEqual([]);
});

test('the number of prepared statements is bounded, however many different ones are asked', async () => {
  const prepared = await preparedIn(async (trx) => {
    for (let kind = 0; kind < 600; kind += 1) {
      for (let n = 1; n <= 5; n += 1)
        await sql.raw(`select 'a kind of statement' as found_${kind}`).execute(trx);
    }
  });
  expect(prepared.length).toBeGreaterThan(100);
  expect(prepared.length).toBeLessThanOrEqual(500);
});
