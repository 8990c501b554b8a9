import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { type Condition, filtersEditedBy, filtersSeenBy, type Person } from '../access-rules.ts';

/** A query that somebody saved, as one person knows it. */
export interface Filter {
  readonly id: string;
  /** account.id; null: whoever saved it is gone */
  readonly ownerId: string | null;
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  /** ids of the fields that are shown of what it finds; null: as whoever looks has them */
  readonly columns: readonly string[] | null;
  /** the person has starred it */
  readonly isFavourite: boolean;
  /** how many have */
  readonly favouritedCount: number;
  /** the person may change it */
  readonly isWritable: boolean;
}

function filters(db: Database, person: Person) {
  return db.selectFrom('jql_filter').select([
    'jql_filter.id',
    'jql_filter.owner_id as ownerId',
    'jql_filter.name',
    'jql_filter.description',
    'jql_filter.jql',
    'jql_filter.columns',
    sql<boolean>`exists(select from jql_filter_favourite f
        where f.filter_id = jql_filter.id and f.account_id = ${person.id})`.as('isFavourite'),
    sql<number>`(select count(*)::int from jql_filter_favourite f where f.filter_id = jql_filter.id)`.as(
      'favouritedCount',
    ),
    filtersEditedBy(person).$castTo<boolean>().as('isWritable'),
  ]);
}

/** The filter, if the person may use it; null: there is none, or they may not. With `anyones`, whoever it is shared with. */
export async function filterOf(
  db: Database,
  person: Person,
  id: string,
  { anyones = false }: { anyones?: boolean } = {},
): Promise<Filter | null> {
  const row = await filters(db, person)
    .where('jql_filter.id', '=', id)
    .$if(!anyones, (query) => query.where(filtersSeenBy(person)))
    .executeTakeFirst();
  return row ?? null;
}

/** Those of the person, by name; with `favourites`, also those that they have starred. */
export function filtersOwnedBy(
  db: Database,
  person: Person,
  { favourites = false }: { favourites?: boolean } = {},
): Promise<Filter[]> {
  const own: Condition = sql`jql_filter.owner_id = ${person.id}`;
  return filters(db, person)
    .where(favourites ? sql<boolean>`(${own} or (${isStarredBy(person)} and ${filtersSeenBy(person)}))` : own)
    .orderBy(sql`lower(jql_filter.name)`)
    .orderBy('jql_filter.id')
    .execute();
}

/** Those that the person has starred and may use, by name. */
export function favouriteFilters(db: Database, person: Person): Promise<Filter[]> {
  return filters(db, person)
    .where(isStarredBy(person))
    .where(filtersSeenBy(person))
    .orderBy(sql`lower(jql_filter.name)`)
    .orderBy('jql_filter.id')
    .execute();
}

function isStarredBy(person: Person): Condition {
  return sql`jql_filter.id = any(array(
    select f.filter_id from jql_filter_favourite f where f.account_id = ${person.id}))`;
}

/** Which filters are looked for. */
export interface FilterSearch {
  /** part of the name, or (`isWholeWords`) some of its words */
  readonly name?: string | undefined;
  readonly isSubstring?: boolean | undefined;
  /** account.account_id of the owner */
  readonly ownerAccountId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly groupName?: string | undefined;
  readonly projectId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly orderBy: string;
  /** also those that the person may not use */
  readonly anyones: boolean;
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  description: sql`lower(jql_filter.description)`,
  favourite_count: sql`(select count(*) from jql_filter_favourite f where f.filter_id = jql_filter.id)`,
  id: sql`jql_filter.id`,
  name: sql`lower(jql_filter.name)`,
  owner: sql`(select lower(a.display_name) from account a where a.id = jql_filter.owner_id)`,
  is_shared: sql`exists(select from jql_filter_share s where s.filter_id = jql_filter.id)`,
};

