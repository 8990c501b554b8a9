import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Entry } from './entries.ts';

/**
 * Counts entries of others that came while the newer end of the conversation was out of sight, until it is seen. `last` is
 * the newest that came at all, to be told to those who do not look.
 */
export function useNewBelow(
  entries: readonly Entry[] | undefined,
  end: RefObject<HTMLElement | null>,
): { count: number; last: Entry | null; go: () => void } {
  const [count, setCount] = useState(0);
  const [last, setLast] = useState<Entry | null>(null);
  const known = useRef<{ ids: ReadonlySet<string>; newestAt: number } | null>(null);
  const isEndInSight = useRef(true);
  const ids = entries?.map((entry) => entry.id).join(' ');

  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(([seen]) => {
      isEndInSight.current = seen?.isIntersecting ?? true;
      if (isEndInSight.current) setCount(0);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [end]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` stands for the entries, which are made anew at every render
  useEffect(() => {
    if (!entries) return;
    const before = known.current;
    known.current = {
      ids: new Set([...(before?.ids ?? []), ...entries.map((entry) => entry.id)]),
      newestAt: Math.max(before?.newestAt ?? 0, ...entries.map((entry) => entry.at)),
    };
    // choosing to see the history as well brings up entries that are not new
    const newest = before
      ? entries.filter((entry) => !before.ids.has(entry.id) && entry.at >= before.newestAt)
      : [];
    if (newest.length === 0) return;
    setLast(newest.at(-1) ?? null);
    if (!isEndInSight.current) setCount((now) => now + newest.length);
  }, [ids]);

  return { count, last, go: () => end.current?.scrollIntoView({ block: 'center', behavior: 'smooth' }) };
}
