import { ApiError, apiErrorFrom } from '../api/api-error.ts';
import { seenAsHeaders } from '../api/seen-as.ts';

/** A file that the server keeps for a day, until it is made part of a request or comment. */
export interface TemporaryFile {
  readonly temporaryAttachmentId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/**
 * Uploads one file for a service desk. Rejects with ApiError (status 0 when the server was not reached) or, when aborted, an
 * AbortError.
 */
export async function uploadFile(
  serviceDeskId: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<TemporaryFile> {
  const address = `/rest/servicedeskapi/servicedesk/${encodeURIComponent(serviceDeskId)}/attachTemporaryFile`;
  const uploaded = readAnswer(await sendFile(address, file, onProgress, signal));
  if (!uploaded) throw new ApiError(502);
  return { ...uploaded, sizeBytes: file.size };
}

/**
 * Sends one file to an address of the API, and gives what it answers. Uses XMLHttpRequest, as fetch tells nothing of an
 * upload's progress. Rejects with ApiError (status 0 when the server was not reached) or, when aborted, an AbortError.
 */
export function sendFile(
  address: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    // Jira asks clients for this header; ours sends it too, so that either server is happy
    request.setRequestHeader('X-Atlassian-Token', 'no-check');
    request.setRequestHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(seenAsHeaders)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(Math.floor((loaded / total) * 100));
    });
    request.addEventListener('error', () => reject(new ApiError(0)));
    request.addEventListener('abort', () =>
      reject(new DOMException('The upload was cancelled.', 'AbortError')),
    );
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) {
        const headers = new Headers();
        const retryAfter = request.getResponseHeader('Retry-After');
        if (retryAfter) headers.set('Retry-After', retryAfter);
        reject(apiErrorFrom({ status: request.status, headers }, request.responseText));
        return;
      }
      resolve(request.responseText);
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function readAnswer(text: string): { temporaryAttachmentId: string; fileName: string } | null {
  try {
    const [first] = (JSON.parse(text) as { temporaryAttachments?: unknown[] }).temporaryAttachments ?? [];
    const { temporaryAttachmentId, fileName } = first as Record<string, unknown>;
    if (typeof temporaryAttachmentId !== 'string' || typeof fileName !== 'string') return null;
    return { temporaryAttachmentId, fileName };
  } catch {
    return null;
  }
}
