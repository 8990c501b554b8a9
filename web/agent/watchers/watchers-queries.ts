import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** Who watches a request, by name. */
export function watchersQuery(issueIdOrKey: string) {
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'watchers'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/api/3/issue/{issueIdOrKey}/watchers', { params: { path: { issueIdOrKey } }, signal }),
      ),
  });
}

/** Lets an agent watch the request. */
export async function addWatcher(issueIdOrKey: string, accountId: string): Promise<void> {
  await answer(
    api.POST('/rest/api/3/issue/{issueIdOrKey}/watchers', {
      params: { path: { issueIdOrKey } },
      body: accountId,
      bodySerializer: JSON.stringify,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

/** Takes an agent off it. */
export async function removeWatcher(issueIdOrKey: string, accountId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/api/3/issue/{issueIdOrKey}/watchers', {
      params: { path: { issueIdOrKey }, query: { accountId } },
    }),
  );
}
