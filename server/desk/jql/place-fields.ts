import { type RawBuilder, sql } from 'kysely';
import { type Condition, desksServedBy } from '../access-rules.ts';
import { serviceRequestIssueType } from '../request-types/json.ts';
import { type JqlField, jqlTypes, referenceOperators } from './field.ts';

// What a request is part of, and what it is: always there.

function lower(values: readonly string[]): string[] {
  return values.map((value) => value.toLowerCase());
}

/** Of `project p`: those that a query names, by key, name or id. */
function isProject(values: readonly string[]): RawBuilder<boolean> {
  return sql`(lower(p.key) = any(${lower(values)}::text[]) or lower(p.name) = any(${lower(values)}::text[])
    or p.id::text = any(${values}::text[]))`;
}

/**
 * What looks like a key is one project, by its key or else its name, and is compared as a scalar, so that an index also gives the
 * order. Other names may be those of several.
 */
function isInProject(value: string): Condition {
  const named = sql`select d.id from service_desk d join project p on p.id = d.project_id where ${isProject([value])}`;
  return /^[a-z][a-z0-9]{1,9}$/i.test(value)
    ? sql`request.service_desk_id = (${named} order by p.key = upper(${value}) desc, p.id limit 1)`
    : sql`request.service_desk_id = any(array(${named}))`;
}

/** Of `request_type t`: those that a query names, by name, by name and project ("Get help (IT)"), or by id. */
function isRequestType(values: readonly string[]): RawBuilder<boolean> {
  const named = sql`lower(t.name) = any(${lower(values)}::text[]) or t.id::text = any(${values}::text[])`;
  const withProject = values.filter((value) => value.endsWith(')'));
  if (withProject.length === 0) return sql`(${named})`;
  return sql`(${named} or exists(select from service_desk d join project p on p.id = d.project_id
    where d.id = t.service_desk_id and lower(t.name || ' (' || p.key || ')') = any(${lower(withProject)}::text[])))`;
}

/** A field that is the same of all requests. */
function sameField(
  { names, displayName, types }: Pick<JqlField, 'names' | 'displayName' | 'types'>,
  values: readonly string[],
): JqlField {
  const has = (value: string) => values.includes(value.toLowerCase());
  return {
    names,
    displayName,
    types,
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.id`,
    is: (value) => (has(value) ? sql`true` : sql`false`),
    exists: (value) => (has(value) ? sql`true` : sql`false`),
    sortBy: [],
  };
}

/** Where a request belongs, and what kind it is of. */
export const placeFields: readonly JqlField[] = [
  {
    names: ['project'],
    displayName: 'Project',
    types: [jqlTypes.project],
    suggest: 'project',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.service_desk_id`,
    is: isInProject,
    isAny: (values) => sql`request.service_desk_id = any(array(
      select d.id from service_desk d join project p on p.id = d.project_id where ${isProject(values)}))`,
    exists: (value, person) => sql`exists(
      select from service_desk join project p on p.id = service_desk.project_id
      where ${isProject([value])} and ${desksServedBy(person)})`,
    sortBy: [
      sql`(select lower(p.name) from service_desk d join project p on p.id = d.project_id where d.id = request.service_desk_id)`,
    ],
  },
  sameField({ names: ['projecttype'], displayName: 'Project type', types: [jqlTypes.projectType] }, [
    'service_desk',
  ]),
  {
    ...sameField({ names: ['issuetype', 'type'], displayName: 'Issue Type', types: [jqlTypes.issueType] }, [
      serviceRequestIssueType.name.toLowerCase(),
      serviceRequestIssueType.id,
    ]),
    suggest: 'issuetype',
  },
  {
    names: ['request type', 'requesttype', 'customer request type'],
    displayName: 'Request Type',
    clauseNames: ['Request Type', 'Customer Request Type'],
    types: [jqlTypes.requestType],
    suggest: 'request-type',
    history: { field: 'requesttype' },
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.request_type_id`,
    is: (value) =>
      sql`request.request_type_id = any(array(select t.id from request_type t where ${isRequestType([value])}))`,
    isAny: (values) =>
      sql`request.request_type_id = any(array(select t.id from request_type t where ${isRequestType(values)}))`,
    exists: (value, person) => sql`exists(
      select from request_type t join service_desk on service_desk.id = t.service_desk_id
      where ${isRequestType([value])} and ${desksServedBy(person)})`,
    sortBy: [sql`(select lower(t.name) from request_type t where t.id = request.request_type_id)`],
  },
  {
    names: ['request-channel-type', 'request channel type', 'channel'],
    displayName: 'Request channel type',
    types: [jqlTypes.text],
    suggest: 'channel',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.channel`,
    is: (value) => sql`request.channel = ${channelNamed(value)}`,
    isAny: (values) => sql`request.channel = any(${values.map(channelNamed)}::text[])`,
    exists: (value) => (channelNamed(value) === '' ? sql`false` : sql`true`),
    sortBy: [sql`request.channel`],
  },
];

/** Jira calls it "jira" what agents raise for a customer. Empty: there is no such channel. */
function channelNamed(value: string): string {
  const wanted = value.toLowerCase();
  if (wanted === 'jira') return 'agent';
  return ['portal', 'agent', 'api'].includes(wanted) ? wanted : '';
}
