/** The list with one entry let go before or after another; the same list when either is not in it. */
export function movedBeside<Entry>(
  list: readonly Entry[],
  idOf: (entry: Entry) => string,
  draggedId: string,
  targetId: string,
  side: 'before' | 'after',
): Entry[] {
  const dragged = list.find((entry) => idOf(entry) === draggedId);
  if (!dragged || draggedId === targetId || !list.some((entry) => idOf(entry) === targetId)) return [...list];
  const rest = list.filter((entry) => entry !== dragged);
  const at = rest.findIndex((entry) => idOf(entry) === targetId);
  return rest.toSpliced(side === 'before' ? at : at + 1, 0, dragged);
}

/** The list with the entry at `from` moved to `to`, which is held to the list's ends. */
export function movedTo<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const entry = list[from];
  if (entry === undefined) return [...list];
  return list.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(to, list.length - 1)), 0, entry);
}
