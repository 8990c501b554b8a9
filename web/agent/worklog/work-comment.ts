import { type AdfDocument, asDocument, documentOf, isEmptyDocument } from '../../kit/rich-text/adf.ts';
import type { WorklogEntry } from './worklog-queries.ts';

/** What was said of the work; null: nothing. */
export function commentOf(entry: Pick<WorklogEntry, 'comment'> | null): AdfDocument | null {
  const comment = entry?.comment;
  const document = typeof comment === 'string' ? documentOf(comment) : asDocument(comment);
  return document && !isEmptyDocument(document) ? document : null;
}
