import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { type AdfDocument, toSend } from '../../kit/rich-text/adf.ts';

/** Whether the viewer may change what others have said about the request. */
export function mayChangeAllQuery(issueKey: string) {
  return queryOptions({
    queryKey: ['may-change-comments', issueKey],
    queryFn: async ({ signal }) => {
      const { permissions } = await answer(
        api.GET('/rest/api/3/mypermissions', {
          params: { query: { permissions: 'EDIT_ALL_COMMENTS', issueKey } },
          signal,
        }),
      );
      return permissions['EDIT_ALL_COMMENTS']?.havePermission ?? false;
    },
    staleTime: 60_000,
  });
}

/** Changes what a comment says. For whom it is stays. */
export function changeComment(issueIdOrKey: string, id: string, document: AdfDocument) {
  return answer(
    api.PUT('/rest/api/3/issue/{issueIdOrKey}/comment/{id}', {
      params: { path: { issueIdOrKey, id } },
      body: { body: toSend(document) },
    }),
  );
}

/** Deletes a comment; files that came with it stay. */
export function deleteComment(issueIdOrKey: string, id: string) {
  return answer(
    api.DELETE('/rest/api/3/issue/{issueIdOrKey}/comment/{id}', { params: { path: { issueIdOrKey, id } } }),
  );
}
