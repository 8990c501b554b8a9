import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Condition } from '../access-rules.ts';
import type { Sorting } from '../requests/store.ts';

/** Where in a sorted list one stands: what the list is sorted by at the last request that was read. */
export interface Place {
  /** as PostgreSQL writes them; one for each sorting */
  readonly values: readonly (string | null)[];
  /** PostgreSQL's types of them */
  readonly types: readonly string[];
}

/** Columns of `request` that always have a value. */
const alwaysThere = /^"?request"?\."?(id|key|created_at|updated_at|summary|service_desk_id)"?$/;

/**
 * What follows a place in a list, in PostgreSQL's order (what is missing comes last, and first in descending order): conditions for
 * parts of the list, to be read one after the other. Each begins where an index on the first sorting leads to; one condition
 * over all parts would have the list read from its beginning.
 */
export function partsAfter(db: Database, sorting: readonly Sorting[], place: Place): Condition[] {
  const [first] = sorting;
  if (!first) return [];
  const canBeMissing = ({ by }: Sorting) => !alwaysThere.test(by.compile(db).sql);
  const isDescending = first.direction === 'desc';
  const values = sorting.map((_, index) => valueAt(place, index));
  const isWhole = place.values.every((value) => value !== null);
  const hasOneDirection = sorting.every(({ direction }) => direction === first.direction);
  if (isWhole && hasOneDirection && (isDescending || !sorting.some(canBeMissing))) {
    const columns = sql.join(sorting.map(({ by }) => by));
    return [sql`(${columns}) ${isDescending ? sql`<` : sql`>`} (${sql.join(values)})`];
  }
  const beyond = anyBeyond(sorting, place, values);
  const missing: Condition = sql`${first.by} is null`;
  const given: Condition = sql`${first.by} is not null`;
  if (place.values[0] === null) {
    return isDescending ? [sql`(${missing} and ${beyond})`, given] : [sql`(${missing} and ${beyond})`];
  }
  const from: Condition = sql`(${first.by} ${isDescending ? sql`<=` : sql`>=`} ${values[0]} and ${beyond})`;
  return !isDescending && canBeMissing(first) ? [from, missing] : [from];
}

/** Further on by the first sorting, or the same by it and further on by the second, and so on. */
function anyBeyond(
  sorting: readonly Sorting[],
  place: Place,
  values: readonly RawBuilder<unknown>[],
): Condition {
  const isSame = ({ by }: Sorting, index: number): Condition =>
    place.values[index] === null ? sql`${by} is null` : sql`${by} = ${values[index]}`;
  const isFurther = ({ by, direction }: Sorting, index: number): Condition => {
    const isMissing = place.values[index] === null;
    if (direction === 'desc') return isMissing ? sql`${by} is not null` : sql`${by} < ${values[index]}`;
    return isMissing ? sql`false` : sql`(${by} > ${values[index]} or ${by} is null)`;
  };
  const ways = sorting.map(
    (each, index) =>
      sql`(${sql.join([...sorting.slice(0, index).map(isSame), isFurther(each, index)], sql` and `)})`,
  );
  return sql`(${sql.join(ways, sql` or `)})`;
}

function valueAt({ values, types }: Place, index: number): RawBuilder<unknown> {
  const type = types[index] ?? '';
  // Types come back, sealed, from where PostgreSQL named them. Nothing that is not one gets into a statement.
  if (!/^[a-z][a-z0-9 ]*(\[\])?$/.test(type)) throw new Error(`"${type}" is no type to sort by`);
  return sql`${values[index] ?? null}::${sql.raw(type)}`;
}
