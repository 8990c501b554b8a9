import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queueRowsQuery, rowsOf } from '../queues/queue-queries.ts';
import { ListNeighbours } from './list-neighbours.tsx';

interface QueueNeighboursProps {
  readonly requestKey: string;
  readonly deskId: string;
  readonly queue: { readonly id: string; readonly name: string };
}

/**
 * From a request to the ones before and after it in the queue that one came from, in the order in which it was seen there:
 * what leaves the queue meanwhile does not shift the others. Nothing for a request that was not opened from a queue.
 */
export function QueueNeighbours({ requestKey, deskId, queue }: QueueNeighboursProps) {
  // what the queue's page has read; it is not read again from here
  const { data } = useInfiniteQuery({ ...queueRowsQuery(deskId, queue.id), enabled: false });
  const keys = useMemo(() => rowsOf(data?.pages).map(({ key }) => key), [data]);
  return <ListNeighbours requestKey={requestKey} keys={keys} name={queue.name} />;
}
