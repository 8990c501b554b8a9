import {
  type AdfDocument,
  asDocument,
  documentOf,
  emptyDocument,
  isEmptyDocument,
} from '../../kit/rich-text/adf.ts';

/** Who will read it: everyone who sees the request in the portal, or agents only. */
export type CommentKind = 'reply' | 'note';

/** A file that was uploaded and waits for its comment. */
export interface DraftFile {
  readonly temporaryAttachmentId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** milliseconds since 1970 */
  readonly uploadedAt: number;
}

/** What someone began to write and has not sent. */
export interface Draft {
  readonly document: AdfDocument;
  readonly files: readonly DraftFile[];
}

/** The part of `localStorage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftPlace {
  /** whose draft it is: another account in the same browser never sees it */
  readonly accountId: string;
  readonly requestKey: string;
  readonly kind: CommentKind;
}

export const emptyDraft: Draft = { document: emptyDocument, files: [] };

const prefix = 'portico.draft.';
const dayMs = 24 * 60 * 60 * 1000;
const keptForMs = 30 * dayMs;
/** The server forgets an upload that waits for longer than a day; an hour is left for writing on. */
const filesKeptForMs = dayMs - 60 * 60 * 1000;

interface StoredDraft extends Draft {
  readonly savedAt: number;
}

/** The draft kept at `place`; empty when there is none. Files that the server has meanwhile forgotten are left out. */
export function readDraft(storage: DraftStorage, place: DraftPlace, now = Date.now()): Draft {
  const stored = parse(attempt(() => storage.getItem(nameOf(place))));
  if (!stored || now - stored.savedAt > keptForMs) return emptyDraft;
  const files = stored.files.filter((file) => now - file.uploadedAt <= filesKeptForMs);
  return { document: stored.document, files };
}

/** Keeps the draft until it is sent or cleared, for 30 days at most. An empty one is forgotten. */
export function writeDraft(storage: DraftStorage, place: DraftPlace, draft: Draft, now = Date.now()): void {
  // A full or forbidden storage must not stop someone from writing: then the draft lives as long as the page.
  attempt(() => {
    if (isEmptyDraft(draft)) storage.removeItem(nameOf(place));
    else {
      const stored: StoredDraft = { document: draft.document, files: draft.files, savedAt: now };
      storage.setItem(nameOf(place), JSON.stringify(stored));
    }
  });
}

/** Forgets drafts that were not touched for 30 days. */
export function sweepDrafts(storage: DraftStorage, now = Date.now()): void {
  attempt(() => {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const name of names) {
      if (!name?.startsWith(prefix)) continue;
      const stored = parse(storage.getItem(name));
      if (!stored || now - stored.savedAt > keptForMs) storage.removeItem(name);
    }
  });
}

/** Is there nothing in it worth keeping? Spaces alone are nothing. */
export function isEmptyDraft(draft: Draft): boolean {
  return isEmptyDocument(draft.document) && draft.files.length === 0;
}

function nameOf(place: DraftPlace): string {
  return `${prefix}${place.accountId}.${place.requestKey}.${place.kind}`;
}

function parse(json: string | null | undefined): StoredDraft | null {
  const value: unknown = attempt(() => JSON.parse(json ?? 'null'));
  if (typeof value !== 'object' || value === null) return null;
  const { document, text, files, savedAt } = value as Record<string, unknown>;
  // drafts were plain text once
  const kept = typeof text === 'string' ? documentOf(text) : asDocument(document);
  if (!kept || typeof savedAt !== 'number' || !Array.isArray(files)) return null;
  return { document: kept, savedAt, files: files.filter(isDraftFile) };
}

function isDraftFile(value: unknown): value is DraftFile {
  if (typeof value !== 'object' || value === null) return false;
  const { temporaryAttachmentId, fileName, uploadedAt } = value as Record<string, unknown>;
  return (
    typeof temporaryAttachmentId === 'string' &&
    typeof fileName === 'string' &&
    typeof uploadedAt === 'number'
  );
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
