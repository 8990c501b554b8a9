import { answer, api } from '../../kit/api/client.ts';
import type { AttachmentSummary } from '../../kit/components/attachment-list.tsx';
import { sendFile } from '../../kit/uploads/upload-file.ts';
import { pathOf } from '../conversation/attachments.ts';
import type { Comment } from '../conversation/conversation-queries.ts';
import type { Issue } from '../request/request-queries.ts';

/** A file of a request. */
export interface IssueFile extends AttachmentSummary {
  readonly id: string;
  readonly authorName: string;
  readonly isPublic: boolean;
  /** it came with a comment, and is shown there */
  readonly isInComment: boolean;
}

/** The files of a request, those that came with comments marked. */
export function filesOf(
  attachments: NonNullable<Issue['fields']['attachment']>,
  comments: readonly Pick<Comment, 'attachments'>[],
): IssueFile[] {
  const withComments = new Set(
    comments.flatMap(({ attachments: own }) => own?.values.map((file) => idIn(file._links.jiraRest)) ?? []),
  );
  return attachments.map((file) => ({
    id: file.id,
    url: pathOf(file.content),
    fileName: file.filename,
    sizeBytes: file.size,
    mediaType: file.mimeType,
    authorName: file.author.displayName,
    isPublic: file._portico.public,
    isInComment: withComments.has(file.id),
    ...('thumbnail' in file &&
      typeof file.thumbnail === 'string' && { thumbnailUrl: pathOf(file.thumbnail) }),
  }));
}

/** The id with which an address ends. */
function idIn(address: string): string {
  return new URL(address, window.location.href).pathname.split('/').at(-1) ?? '';
}

/**
 * Attaches a file to a request. Rejects with ApiError (status 0 when the server was not reached) or, when aborted, an
 * AbortError.
 */
export async function attachFile(
  requestKey: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const address = `/rest/api/3/issue/${encodeURIComponent(requestKey)}/attachments`;
  await sendFile(address, file, onProgress, signal);
}

/** Deletes a file, for everybody. */
export async function deleteFile(id: string): Promise<void> {
  await answer(api.DELETE('/rest/api/3/attachment/{id}', { params: { path: { id } } }));
}
