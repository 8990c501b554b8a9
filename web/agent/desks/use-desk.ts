import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Desk, myDesksQuery, type Queue, queuesQuery } from './desk-queries.ts';
import { type QueueSection, sectionsOf } from './queue-sections.ts';

/** The desk of a project such as 'SUP'; null when the viewer is not an agent of it, undefined while loading. */
export function useDesk(projectKey: string | undefined): Desk | null | undefined {
  const { data } = useQuery(myDesksQuery);
  if (!data) return undefined;
  return data.find((desk) => desk.projectKey === projectKey) ?? null;
}

/** A queue by what is known of it first: its name comes with the desk, all else a moment later. */
export type NamedQueue = Pick<Queue, 'id' | 'name'> & Partial<Queue>;

/** The queues of a desk, at once by name and soon with all that is known of them. */
export function useQueues(desk: Desk): readonly NamedQueue[] {
  const { data } = useQuery(queuesQuery(desk.id));
  return data?.queues ?? desk.queues;
}

/** The queues of a desk as they stand beside its pages: in sections, at once by name. */
export function useQueueSections(desk: Desk): readonly QueueSection[] {
  const { data } = useQuery(queuesQuery(desk.id));
  return useMemo(() => sectionsOf(data?.groups ?? [], data?.queues ?? desk.queues), [data, desk.queues]);
}

/** The project part of a request's key: 'SUP' of 'SUP-12'. */
export function projectKeyOf(requestKey: string): string {
  return requestKey.slice(0, requestKey.lastIndexOf('-'));
}
