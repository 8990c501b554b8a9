import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { desksServedBy, isAgentOfAnyDesk, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';

/** With whom a filter is shared: everyone who works here, somebody, a group, or the agents of a project. */
export interface Share {
  readonly id: string;
  readonly mayEdit: boolean;
  /** account.id */
  readonly accountId: string | null;
  readonly group: { readonly groupId: string; readonly name: string } | null;
  /** `isKnown`: whoever reads it works at its desk */
  readonly project: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly isKnown: boolean;
  } | null;
}

/** A share that is to be made, as rows name it; none of the three: everyone who works here. */
export interface NewShare {
  readonly mayEdit: boolean;
  readonly accountId: string | null;
  readonly groupId: string | null;
  readonly projectId: string | null;
}

/** Most shares of one filter. */
export const maxShares = 100;

/** With whom filters are shared, as the person reads it, keyed by filter id. */
export async function sharesOf(
  db: Database,
  person: Person,
  filterIds: readonly string[],
): Promise<Map<string, Share[]>> {
  if (filterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('jql_filter_share as share')
    .leftJoin('account_group', 'account_group.id', 'share.group_id')
    .leftJoin('project', 'project.id', 'share.project_id')
    .leftJoin('service_desk', 'service_desk.project_id', 'project.id')
    .select([
      'share.id',
      'share.filter_id as filterId',
      'share.may_edit as mayEdit',
      'share.account_id as accountId',
      'account_group.group_id as groupId',
      'account_group.name as groupName',
      'project.id as projectId',
      'project.key as projectKey',
      'project.name as projectName',
      desksServedBy(person).$castTo<boolean>().as('isKnown'),
    ])
    .where('share.filter_id', 'in', [...filterIds])
    .orderBy('share.id')
    .execute();
  const shares = rows.map(
    ({ groupId, groupName, projectId, projectKey, projectName, isKnown, ...share }) => ({
      ...share,
      group: groupId !== null && groupName !== null ? { groupId, name: groupName } : null,
      project:
        projectId !== null && projectKey !== null && projectName !== null
          ? { id: projectId, key: projectKey, name: projectName, isKnown }
          : null,
    }),
  );
  return Map.groupBy(shares, ({ filterId }) => filterId);
}

/** With whom a filter is to be shared, as api/3 is sent it: flat, or as it is shown. */
export interface ShareInput {
  readonly id?: number | string;
  readonly type: string;
  readonly rights?: number;
  readonly accountId?: string;
  readonly groupId?: string;
  readonly groupname?: string;
  readonly projectId?: string;
  readonly user?: { readonly accountId?: string };
  readonly group?: { readonly name?: string; readonly groupId?: string | null };
  readonly project?: { readonly id?: string; readonly key?: string };
}

/** Jira's number for a right to change what is shared; without it, to look. */
const mayEditRights = 3;

/**
 * Reads with whom a filter is to be shared. People and projects are those that the person knows of: who works here, and projects
 * that they work at.
 *
 * @throws Invalid that says with whom it cannot be
 */
export async function readShare(
  db: Database,
  person: Person,
  input: ShareInput,
  mayEdit = input.rights === mayEditRights,
): Promise<NewShare> {
  const nobody = { mayEdit, accountId: null, groupId: null, projectId: null };
  switch (input.type) {
    case 'authenticated':
    case 'loggedin':
      return nobody;
    case 'user': {
      const accountId = input.accountId ?? input.user?.accountId ?? '';
      const row = await db
        .selectFrom('account')
        .select('id')
        .where('account_id', '=', accountId)
        .where('is_active', '=', true)
        .where((eb) => eb.or([eb('is_administrator', '=', true), isAgentOfAnyDesk(eb)]))
        .executeTakeFirst();
      if (!row) throw new Invalid('Filters are shared with people who work here. Name one by accountId.');
      return { ...nobody, accountId: row.id };
    }
    case 'group': {
      const groupId = input.groupId ?? input.group?.groupId ?? null;
      const name = input.groupname ?? input.group?.name ?? null;
      const row = await db
        .selectFrom('account_group')
        .select('id')
        .where((eb) =>
          groupId === null
            ? eb(eb.fn<string>('lower', ['name']), '=', sql<string>`lower(${name ?? ''}::text)`)
            : eb('group_id', '=', groupId),
        )
        .executeTakeFirst();
      if (!row) throw new Invalid('There is no such group. Name one by groupId or groupname.');
      return { ...nobody, groupId: row.id };
    }
    case 'project': {
      const id = input.projectId ?? input.project?.id ?? '';
      const key = input.project?.key ?? '';
      const row = await db
        .selectFrom('project')
        .innerJoin('service_desk', 'service_desk.project_id', 'project.id')
        .select('project.id')
        .where(desksServedBy(person))
        .where((eb) => (isId(id) ? eb('project.id', '=', id) : eb('project.key', '=', key.toUpperCase())))
        .executeTakeFirst();
      if (!row)
        throw new Invalid('There is no such project, or you do not work at it. Name one by projectId.');
      return { ...nobody, projectId: row.id };
    }
    default:
      throw new Invalid(
        'A filter is shared by one of these types: user, group, project, or authenticated for everyone who works here.',
      );
  }
}

/** Shares a filter with those whom it is not shared with yet. */
export async function insertShares(
  trx: Database,
  filterId: string,
  shares: readonly NewShare[],
): Promise<void> {
  if (shares.length === 0) return;
  await trx
    .insertInto('jql_filter_share')
    .values(
      shares.map(({ mayEdit, accountId, groupId, projectId }) => ({
        filter_id: filterId,
        may_edit: mayEdit,
        account_id: accountId,
        group_id: groupId,
        project_id: projectId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { count } = await trx
    .selectFrom('jql_filter_share')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('filter_id', '=', filterId)
    .executeTakeFirstOrThrow();
  if (count > maxShares)
    throw new Invalid(`A filter has at most ${maxShares} shares. Share it with a group.`);
}

/**
 * Shares a filter with nobody of this kind any more: those who may look, or those who may change it.
 * @param keptIds of shares that stay
 */
export async function clearShares(
  trx: Database,
  filterId: string,
  mayEdit: boolean,
  keptIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('jql_filter_share')
    .where('filter_id', '=', filterId)
    .where('may_edit', '=', mayEdit)
    .where(sql<boolean>`id <> all(${keptIds}::bigint[])`)
    .execute();
}

/** @returns whether there was one */
export async function deleteShare(trx: Database, filterId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('jql_filter_share')
    .where('filter_id', '=', filterId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
