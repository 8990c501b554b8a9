import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import type { Queue } from '../../desks/desk-queries.ts';

/** What is set of a queue. */
export interface QueueInput {
  readonly name: string;
  readonly jql: string;
  /** null: the usual ones */
  readonly columns: readonly string[] | null;
  readonly groupId: string | null;
  readonly isTeamPriority: boolean;
}

/** What is set of a queue, as it is now. */
export function inputOf(queue: Queue): QueueInput {
  const { name, jql, columns, hasOwnColumns, groupId, isTeamPriority } = queue;
  return { name, jql, columns: hasOwnColumns ? columns : null, groupId, isTeamPriority };
}

/** Adds a queue to a desk, or changes one. */
export async function saveQueue(
  serviceDeskId: string,
  queue: Pick<Queue, 'id' | 'version'> | null,
  { columns, ...input }: QueueInput,
) {
  const body = { ...input, columns: columns && [...columns] };
  return queue === null
    ? answer(
        api.POST('/rest/portico/1/service-desk/{serviceDeskId}/queue', {
          params: { path: { serviceDeskId } },
          body,
        }),
      )
    : answer(
        api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/queue/{queueId}', {
          params: { path: { serviceDeskId, queueId: queue.id } },
          body: { ...body, version: queue.version },
        }),
      );
}

/** Deletes a queue. */
export async function deleteQueue(serviceDeskId: string, queueId: string) {
  return answer(
    api.DELETE('/rest/portico/1/service-desk/{serviceDeskId}/queue/{queueId}', {
      params: { path: { serviceDeskId, queueId } },
    }),
  );
}

/** The queues of one section, in order; null: of those before all sections. */
export interface Arranged {
  readonly groupId: string | null;
  readonly queueIds: readonly string[];
}

/** Puts all queues and sections of a desk into an order. */
export async function arrangeQueues(serviceDeskId: string, groups: readonly Arranged[]) {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/queue-order', {
      params: { path: { serviceDeskId } },
      body: { groups: groups.map(({ groupId, queueIds }) => ({ groupId, queueIds: [...queueIds] })) },
    }),
  );
}

/** Adds a section, or gives one another name. */
export async function saveGroup(serviceDeskId: string, groupId: string | null, name: string) {
  return groupId === null
    ? answer(
        api.POST('/rest/portico/1/service-desk/{serviceDeskId}/queue-group', {
          params: { path: { serviceDeskId } },
          body: { name },
        }),
      )
    : answer(
        api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/queue-group/{groupId}', {
          params: { path: { serviceDeskId, groupId } },
          body: { name },
        }),
      );
}

/** Deletes a section; its queues stay. */
export async function deleteGroup(serviceDeskId: string, groupId: string) {
  return answer(
    api.DELETE('/rest/portico/1/service-desk/{serviceDeskId}/queue-group/{groupId}', {
      params: { path: { serviceDeskId, groupId } },
    }),
  );
}

/** What a queue would find. While another query is looked for, what the one before found stays. */
export function previewQuery(serviceDeskId: string, jql: string, columns: readonly string[] | null) {
  return queryOptions({
    queryKey: ['queue-preview', serviceDeskId, jql, columns],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/rest/portico/1/service-desk/{serviceDeskId}/queue-preview', {
          params: { path: { serviceDeskId } },
          body: { jql, columns: columns && [...columns] },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
