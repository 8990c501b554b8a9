import { useEffect, useRef, useState } from 'react';
import { type Freshness, freshRows, type Look, lookAt, type RowFacts } from './rows.ts';

/** How long a row that came or changed stands out, in milliseconds. */
const shownMs = 20_000;

/**
 * The rows that came into the list or changed while it is shown, each for a while. `listId` names the list: another
 * list starts afresh.
 */
export function useFreshRows(
  listId: string,
  rows: readonly RowFacts[] | undefined,
): { fresh: ReadonlyMap<string, Freshness>; settle: (key: string) => void } {
  const [fresh, setFresh] = useState<ReadonlyMap<string, Freshness>>(new Map());
  const earlier = useRef<{ listId: string; look: Look } | null>(null);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    if (!rows) return;
    const last = earlier.current;
    earlier.current = { listId, look: lookAt(rows) };
    if (last?.listId !== listId) {
      setFresh(new Map());
      return;
    }
    const came = freshRows(last.look, rows);
    if (came.size === 0) return;
    setFresh((shown) => new Map([...shown, ...came]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setFresh((shown) => without(shown, came));
    }, shownMs);
    timers.current.add(timer);
  }, [listId, rows]);

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);

  return {
    fresh,
    settle: (key) =>
      setFresh((shown) => (shown.has(key) ? without(shown, new Map([[key, 'changed']])) : shown)),
  };
}

function without<T>(map: ReadonlyMap<string, T>, gone: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].filter(([key]) => !gone.has(key)));
}
