import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { type Condition, isStaff, type Person, requestsSeenBy, requestsServedBy } from '../access-rules.ts';
import type { requestAddress } from '../addresses.ts';
import { loadSurroundings, type Surroundings } from './surroundings.ts';

/** What is in the row of a request, as one person reads it. */
interface RowAlone {
  readonly id: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  readonly statusId: string;
  readonly statusSince: Date;
  /** account.id */
  readonly reporterId: string;
  /** the reporter works here: an agent of any desk */
  readonly isReporterStaff: boolean;
  readonly organizationId: string | null;
  /** account.id */
  readonly assigneeId: string | null;
  readonly summary: string;
  readonly priorityId: string;
  readonly resolution: string | null;
  readonly resolutionId: string | null;
  readonly resolvedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** the person who reads is an agent of its desk */
  readonly isAgent: boolean;
}

/** A request as a list shows it to one person. */
export type RequestRow = RowAlone & Surroundings;

/** What was filled into the form of a request, and what stands beside it where it is shown by itself. */
export interface RequestContent {
  readonly description: AdfNode | null;
  readonly descriptionText: string;
  /** stored values by field id */
  readonly customFields: Readonly<Record<string, JsonValue>>;
  /** the reporter has said what they think of how it was handled */
  readonly hasFeedback: boolean;
}

// Rows are read from `request` alone, and what they refer to by id sets afterwards (surroundings.ts): to plan one query
// over all of it takes PostgreSQL several times as long as to run the parts.

function rowsSeenBy(db: Database, person: Person) {
  return db
    .selectFrom('request')
    .where(requestsSeenBy(person))
    .select([
      'request.id',
      'request.key',
      'request.service_desk_id as serviceDeskId',
      'request.request_type_id as requestTypeId',
      'request.status_id as statusId',
      'request.status_since as statusSince',
      'request.reporter_id as reporterId',
      isStaff('request.reporter_id').as('isReporterStaff'),
      'request.organization_id as organizationId',
      'request.assignee_id as assigneeId',
      'request.summary',
      'request.priority_id as priorityId',
      'request.resolution',
      sql<string | null>`(select r.id from resolution r where r.name = request.resolution)`.as(
        'resolutionId',
      ),
      'request.resolved_at as resolvedAt',
      'request.version',
      'request.created_at as createdAt',
      'request.updated_at as updatedAt',
      requestsServedBy(person).$castTo<boolean>().as('isAgent'),
    ]);
}

/** The requests that the person may see, with what was filled in: a query to narrow, order and page. */
export function filledRowsSeenBy(db: Database, person: Person) {
  return rowsSeenBy(db, person).select([
    sql<AdfNode | null>`request.description`.as('description'),
    'request.description_text as descriptionText',
    sql<Record<string, JsonValue>>`request.custom_fields`.as('customFields'),
    sql<boolean>`exists(select from request_feedback f where f.request_id = request.id)`.as('hasFeedback'),
  ]);
}

/** A column to sort a list by. */
export interface Sorting {
  /** a column of `request`, or an expression over it */
  readonly by: Condition | ReturnType<typeof sql.ref>;
  readonly direction: 'asc' | 'desc';
}

/** Newest first: the order of every list that says no other. */
export const newestFirst: readonly Sorting[] = [
  { by: sql.ref('request.created_at'), direction: 'desc' },
  { by: sql.ref('request.id'), direction: 'desc' },
];

/** Which part of which list. */
export interface Listing {
  /** over `request` alone */
  readonly where: Condition;
  readonly sorting: readonly Sorting[];
  readonly start: number;
  readonly limit: number;
}

/** One page of the requests that the person may see, without what was filled in; at most `limit + 1`. */
export async function listRequests(db: Database, person: Person, listing: Listing): Promise<RequestRow[]> {
  return loadSurroundings(db, await listQuery(db, person, listing).execute());
}

/** The query behind `listRequests`, for looking at its plan. */
export function listQuery(db: Database, person: Person, listing: Listing) {
  return paged(rowsSeenBy(db, person), listing);
}

interface Pageable<Self> {
  where(condition: Condition): Self;
  orderBy(by: Sorting['by'], direction: 'asc' | 'desc'): Self;
  offset(start: number): Self;
  limit(limit: number): Self;
}

function paged<Query extends Pageable<Query>>(
  query: Query,
  { where, sorting, start, limit }: Listing,
): Query {
  let result = query.where(where);
  for (const { by, direction } of sorting) result = result.orderBy(by, direction);
  return result.offset(start).limit(limit + 1);
}

/** The request at this address with what was filled in, if the person may see it. */
export async function loadRequest(
  db: Database,
  person: Person,
  address: NonNullable<ReturnType<typeof requestAddress>>,
): Promise<(RequestRow & RequestContent) | null> {
  const rows = await filledRowsSeenBy(db, person)
    .where((eb) =>
      'id' in address ? eb('request.id', '=', address.id) : eb('request.key', '=', address.key),
    )
    .execute();
  return (await loadSurroundings(db, rows))[0] ?? null;
}

/** The reporter (account.id) of a request; null when there is no such request. */
export async function reporterOfRequest(db: Database, requestId: string): Promise<string | null> {
  const row = await db
    .selectFrom('request')
    .select('reporter_id')
    .where('id', '=', requestId)
    .executeTakeFirst();
  return row?.reporter_id ?? null;
}
