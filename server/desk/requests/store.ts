import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { type Condition, isStaff, type Person, requestsSeenBy, requestsServedBy } from '../access.ts';
import type { requestAddress } from '../addresses.ts';
import type { AdfNode } from '../rich-text.ts';

/** The three kinds of status. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** A request as a list shows it to one person. */
export interface RequestRow {
  readonly id: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  readonly requestTypeId: string;
  readonly requestTypeName: string;
  readonly requestTypeIcon: string;
  readonly statusId: string;
  readonly statusName: string;
  readonly statusCategory: StatusCategory;
  /** what customers read instead of the status' name */
  readonly customerStatus: string;
  readonly statusSince: Date;
  /** account.id */
  readonly reporterId: string;
  /** the reporter works here: an agent of any desk */
  readonly isReporterStaff: boolean;
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  /** account.id */
  readonly assigneeId: string | null;
  readonly summary: string;
  readonly resolution: string | null;
  readonly resolvedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** the person who reads is an agent of its desk */
  readonly isAgent: boolean;
}

/** What was filled into the form of a request. */
export interface RequestContent {
  readonly description: AdfNode | null;
  readonly descriptionText: string;
  /** stored values by field id */
  readonly customFields: Readonly<Record<string, JsonValue>>;
}

const customerStatus = sql<string>`coalesce(workflow_status.customer_name, status.name)`;

/** Requests with all that a list shows of them. Whoever uses it says which: those that the person may see. */
function requestRows(db: Database, person: Person) {
  return db
    .selectFrom('request')
    .innerJoin('service_desk', 'service_desk.id', 'request.service_desk_id')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .innerJoin('status', 'status.id', 'request.status_id')
    .leftJoin('workflow_status', (join) =>
      join
        .onRef('workflow_status.workflow_id', '=', 'request_type.workflow_id')
        .onRef('workflow_status.status_id', '=', 'request.status_id'),
    )
    .leftJoin('organization', 'organization.id', 'request.organization_id')
    .select([
      'request.id',
      'request.key',
      'request.service_desk_id as serviceDeskId',
      'project.id as projectId',
      'project.key as projectKey',
      'project.name as projectName',
      'request.request_type_id as requestTypeId',
      'request_type.name as requestTypeName',
      'request_type.icon as requestTypeIcon',
      'request.status_id as statusId',
      'status.name as statusName',
      sql<StatusCategory>`status.category`.as('statusCategory'),
      customerStatus.as('customerStatus'),
      'request.status_since as statusSince',
      'request.reporter_id as reporterId',
      isStaff('request.reporter_id').as('isReporterStaff'),
      'request.organization_id as organizationId',
      'organization.name as organizationName',
      'request.assignee_id as assigneeId',
      'request.summary',
      'request.resolution',
      'request.resolved_at as resolvedAt',
      'request.version',
      'request.created_at as createdAt',
      'request.updated_at as updatedAt',
      requestsServedBy(person).$castTo<boolean>().as('isAgent'),
    ]);
}

function withContent(db: Database, person: Person) {
  return requestRows(db, person).select([
    sql<AdfNode | null>`request.description`.as('description'),
    'request.description_text as descriptionText',
    sql<Record<string, JsonValue>>`request.custom_fields`.as('customFields'),
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
  return listQuery(db, person, listing).execute();
}

/** The query of `listRequests`, for looking at its plan. */
export function listQuery(db: Database, person: Person, listing: Listing) {
  return sorted(requestRows(db, person).where(inPage(db, person, listing)), listing.sorting);
}

/** One page of the requests that the person may see, with what was filled in; at most `limit + 1`. */
export async function listRequestsWithContent(
  db: Database,
  person: Person,
  listing: Listing,
): Promise<(RequestRow & RequestContent)[]> {
  return sorted(withContent(db, person).where(inPage(db, person, listing)), listing.sorting).execute();
}

// The page is found on `request` and its indexes alone; only its rows are joined with what they refer to.
function inPage(db: Database, person: Person, { where, sorting, start, limit }: Listing): Condition {
  const ids = sorted(db.selectFrom('request').select('request.id'), sorting)
    .where(requestsSeenBy(person))
    .where(where)
    .offset(start)
    .limit(limit + 1);
  return sql<SqlBool>`request.id in (${ids})`;
}

interface Sortable<Self> {
  orderBy(by: Sorting['by'], direction: 'asc' | 'desc'): Self;
}

function sorted<Query extends Sortable<Query>>(query: Query, sorting: readonly Sorting[]): Query {
  let result = query;
  for (const { by, direction } of sorting) result = result.orderBy(by, direction);
  return result;
}

/** The request at this address with what was filled in, if the person may see it. */
export async function loadRequest(
  db: Database,
  person: Person,
  address: NonNullable<ReturnType<typeof requestAddress>>,
): Promise<(RequestRow & RequestContent) | null> {
  const row = await withContent(db, person)
    .where(requestsSeenBy(person))
    .where((eb) =>
      'id' in address ? eb('request.id', '=', address.id) : eb('request.key', '=', address.key),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** A request whose row is locked, so that it is as read until the transaction ends. */
export interface LockedRequest {
  readonly id: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly workflowId: string;
  readonly statusId: string;
  readonly statusName: string;
  readonly customerStatus: string;
  readonly reporterId: string;
  readonly organizationId: string | null;
  readonly assigneeId: string | null;
  readonly resolution: string | null;
  readonly version: number;
}

/** Reads and locks a request for a change; null when there is none. */
export async function lockRequest(trx: Database, id: string): Promise<LockedRequest | null> {
  const row = await trx
    .selectFrom('request')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .innerJoin('status', 'status.id', 'request.status_id')
    .leftJoin('workflow_status', (join) =>
      join
        .onRef('workflow_status.workflow_id', '=', 'request_type.workflow_id')
        .onRef('workflow_status.status_id', '=', 'request.status_id'),
    )
    .select([
      'request.id',
      'request.key',
      'request.service_desk_id as serviceDeskId',
      'request_type.workflow_id as workflowId',
      'request.status_id as statusId',
      'status.name as statusName',
      customerStatus.as('customerStatus'),
      'request.reporter_id as reporterId',
      'request.organization_id as organizationId',
      'request.assignee_id as assigneeId',
      'request.resolution',
      'request.version',
    ])
    .where('request.id', '=', id)
    .forUpdate('request')
    .executeTakeFirst();
  return row ?? null;
}
