import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Role } from './store.ts';

/** What somebody may be or do somewhere, and everything that gives it to them. */
export interface Right {
  readonly right: Role | 'member' | 'manager';
  /** null: the whole site */
  readonly place: {
    readonly kind: 'service-desk' | 'organization';
    readonly id: string;
    readonly name: string;
  } | null;
  readonly reasons: readonly Reason[];
}

/** What gives a right: each by itself is enough. */
export interface Reason {
  /**
   * direct: granted to the person. group: through a group. hand: made a member by hand. domain: by the e-mail domain.
   * organization: as a member of it. open: everybody who has an account
   */
  readonly kind: 'direct' | 'group' | 'hand' | 'domain' | 'organization' | 'open';
  /** role_grant.id, for direct and group */
  readonly grantId: string | null;
  /** of the group (groupId) or organization through which it comes, or the domain */
  readonly through: { readonly id: string; readonly name: string } | null;
  /** when the person came to it: of a group the later of grant and membership */
  readonly since: Date | null;
  /** who gave it; of a group, who put the person into it */
  readonly by: string | null;
}

/** Rooms to the right say what else somebody has there (account.id). */
export type RightsSource = (db: Database, accountId: string) => Promise<readonly Right[]>;

/** What was granted to an account (account.id), to itself or through groups. */
export async function grantedRights(db: Database, accountId: string): Promise<Right[]> {
  const { rows } = await sql<{
    grant_id: string;
    role: Role;
    desk_id: string | null;
    portal_name: string | null;
    group_id: string | null;
    group_name: string | null;
    since: Date;
    by: string | null;
  }>`
    select held.grant_id, held.role, desk.id as desk_id, desk.portal_name, account_group.group_id,
      account_group.name as group_name, greatest(held.granted_at, member.added_at) as since,
      case when held.group_id is null then granter.display_name else adder.display_name end as by
    from held_role held
    left join service_desk desk on desk.id = held.service_desk_id
    left join account_group on account_group.id = held.group_id
    left join account_group_member member
      on member.group_id = held.group_id and member.account_id = held.account_id
    left join account granter on granter.id = held.granted_by
    left join account adder on adder.id = member.added_by
    where held.account_id = ${accountId}
    order by array_position(array['administrator', 'desk-administrator', 'agent', 'customer'], held.role),
      lower(desk.portal_name), held.group_id nulls first, held.grant_id`.execute(db);
  const rights = new Map<string, Right & { reasons: Reason[] }>();
  for (const row of rows) {
    const key = `${row.role}:${row.desk_id}`;
    const right = rights.get(key) ?? {
      right: row.role,
      place:
        row.desk_id === null
          ? null
          : { kind: 'service-desk' as const, id: row.desk_id, name: row.portal_name ?? '' },
      reasons: [],
    };
    rights.set(key, right);
    right.reasons.push({
      kind: row.group_id === null ? 'direct' : 'group',
      grantId: row.grant_id,
      through: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? '' },
      since: row.since,
      by: row.by,
    });
  }
  return [...rights.values()];
}

/** Joins what several sources say of the same right. */
export function joinRights(all: readonly Right[]): Right[] {
  const joined = new Map<string, Right>();
  for (const right of all) {
    const key = `${right.right}:${right.place?.kind}:${right.place?.id}`;
    const before = joined.get(key);
    joined.set(key, before ? { ...before, reasons: [...before.reasons, ...right.reasons] } : right);
  }
  return [...joined.values()];
}
