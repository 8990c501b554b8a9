import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import type { paths } from '../../../kit/api/schema.d.ts';
import type { ProviderInput } from '../provider-queries.ts';

const path = '/rest/portico/1/identity-provider/{id}/sign-in-log';
const entryPath = `${path}/{reference}` as const;
const replayPath = `${entryPath}/replay` as const;

type Answer<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** One sign-in or test, with all that is kept of it. */
export type LogEntry = NonNullable<Answer<typeof entryPath, 'get'>['entry']>;
export type LogLine = Answer<typeof path, 'get'>['values'][number];
/** What a sign-in of the past would become. */
export type Replay = Answer<typeof replayPath, 'post'>;
export type Step = LogEntry['steps'][number];
export type Person = NonNullable<LogEntry['person']>;
export type Result = NonNullable<LogEntry['result']>;

/** What to show of the log; empty strings: everything. */
export interface LogSearch {
  readonly outcome: '' | LogLine['outcome'];
  readonly purpose: '' | LogLine['purpose'];
  readonly query: string;
}

/** The sign-in log of a provider, newest first, page by page. */
export function logQuery(id: string, search: LogSearch) {
  const { outcome, purpose, query } = search;
  return infiniteQueryOptions({
    queryKey: ['identity-provider', id, 'sign-in-log', search],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET(path, {
          params: {
            path: { id },
            query: {
              limit: 50,
              ...(pageParam !== '' && { start: pageParam }),
              ...(outcome !== '' && { outcome }),
              ...(purpose !== '' && { purpose }),
              ...(query !== '' && { query }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

/** One entry; null while the sign-in or test has not ended. */
export function entryQuery(id: string, reference: string) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'sign-in-log-entry', reference],
    queryFn: ({ signal }) => answer(api.GET(entryPath, { params: { path: { id, reference } }, signal })),
    select: ({ entry }) => entry,
  });
}

/** Makes a test ready: the address to open in a window, and the reference under which its entry will be. */
export function prepareTest(id: string): Promise<{ url: string; reference: string }> {
  return answer(api.POST('/rest/portico/1/identity-provider/{id}/test', { params: { path: { id } } }));
}

/** Finds out what a sign-in would become today. */
export function replaySignIn(id: string, reference: string): Promise<Replay> {
  return answer(api.POST(replayPath, { params: { path: { id, reference } }, body: {} }));
}

/** What the last sign-in or test would become under settings that are not saved. */
export function previewQuery(id: string, input: ProviderInput) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'mapping-preview', input],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/rest/portico/1/identity-provider/{id}/mapping-preview', {
          params: { path: { id } },
          body: { input },
          signal,
        }),
      ),
    placeholderData: (before) => before,
    retry: false,
    staleTime: 0,
  });
}
