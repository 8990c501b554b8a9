import { fileTypeFromBuffer } from 'file-type';

/** How many bytes of a file tell its type. */
export const sniffedBytes = 4100;

/**
 * What browsers show without running anything of it on this site: images, also in place in our pages, and PDF, which opens in a
 * page of its own.
 */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);

/**
 * The type of a file by its first bytes, whatever its name or sender says. What has no known mark is text when it is
 * UTF-8 without control characters (HTML too: it is only ever shown as text), else bytes.
 */
export async function sniffMediaType(head: Uint8Array): Promise<string> {
  // A file that breaks its own format is of no known type.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return found.mime;
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

/** Whether the file may be shown by the browser rather than saved. */
export function isShownInline(mediaType: string): boolean {
  return shownInline.has(mediaType);
}

function isText(head: Uint8Array): boolean {
  // `stream`: the last character may be cut where the head ends.
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return false;
  }
  // Logs have escape sequences in them, to colour them, and are text all the same.
  return !/[^\P{Cc}\t\n\r\f]/u.test(text.replaceAll('\u001b', ''));
}
