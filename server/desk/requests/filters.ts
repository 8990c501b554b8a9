import { sql } from 'kysely';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { type Condition, type Person, requestsOpenToSession, type Way, waysToRequests } from '../access.ts';

/** Which of the requests that one may see: by what makes them visible. */
export const ownerships = [
  'OWNED_REQUESTS',
  'PARTICIPATED_REQUESTS',
  'ORGANIZATION',
  'ALL_ORGANIZATIONS',
  'APPROVER',
  'ALL_REQUESTS',
] as const;
export type Ownership = (typeof ownerships)[number];

/** What a list of requests is narrowed to. */
export interface RequestFilter {
  readonly ownership: readonly Ownership[];
  /** with ownership ORGANIZATION */
  readonly organizationId?: string | undefined;
  readonly status: 'OPEN_REQUESTS' | 'CLOSED_REQUESTS' | 'ALL_REQUESTS';
  readonly serviceDeskId?: string | undefined;
  readonly requestTypeId?: string | undefined;
  /** part of the summary, with * and ? for unknown characters, or the key */
  readonly searchTerm?: string | undefined;
}

/** A way to requests, and which of them are wanted. */
export interface FilteredWay {
  readonly way: Way;
  /** over `request` alone */
  readonly where: Condition;
}

/** The ways on which what a filter wants is found; what more than one leads to is listed once. */
export function filteredWays(person: Person, filter: RequestFilter): FilteredWay[] {
  const { reporter, participant, organizations, desks } = waysToRequests(person);
  const where: Condition = sql`(${requestsOpenToSession(person)} and ${wantedRequests(filter)})`;
  const ways: Record<Ownership, readonly FilteredWay[]> = {
    ALL_REQUESTS: [reporter, participant, organizations, desks].map((way) => ({ way, where })),
    OWNED_REQUESTS: [{ way: reporter, where }],
    ALL_ORGANIZATIONS: [{ way: organizations, where }],
    ORGANIZATION: [
      {
        way: organizations,
        where:
          filter.organizationId === undefined
            ? where
            : sql`(${where} and request.organization_id = ${filter.organizationId})`,
      },
    ],
    PARTICIPATED_REQUESTS: [{ way: participant, where }],
    // Nobody approves requests yet.
    APPROVER: [],
  };
  return filter.ownership.flatMap((choice) => ways[choice]);
}

function wantedRequests(filter: RequestFilter): Condition {
  const conditions: Condition[] = [sql`true`];
  if (filter.status === 'OPEN_REQUESTS') conditions.push(sql`request.resolved_at is null`);
  if (filter.status === 'CLOSED_REQUESTS') conditions.push(sql`request.resolved_at is not null`);
  if (filter.serviceDeskId !== undefined) {
    conditions.push(sql`request.service_desk_id = ${filter.serviceDeskId}`);
  }
  if (filter.requestTypeId !== undefined) {
    conditions.push(sql`request.request_type_id = ${filter.requestTypeId}`);
  }
  const term = cleanLine(filter.searchTerm ?? '');
  if (term !== '') {
    conditions.push(sql`(request.summary ilike ${textPattern(term)} or request.key = ${term.toUpperCase()})`);
  }
  return sql`(${sql.join(conditions, sql` and `)})`;
}
