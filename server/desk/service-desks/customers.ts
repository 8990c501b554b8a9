import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { isStaff } from '../access-rules.ts';

/** One of the people whom a desk serves, and those of its organizations that they belong to. */
export interface DeskCustomer {
  /** account.id */
  readonly id: string;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The people whom a desk serves, by name: those who are named, members of its organizations (unless it is for the invited
 * alone), and whoever has raised a request there. People who work here are none of them. At most `limit + 1`.
 */
export async function listDeskCustomers(
  db: Database,
  deskId: string,
  { start, limit, query = '' }: { start: number; limit: number; query?: string | undefined },
): Promise<DeskCustomer[]> {
  const pattern = textPattern(query);
  const organizationIds = sql`select o.organization_id from service_desk_organization o
    where o.service_desk_id = ${deskId}::bigint`;
  return db
    .selectFrom('account')
    .select([
      'account.id',
      sql<DeskCustomer['organizations']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', organization.id::text, 'name', organization.name)
          order by organization.name)
        from organization_member m join organization on organization.id = m.organization_id
        where m.account_id = account.id and m.organization_id in (${organizationIds})), '[]'::jsonb)`.as(
        'organizations',
      ),
    ])
    .where('account.kind', '=', 'person')
    .where('account.is_administrator', '=', false)
    .where(sql<boolean>`not ${isStaff('account.id')}`)
    .where(
      sql<boolean>`account.id = any(array(
        select c.account_id from service_desk_customer c where c.service_desk_id = ${deskId}::bigint
        union select m.account_id from organization_member m where m.organization_id in (${organizationIds})
          and exists(select from service_desk d where d.id = ${deskId}::bigint and d.access <> 'invited')
        union select r.reporter_id from request r where r.service_desk_id = ${deskId}::bigint))`,
    )
    .where(sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
}
