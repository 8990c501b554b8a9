import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { use, useEffect, useEffectEvent } from 'react';
import { LiveContext } from './live-context.tsx';
import type { LiveChange } from './live-stream.ts';

/**
 * Listens to topics ('request:10001', 'service-desk:1', 'account:…') for as long as the component is shown.
 * `staleAfter` names the query keys (prefixes) that a change makes stale; they are read again. It is given null when
 * changes may have been missed (first connection, long absence): name everything that the component shows.
 * Pass an empty list to listen to nothing yet.
 */
export function useLiveTopics(
  topics: readonly string[],
  staleAfter: (change: LiveChange | null) => readonly QueryKey[],
): void {
  const subscribe = use(LiveContext)?.subscribe;
  const queries = useQueryClient();
  const tell = useEffectEvent((change: LiveChange | null) => {
    for (const queryKey of staleAfter(change)) void queries.invalidateQueries({ queryKey });
  });
  const wanted = topics.join(' ');
  useEffect(() => {
    if (!subscribe || wanted === '') return;
    return subscribe({ topics: wanted.split(' '), tell: (change) => tell(change) });
  }, [subscribe, wanted]);
}

/** False while live updates are interrupted, so that a page can say so. */
export function useIsLive(): boolean {
  return use(LiveContext)?.isConnected ?? true;
}
