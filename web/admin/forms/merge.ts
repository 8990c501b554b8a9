/** What became of a form when someone else saved meanwhile. */
export interface Merge<Values> {
  readonly values: Values;
  /** fields that were not touched and now show the newest */
  readonly taken: readonly (keyof Values)[];
  /** fields that both changed, to different values; the form's own are kept */
  readonly clashes: readonly (keyof Values)[];
}

/**
 * Brings a form up to date without losing what was typed: what the person did not touch since `base` becomes what it is
 * in `newest`, what they touched stays.
 */
export function mergeNewest<Values extends object>(
  base: Values,
  mine: Values,
  newest: Values,
): Merge<Values> {
  const values = { ...mine };
  const taken: (keyof Values)[] = [];
  const clashes: (keyof Values)[] = [];
  for (const field of Object.keys(newest) as (keyof Values)[]) {
    if (isSame(base[field], newest[field]) || isSame(mine[field], newest[field])) continue;
    if (isSame(mine[field], base[field])) {
      values[field] = newest[field];
      taken.push(field);
    } else clashes.push(field);
  }
  return { values, taken, clashes };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
