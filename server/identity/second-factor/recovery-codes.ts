import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { hashToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';

/** How many there are. */
const count = 10;

// Without what is read for something else: 0 O, 1 I L, 8 B.
const letters = 'ACDEFGHJKMNPQRSTUVWXYZ2345679';

/**
 * Makes new recovery codes; earlier ones are good for nothing from then on. They are shown once: only their hashes are kept.
 */
export async function makeRecoveryCodes(trx: Database, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, () => newCode());
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await trx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashOf(accountId, code) })))
    .execute();
  return codes;
}

/** Uses a recovery code up. Of two requests with the same one, one gets through. */
export async function takeRecoveryCode(db: Database, accountId: string, code: string): Promise<boolean> {
  const taken = await db
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(db: Database, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(sql<number>`count(*)::integer`.as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}

/** Twelve letters, 58 bits: `ACDE-FGHJ-KMNP`. */
function newCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${part()}-${part()}-${part()}`;
}

function hashOf(accountId: string, code: string): Buffer {
  return hashToken(`recovery:${accountId}:${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`);
}
