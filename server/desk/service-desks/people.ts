import { sql } from 'kysely';
import {
  type AccountSummary,
  grantedRights,
  grantRole,
  type Right,
  revokeRole,
} from '../../identity/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { Conflict } from '../../platform/http/errors.ts';

/**
 * Who belongs to a service desk: its agents, the customers that are named, and the organizations whose members are its
 * customers. Each change is audited, once per person or organization, and only when something changed.
 */

/** In what part someone belongs to a desk. */
export type DeskRole = 'agent' | 'customer';

const tables = { agent: 'service_desk_agent', customer: 'service_desk_customer' } as const;

/** What puts somebody into each part. */
const rolesOf: Readonly<Record<DeskRole, readonly string[]>> = {
  agent: ['agent', 'desk-administrator'],
  customer: ['customer'],
};

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

/** The desks whose customer an account (account.id) is without being named: by an organization, or as everybody is. */
export async function customerRights(db: Database, accountId: string): Promise<Right[]> {
  const rows = await db
    .selectFrom('service_desk_organization as served')
    .innerJoin('organization_member as member', 'member.organization_id', 'served.organization_id')
    .innerJoin('organization', 'organization.id', 'served.organization_id')
    .innerJoin('service_desk as desk', 'desk.id', 'served.service_desk_id')
    .select(['desk.id', 'desk.portal_name as name', 'member.created_at as since'])
    .select(['organization.id as organizationId', 'organization.name as organization'])
    .where('member.account_id', '=', accountId)
    .where('desk.access', '<>', 'invited')
    .orderBy('desk.position')
    .orderBy('organization.name')
    .execute();
  const open = await db
    .selectFrom('service_desk as desk')
    .select(['desk.id', 'desk.portal_name as name'])
    .where('desk.access', '=', 'open')
    .orderBy('desk.position')
    .execute();
  return [
    ...rows.map(
      ({ id, name, since, organizationId, organization }): Right => ({
        right: 'customer',
        place: { kind: 'service-desk', id, name },
        reasons: [
          {
            kind: 'organization',
            grantId: null,
            through: { id: organizationId, name: organization },
            since,
            by: null,
          },
        ],
      }),
    ),
    ...open.map(
      ({ id, name }): Right => ({
        right: 'customer',
        place: { kind: 'service-desk', id, name },
        reasons: [{ kind: 'open', grantId: null, through: null, since: null, by: null }],
      }),
    ),
  ];
}

/** Adds people to a desk in a role; those who are in it already stay. */
export async function addDeskPeople(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  role: DeskRole,
  accounts: readonly AccountSummary[],
): Promise<void> {
  for (const account of accounts) {
    const grant = { role, deskId: desk.id, holder: { accountId: account.id } };
    if (!(await grantRole(trx, grant, auditActor.accountId))) continue;
    await audit(trx, auditActor, desk, `service-desk.${role}-added`, { after: person(account) });
  }
}

/**
 * Takes people out of a desk's role; those who are not in it stay out. Whoever is no agent does not administer the desk.
 * @throws Conflict for who is in it through a group, which is for the group to end
 */
export async function removeDeskPeople(
  trx: Database,
  { desk, auditActor }: DeskMembership,
  role: DeskRole,
  accounts: readonly AccountSummary[],
): Promise<void> {
  for (const account of accounts) {
    const holder = { accountId: account.id };
    const was = await revokeRole(trx, { role, deskId: desk.id, holder });
    const administered =
      role === 'agent' && (await revokeRole(trx, { role: 'desk-administrator', deskId: desk.id, holder }));
    await requireOut(trx, desk, role, account);
    if (!was && !administered) continue;
    await audit(trx, auditActor, desk, `service-desk.${role}-removed`, { before: person(account) });
  }
}

async function requireOut(
  trx: Database,
  desk: DeskMembership['desk'],
  role: DeskRole,
  account: AccountSummary,
): Promise<void> {
  const rights = await grantedRights(trx, account.id);
  const groups = rights
    .filter(({ right, place }) => place?.id === desk.id && rolesOf[role].includes(right))
    .flatMap(({ reasons }) => reasons.flatMap(({ through }) => through?.name ?? []));
  if (groups.length === 0) return;
  const what = role === 'agent' ? 'an agent' : 'a customer';
  throw new Conflict(
    `${account.displayName} is ${what} here as a member of ${[...new Set(groups)].join(', ')}. Take the role from the group, or the person out of it.`,
  );
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
