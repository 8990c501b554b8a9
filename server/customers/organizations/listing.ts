import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { OrganizationExtras } from './json.ts';
import type { Organization } from './store.ts';

export interface OrganizationQuery {
  readonly start: number;
  readonly limit: number;
  /** only those of which this account (account.id) is a member */
  readonly memberId?: string;
}

/** Organizations by name. */
export async function listOrganizations(
  db: Database,
  { start, limit, memberId }: OrganizationQuery,
): Promise<Organization[]> {
  let rows = db
    .selectFrom('organization')
    .select(['organization.id', 'organization.name', 'organization.created_at as createdAt']);
  if (memberId !== undefined) {
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('organization_member')
          .select('organization_id')
          .whereRef('organization_member.organization_id', '=', 'organization.id')
          .where('organization_member.account_id', '=', memberId),
      ),
    );
  }
  return rows
    .orderBy(sql`lower(organization.name)`)
    .orderBy('organization.id')
    .offset(start)
    .limit(limit)
    .execute();
}

/** Whether the account (account.id) is a member of the organization. */
export async function isMember(db: Database, organizationId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organization_member')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Domains, managers and member counts of these organizations, keyed by id. */
export async function extrasOf(
  db: Database,
  organizationIds: readonly string[],
): Promise<Map<string, OrganizationExtras>> {
  if (organizationIds.length === 0) return new Map();
  const ids = [...organizationIds];
  const domains = await db
    .selectFrom('organization_domain')
    .select(['organization_id', 'domain'])
    .where('organization_id', 'in', ids)
    .orderBy('domain')
    .execute();
  const managers = await db
    .selectFrom('organization_member as member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(['member.organization_id', 'account.account_id'])
    .where('member.organization_id', 'in', ids)
    .where('member.role', '=', 'manager')
    .orderBy('account.id')
    .execute();
  const counts = await db
    .selectFrom('organization_member')
    .select(({ fn }) => ['organization_id', fn.countAll<string>().as('count')])
    .where('organization_id', 'in', ids)
    .groupBy('organization_id')
    .execute();
  const of = <Row extends { organization_id: string }>(rows: Row[], id: string) =>
    rows.filter((row) => row.organization_id === id);
  return new Map(
    ids.map((id) => [
      id,
      {
        domains: of(domains, id).map(({ domain }) => domain),
        managers: of(managers, id).map(({ account_id }) => account_id),
        memberCount: Number(of(counts, id)[0]?.count ?? 0),
      },
    ]),
  );
}

/** The members (account.id) of an organization by name. */
export async function listMemberIds(
  db: Database,
  { organizationId, start, limit }: { organizationId: string; start: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('organization_member as member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select('account.id')
    .where('member.organization_id', '=', organizationId)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
