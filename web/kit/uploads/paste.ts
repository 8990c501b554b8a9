import type { ClipboardEvent } from 'react';
import type { Uploads } from './use-uploads.ts';

/** The files of a paste, for a text field beside a FileDrop: a pasted screenshot becomes an attachment. */
export function addPastedFiles(event: ClipboardEvent, uploads: Uploads): void {
  const files = [...event.clipboardData.files];
  if (files.length === 0) return;
  event.preventDefault();
  uploads.add(files);
}
