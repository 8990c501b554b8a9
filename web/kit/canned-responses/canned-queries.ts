import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { AdfDocument } from '../rich-text/adf.ts';
import { toSend } from '../rich-text/adf.ts';

const pageSize = 50;

function fetchPage(
  serviceDeskId: string,
  query: {
    readonly query: string;
    readonly orderBy: 'name' | 'use';
    readonly start: number;
    readonly limit: number;
  },
  signal?: AbortSignal,
) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/canned-response', {
      params: { path: { serviceDeskId }, query },
      ...(signal && { signal }),
    }),
  );
}

/** An answer that agents have prepared. */
export type CannedResponse = Awaited<ReturnType<typeof fetchPage>>['values'][number];

/** The canned responses of a desk that have these words, by name. */
export function cannedResponsesQuery(deskId: string, query: string) {
  return infiniteQueryOptions({
    queryKey: ['desk', deskId, 'canned-responses', query],
    queryFn: ({ pageParam, signal }) =>
      fetchPage(deskId, { query, orderBy: 'name', start: pageParam, limit: pageSize }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ isLastPage, start, size }) => (isLastPage ? undefined : start + size),
    placeholderData: (before) => before,
  });
}

/** The few that fit best, those first that are used most. */
export async function searchCannedResponses(
  deskId: string,
  query: string,
  signal: AbortSignal,
): Promise<CannedResponse[]> {
  return (await fetchPage(deskId, { query, orderBy: 'use', start: 0, limit: 8 }, signal)).values;
}

/** One of them as an answer to a request, and the variables that stand for nothing there. */
export function fillCannedResponse(serviceDeskId: string, cannedResponseId: string, issueIdOrKey: string) {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/canned-response/{cannedResponseId}/fill', {
      params: { path: { serviceDeskId, cannedResponseId } },
      body: { issueIdOrKey },
    }),
  );
}

/** What a text would say, with an example of a request. */
export function previewCannedResponse(serviceDeskId: string, body: AdfDocument) {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/canned-response-preview', {
      params: { path: { serviceDeskId } },
      body: { body: toSend(body) },
    }),
  );
}

interface Written {
  readonly name: string;
  readonly body: AdfDocument;
}

/** Saves a canned response: a new one, or another version of one. */
export function saveCannedResponse(
  serviceDeskId: string,
  { name, body }: Written,
  before: { readonly id: string; readonly version: number } | null,
) {
  const written = { name, body: toSend(body) };
  if (!before) {
    return answer(
      api.POST('/rest/portico/1/service-desk/{serviceDeskId}/canned-response', {
        params: { path: { serviceDeskId } },
        body: written,
      }),
    );
  }
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/canned-response/{cannedResponseId}', {
      params: { path: { serviceDeskId, cannedResponseId: before.id } },
      body: { ...written, version: before.version },
    }),
  );
}

/** The canned response as it is now. */
export function fetchCannedResponse(serviceDeskId: string, cannedResponseId: string) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/canned-response/{cannedResponseId}', {
      params: { path: { serviceDeskId, cannedResponseId } },
    }),
  );
}

/** Deletes a canned response. */
export function deleteCannedResponse(serviceDeskId: string, cannedResponseId: string) {
  return answer(
    api.DELETE('/rest/portico/1/service-desk/{serviceDeskId}/canned-response/{cannedResponseId}', {
      params: { path: { serviceDeskId, cannedResponseId } },
    }),
  );
}
