import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

type Base = '/rest/portico/1/workflow';
/** A workflow in the list. */
export type ListedWorkflow =
  paths[Base]['get']['responses'][200]['content']['application/json']['values'][number];
/** A workflow as it is changed. */
export type Workflow =
  paths['/rest/portico/1/workflow/{workflowId}']['get']['responses'][200]['content']['application/json'];
export type Definition = Workflow['published'];
export type DefinedStatus = Definition['statuses'][number];
export type DefinedTransition = Definition['transitions'][number];
export type ApprovalStep = NonNullable<DefinedStatus['approval']>;
export type Condition = DefinedTransition['conditions'][number];
export type Effect = DefinedTransition['effects'][number];
export type Draft = NonNullable<Workflow['draft']>;
/** What workflows are made of. */
export type WorkflowOptions =
  paths['/rest/portico/1/workflow-option']['get']['responses'][200]['content']['application/json'];
export type Status = WorkflowOptions['statuses'][number];
export type StatusInput =
  paths['/rest/portico/1/status']['post']['requestBody']['content']['application/json'];
export type Category = Status['category'];

async function fetchWorkflows(query: string, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/workflow', {
      params: { query: { start, limit: 50, ...(query && { query }) } },
      signal,
    }),
  );
}

/** Workflows by name, page by page. */
export function workflowsQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: ['workflows', query],
    queryFn: ({ pageParam, signal }) => fetchWorkflows(query, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (previous) => previous,
  });
}

async function fetchWorkflow(workflowId: string, signal?: AbortSignal): Promise<Workflow> {
  return answer(
    api.GET('/rest/portico/1/workflow/{workflowId}', {
      params: { path: { workflowId } },
      ...(signal && { signal }),
    }),
  );
}

const movesShownMs = 1000;

/** One workflow; while requests are being moved it is read again and again. */
export function workflowQuery(id: string) {
  return queryOptions({
    queryKey: ['workflow', id],
    queryFn: ({ signal }) => fetchWorkflow(id, signal),
    // an editor is not exchanged by a look at another window
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) =>
      state.data?.moves.some(({ finishedAt }) => finishedAt === null) ? movesShownMs : false,
  });
}

/** What workflows are made of, with the people whom this one names. */
export function workflowOptionsQuery(workflowId: string) {
  return queryOptions({
    queryKey: ['workflow-options', workflowId],
    queryFn: ({ signal }): Promise<WorkflowOptions> =>
      answer(api.GET('/rest/portico/1/workflow-option', { params: { query: { workflowId } }, signal })),
  });
}

/** Makes a workflow: a simple one, or a copy of another. */
export function createWorkflow(body: { name?: string; copyOf?: string }): Promise<Workflow> {
  return answer(api.POST('/rest/portico/1/workflow', { body }));
}

/** Keeps a draft; refused (409) when the workflow has changed since `version`. */
export function saveDraft(workflowId: string, version: number, definition: Definition): Promise<Workflow> {
  return answer(
    api.PUT('/rest/portico/1/workflow/{workflowId}/draft', {
      params: { path: { workflowId } },
      body: { version, definition },
    }),
  );
}

/** Gives a draft up. */
export function discardDraft(workflowId: string, version: number): Promise<Workflow> {
  return answer(
    api.DELETE('/rest/portico/1/workflow/{workflowId}/draft', {
      params: { path: { workflowId }, query: { version } },
    }),
  );
}

/** Publishes the draft; `mapping` says where requests go that stand in statuses which are lost. */
export function publishWorkflow(
  workflowId: string,
  version: number,
  mapping: Record<string, string>,
): Promise<Workflow> {
  return answer(
    api.POST('/rest/portico/1/workflow/{workflowId}/publish', {
      params: { path: { workflowId } },
      body: { version, mapping },
    }),
  );
}

/** Deletes a workflow that no request type has. */
export async function deleteWorkflow(workflowId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/workflow/{workflowId}', { params: { path: { workflowId } } }));
}

/** All statuses, and the workflows that have them. */
export const statusesQuery = queryOptions({
  queryKey: ['statuses'],
  queryFn: async ({ signal }): Promise<readonly Status[]> =>
    (await answer(api.GET('/rest/portico/1/status', { signal }))).values,
});

/** Makes a status, or changes the one with this id in all workflows that have it. */
export function saveStatus(statusId: string | null, body: StatusInput): Promise<Status> {
  return statusId === null
    ? answer(api.POST('/rest/portico/1/status', { body }))
    : answer(api.PUT('/rest/portico/1/status/{statusId}', { params: { path: { statusId } }, body }));
}

/** Deletes a status that nothing has and had. */
export async function deleteStatus(statusId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/status/{statusId}', { params: { path: { statusId } } }));
}
