import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { Actor, Condition } from '../access-rules.ts';

/**
 * Whom somebody may name in a form, over rows of `account`: agents of the desk everybody active; customers themselves, the
 * people of their own organizations, and the desk's agents.
 */
export function mayNamePerson(actor: Actor, serviceDeskId: string): Condition {
  if (actor.isAgent) return sql`account.is_active`;
  // These few are found first: asked of each account it would be asked of all there are.
  return sql`(account.is_active and account.id = any(array(
    select ${actor.accountId}::bigint
    union select s.account_id from service_desk_agent s where s.service_desk_id = ${serviceDeskId}
    union select theirs.account_id from organization_member theirs
      join organization_member own on own.organization_id = theirs.organization_id
      where own.account_id = ${actor.accountId})))`;
}

/** The same over rows of `organization`: agents of the desk any; customers their own. */
export function mayNameOrganization(actor: Actor): Condition {
  return sql`(${actor.isAgent}::boolean or exists(select from organization_member m
    where m.organization_id = organization.id and m.account_id = ${actor.accountId}))`;
}

/** What is looked for: words of the name; blank: anything. */
interface NameSearch {
  readonly actor: Actor;
  readonly serviceDeskId: string;
  readonly query: string;
}

/** Most that a search for names answers. */
const maxFound = 20;

/**
 * People whom the actor may name, themselves first, then by name. Agents find people by their e-mail addresses too, which
 * customers neither read nor can guess at.
 */
export function nameablePeople(
  db: Database,
  { actor, serviceDeskId, query }: NameSearch,
): Promise<{ accountId: string; displayName: string; email: string | null }[]> {
  const pattern = textPattern(query);
  return db
    .selectFrom('account')
    .select(['account.account_id as accountId', 'account.display_name as displayName', 'account.email'])
    .where(mayNamePerson(actor, serviceDeskId))
    .where(
      sql<boolean>`(account.display_name ilike ${pattern} or (${actor.isAgent}::boolean and account.email ilike ${pattern}))`,
    )
    .orderBy(sql`account.id = ${actor.accountId}`, 'desc')
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .limit(maxFound)
    .execute();
}

/** Organizations that the actor may name, by name. */
export function nameableOrganizations(
  db: Database,
  { actor, query }: Omit<NameSearch, 'serviceDeskId'>,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organization')
    .select(['organization.id', 'organization.name'])
    .where(mayNameOrganization(actor))
    .where('organization.name', 'ilike', textPattern(query))
    .orderBy(sql`lower(organization.name)`)
    .orderBy('organization.id')
    .limit(maxFound)
    .execute();
}
