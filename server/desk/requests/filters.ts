import { sql } from 'kysely';
import { type Condition, type Person, requestsManagedBy } from '../access.ts';
import { cleanLine } from '../rich-text.ts';
import { textPattern } from '../text-search.ts';

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

/** The condition of a filter on `request`; who may see them at all is a condition of its own (access.ts). */
export function requestFilter(person: Person, filter: RequestFilter): Condition {
  const conditions: Condition[] = [ownershipCondition(person, filter)];
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

function ownershipCondition(person: Person, { ownership, organizationId }: RequestFilter): Condition {
  const managed = requestsManagedBy(person);
  const conditions: Record<Ownership, Condition> = {
    ALL_REQUESTS: sql`true`,
    OWNED_REQUESTS: sql`request.reporter_id = ${person.id}`,
    ALL_ORGANIZATIONS: managed,
    ORGANIZATION:
      organizationId === undefined
        ? managed
        : sql`(${managed} and request.organization_id = ${organizationId})`,
    // Nobody takes part in or approves requests of others yet.
    PARTICIPATED_REQUESTS: sql`false`,
    APPROVER: sql`false`,
  };
  const choices = ownership.map((choice) => conditions[choice]);
  return sql`(${sql.join(choices, sql` or `)})`;
}
