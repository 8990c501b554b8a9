import { answer, api } from '../../../kit/api/client.ts';

/**
 * Changes fields of a request. With `version` it is refused (ApiError 409) when the request has changed since that version
 * was seen.
 */
export async function editIssue(
  requestKey: string,
  fields: Readonly<Record<string, unknown>>,
  version: number | null,
): Promise<void> {
  await answer(
    api.PUT('/rest/api/3/issue/{issueIdOrKey}', {
      params: {
        path: { issueIdOrKey: requestKey },
        ...(version === null ? {} : { header: { 'if-match': `"${version}"` } }),
      },
      body: { fields },
    }),
  );
}
