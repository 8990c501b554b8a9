import type { OperatorValue } from '@atlaskit/jql-ast';
import { type RawBuilder, sql } from 'kysely';
import { type Condition, isServedBy, type Person } from '../access-rules.ts';
import { type JqlField, jqlTypes, orderedOperators, referenceOperators } from './field.ts';
import { isOrganization } from './functions/people.ts';
import { linkTypesNamed } from './link-types.ts';
import { accountsNamed } from './people.ts';
import { personExists } from './person-fields.ts';

/** What stands beside requests, one row for each person: the table's name and the column of who it is. */
interface PeopleBeside {
  readonly table: 'request_watcher' | 'worklog' | 'request_participant' | 'request_vote';
  readonly person: 'account_id' | 'author_id';
}

/** A field for the people in a table that stands beside requests. */
export function peopleField(
  names: readonly string[],
  displayName: string,
  { table, person }: PeopleBeside,
): JqlField {
  const those = sql`${sql.table(table)} as beside where beside.request_id = request.id`;
  const column = sql.ref(`beside.${person}`);
  const has = (who: RawBuilder<unknown>): Condition =>
    sql`exists(select from ${those} and ${column} = ${who})`;
  // What is one person's is not that much, and as a set of ids an index finds it in an `or`, too.
  const ofOne = (who: RawBuilder<unknown>): Condition =>
    sql`request.id = any(array(select beside.request_id from ${sql.table(table)} as beside where ${column} = ${who}))`;
  return {
    names: names.map((name) => name.toLowerCase()),
    displayName,
    clauseNames: names,
    types: [jqlTypes.user],
    suggest: 'person',
    kind: 'person',
    operators: referenceOperators,
    // Anyone of them, or null where there is nobody.
    column: sql`(select min(${column}) from ${those})`,
    is: (value) => ofOne(sql`any(array(${accountsNamed(value)}))`),
    isAccount: (id) => ofOne(sql`${id}::bigint`),
    isAccountOf: (accounts) => has(sql`any(array(${accounts}))`),
    exists: personExists,
    isEmpty: sql`not exists(select from ${those})`,
  };
}

function countField(name: string, displayName: string, table: 'request_watcher' | 'request_vote'): JqlField {
  const count = sql`(select count(*) from ${sql.table(table)} as beside where beside.request_id = request.id)`;
  return {
    names: [name],
    displayName,
    types: [jqlTypes.number],
    kind: 'number',
    operators: orderedOperators,
    column: count,
    sortBy: [count],
  };
}

const rating = sql`(select f.rating from request_feedback f where f.request_id = request.id)`;
const ratedAt = sql`(select f.created_at from request_feedback f where f.request_id = request.id)`;

/** Whether an organization is so named. */
export const organizationExists: NonNullable<JqlField['exists']> = (value) =>
  sql`exists(select from organization o where ${isOrganization([value])})`;

const shares = sql`request_share share where share.request_id = request.id`;
// Of the ids of what is shared a set is made: with `exists` in an `or`, no index would find what is the organization's own.
const isOfOrganizations = (values: readonly string[]): Condition => {
  const named = sql`select o.id from organization o where ${isOrganization(values)}`;
  const [value] = values;
  // One has a name to itself; a name that is also another one's id stands for the former.
  const are =
    value !== undefined && values.length === 1
      ? sql`(${named} order by lower(o.name) = lower(${value}) desc limit 1)`
      : sql`any(array(${named}))`;
  return sql`(request.organization_id = ${are} or request.id = any(array(
    select share.request_id from request_share share where share.organization_id = ${are})))`;
};

/** Whether the request at the other end of a link is one that the person works on; of others they are not told that there are any. */
function isKnown(person: Person, end: string): Condition {
  if (person.isAdministrator) return sql`true`;
  return sql`exists(select from request other where other.id = ${sql.ref(end)}
    and ${isServedBy(person, sql.ref('other.service_desk_id'))})`;
}

/** As it is said of the request: "blocks" of what blocks, "is blocked by" of what is blocked; a type's name of both. */
function isLinked(person: Person, values: readonly string[] | null): Condition {
  const isType = (side: 'inward' | 'outward') =>
    values === null ? sql`true` : sql`link.type_id = any(array(${linkTypesNamed(side, values)}))`;
  return sql`(exists(select from request_link link where link.source_id = request.id
      and ${isType('outward')} and ${isKnown(person, 'link.destination_id')})
    or exists(select from request_link link where link.destination_id = request.id
      and ${isType('inward')} and ${isKnown(person, 'link.source_id')}))`;
}

/** How a request is linked with those that a person works on. */
function linkTypeField(person: Person): JqlField {
  return {
    names: ['issuelinktype'],
    displayName: 'Link type',
    clauseNames: ['issueLinkType'],
    types: [jqlTypes.linkType],
    suggest: 'link-type',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.id`,
    is: (value) => isLinked(person, [value]),
    isAny: (values) => isLinked(person, values),
    exists: (value) =>
      sql`(exists(${linkTypesNamed('inward', [value])}) or exists(${linkTypesNamed('outward', [value])}))`,
    isEmpty: sql`not ${isLinked(person, null)}`,
    inContext: ({ viewer, viewerId }) => linkTypeField(viewer ?? { id: viewerId, isAdministrator: false }),
  };
}

const onlyEmptiness: readonly OperatorValue[] = ['is', 'is not'];

/** The fields of queries that ask for what stands beside a request. */
export const besideFields: readonly JqlField[] = [
  peopleField(['watcher'], 'Watcher', { table: 'request_watcher', person: 'account_id' }),
  countField('watchers', 'Watchers', 'request_watcher'),
  peopleField(['voter'], 'Voter', { table: 'request_vote', person: 'account_id' }),
  countField('votes', 'Votes', 'request_vote'),
  peopleField(['Request participants', 'participants'], 'Request participants', {
    table: 'request_participant',
    person: 'account_id',
  }),
  {
    names: ['organizations', 'organization'],
    displayName: 'Organizations',
    clauseNames: ['Organizations'],
    types: [jqlTypes.organization],
    suggest: 'organization',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.organization_id`,
    is: (value) => isOfOrganizations([value]),
    isAny: isOfOrganizations,
    exists: organizationExists,
    isEmpty: sql`(request.organization_id is null and not exists(select from ${shares}))`,
    sortBy: [sql`(select lower(o.name) from organization o where o.id = request.organization_id)`],
  },
  linkTypeField({ id: '0', isAdministrator: false }),
  {
    names: ['attachments', 'attachment'],
    displayName: 'Attachment',
    clauseNames: ['attachments'],
    types: [jqlTypes.attachment],
    kind: 'reference',
    operators: onlyEmptiness,
    column: sql`request.id`,
    isEmpty: sql`not exists(select from attachment file where file.request_id = request.id)`,
  },
  {
    names: ['approvals', 'approval'],
    displayName: 'Approvals',
    clauseNames: ['approvals'],
    types: [jqlTypes.approvals],
    kind: 'reference',
    operators: ['='],
    column: sql`request.id`,
  },
  {
    names: ['satisfaction'],
    displayName: 'Satisfaction',
    types: [jqlTypes.number],
    kind: 'number',
    operators: orderedOperators,
    column: rating,
    isEmpty: sql`${rating} is null`,
    sortBy: [rating],
  },
  {
    names: ['satisfaction date', 'satisfactiondate'],
    displayName: 'Satisfaction date',
    clauseNames: ['Satisfaction date'],
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column: ratedAt,
    isEmpty: sql`${ratedAt} is null`,
    sortBy: [ratedAt],
  },
];
