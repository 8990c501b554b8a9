import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** Who voted for a request, by name. */
export function votesQuery(issueIdOrKey: string) {
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'votes'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/api/3/issue/{issueIdOrKey}/votes', { params: { path: { issueIdOrKey } }, signal }),
      ),
  });
}

/** Votes for the request, or takes the vote back. */
export async function changeVote(issueIdOrKey: string, votes: boolean): Promise<void> {
  const options = { params: { path: { issueIdOrKey } } };
  await answer(
    votes
      ? api.POST('/rest/api/3/issue/{issueIdOrKey}/votes', options)
      : api.DELETE('/rest/api/3/issue/{issueIdOrKey}/votes', options),
  );
}
