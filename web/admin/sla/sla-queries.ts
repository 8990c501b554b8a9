import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

const base = '/rest/portico/1/service-desk/{serviceDeskId}/sla';
const one = '/rest/portico/1/service-desk/{serviceDeskId}/sla/{slaId}';
const order = '/rest/portico/1/service-desk/{serviceDeskId}/sla-order';
const preview = '/rest/portico/1/service-desk/{serviceDeskId}/sla-preview';
const recompute = '/rest/portico/1/service-desk/{serviceDeskId}/sla-recompute';
const cancel = '/rest/portico/1/service-desk/{serviceDeskId}/sla-recompute/{recomputeId}/cancel';

/** A service level as it is administered. */
export type Metric =
  paths[typeof base]['get']['responses'][200]['content']['application/json']['values'][number];
type Changed = paths[typeof one]['put']['requestBody']['content']['application/json'];
/** Which requests are computed anew when it is saved. */
export type Scope = NonNullable<Changed['recompute']>;
/** What is sent of one. */
export type MetricInput = Omit<Changed, 'version' | 'recompute'>;
/** What one would say of requests. */
export type Preview = paths[typeof preview]['post']['responses'][200]['content']['application/json'];
export type Previewed = Preview['values'][number];
export type Recompute =
  paths[typeof recompute]['get']['responses'][200]['content']['application/json']['values'][number];

async function fetchSlas(serviceDeskId: string, signal: AbortSignal) {
  return answer(api.GET(base, { params: { path: { serviceDeskId } }, signal }));
}

/** What a desk measures, in order. */
export function slasQuery(deskId: string) {
  return queryOptions({
    queryKey: ['slas', deskId],
    queryFn: async ({ signal }) => (await fetchSlas(deskId, signal)).values,
  });
}

/** One service level. */
export function slaQuery(deskId: string, id: string) {
  return queryOptions({
    queryKey: ['sla', deskId, id],
    queryFn: ({ signal }) =>
      answer(api.GET(one, { params: { path: { serviceDeskId: deskId, slaId: id } }, signal })),
    // a form that is being edited is not exchanged by a look at another window
    refetchOnWindowFocus: false,
  });
}

/** Adds a service level to a desk, and has requests computed. */
export function createSla(deskId: string, input: MetricInput, scope: Scope): Promise<Metric> {
  return answer(
    api.POST(base, { params: { path: { serviceDeskId: deskId } }, body: { ...input, recompute: scope } }),
  );
}

/** Changes a service level; refused (409) when it has changed since `version`. A new name may give it another id. */
export function changeSla(
  deskId: string,
  { id, version }: { readonly id: string; readonly version: number },
  input: MetricInput,
  scope: Scope,
): Promise<Metric> {
  return answer(
    api.PUT(one, {
      params: { path: { serviceDeskId: deskId, slaId: id } },
      body: { ...input, version, recompute: scope },
    }),
  );
}

/** Deletes a service level with what it has measured. */
export async function deleteSla(deskId: string, id: string): Promise<void> {
  await answer(api.DELETE(one, { params: { path: { serviceDeskId: deskId, slaId: id } } }));
}

/** Puts the service levels of a desk into an order that names them all. */
export async function orderSlas(deskId: string, ids: readonly string[]): Promise<void> {
  await answer(api.PUT(order, { params: { path: { serviceDeskId: deskId } }, body: { ids: [...ids] } }));
}

/** What is tried. */
export interface Tried {
  readonly input: MetricInput;
  /** of the one that is changed; null: a new one */
  readonly id: string | null;
  /** keys of requests; none: the latest */
  readonly keys: readonly string[];
}

/** What a service level would say of requests, before it is saved. */
export function previewQuery(deskId: string, { input, id, keys }: Tried) {
  return queryOptions({
    queryKey: ['sla-preview', deskId, id, input, keys],
    queryFn: ({ signal }) =>
      answer(
        api.POST(preview, {
          params: { path: { serviceDeskId: deskId } },
          body: { ...input, ...(id !== null && { id }), issueIdsOrKeys: [...keys] },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // what is wrong with it stays wrong
    retry: (count, error) => !(error instanceof ApiError) && count < 2,
  });
}

const progressShownMs = 1000;

/** How far requests are computed anew, newest first; while some are, it is read again and again. */
export function recomputesQuery(deskId: string) {
  return queryOptions({
    queryKey: ['sla-recomputes', deskId],
    queryFn: async ({ signal }) =>
      (await answer(api.GET(recompute, { params: { path: { serviceDeskId: deskId } }, signal }))).values,
    refetchInterval: ({ state }) =>
      state.data?.some((each) => each.state === 'running') ? progressShownMs : false,
  });
}

/** Has the service levels of requests computed anew. */
export async function startRecompute(deskId: string, scope: Scope): Promise<void> {
  await answer(api.POST(recompute, { params: { path: { serviceDeskId: deskId } }, body: { scope } }));
}

/** Goes no further; what was computed stays. */
export async function cancelRecompute(deskId: string, recomputeId: string): Promise<void> {
  await answer(api.POST(cancel, { params: { path: { serviceDeskId: deskId, recomputeId } } }));
}

/** A status that a condition may name. */
export interface StatusChoice {
  readonly id: string;
  readonly name: string;
}

/** The statuses that requests of a desk can have, in the order in which its workflows have them. */
export function deskStatusesQuery(projectIdOrKey: string) {
  return queryOptions({
    queryKey: ['desk-statuses', projectIdOrKey],
    async queryFn({ signal }): Promise<readonly StatusChoice[]> {
      const types = await answer(
        api.GET('/rest/api/3/project/{projectIdOrKey}/statuses', {
          params: { path: { projectIdOrKey } },
          signal,
        }),
      );
      const statuses = types.flatMap((type) => type.statuses.map(({ id, name }) => ({ id, name })));
      return [...new Map(statuses.map((status) => [status.id, status])).values()];
    },
  });
}

/** A calendar that a goal may count by. */
export interface CalendarChoice {
  readonly id: string;
  readonly name: string;
}
