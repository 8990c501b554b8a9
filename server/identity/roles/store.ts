import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';

/**
 * What can be granted. An administrator administers the site, a desk-administrator one service desk (and is an agent of it);
 * agents work at a desk, customers are named for it.
 */
export type Role = 'administrator' | 'desk-administrator' | 'agent' | 'customer';

export const roles = ['administrator', 'desk-administrator', 'agent', 'customer'] as const satisfies Role[];

/** To whom a role is granted: account.id or account_group.id. */
export type Holder = { readonly accountId: string } | { readonly groupId: string };

/** A role, where it holds, and who has it. */
export interface Grant {
  readonly role: Role;
  /** service_desk.id; null for administrators, who have the whole site */
  readonly deskId: string | null;
  readonly holder: Holder;
}

/** A grant as it is kept. */
export interface KeptGrant {
  readonly id: string;
  readonly role: Role;
  readonly desk: { readonly id: string; readonly projectKey: string; readonly portalName: string } | null;
  /** one of the two */
  readonly account: {
    readonly accountId: string;
    readonly displayName: string;
    readonly email: string | null;
  } | null;
  readonly group: { readonly groupId: string; readonly name: string } | null;
  readonly grantedAt: Date;
  readonly grantedBy: string | null;
}

/**
 * Grants a role. What follows from it for people is written by the database, in this transaction.
 * @param grantedBy account.id
 * @returns false when it was granted already
 */
export async function grantRole(
  trx: Database,
  { role, deskId, holder }: Grant,
  grantedBy: string | null,
): Promise<boolean> {
  const added = await trx
    .insertInto('role_grant')
    .values({
      role,
      service_desk_id: deskId,
      account_id: 'accountId' in holder ? holder.accountId : null,
      group_id: 'groupId' in holder ? holder.groupId : null,
      granted_by: grantedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * Takes a role away from whom it was granted to. People who have it in another way keep it.
 * @returns false when it was not granted
 */
export async function revokeRole(trx: Database, { role, deskId, holder }: Grant): Promise<boolean> {
  const removed = await trx
    .deleteFrom('role_grant')
    .where('role', '=', role)
    .where('service_desk_id', deskId === null ? 'is' : '=', deskId)
    .where(
      'accountId' in holder ? 'account_id' : 'group_id',
      '=',
      'accountId' in holder ? holder.accountId : holder.groupId,
    )
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Which grants to list. */
export interface GrantsWanted {
  readonly grantId?: string;
  /** service_desk.id */
  readonly deskId?: string;
  /** account_group.id */
  readonly groupId?: string;
  /** leave out customers: they are many, and have a list of their own */
  readonly ofStaff?: boolean;
  readonly administrators?: boolean;
}

/** Grants, the widest roles first, groups before people, then by name. At most 500. */
export async function listGrants(db: Database, wanted: GrantsWanted): Promise<KeptGrant[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .leftJoin('service_desk as desk', 'desk.id', 'g.service_desk_id')
    .leftJoin('project', 'project.id', 'desk.project_id')
    .leftJoin('account', 'account.id', 'g.account_id')
    .leftJoin('account_group as group', 'group.id', 'g.group_id')
    .leftJoin('account as granter', 'granter.id', 'g.granted_by')
    .select(['g.id', 'g.role', 'g.granted_at as grantedAt', 'granter.display_name as grantedBy'])
    .select(['desk.id as deskId', 'project.key as projectKey', 'desk.portal_name as portalName'])
    .select(['account.account_id as accountId', 'account.display_name as displayName', 'account.email'])
    .select(['group.group_id as groupId', 'group.name as groupName'])
    .$if(wanted.grantId !== undefined, (query) => query.where('g.id', '=', wanted.grantId ?? ''))
    .$if(wanted.deskId !== undefined, (query) => query.where('g.service_desk_id', '=', wanted.deskId ?? ''))
    .$if(wanted.groupId !== undefined, (query) => query.where('g.group_id', '=', wanted.groupId ?? ''))
    .$if(wanted.ofStaff === true, (query) => query.where('g.role', '<>', 'customer'))
    .$if(wanted.administrators === true, (query) => query.where('g.role', '=', 'administrator'))
    .orderBy(sql`array_position(array['administrator', 'desk-administrator', 'agent', 'customer'], g.role)`)
    .orderBy(sql`g.group_id is null`)
    .orderBy(sql`lower(coalesce("group".name, account.display_name))`)
    .orderBy('g.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    desk:
      row.deskId === null
        ? null
        : { id: row.deskId, projectKey: row.projectKey ?? '', portalName: row.portalName ?? '' },
    account:
      row.accountId === null
        ? null
        : { accountId: row.accountId, displayName: row.displayName ?? '', email: row.email },
    group: row.groupId === null ? null : { groupId: row.groupId, name: row.groupName ?? '' },
    grantedAt: row.grantedAt,
    grantedBy: row.grantedBy,
  }));
}

/**
 * Fails when what this transaction has done leaves nobody who could sign in and administer the site. Call it after whatever
 * may take that away: those who do it at the same time wait for each other here, and the second one sees what the first did.
 *
 * @throws Conflict
 */
export async function requireAnAdministrator(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('portico.last-administrator'))`.execute(trx);
  const left = await trx
    .selectFrom('account')
    .select('id')
    .where('is_administrator', '=', true)
    .where('is_active', '=', true)
    .where('kind', '=', 'person')
    .limit(1)
    .executeTakeFirst();
  if (left) return;
  throw new Conflict(
    'This would take away the last active administrator. Make somebody else an administrator first.',
  );
}
