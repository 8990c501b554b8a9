import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** How much a provider is used. */
export interface ProviderUsage {
  /** accounts that have signed in through it at least once */
  readonly people: number;
  readonly lastSignInAt: Date | null;
}

/** How much each of these providers is used, in one query. */
export async function usageOfProviders(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, ProviderUsage>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('identity')
    .select(({ fn }) => [
      'provider_id as id',
      fn.count<string>('account_id').distinct().as('people'),
      fn.max('last_sign_in_at').as('lastSignInAt'),
    ])
    .where('provider_id', 'in', [...ids])
    .groupBy('provider_id')
    .execute();
  return new Map(rows.map(({ id, people, lastSignInAt }) => [id, { people: Number(people), lastSignInAt }]));
}

/** For how many days back somebody counts as signing in through a provider. */
export const recentDays = 30;

/** People who have signed in through a provider of late. */
export interface RecentPeople {
  /** active accounts */
  readonly count: number;
  /** of them, those who have neither a password nor another enabled provider */
  readonly withoutOtherWay: number;
}

/** Who would lose a way in without the provider: those who have signed in through it in the last `recentDays` days. */
export async function recentPeopleOf(db: Database, providerId: string): Promise<RecentPeople> {
  const { rows } = await sql<{ count: number; withoutOtherWay: number }>`
    select count(*)::integer as count, count(*) filter (where not (
      exists(select from password_credential p where p.account_id = account.id)
      or exists(select from identity other
        join identity_provider i on i.id = other.provider_id and i.is_enabled
        where other.account_id = account.id and other.provider_id <> ${providerId}::bigint)
    ))::integer as "withoutOtherWay"
    from account where account.is_active and exists(select from identity
      where identity.account_id = account.id and identity.provider_id = ${providerId}::bigint
      and identity.last_sign_in_at > now() - make_interval(days => ${recentDays}::integer))`.execute(db);
  return rows[0] ?? { count: 0, withoutOtherWay: 0 };
}
