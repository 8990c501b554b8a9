/** What the list can show of each request; the server keeps the choice under the same names. */
export const listColumns = [
  'key',
  'summary',
  'status',
  'requestType',
  'portal',
  'reporter',
  'organization',
  'created',
  'updated',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** The columns of who has chosen none: what is the same in every row is left out. */
export function usualColumns({
  hasPortals,
  seesOthers,
}: {
  hasPortals: boolean;
  seesOthers: boolean;
}): ListColumn[] {
  return [
    'key',
    'summary',
    'status',
    ...(hasPortals ? (['portal'] as const) : []),
    ...(seesOthers ? (['reporter'] as const) : []),
    'created',
  ];
}

/** All columns as they are chosen from: those that are shown in their order, then the others. */
export function offeredColumns(shown: readonly ListColumn[]): ListColumn[] {
  return [...shown, ...listColumns.filter((column) => !shown.includes(column))];
}

/** The columns with one shown or no longer shown; a new one comes last. */
export function withColumn(shown: readonly ListColumn[], column: ListColumn, isShown: boolean): ListColumn[] {
  const others = shown.filter((other) => other !== column);
  return isShown ? [...others, column] : others;
}

/** The columns with one moved by a place, up or down. */
export function withMoved(shown: readonly ListColumn[], column: ListColumn, by: -1 | 1): ListColumn[] {
  const from = shown.indexOf(column);
  const to = from + by;
  if (from < 0 || to < 0 || to >= shown.length) return [...shown];
  return shown.toSpliced(from, 1).toSpliced(to, 0, column);
}
