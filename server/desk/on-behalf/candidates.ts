import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { accountUsesDesk, isStaff } from '../access-rules.ts';

/** Somebody for whom a request can be raised, or who can take part in one. */
export interface Candidate {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly isStaff: boolean;
  /** those that the desk serves, by name */
  readonly organizations: readonly string[];
}

/** Most that a search answers. */
const maxFound = 20;

/**
 * People who may use a desk, by name, customers first: those whose name or e-mail address has the text in it, or who are one of
 * `accountIds`.
 */
export function findCandidates(
  db: Database,
  serviceDeskId: string,
  { query = '', accountIds }: { query?: string | undefined; accountIds?: readonly string[] | undefined },
): Promise<Candidate[]> {
  const pattern = textPattern(query);
  const isAgent = sql<boolean>`(account.is_administrator or ${isStaff('account.id')})`;
  return db
    .selectFrom(['account', 'service_desk'])
    .select(['account.account_id as accountId', 'account.display_name as displayName', 'account.email'])
    .select([
      isAgent.as('isStaff'),
      sql<string[]>`array(
        select organization.name from organization_member m
        join organization on organization.id = m.organization_id
        join service_desk_organization served on served.organization_id = m.organization_id
          and served.service_desk_id = service_desk.id
        where m.account_id = account.id order by lower(organization.name) limit 5)`.as('organizations'),
    ])
    .where('service_desk.id', '=', serviceDeskId)
    .where('account.is_active', '=', true)
    .where('account.kind', '=', 'person')
    .where(accountUsesDesk)
    .where(
      accountIds
        ? sql<boolean>`account.account_id = any(${[...accountIds]}::text[])`
        : sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`,
    )
    .orderBy(isAgent)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .limit(maxFound)
    .execute();
}
