import { answer, api } from '../../kit/api/client.ts';
import type { Person } from '../../kit/rich-text/editor-props.ts';
import type { CommentKind } from './drafts.ts';

const most = 8;

/** Whoever may read what is being written, by a part of their name: agents of the desk, and unless it is a note its customers. */
export async function mentionable(
  issueKey: string,
  kind: CommentKind,
  query: string,
  signal: AbortSignal,
): Promise<Person[]> {
  const params = { query: { issueKey, query, maxResults: most } };
  const found = await answer(
    kind === 'note'
      ? api.GET('/rest/api/3/user/assignable/search', { params, signal })
      : api.GET('/rest/api/3/user/viewissue/search', { params, signal }),
  );
  return found.map(({ accountId, displayName, emailAddress }) => ({
    accountId,
    displayName,
    detail: emailAddress ?? undefined,
  }));
}
