import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';

/** A group of people, to which roles can be granted. */
export interface Group {
  /** account_group.id: for joins, never shown */
  readonly id: string;
  /** account_group.group_id: what the API shows */
  readonly groupId: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
}

/** A group in a list. */
export interface ListedGroup extends Group {
  readonly memberCount: number;
  readonly grantCount: number;
}

/** Somebody in a group. */
export interface GroupMember extends AccountSummary {
  readonly addedAt: Date;
  readonly addedBy: string | null;
}

const groupColumns = [
  'account_group.id',
  'account_group.group_id as groupId',
  'account_group.name',
  'account_group.description',
  'account_group.version',
] as const;

interface PageWanted {
  readonly query?: string;
  readonly start: number;
  readonly limit: number;
}

/** Groups by name. Returns up to `limit` from `start` on. */
export function listGroups(db: Database, { query = '', start, limit }: PageWanted): Promise<ListedGroup[]> {
  return db
    .selectFrom('account_group')
    .select(groupColumns)
    .select([
      sql<number>`(select count(*)::integer from account_group_member m where m.group_id = account_group.id)`.as(
        'memberCount',
      ),
      sql<number>`(select count(*)::integer from role_grant g where g.group_id = account_group.id)`.as(
        'grantCount',
      ),
    ])
    .where(sql<string>`lower(name)`, 'like', likePattern(query))
    .orderBy(sql`lower(name)`)
    .offset(start)
    .limit(limit)
    .execute();
}

/** The group that the API calls `groupId`, or null. */
export async function groupByGroupId(db: Database, groupId: string): Promise<Group | null> {
  const group = await db
    .selectFrom('account_group')
    .select(groupColumns)
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  return group ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockGroup(trx: Database, groupId: string): Promise<Group | null> {
  const group = await trx
    .selectFrom('account_group')
    .select(groupColumns)
    .where('group_id', '=', groupId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return group ?? null;
}

/** The group of this name, whatever its case, or null. */
export async function groupByName(db: Database, name: string): Promise<Group | null> {
  const group = await db
    .selectFrom('account_group')
    .select(groupColumns)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', sql<string>`lower(${name}::text)`))
    .executeTakeFirst();
  return group ?? null;
}

/** Which groups are looked for. */
export interface GroupFilter {
  /** part of the name */
  readonly query?: string;
  /** of these; none: of all */
  readonly groupIds?: readonly string[];
  readonly names?: readonly string[];
  readonly withoutGroupIds?: readonly string[];
  readonly withoutNames?: readonly string[];
}

/** Groups that are looked for, by name: up to `limit` from `start` on, and how many there are in all. */
export async function findGroups(
  db: Database,
  { query = '', groupIds = [], names = [], withoutGroupIds = [], withoutNames = [] }: GroupFilter,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<{ groups: Group[]; total: number }> {
  const isNamed = (ids: readonly string[], texts: readonly string[]) => sql<boolean>`(
    account_group.group_id = any(${[...ids]}::text[])
    or lower(account_group.name) in (select lower(wanted) from unnest(${[...texts]}::text[]) wanted))`;
  const found = db
    .selectFrom('account_group')
    .where(sql<string>`lower(name)`, 'like', likePattern(query))
    .where(sql<boolean>`not ${isNamed(withoutGroupIds, withoutNames)}`)
    .$if(groupIds.length + names.length > 0, (groups) => groups.where(isNamed(groupIds, names)));
  const { total } = await found.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow();
  const groups = await found
    .select(groupColumns)
    .orderBy(sql`lower(name)`)
    .offset(start)
    .limit(limit)
    .execute();
  return { groups, total };
}

/** The groups that an account (account.id) is in, by name. */
export function groupsOf(db: Database, accountId: string): Promise<Group[]> {
  return db
    .selectFrom('account_group')
    .innerJoin('account_group_member as member', 'member.group_id', 'account_group.id')
    .select(groupColumns)
    .where('member.account_id', '=', accountId)
    .orderBy(sql`lower(name)`)
    .execute();
}

/** How many members a group has; those whose accounts are deactivated count when they are asked for. */
export async function countMembers(
  db: Database,
  group: Pick<Group, 'id'>,
  { isActive }: { readonly isActive?: boolean },
): Promise<number> {
  const { total } = await db
    .selectFrom('account_group_member as member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(sql<number>`count(*)::integer`.as('total'))
    .where('member.group_id', '=', group.id)
    .$if(isActive !== undefined, (members) => members.where('account.is_active', '=', isActive === true))
    .executeTakeFirstOrThrow();
  return total;
}

/** Members by name. Returns up to `limit` from `start` on. */
export async function listMembers(
  db: Database,
  group: Pick<Group, 'id'>,
  { query = '', isActive, start, limit }: PageWanted & { readonly isActive?: boolean },
): Promise<GroupMember[]> {
  const pattern = likePattern(query);
  const rows = await db
    .selectFrom('account_group_member as member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .leftJoin('account as adder', 'adder.id', 'member.added_by')
    .select(summaryColumns)
    .select(['member.added_at as addedAt', 'adder.display_name as addedBy'])
    .where('member.group_id', '=', group.id)
    .where((eb) =>
      eb.or([
        eb(sql<string>`lower(account.display_name)`, 'like', pattern),
        eb('account.email', 'like', pattern),
      ]),
    )
    .$if(isActive !== undefined, (members) => members.where('account.is_active', '=', isActive === true))
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toSummary(row), addedAt: row.addedAt, addedBy: row.addedBy }));
}

/** Puts people (account.id) into a group. Returns those who were not in it before. */
export async function addToGroup(
  trx: Database,
  groupId: string,
  accountIds: readonly string[],
  addedBy: string | null,
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const added = await trx
    .insertInto('account_group_member')
    .values(accountIds.map((id) => ({ group_id: groupId, account_id: id, added_by: addedBy })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .execute();
  return new Set(added.map((row) => row.account_id));
}

/** Takes people (account.id) out of a group. Returns those who were in it. */
export async function takeFromGroup(
  trx: Database,
  groupId: string,
  accountIds: readonly string[],
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const removed = await trx
    .deleteFrom('account_group_member')
    .where('group_id', '=', groupId)
    .where('account_id', 'in', [...accountIds])
    .returning('account_id')
    .execute();
  return new Set(removed.map((row) => row.account_id));
}

/** A pattern for `like` that finds what contains the text, in lower case. */
function likePattern(text: string): string {
  return `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
}
