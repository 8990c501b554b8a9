import { sql } from 'kysely';
import type { AccountSummary } from '../../identity/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../text-search.ts';

/**
 * Who belongs to a service desk: its agents, the customers that are named, and the organizations whose members are its
 * customers. Each change is audited, once per person or organization, and only when something changed.
 */

/** In what part someone belongs to a desk. */
export type DeskRole = 'agent' | 'customer';

const tables = { agent: 'service_desk_agent', customer: 'service_desk_customer' } as const;

/** Which desk is changed, and by whom. */
export interface DeskMembership {
  readonly desk: { readonly id: string; readonly projectKey: string };
  readonly auditActor: AuditActor;
}

/** The account ids (account.id) of a desk's people of a role, by name; at most `limit + 1`. */
export async function listDeskPeople(
  db: Database,
  serviceDeskId: string,
  role: DeskRole,
  { start, limit, query = '' }: { start: number; limit: number; query?: string | undefined },
): Promise<string[]> {
  const pattern = textPattern(query);
  const rows = await db
    .selectFrom(tables[role])
    .innerJoin('account', 'account.id', `${tables[role]}.account_id`)
    .select('account.id')
    .where(`${tables[role]}.service_desk_id`, '=', serviceDeskId)
    .where(sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** Adds people to a desk in a role; those who are in it already stay. */
export async function addDeskPeople(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  role: DeskRole,
  accounts: readonly AccountSummary[],
): Promise<void> {
  if (accounts.length === 0) return;
  const added = await trx
    .insertInto(tables[role])
    .values(accounts.map(({ id }) => ({ service_desk_id: desk.id, account_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .execute();
  const ids = new Set(added.map((row) => row.account_id));
  for (const account of accounts.filter(({ id }) => ids.has(id))) {
    await audit(trx, auditActor, desk, `service-desk.${role}-added`, { after: person(account) });
  }
}

/** Takes people out of a desk's role; those who are not in it stay out. */
export async function removeDeskPeople(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  role: DeskRole,
  accounts: readonly AccountSummary[],
): Promise<void> {
  if (accounts.length === 0) return;
  const removed = await trx
    .deleteFrom(tables[role])
    .where('service_desk_id', '=', desk.id)
    .where(
      'account_id',
      'in',
      accounts.map(({ id }) => id),
    )
    .returning('account_id')
    .execute();
  const ids = new Set(removed.map((row) => row.account_id));
  for (const account of accounts.filter(({ id }) => ids.has(id))) {
    await audit(trx, auditActor, desk, `service-desk.${role}-removed`, { before: person(account) });
  }
}

/** The ids of a desk's organizations, by name, or of those that a person (accountId) is in; at most `limit + 1`. */
export async function listDeskOrganizations(
  db: Database,
  serviceDeskId: string,
  { start, limit, accountId }: { start: number; limit: number; accountId?: string | undefined },
): Promise<string[]> {
  const rows = await db
    .selectFrom('service_desk_organization')
    .innerJoin('organization', 'organization.id', 'service_desk_organization.organization_id')
    .select('organization.id')
    .where('service_desk_organization.service_desk_id', '=', serviceDeskId)
    .$if(accountId !== undefined, (query) =>
      query.where('organization.id', 'in', (eb) =>
        eb
          .selectFrom('organization_member')
          .innerJoin('account', 'account.id', 'organization_member.account_id')
          .select('organization_member.organization_id')
          .where('account.account_id', '=', accountId ?? ''),
      ),
    )
    .orderBy(sql`lower(organization.name)`)
    .offset(start)
    .limit(limit + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** Makes an organization's members customers of a desk. */
export async function addDeskOrganization(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  organization: { readonly id: string; readonly name: string },
): Promise<void> {
  const added = await trx
    .insertInto('service_desk_organization')
    .values({ service_desk_id: desk.id, organization_id: organization.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organization_id')
    .executeTakeFirst();
  if (!added) return;
  await audit(trx, auditActor, desk, 'service-desk.organization-added', {
    after: { organizationId: organization.id, name: organization.name },
  });
}

/** Ends that an organization's members are customers of a desk. Their requests stay theirs. */
export async function removeDeskOrganization(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  organization: { readonly id: string; readonly name: string },
): Promise<void> {
  const removed = await trx
    .deleteFrom('service_desk_organization')
    .where('service_desk_id', '=', desk.id)
    .where('organization_id', '=', organization.id)
    .returning('organization_id')
    .executeTakeFirst();
  if (!removed) return;
  await audit(trx, auditActor, desk, 'service-desk.organization-removed', {
    before: { organizationId: organization.id, name: organization.name },
  });
}

function person({ accountId, displayName, email }: AccountSummary) {
  return { accountId, displayName, email };
}

async function audit(
  trx: Database,
  actor: AuditActor,
  desk: DeskMembership['desk'],
  action: string,
  state: { before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action,
    objectType: 'service-desk',
    objectId: desk.id,
    objectName: desk.projectKey,
    ...state,
  });
}
