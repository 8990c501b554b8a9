import type { AttachmentSummary } from '../../kit/components/attachment-list.tsx';

/** What the page uses of an attachment as the API shows it. */
interface ApiAttachment {
  readonly filename: string;
  readonly size: number;
  readonly mimeType: string;
  readonly _links: { readonly content: string };
}

/** An attachment for the list; its address without the site's origin, so that it works behind any name of the site. */
export function attachmentSummary({ filename, size, mimeType, _links }: ApiAttachment): AttachmentSummary {
  return {
    url: new URL(_links.content, window.location.origin).pathname,
    fileName: filename,
    sizeBytes: size,
    mediaType: mimeType,
  };
}
