import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Person, requestsServedBy } from '../access-rules.ts';
import { listRequests, newestFirst, type RequestRow } from '../requests/store.ts';

/** A way in which requests can be linked. */
export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** how the link reads from its destination, such as "is blocked by" */
  readonly inward: string;
  /** how it reads from its source, such as "blocks" */
  readonly outward: string;
}

/** A link between two requests. */
export interface Link {
  readonly id: string;
  readonly type: LinkType;
  readonly sourceId: string;
  readonly destinationId: string;
}

/** A link as one of its requests shows it. */
export interface ShownLink {
  readonly id: string;
  readonly type: LinkType;
  /** what the other request is to this one: outward, when the link leads there */
  readonly direction: 'inward' | 'outward';
  readonly other: RequestRow;
}

/** Most links of a request that are shown with it. */
const maxShown = 1000;

/** All ways in which requests can be linked, by name. */
export async function listLinkTypes(db: Database): Promise<LinkType[]> {
  return db
    .selectFrom('request_link_type')
    .select(['id', 'name', 'inward', 'outward'])
    .orderBy('name')
    .execute();
}

function links(db: Database) {
  return db
    .selectFrom('request_link')
    .innerJoin('request_link_type as type', 'type.id', 'request_link.type_id')
    .select([
      'request_link.id',
      'request_link.source_id as sourceId',
      'request_link.destination_id as destinationId',
      sql<LinkType>`jsonb_build_object('id', type.id::text, 'name', type.name,
        'inward', type.inward, 'outward', type.outward)`.as('type'),
    ]);
}

/** The link with this id, whoever may see its requests; null when there is none. */
export async function linkOf(db: Database, id: string): Promise<Link | null> {
  return (await links(db).where('request_link.id', '=', id).executeTakeFirst()) ?? null;
}

/**
 * The links of requests that the person serves, to others that they serve, keyed by request id; oldest first. Links to requests of
 * other desks are left out as if there were none.
 */
export async function linksOfRequests(
  db: Database,
  person: Person,
  requestIds: readonly string[],
): Promise<Map<string, ShownLink[]>> {
  if (requestIds.length === 0) return new Map();
  const ids = [...requestIds];
  const found = await links(db)
    .where((eb) =>
      eb.or([eb('request_link.source_id', 'in', ids), eb('request_link.destination_id', 'in', ids)]),
    )
    .orderBy('request_link.id')
    .execute();
  const others = await requestsServed(
    db,
    person,
    found.flatMap(({ sourceId, destinationId }) => [sourceId, destinationId]),
  );
  const ends = found.flatMap(({ id, type, sourceId, destinationId }) => [
    { at: sourceId, link: { id, type, direction: 'outward' as const }, otherId: destinationId },
    { at: destinationId, link: { id, type, direction: 'inward' as const }, otherId: sourceId },
  ]);
  const shown = new Map<string, ShownLink[]>();
  for (const { at, link, otherId } of ends) {
    const other = others.get(otherId);
    if (!ids.includes(at) || !other) continue;
    const before = shown.get(at) ?? [];
    if (before.length < maxShown) shown.set(at, [...before, { ...link, other }]);
  }
  return shown;
}

/** Those of the requests that the person serves, by id. */
export async function requestsServed(
  db: Database,
  person: Person,
  ids: readonly string[],
): Promise<Map<string, RequestRow>> {
  if (ids.length === 0) return new Map();
  const distinct = [...new Set(ids)];
  const rows = await listRequests(db, person, {
    where: sql`(request.id = any(${distinct}::bigint[]) and ${requestsServedBy(person)})`,
    sorting: newestFirst,
    start: 0,
    limit: distinct.length,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The link between these two, both of which are locked; what reads the same from both ends is one link whichever way it leads. */
async function linkBetween(
  trx: Database,
  { type, sourceId, destinationId }: Omit<Link, 'id'>,
): Promise<Link | null> {
  const row = await links(trx)
    .where('request_link.type_id', '=', type.id)
    .where((eb) => {
      const thisWay = eb.and({
        'request_link.source_id': sourceId,
        'request_link.destination_id': destinationId,
      });
      const theOtherWay = eb.and({
        'request_link.source_id': destinationId,
        'request_link.destination_id': sourceId,
      });
      return type.inward === type.outward ? eb.or([thisWay, theOtherWay]) : thisWay;
    })
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keeps a link between two requests, both of which are locked.
 * @returns whether there was none before
 */
export async function insertLink(trx: Database, link: Omit<Link, 'id'>): Promise<boolean> {
  if (await linkBetween(trx, link)) return false;
  await trx
    .insertInto('request_link')
    .values({ type_id: link.type.id, source_id: link.sourceId, destination_id: link.destinationId })
    .execute();
  return true;
}

/** Deletes a link. */
export async function deleteLink(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('request_link').where('id', '=', id).execute();
}
