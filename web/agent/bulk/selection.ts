/** What is selected in a list, by key. */
export interface Selected {
  readonly keys: readonly string[];
  /** where a range begins: what was selected or taken out last */
  readonly anchor: string | null;
}

export const nothing: Selected = { keys: [], anchor: null };

/**
 * Selects one, or takes it out. As a range, all from the anchor up to it get the state that it gets.
 *
 * @param shown keys in the order of the list
 */
export function toggled(
  { keys, anchor }: Selected,
  shown: readonly string[],
  key: string,
  isRange: boolean,
): Selected {
  const isWanted = isRange || !keys.includes(key);
  const from = isRange && anchor !== null ? shown.indexOf(anchor) : -1;
  const to = shown.indexOf(key);
  const range = from < 0 || to < 0 ? [key] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { keys: isWanted ? [...new Set([...keys, ...range])] : without(keys, range), anchor: key };
}

/** Selects all that are shown besides what is selected, or takes them out if they all are. */
export function toggledShown({ keys }: Selected, shown: readonly string[]): Selected {
  const isAll = shown.every((key) => keys.includes(key));
  return { keys: isAll ? without(keys, shown) : [...new Set([...keys, ...shown])], anchor: null };
}

function without(keys: readonly string[], gone: readonly string[]): string[] {
  const all = new Set(gone);
  return keys.filter((key) => !all.has(key));
}

/** How much of what is shown is selected. */
export function shareOf({ keys }: Selected, shown: readonly string[]): 'all' | 'some' | 'none' {
  const all = new Set(keys);
  const count = shown.filter((key) => all.has(key)).length;
  if (count === 0) return 'none';
  return count === shown.length ? 'all' : 'some';
}
