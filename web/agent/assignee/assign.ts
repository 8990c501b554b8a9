import { answer, api } from '../../kit/api/client.ts';

/** Someone who can be, or is, the assignee of a request. */
export interface Agent {
  readonly accountId: string;
  readonly displayName: string;
}

/**
 * Makes `agent` the assignee, or nobody. With `version` it is refused (ApiError 409) when the request has changed
 * since that version was seen.
 */
export async function assignRequest(
  requestKey: string,
  agent: Agent | null,
  version: number | null,
): Promise<void> {
  await answer(
    api.PUT('/rest/api/3/issue/{issueIdOrKey}/assignee', {
      params: {
        path: { issueIdOrKey: requestKey },
        ...(version === null ? {} : { header: { 'if-match': `"${version}"` } }),
      },
      body: { accountId: agent?.accountId ?? null },
    }),
  );
}
