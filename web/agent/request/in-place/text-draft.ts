import { clearDraft, draftKey, readDraft, writeDraft } from '../../../kit/drafts.ts';
import { type AdfDocument, asDocument } from '../../../kit/rich-text/adf.ts';

/** A long text of a request that is being written, kept for this tab until it is saved or discarded. */
export interface TextDraft {
  readonly document: AdfDocument;
  /** what the field had when the writing began */
  readonly seen: unknown;
}

/** Whose text of which field of which request. */
export interface TextPlace {
  readonly accountId: string;
  readonly requestKey: string;
  readonly fieldId: string;
}

function keyOf({ accountId, requestKey, fieldId }: TextPlace): string {
  return draftKey(accountId, `edit:${requestKey}:${fieldId}`);
}

/** The text that was being written here; null: none was. */
export function readTextDraft(place: TextPlace): TextDraft | null {
  const { document, seen } = readDraft(sessionStorage, keyOf(place)).values;
  try {
    const kept = asDocument(JSON.parse(document ?? 'null'));
    return kept && { document: kept, seen: JSON.parse(seen ?? 'null') };
  } catch {
    return null;
  }
}

/** Keeps a text that is being written. */
export function writeTextDraft(place: TextPlace, { document, seen }: TextDraft): void {
  const values = { document: JSON.stringify(document), seen: JSON.stringify(seen ?? null) };
  writeDraft(sessionStorage, keyOf(place), { values, files: [] });
}

/** Forgets it. */
export function clearTextDraft(place: TextPlace): void {
  clearDraft(sessionStorage, keyOf(place));
}
