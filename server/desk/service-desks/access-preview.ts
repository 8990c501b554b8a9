import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { accountUsesDesk, type Condition, isStaff } from '../access-rules.ts';
import type { ServiceDesk } from './store.ts';

/** People whom a change concerns. */
export interface ConcernedPeople {
  /** at most 1,000 */
  readonly count: number;
  /** there are more than were counted */
  readonly isMore: boolean;
  /** of the first of them, by name; at most 5 */
  readonly names: readonly string[];
}

/** What a change of who may use a desk would do. */
export interface AccessPreview {
  /** may use it now, and no longer would */
  readonly losing: ConcernedPeople;
  /** may not use it now, and would */
  readonly gaining: ConcernedPeople;
}

const counted = 1000;

/** What it would do if a desk were for these people, to whoever does not work here. Changes nothing. */
export async function previewAccess(
  db: Database,
  deskId: string,
  access: ServiceDesk['access'],
): Promise<AccessPreview> {
  const now = mayUse(deskId, sql`d.access`);
  const then = mayUse(deskId, sql`${access}::text`);
  return {
    losing: await concerned(db, sql`(${now} and not ${then})`),
    gaining: await concerned(db, sql`(${then} and not ${now})`),
  };
}

/** Of `account`: those who may use the desk if it is for these people. */
function mayUse(deskId: string, access: ReturnType<typeof sql>): Condition {
  return sql`exists(select from (
    select d.id, ${access} as access from service_desk d where d.id = ${deskId}::bigint) as service_desk
    where ${accountUsesDesk})`;
}

async function concerned(db: Database, condition: Condition): Promise<ConcernedPeople> {
  const { rows } = await sql<{ count: number; names: string[] | null }>`
    with concerned as (
      select account.display_name from account
       where account.is_active and account.kind = 'person' and not account.is_administrator
         and not ${isStaff('account.id')} and ${condition} limit ${counted + 1})
    select count(*)::integer as count,
      (select array_agg(display_name) from (
        select display_name from concerned order by lower(display_name) limit 5) as first) as names
      from concerned`.execute(db);
  const { count = 0, names = null } = rows[0] ?? {};
  return { count: Math.min(count, counted), isMore: count > counted, names: names ?? [] };
}
