import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { AdfDocument } from '../../kit/rich-text/adf.ts';
import type { FieldMeta } from '../request/in-place/editable-fields.ts';

async function fetchTransitions(issueIdOrKey: string, signal: AbortSignal) {
  const { transitions } = await answer(
    api.GET('/rest/api/3/issue/{issueIdOrKey}/transitions', {
      params: { path: { issueIdOrKey }, query: { expand: 'transitions.fields' } },
      signal,
    }),
  );
  return transitions;
}

/** A way from the request's status to another. */
export type Transition = Awaited<ReturnType<typeof fetchTransitions>>[number];

/** Where the request may go from its status. */
export function transitionsQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'transitions'],
    queryFn: ({ signal }) => fetchTransitions(requestKey, signal),
  });
}

/** What is asked for on the way, in order. */
export function screenOf({ fields = {} }: Transition): FieldMeta[] {
  return Object.values(fields as Readonly<Record<string, FieldMeta>>);
}

/** What goes with a transition. */
export interface TransitionInput {
  /** in the form of api/3, by field id */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly comment?: { readonly document: AdfDocument; readonly isPublic: boolean } | null;
}

/** Moves the request along. With `version` it is refused (ApiError 409) when the request has changed since. */
export async function transitionRequest(
  requestKey: string,
  transitionId: string,
  version: number | null,
  { fields = {}, comment = null }: TransitionInput = {},
): Promise<void> {
  await answer(
    api.POST('/rest/api/3/issue/{issueIdOrKey}/transitions', {
      params: {
        path: { issueIdOrKey: requestKey },
        ...(version === null ? {} : { header: { 'if-match': `"${version}"` } }),
      },
      body: {
        transition: { id: transitionId },
        ...(Object.keys(fields).length > 0 && { fields }),
        ...(comment && {
          update: {
            comment: [
              {
                add: {
                  body: comment.document,
                  properties: [{ key: 'sd.public.comment', value: { internal: !comment.isPublic } }],
                },
              },
            ],
          },
        }),
      },
    }),
  );
}
