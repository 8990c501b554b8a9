import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';
import type { Staff } from '../staff.ts';
import { livingTokenOwner, type TokenOwner } from './store.ts';

/** What administrators have decided about API tokens. */
export interface TokenPolicy {
  /** otherwise only people who work here have tokens */
  readonly customersMay: boolean;
  /** longest life of a new token, in days */
  readonly longestDays: number;
}

/** The longest life that can be allowed, in days. */
export const maxLongestDays = 1825;

/** The policy, with its version: 0 while nobody has decided anything. */
export async function tokenPolicy(db: Database): Promise<TokenPolicy & { readonly version: number }> {
  const row = await db.selectFrom('api_token_policy').selectAll().executeTakeFirst();
  return {
    customersMay: row?.customers_may ?? false,
    longestDays: row?.longest_days ?? 365,
    version: row?.version ?? 0,
  };
}

/**
 * Changes the policy. Tokens of customers stop to work at once when customers may have none, and work again when they may;
 * the end of tokens that exist stays as it is.
 *
 * @param version that was seen
 * @throws Conflict when it was changed meanwhile
 */
export async function changeTokenPolicy(
  trx: Database,
  version: number,
  policy: TokenPolicy,
  actor: AuditActor,
): Promise<void> {
  // Two first saves at once must wait for each other too, and there is no row to lock.
  await sql`select pg_advisory_xact_lock(hashtextextended('api_token_policy', 0))`.execute(trx);
  const before = await tokenPolicy(trx);
  if (before.version !== version) {
    throw new Conflict('The rules for API tokens have changed since you opened them. Load them again.');
  }
  const columns = { customers_may: policy.customersMay, longest_days: policy.longestDays };
  await trx
    .insertInto('api_token_policy')
    .values(columns)
    .onConflict((conflict) =>
      conflict.column('only').doUpdateSet({ ...columns, version: sql`api_token_policy.version + 1` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'api-token-policy.changed',
    objectType: 'api-token-policy',
    before: { customersMay: before.customersMay, longestDays: before.longestDays },
    after: { customersMay: policy.customersMay, longestDays: policy.longestDays },
  });
}

/** Whether somebody may have and use tokens: who works here, programs, and customers where that is allowed. */
export async function mayHaveTokens(db: Database, staff: Staff, owner: TokenOwner): Promise<boolean> {
  if (owner.isAdministrator || owner.isServiceAccount || owner.customersMay) return true;
  return (await staff.among(db, [owner.id])).has(owner.id);
}

/** Whether a token (api_token.id) still opens something: asked by streams that stay open longer than a request. */
export async function isTokenOpen(db: Database, staff: Staff, id: string): Promise<boolean> {
  const owner = await livingTokenOwner(db, id);
  return owner !== null && mayHaveTokens(db, staff, owner);
}