/** By what filters can be ordered; with a minus, from the end. */
export const filterOrders = [...Object.keys(orders), 'is_favourite'].flatMap((order) => [
  order,
  `+${order}`,
  `-${order}`,
]);

/** One page of the filters that the person may use and looks for, and how many there are. */
export async function findFilters(
  db: Database,
  person: Person,
  search: FilterSearch,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<{ filters: Filter[]; total: number }> {
  const found = filters(db, person).where(
    sql<boolean>`(${sql.join(conditionsOf(person, search), sql` and `)})`,
  );
  const { total } = await db
    .selectFrom(found.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const order = search.orderBy.replace(/^[+-]/, '');
  const by = order === 'is_favourite' ? isStarredBy(person) : orders[order];
  const rows = await found
    .orderBy(by ?? sql`lower(jql_filter.name)`, search.orderBy.startsWith('-') ? 'desc' : 'asc')
    .orderBy('jql_filter.id')
    .offset(start)
    .limit(limit)
    .execute();
  return { filters: rows, total };
}

function conditionsOf(person: Person, search: FilterSearch): Condition[] {
  const { name, isSubstring, ownerAccountId, groupId, groupName, projectId, ids, anyones } = search;
  const conditions: Condition[] = [anyones ? sql`true` : filtersSeenBy(person)];
  if (name !== undefined && name.trim() !== '') {
    const words = isSubstring ? [name] : name.trim().split(/\s+/).slice(0, 10);
    for (const word of words) conditions.push(sql`jql_filter.name ilike ${textPattern(word)}`);
  }
  if (ownerAccountId !== undefined) {
    conditions.push(sql`jql_filter.owner_id = (
      select a.id from account a where a.account_id = ${ownerAccountId})`);
  }
  if (groupId !== undefined || groupName !== undefined) {
    conditions.push(sql`jql_filter.id = any(array(select s.filter_id from jql_filter_share s
      join account_group g on g.id = s.group_id
      where g.group_id = ${groupId ?? null} or lower(g.name) = lower(${groupName ?? null}::text)))`);
  }
  if (projectId !== undefined) {
    conditions.push(sql`jql_filter.id = any(array(
      select s.filter_id from jql_filter_share s where s.project_id = ${projectId}))`);
  }
  if (ids !== undefined) conditions.push(sql`jql_filter.id = any(${[...ids]}::bigint[])`);
  return conditions;
}

/** Whether the account (account.id) has another filter of this name, whatever its case. */
export async function hasFilterNamed(
  db: Database,
  ownerId: string,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('jql_filter')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

/** How many filters the account (account.id) has. */
export async function countFiltersOf(db: Database, ownerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('jql_filter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return count;
}

/** What of a filter its owner says. */
export type FilterContent = Pick<Filter, 'name' | 'description' | 'jql'>;

/** @returns its id */
export async function insertFilter(trx: Database, ownerId: string, content: FilterContent): Promise<string> {
  const { id } = await trx
    .insertInto('jql_filter')
    .values({ owner_id: ownerId, ...content })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a filter. */
export async function updateFilter(
  trx: Database,
  id: string,
  changes: Partial<FilterContent> & { readonly owner_id?: string; readonly columns?: string[] | null },
): Promise<void> {
  await trx
    .updateTable('jql_filter')
    .set({ ...changes, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

/** Deletes a filter. */
export async function deleteFilterRow(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('jql_filter').where('id', '=', id).execute();
}

/** Stars a filter, or takes the star away. */
export async function keepStar(
  trx: Database,
  { accountId, filterId }: { readonly accountId: string; readonly filterId: string },
  isStarred: boolean,
): Promise<void> {
  if (isStarred) {
    await trx
      .insertInto('jql_filter_favourite')
      .values({ account_id: accountId, filter_id: filterId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await trx
    .deleteFrom('jql_filter_favourite')
    .where('account_id', '=', accountId)
    .where('filter_id', '=', filterId)
    .execute();
}
