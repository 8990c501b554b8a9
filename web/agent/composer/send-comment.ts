import { answer, api } from '../../kit/api/client.ts';
import type { CommentKind } from './drafts.ts';

export interface NewComment {
  readonly kind: CommentKind;
  readonly text: string;
  readonly temporaryAttachmentIds: readonly string[];
}

/** Adds the comment, with its files if it has any. Rejects with ApiError; then nothing was added. */
export async function sendComment(requestKey: string, comment: NewComment): Promise<void> {
  const params = { path: { issueIdOrKey: requestKey } };
  const isPublic = comment.kind === 'reply';
  if (comment.temporaryAttachmentIds.length === 0) {
    await answer(
      api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/comment', {
        params,
        body: { body: comment.text, public: isPublic },
      }),
    );
    return;
  }
  await answer(
    api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/attachment', {
      params,
      body: {
        temporaryAttachmentIds: [...comment.temporaryAttachmentIds],
        public: isPublic,
        ...(comment.text === '' ? {} : { additionalComment: { body: comment.text } }),
      },
    }),
  );
}
