import { sql } from 'kysely';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { wordPatterns } from '../../platform/formats/text-search.ts';
import {
  type Condition,
  type Person,
  requestsOpenToSession,
  type Way,
  waysToRequests,
} from '../access-rules.ts';
import { textCondition } from '../text-search/text-condition.ts';
import { typedWords } from '../text-search/typed-words.ts';

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

/** Of what one approves: what waits for an answer, and what has been answered. */
export const approvalStatuses = ['MY_PENDING_APPROVAL', 'MY_HISTORY_APPROVAL'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

/** What a list of requests is narrowed to. */
export interface RequestFilter {
  readonly ownership: readonly Ownership[];
  /** with ownership ORGANIZATION */
  readonly organizationId?: string | undefined;
  readonly status: 'OPEN_REQUESTS' | 'CLOSED_REQUESTS' | 'ALL_REQUESTS';
  /** with ownership APPROVER: those that wait for the person's answer, or that the person has answered */
  readonly approvalStatus?: ApprovalStatus | undefined;
  readonly serviceDeskId?: string | undefined;
  readonly requestTypeId?: string | undefined;
  /** words of the summary, all of them, in any form or with * and ? for unknown characters; or the key */
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
  const { reporter, participant, approver, pendingApprover, organizations, shared, desks } =
    waysToRequests(person);
  const where: Condition = sql`(${requestsOpenToSession(person)} and ${wantedRequests(filter, person)})`;
  const along = (...chosen: readonly Way[]) => chosen.map((way) => ({ way, where }));
  const approvals = {
    MY_PENDING_APPROVAL: along(pendingApprover),
    MY_HISTORY_APPROVAL: along(approver).map(({ way }) => ({
      way,
      where: sql`(${where} and ${answeredBy(person)})` as Condition,
    })),
    any: along(approver),
  };
  const ways: Record<Ownership, readonly FilteredWay[]> = {
    ALL_REQUESTS: along(reporter, participant, approver, organizations, shared, desks),
    OWNED_REQUESTS: along(reporter),
    ALL_ORGANIZATIONS: along(organizations, shared),
    ORGANIZATION: along(organizations, shared).map(({ way }) => ({
      way,
      where:
        filter.organizationId === undefined
          ? where
          : sql`(${where} and ${way.column} = ${filter.organizationId})`,
    })),
    PARTICIPATED_REQUESTS: along(participant),
    APPROVER: approvals[filter.approvalStatus ?? 'any'],
  };
  return filter.ownership.flatMap((choice) => ways[choice]);
}

/** Of `request`: those on which the person has answered an approval. */
function answeredBy(person: Person): Condition {
  return sql`exists(select from approval_approver a
    where a.request_id = request.id and a.account_id = ${person.id} and a.decision is not null)`;
}

function wantedRequests(filter: RequestFilter, person: Person): Condition {
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
    const inSummary = wordPatterns(term).map((pattern) => sql`request.summary ilike ${pattern}`);
    // Other forms of the words, and with other accents: of what has no unknown characters.
    const words = /[*?]/.test(term) ? null : typedWords(term.split(/\s+/).slice(0, 10));
    conditions.push(sql`((${sql.join(inSummary, sql` and `)}) or request.key = ${term.toUpperCase()}
      or ${textCondition('summary', words, person)})`);
  }
  return sql`(${sql.join(conditions, sql` and `)})`;
}
