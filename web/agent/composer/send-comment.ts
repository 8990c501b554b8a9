import { answer, api } from '../../kit/api/client.ts';
import { type AdfDocument, isEmptyDocument, toSend, trimDocument } from '../../kit/rich-text/adf.ts';
import type { CommentKind } from './drafts.ts';

export interface NewComment {
  readonly kind: CommentKind;
  readonly document: AdfDocument;
  readonly temporaryAttachmentIds: readonly string[];
}

/** Adds the comment, with its files if it has any. Rejects with ApiError; then nothing was added. */
export async function sendComment(requestKey: string, comment: NewComment): Promise<void> {
  const params = { path: { issueIdOrKey: requestKey } };
  const isPublic = comment.kind === 'reply';
  const _portico = { document: toSend(trimDocument(comment.document)) };
  if (comment.temporaryAttachmentIds.length === 0) {
    await answer(
      api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/comment', {
        params,
        body: { _portico, public: isPublic },
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
        ...(isEmptyDocument(comment.document) ? {} : { additionalComment: { _portico } }),
      },
    }),
  );
}
