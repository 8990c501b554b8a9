import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../access-rules.ts';
import { jiraCategoryNames } from '../workflow/json.ts';
import { type JqlField, jqlTypes, orderedOperators, referenceOperators } from './field.ts';

// A value that names one thing is compared as a scalar, so that an index also gives the order; names come before ids.

type ChoiceTable = 'status' | 'resolution' | 'priority';

/** Selects a column of what a value names; one at most. */
function choiceNamed(table: ChoiceTable, column: 'id' | 'name', value: string): RawBuilder<unknown> {
  return sql`(select ${sql.ref(`c.${column}`)} from ${sql.table(table)} c
    where lower(c.name) = lower(${value}) or c.id::text = ${value}
    order by lower(c.name) = lower(${value}) desc limit 1)`;
}

function choicesNamed(
  table: ChoiceTable,
  column: 'id' | 'name',
  values: readonly string[],
): RawBuilder<unknown> {
  return sql`any(array(select ${sql.ref(`c.${column}`)} from ${sql.table(table)} c
    where lower(c.name) = any(${values.map((value) => value.toLowerCase())}::text[]) or c.id::text = any(${values}::text[])))`;
}

function choiceExists(table: ChoiceTable): NonNullable<JqlField['exists']> {
  return (value) => sql`exists(select from ${sql.table(table)} c
    where lower(c.name) = lower(${value}) or c.id::text = ${value})`;
}

type CategoryKey = 'new' | 'indeterminate' | 'done';
const categoryIds: Readonly<Record<CategoryKey, string>> = { new: '2', indeterminate: '4', done: '3' };

/** Undefined: there is no such category. */
function categoryNamed(value: string): CategoryKey | undefined {
  const wanted = value.toLowerCase();
  return (['new', 'indeterminate', 'done'] as const).find(
    (key) => key === wanted || jiraCategoryNames[key].toLowerCase() === wanted || categoryIds[key] === wanted,
  );
}

function isInCategory(values: readonly string[]): Condition {
  const categories = values.flatMap((value) => categoryNamed(value) ?? []);
  return sql`request.status_id = any(array(select s.id from status s where s.category = any(${categories}::text[])))`;
}

/** A priority is greater the more urgent it is. */
function isPriorityCompared(operator: '<' | '<=' | '>' | '>=', value: string): Condition {
  return sql`request.priority_id = any(array(select p.id from priority p
    where -p.position ${sql.raw(operator)} (select -than.position from priority than
      where than.id = ${choiceNamed('priority', 'id', value)})))`;
}

/**
 * Where a value stands in a list, from 1: the list is read once, not for each request.
 * @param list selects the values in order
 */
function placeAmong(list: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`array_position(array(${list}), ${value})`;
}

/** What is chosen of the lists that administrators keep. */
export const choiceFields: readonly JqlField[] = [
  {
    names: ['status'],
    displayName: 'Status',
    types: [jqlTypes.status],
    suggest: 'status',
    history: { field: 'status' },
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.status_id`,
    is: (value) => sql`request.status_id = ${choiceNamed('status', 'id', value)}`,
    isAny: (values) => sql`request.status_id = ${choicesNamed('status', 'id', values)}`,
    exists: choiceExists('status'),
    sortBy: [placeAmong(sql`select s.id from status s order by s.name`, sql`request.status_id`)],
  },
  {
    names: ['statuscategory'],
    displayName: 'Status Category',
    clauseNames: ['statusCategory'],
    types: [jqlTypes.statusCategory],
    suggest: 'status-category',
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.status_id`,
    is: (value) => isInCategory([value]),
    isAny: isInCategory,
    exists: (value) => (categoryNamed(value) ? sql`true` : sql`false`),
    sortBy: [
      sql`(select array_position('{new,indeterminate,done}', s.category) from status s where s.id = request.status_id)`,
    ],
  },
  {
    names: ['resolution'],
    displayName: 'Resolution',
    types: [jqlTypes.resolution],
    suggest: 'resolution',
    history: { field: 'resolution' },
    kind: 'reference',
    operators: referenceOperators,
    column: sql`request.resolution`,
    is: (value) => sql`request.resolution = ${choiceNamed('resolution', 'name', value)}`,
    isAny: (values) => sql`request.resolution = ${choicesNamed('resolution', 'name', values)}`,
    exists: choiceExists('resolution'),
    // The same as having no resolution, and what the index of open requests is made for.
    isEmpty: sql`request.resolved_at is null`,
    emptyNames: ['unresolved'],
    sortBy: [
      placeAmong(sql`select r.name from resolution r order by r.position, r.name`, sql`request.resolution`),
    ],
  },
  {
    names: ['priority'],
    displayName: 'Priority',
    types: [jqlTypes.priority],
    suggest: 'priority',
    history: { field: 'priority' },
    kind: 'reference',
    operators: orderedOperators,
    column: sql`request.priority_id`,
    is: (value) => sql`request.priority_id = ${choiceNamed('priority', 'id', value)}`,
    isAny: (values) => sql`request.priority_id = ${choicesNamed('priority', 'id', values)}`,
    isCompared: isPriorityCompared,
    exists: choiceExists('priority'),
    // Descending begins with the most urgent.
    sortBy: [
      placeAmong(sql`select p.id from priority p order by p.position desc, p.id`, sql`request.priority_id`),
    ],
  },
];
