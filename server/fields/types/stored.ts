import { type RawBuilder, sql } from 'kysely';
import type { JsonValue } from '../../platform/database/schema.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { FieldCondition, FieldQuery } from '../field.ts';

/** A stored value as a query sees it. */
export type Stored = RawBuilder<JsonValue | null>;

/** The text of a stored string, number or truth value. */
export function storedText(stored: Stored): RawBuilder<string | null> {
  return sql`(${stored} #>> '{}')`;
}

/** That nothing is stored. */
export function nothingStored(stored: Stored): FieldCondition {
  return sql`${stored} is null`;
}

/** How text is asked for that is stored as a string: by what is in it, and by the whole of it, in whatever case. */
export function textQuery(stored: Stored): FieldQuery {
  const text = storedText(stored);
  return {
    kind: 'text',
    operators: ['~', '!~', '=', '!=', 'in', 'not in', 'is', 'is not'],
    column: text,
    is: (value) => sql`lower(${text}) = lower(${value})`,
    contains: (value) => sql`${text} ilike ${textPattern(value)}`,
    sortBy: [sql`lower(${text})`],
    isEmpty: nothingStored(stored),
  };
}

/** What is shown of each id in a stored list; of what is gone, nothing. */
export function eachShown<Shown>(stored: JsonValue, show: (id: string) => Shown | undefined): Shown[] {
  return (Array.isArray(stored) ? stored : []).flatMap((id) => show(String(id)) ?? []);
}

/** That one of them is met; null: there is none. */
export function anyOf(conditions: readonly FieldCondition[]): FieldCondition | null {
  if (conditions.length === 0) return null;
  return conditions.length === 1 && conditions[0] ? conditions[0] : sql`(${sql.join(conditions, sql` or `)})`;
}
