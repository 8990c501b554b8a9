import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Requirement } from './settings.ts';

/** Who signs in where, as far as rules about second factors go. */
export interface FactorSubject {
  /** account.id */
  readonly accountId: string;
  readonly isStaff: boolean;
  /** through which they sign in; null: with a password or passkey */
  readonly providerId: string | null;
  /** where they want to go; null: nowhere in particular */
  readonly portalId: string | null;
}

/** What is asked of them: the strictest of the rules that apply. */
export interface FactorDemand {
  readonly requirement: Requirement;
  /** the shortest of the rules that require one, in days */
  readonly graceDays: number;
}

/** Other rooms name what else somebody belongs to: organizations by id. */
export type FactorScopes = (db: Database, accountId: string) => Promise<readonly string[]>;

const strictness: Readonly<Record<string, number>> = { off: 0, optional: 1, required: 2 };

/**
 * What is asked of somebody. Where nothing was decided second factors are optional: whoever set one up is asked for it.
 *
 * @param organizationsOf ids of the organizations that somebody belongs to
 */
export async function demandOn(
  db: Database,
  subject: FactorSubject,
  organizationsOf: FactorScopes,
): Promise<FactorDemand> {
  const { rows } = await sql<{
    scope: string;
    scope_id: string | null;
    requirement: Requirement;
    grace_days: number;
  }>`
    select scope, scope_id, requirement, grace_days from factor_policy
    where scope = 'site'
       or (scope = 'staff' and ${subject.isStaff}::boolean)
       or (scope = 'provider' and scope_id = ${subject.providerId}::bigint)
       or (scope = 'portal' and scope_id = ${subject.portalId}::bigint)
       or (scope = 'account' and scope_id = ${subject.accountId}::bigint)
       or scope = 'organization'`.execute(db);
  const organizations = rows.some(({ scope }) => scope === 'organization')
    ? new Set(await organizationsOf(db, subject.accountId))
    : new Set<string>();
  const applying = rows.filter(
    ({ scope, scope_id }) => scope !== 'organization' || (scope_id !== null && organizations.has(scope_id)),
  );
  const strictest = applying.reduce<Requirement>(
    (found, { requirement }) =>
      (strictness[requirement] ?? 0) > (strictness[found] ?? 0) ? requirement : found,
    applying.some(({ scope }) => scope === 'site') ? 'off' : 'optional',
  );
  const graces = applying
    .filter(({ requirement }) => requirement === 'required')
    .map(({ grace_days }) => grace_days);
  return { requirement: strictest, graceDays: graces.length > 0 ? Math.min(...graces) : 0 };
}
