/** What the list logic needs to know of a row. */
export interface RowFacts {
  readonly key: string;
  /** changes whenever the request does */
  readonly version: number;
  /** milliseconds since 1970, by the server's clock */
  readonly updatedAt: number;
}

/**
 * Those rows in which every word of `text` occurs somewhere, whatever its case.
 *
 * @param wordsOf all that a row says
 */
export function filterRows<Row>(
  rows: readonly Row[],
  text: string,
  wordsOf: (row: Row) => readonly string[],
): readonly Row[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const haystack = wordsOf(row).join('\n').toLocaleLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** What is news about a row. */
export type Freshness = 'new' | 'changed';

/** One look at a list, kept to tell what is news at the next. */
export interface Look {
  readonly versions: ReadonlyMap<string, number>;
  /** the newest `updatedAt` in it */
  readonly newest: number;
}

/** Takes down what is needed of a list to compare a later one with it. */
export function lookAt(rows: readonly RowFacts[]): Look {
  return {
    versions: new Map(rows.map((row) => [row.key, row.version])),
    newest: rows.reduce((newest, row) => Math.max(newest, row.updatedAt), 0),
  };
}

/**
 * What came into the list or changed in it since the earlier look. A row that merely moved up into view, because
 * others left or because more pages were loaded, is not news: it was not touched since.
 */
export function freshRows(earlier: Look, now: readonly RowFacts[]): Map<string, Freshness> {
  const fresh = new Map<string, Freshness>();
  for (const row of now.slice(0, earlier.versions.size + 1)) {
    const version = earlier.versions.get(row.key);
    if (version === undefined) {
      if (row.updatedAt > earlier.newest) fresh.set(row.key, 'new');
    } else if (version !== row.version) fresh.set(row.key, 'changed');
  }
  return fresh;
}

/**
 * The key of the row to go to. `from` is where one is; when that row has left the list, `fallbackIndex` says where it
 * was, and one goes on from there. Null: there is nothing further that way.
 */
export function neighbour(
  keys: readonly string[],
  from: string | null,
  fallbackIndex: number,
  step: 1 | -1,
): string | null {
  if (from === null) return keys[step === 1 ? 0 : keys.length - 1] ?? null;
  const index = keys.indexOf(from);
  if (index >= 0) return keys[index + step] ?? null;
  // The row after a vanished one has moved into its place.
  return keys[Math.min(step === 1 ? fallbackIndex : fallbackIndex - 1, keys.length - 1)] ?? null;
}
