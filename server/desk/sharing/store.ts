import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Actor, Condition } from '../access-rules.ts';

/** An organization, as far as sharing names it. */
export interface SharedOrganization {
  readonly id: string;
  readonly name: string;
}

/** Most organizations that a request is shared with. */
export const maxShares = 20;

/** The organizations that requests are shared with, by name, keyed by request id. */
export async function sharesOf(
  db: Database,
  requestIds: readonly string[],
): Promise<Map<string, SharedOrganization[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_share as share')
    .innerJoin('organization', 'organization.id', 'share.organization_id')
    .select(['share.request_id as requestId', 'organization.id', 'organization.name'])
    .where('share.request_id', 'in', [...requestIds])
    .orderBy(sql`lower(organization.name)`)
    .orderBy('organization.id')
    .execute();
  const byRequest = Map.groupBy(rows, ({ requestId }) => requestId);
  return new Map(
    [...byRequest].map(([id, shares]) => [id, shares.map((share) => ({ id: share.id, name: share.name }))]),
  );
}

/** Where something is shared, and by whom. */
export interface SharingIn {
  readonly requestId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** Shares a request with organizations (id); those that it is shared with already stay as they are. */
export async function insertShares(
  trx: Database,
  { requestId, actor, at }: SharingIn,
  organizationIds: readonly string[],
): Promise<void> {
  await trx
    .insertInto('request_share')
    .columns(['request_id', 'organization_id', 'request_created_at', 'shared_by', 'shared_at'])
    .expression((eb) =>
      eb
        .selectFrom('request')
        .innerJoin(
          sql<{ id: string }>`unnest(${[...organizationIds]}::bigint[])`.as<'given'>(sql`given(id)`),
          (join) => join.onTrue(),
        )
        .select([
          'request.id',
          'given.id as organizationId',
          'request.created_at',
          sql<string>`${actor.accountId}::bigint`.as('sharedBy'),
          sql<Date>`${at}::timestamptz`.as('sharedAt'),
        ])
        .where('request.id', '=', requestId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a request back from organizations (id). */
export async function deleteShares(
  trx: Database,
  requestId: string,
  organizationIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('request_share')
    .where('request_id', '=', requestId)
    .where('organization_id', 'in', [...organizationIds])
    .execute();
}

/** On whose behalf something is shared, and where. */
export interface Sharer {
  readonly actor: Actor;
  /** account.id of the reporter of the request that is or will be shared */
  readonly reporterId: string;
  readonly serviceDeskId: string;
}

/**
 * Of `organization`: those that the actor may share requests of the desk with. Agents: those that the desk serves, and the
 * reporter's own. Customers, as the desk says: none, their own, or also all others that it serves. Organizations of customers
 * whom a desk that is not open to everyone does not serve are none of its business.
 */
function shareable({ actor, reporterId, serviceDeskId }: Sharer): Condition {
  const served = sql`exists(select from service_desk_organization o
    where o.service_desk_id = desk.id and o.organization_id = organization.id)`;
  const theirs = (accountId: string) => sql`exists(select from organization_member m
    where m.organization_id = organization.id and m.account_id = ${accountId})`;
  const rule = actor.isAgent
    ? sql`(${served} or ${theirs(reporterId)})`
    : sql`(desk.customers_share_with <> 'nobody' and case
        when ${theirs(actor.accountId)} then desk.access = 'open' or ${served}
        else desk.customers_share_with in ('customers', 'anyone') and ${served} end)`;
  return sql`exists(select from service_desk desk where desk.id = ${serviceDeskId} and ${rule})`;
}

/** Of these organizations (id), those that the sharer may share with. */
export async function shareableAmong(
  db: Database,
  sharer: Sharer,
  organizationIds: readonly string[],
): Promise<Set<string>> {
  if (organizationIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('organization')
    .select('organization.id')
    .where('organization.id', 'in', [...organizationIds])
    .where(shareable(sharer))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Most that a search for organizations answers. */
const maxFound = 20;

/**
 * Organizations that the sharer may share with, by name, the reporter's own first. At most 20.
 * @param pattern of ILIKE, over the name
 * @param requestId without those that this request is shared with
 */
export async function findShareable(
  db: Database,
  sharer: Sharer,
  { pattern, requestId = null }: { pattern: string; requestId?: string | null },
): Promise<SharedOrganization[]> {
  return db
    .selectFrom('organization')
    .select(['organization.id', 'organization.name'])
    .where('organization.name', 'ilike', pattern)
    .where(shareable(sharer))
    .where(
      sql<boolean>`not exists(select from request_share s
        where s.request_id = ${requestId}::bigint and s.organization_id = organization.id)`,
    )
    .orderBy(
      sql`not exists(select from organization_member m
        where m.organization_id = organization.id and m.account_id = ${sharer.reporterId})`,
    )
    .orderBy(sql`lower(organization.name)`)
    .orderBy('organization.id')
    .limit(maxFound)
    .execute();
}
