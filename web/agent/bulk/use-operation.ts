import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveTopics } from '../../kit/live/use-live.ts';
import { operationQuery } from './bulk-queries.ts';

/** An operation, live until it ends. Lists and requests are read again when it has. */
export function useOperation(id: string) {
  const queries = useQueryClient();
  const query = useQuery(operationQuery(id));
  const isFinished = query.data?.isFinished ?? false;
  const wasRunning = useRef(false);
  useLiveTopics(isFinished ? [] : [`bulk:${id}`], () => [['bulk', 'operation', id]]);
  useEffect(() => {
    if (query.data && !isFinished) wasRunning.current = true;
    if (!isFinished || !wasRunning.current) return;
    wasRunning.current = false;
    for (const queryKey of [['desk'], ['request'], ['bulk']]) void queries.invalidateQueries({ queryKey });
  }, [query.data, isFinished, queries]);
  return query;
}
