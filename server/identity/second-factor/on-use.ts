import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/**
 * Where a second factor is needed by those whose session came without one. At the sign-in `demandOn` decides for where the
 * person wants to go; these conditions decide it again wherever a portal is used. What works here is decided at the sign-in
 * alone, so the rule for staff is not among them.
 */

/** Whose session it is, as values or columns. */
export interface SessionWithoutFactor {
  /** account.id */
  readonly accountId: RawBuilder<unknown>;
  /** identity_provider.id through which it began; null: with a password */
  readonly providerId: RawBuilder<unknown>;
  /** ids of the organizations of the account, as a `select` */
  readonly organizationIds: RawBuilder<unknown>;
}

/** Whether some session or token lacks what some rule requires: the cheap question before all others. */
export const isAnyFactorRequired: RawBuilder<boolean> = sql`exists(select from factor_policy where requirement = 'required')`;

/** Whether a rule requires a second factor of the account on this portal (service_desk.id), now or once the time for it is over. */
export function requiresFactorOn(
  session: SessionWithoutFactor,
  portalId: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  return sql`exists(select from factor_policy f where ${applies(session, portalId)})`;
}

/**
 * The same, of those who are not let off: who has set one up, or whose time is over, or whom nobody lets in without one for
 * some days.
 */
export function lacksFactorOn(
  session: SessionWithoutFactor,
  portalId: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  return sql`exists(select from factor_policy f join account fa on fa.id = ${session.accountId}
    where ${applies(session, portalId)} and (${hasUsableFactor} or not ${isLetOff}))`;
}

/** Ids of the portals that such a session does not open to a customer; for an `any(array(…))` of other rooms. */
export function portalsWantingFactor(session: SessionWithoutFactor): RawBuilder<{ id: string }> {
  return sql`select fd.id from service_desk fd where ${lacksFactorOn(session, sql.ref('fd.id'))}`;
}

function applies(
  { accountId, providerId, organizationIds }: SessionWithoutFactor,
  portalId: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  return sql`(f.requirement = 'required' and (f.scope = 'site'
    or (f.scope = 'portal' and f.scope_id = ${portalId})
    or (f.scope = 'provider' and f.scope_id = ${providerId})
    or (f.scope = 'account' and f.scope_id = ${accountId})
    or (f.scope = 'organization' and f.scope_id = any(array(${organizationIds})))))`;
}

// of `account fa`
const hasUsableFactor: RawBuilder<SqlBool> = sql`(
  (exists(select from totp_factor t where t.account_id = fa.id and t.confirmed_at is not null)
    and coalesce((select s.allows_totp from factor_settings s), true))
  or (exists(select from passkey k where k.account_id = fa.id)
    and coalesce((select s.allows_passkeys from factor_settings s), true)))`;

// of `account fa` and `factor_policy f`; the time begins when somebody is first asked
const isLetOff: RawBuilder<SqlBool> = sql`(coalesce(fa.factor_skipped_until > now(), false)
  or case when fa.factor_asked_at is null then f.grace_days > 0
     else fa.factor_asked_at + make_interval(days => f.grace_days) > now() end)`;

/** Begins the time to set one up of somebody who has come where one is required. */
export async function noteAskedOnUse(db: Database, accountId: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ factor_asked_at: sql`now()` })
    .where('id', '=', accountId)
    .where('factor_asked_at', 'is', null)
    .execute();
}
