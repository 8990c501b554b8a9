import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LiveChange } from '../../kit/live/live-stream.ts';
import { useLiveTopics } from '../../kit/live/use-live.ts';
import { myDesksQuery } from '../desks/desk-queries.ts';

/** A busy site changes many times a second; a short list is read again this often at most, in milliseconds. */
const pauseMs = 3000;

/**
 * Keeps what a search finds up to date. A short list is read again by itself. One that somebody has read far into stays as it is,
 * and they are told how many requests have changed since: those may be among it or not.
 */
export function useLiveResults(jql: string, isLong: boolean): { count: number; refresh: () => void } {
  const queries = useQueryClient();
  const { data: desks } = useQuery(myDesksQuery);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());

  function refresh() {
    setChanged(new Set());
    void queries.invalidateQueries({ queryKey: ['search', 'rows', jql] }, { cancelRefetch: false });
    void queries.invalidateQueries({ queryKey: ['search', 'count', jql] }, { cancelRefetch: false });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins anew
  useEffect(() => {
    setChanged(new Set());
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [jql]);

  useLiveTopics(
    (desks ?? []).map(({ id }) => `service-desk:${id}`),
    (change) => {
      if (isLong) {
        if (change) setChanged((before) => new Set([...before, nameOf(change)]));
        return [];
      }
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        refresh();
      }, pauseMs);
      return [];
    },
  );

  return { count: changed.size, refresh };
}

/** One name for each request, so that one that changes twice counts once. */
function nameOf({ topics, kind, payload }: LiveChange): string {
  return topics.find((topic) => topic.startsWith('request:')) ?? `${kind} ${JSON.stringify(payload)}`;
}
