import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLiveTopics } from '../kit/live/use-live.ts';

/** A busy desk changes many times a second; lists are read again this often at most, in milliseconds. */
const pauseMs = 800;

/** Reads everything of a desk again (queues, counts, lists) soon after something in it has changed. */
export function useLiveDesk(deskId: string | undefined): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const refreshSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // A read under way is left to finish, or a steady stream of changes would keep cancelling it.
      void queries.invalidateQueries({ queryKey: ['desk', deskId] }, { cancelRefetch: false });
    }, pauseMs);
  }, [queries, deskId]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveTopics(deskId ? [`service-desk:${deskId}`] : [], () => {
    refreshSoon();
    return [];
  });
}
