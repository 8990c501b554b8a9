import type { AttachmentSummary } from '../../kit/components/attachment-list.tsx';
import type { Comment } from './conversation-queries.ts';

type CommentAttachment = NonNullable<Comment['attachments']>['values'][number];

/** A comment's attachment as the list shows it. */
export function commentAttachment(attachment: CommentAttachment): AttachmentSummary {
  return {
    url: pathOf(attachment._links.content),
    fileName: attachment.filename,
    sizeBytes: attachment.size,
    mediaType: attachment.mimeType,
  };
}

/**
 * The path of an address of ours. The API names the site's configured origin; the page may be open under another one
 * (a tunnel, a development server), and there the attachment is to be had, too.
 */
export function pathOf(address: string): string {
  const url = new URL(address, window.location.href);
  return url.pathname + url.search;
}
