import { sql } from 'kysely';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { Condition } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { jiraCategoryNames } from '../workflow/json.ts';
import { besideFields } from './beside-fields.ts';
import { choiceOperators, type JqlField, jqlTypes, orderedOperators, referenceOperators } from './field.ts';

// A value that names one thing is compared as a scalar, so that an index also gives the order; names come before ids.

function isInCategory(value: string): Condition {
  const wanted = value.toLowerCase();
  const ids = { new: '2', indeterminate: '4', done: '3' } as const;
  const category = (['new', 'indeterminate', 'done'] as const).find(
    (key) => key === wanted || jiraCategoryNames[key].toLowerCase() === wanted || ids[key] === wanted,
  );
  return sql`request.status_id = any(array(select s.id from status s where s.category = ${category ?? ''}))`;
}

/** The fields that queries know. */
export const jqlFields: readonly JqlField[] = [
  {
    names: ['project'],
    displayName: 'Project',
    types: [jqlTypes.project],
    suggest: 'project',
    kind: 'reference',
    operators: choiceOperators,
    column: sql`request.service_desk_id`,
    is: (value) => sql`request.service_desk_id = any(array(
      select d.id from service_desk d join project p on p.id = d.project_id
      where p.key = upper(${value}) or lower(p.name) = lower(${value}) or p.id::text = ${value}))`,
  },
  {
    names: ['key', 'issuekey', 'issue', 'id'],
    displayName: 'Key',
    types: [jqlTypes.issue],
    suggest: 'issue',
    kind: 'reference',
    operators: choiceOperators,
    column: sql`request.id`,
    is: (value) => (isId(value) ? sql`request.id = ${value}` : sql`request.key = upper(${value})`),
    // Within a desk, ids and keys are given in the same order.
    sortBy: [sql`request.service_desk_id`, sql`request.id`],
  },
  {
    names: ['status'],
    displayName: 'Status',
    types: [jqlTypes.status],
    suggest: 'status',
    kind: 'reference',
    operators: choiceOperators,
    column: sql`request.status_id`,
    is: (value) => sql`request.status_id = (
      select s.id from status s where lower(s.name) = lower(${value}) or s.id::text = ${value}
      order by lower(s.name) = lower(${value}) desc limit 1)`,
    sortBy: [sql`(select s.name from status s where s.id = request.status_id)`],
  },
  {
    names: ['statuscategory'],
    displayName: 'Status category',
    types: [jqlTypes.statusCategory],
    suggest: 'status-category',
    kind: 'reference',
    operators: choiceOperators,
    column: sql`request.status_id`,
    is: isInCategory,
  },
  {
    names: ['resolution'],
    displayName: 'Resolution',
    types: [jqlTypes.resolution],
    suggest: 'resolution',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.resolution`,
    is: (value) => sql`request.resolution = (
      select r.name from resolution r where lower(r.name) = lower(${value}) or r.id::text = ${value}
      order by lower(r.name) = lower(${value}) desc limit 1)`,
    // The same as having no resolution, and what the index of open requests is made for.
    isEmpty: sql`request.resolved_at is null`,
    emptyNames: ['unresolved'],
  },
  {
    names: ['priority'],
    displayName: 'Priority',
    types: [jqlTypes.priority],
    suggest: 'priority',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.priority_id`,
    is: (value) => sql`request.priority_id = (
      select p.id from priority p where lower(p.name) = lower(${value}) or p.id::text = ${value}
      order by lower(p.name) = lower(${value}) desc limit 1)`,
    // Descending begins with the most urgent.
    sortBy: [sql`(select -p.position from priority p where p.id = request.priority_id)`],
  },
  {
    names: ['assignee'],
    displayName: 'Assignee',
    types: [jqlTypes.user],
    suggest: 'person',
    kind: 'person',
    operators: referenceOperators,
    column: sql`request.assignee_id`,
    is: (value) => sql`request.assignee_id = (select a.id from account a where a.account_id = ${value})`,
    isAccount: (id) => sql`request.assignee_id = ${id}::bigint`,
    isAccountOf: (accounts) => sql`request.assignee_id = any(array(${accounts}))`,
    isEmpty: sql`request.assignee_id is null`,
    sortBy: [sql`(select lower(a.display_name) from account a where a.id = request.assignee_id)`],
  },
  {
    names: ['reporter'],
    displayName: 'Reporter',
    types: [jqlTypes.user],
    suggest: 'person',
    kind: 'person',
    operators: referenceOperators,
    column: sql`request.reporter_id`,
    is: (value) => sql`request.reporter_id = (select a.id from account a where a.account_id = ${value})`,
    isAccount: (id) => sql`request.reporter_id = ${id}::bigint`,
    isAccountOf: (accounts) => sql`request.reporter_id = any(array(${accounts}))`,
  },
  {
    names: ['request type', 'requesttype'],
    displayName: 'Request Type',
    types: [jqlTypes.requestType],
    suggest: 'request-type',
    kind: 'reference',
    operators: choiceOperators,
    column: sql`request.request_type_id`,
    is: (value) => sql`request.request_type_id = any(array(
      select t.id from request_type t where lower(t.name) = lower(${value}) or t.id::text = ${value}))`,
  },
  {
    names: ['created', 'createddate'],
    displayName: 'Created',
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column: sql`request.created_at`,
    sortBy: [sql`request.created_at`],
  },
  {
    names: ['updated', 'updateddate'],
    displayName: 'Updated',
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column: sql`request.updated_at`,
    sortBy: [sql`request.updated_at`],
  },
  {
    names: ['resolved', 'resolutiondate'],
    displayName: 'Resolved',
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column: sql`request.resolved_at`,
    isEmpty: sql`request.resolved_at is null`,
    sortBy: [sql`request.resolved_at`],
  },
  {
    names: ['summary'],
    displayName: 'Summary',
    types: [jqlTypes.text],
    kind: 'text',
    operators: ['~'],
    column: sql`request.summary`,
    contains: (value) => sql`request.summary ilike ${textPattern(value)}`,
  },
  ...besideFields,
];
