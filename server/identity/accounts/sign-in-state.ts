import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { hasFactor } from './filter.ts';

/** How an account can sign in at the moment: what those who help its owner look at first. */
export interface SignInState {
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** by a rule for this account alone */
  readonly requiresSecondFactor: boolean;
  /** too many wrong second factors: nobody gets in for a while */
  readonly isLocked: boolean;
  readonly lastSeenAt: Date | null;
}

/** Of these accounts (account.id), by id. */
export async function signInStatesOf(
  db: Database,
  accountIds: readonly string[],
): Promise<Map<string, SignInState>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select([
      'account.id',
      'account.last_seen_at as lastSeenAt',
      sql<boolean>`exists(select from password_credential c where c.account_id = account.id)`.as(
        'hasPassword',
      ),
      sql<boolean>`${hasFactor}`.as('hasSecondFactor'),
      sql<boolean>`exists(select from factor_policy p
        where p.scope = 'account' and p.scope_id = account.id and p.requirement = 'required')`.as(
        'requiresSecondFactor',
      ),
      sql<boolean>`coalesce(account.locked_until > now(), false)`.as('isLocked'),
    ])
    .where('account.id', 'in', [...accountIds])
    .execute();
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}
