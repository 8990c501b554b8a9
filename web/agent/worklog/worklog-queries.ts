import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { type AdfDocument, toSend } from '../../kit/rich-text/adf.ts';

const pageSize = 1000;

async function fetchWorklog(issueIdOrKey: string, signal: AbortSignal) {
  const fetchPage = (startAt: number) =>
    answer(
      api.GET('/rest/api/3/issue/{issueIdOrKey}/worklog', {
        params: { path: { issueIdOrKey }, query: { startAt, maxResults: pageSize } },
        signal,
      }),
    );
  let page = await fetchPage(0);
  const entries = [...page.worklogs];
  while (entries.length < page.total && page.worklogs.length > 0) {
    page = await fetchPage(entries.length);
    entries.push(...page.worklogs);
  }
  return entries;
}

/** Work that somebody did on a request. */
export type WorklogEntry = Awaited<ReturnType<typeof fetchWorklog>>[number];

/** All work on a request, in the order in which it was logged. */
export function worklogQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'worklog'],
    queryFn: ({ signal }) => fetchWorklog(requestKey, signal),
  });
}

/** What is said of work. */
export interface Work {
  /** '1d 3h 20m' */
  readonly timeSpent: string;
  readonly started: Date;
  readonly comment: AdfDocument;
}

/** Logs work, or with `id` changes what was logged. */
export async function saveWork(issueIdOrKey: string, work: Work, id: string | null): Promise<void> {
  const body = {
    timeSpent: work.timeSpent,
    started: work.started.toISOString().replace('Z', '+0000'),
    comment: toSend(work.comment),
  };
  if (id === null) {
    await answer(
      api.POST('/rest/api/3/issue/{issueIdOrKey}/worklog', { params: { path: { issueIdOrKey } }, body }),
    );
  } else {
    await answer(
      api.PUT('/rest/api/3/issue/{issueIdOrKey}/worklog/{id}', {
        params: { path: { issueIdOrKey, id } },
        body,
      }),
    );
  }
}

/** Takes an entry out of the work log. */
export async function deleteWork(issueIdOrKey: string, id: string): Promise<void> {
  await answer(
    api.DELETE('/rest/api/3/issue/{issueIdOrKey}/worklog/{id}', { params: { path: { issueIdOrKey, id } } }),
  );
}
