/** What of Storage a draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a person had typed into a form, and when. */
export interface Draft {
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly DraftFile[];
}

/** A file of a draft: on the server already, which keeps it for a day. */
export interface DraftFile {
  readonly temporaryAttachmentId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

export const emptyDraft: Draft = { values: {}, files: [] };

const prefix = 'portico-draft';
/** A bit less than the server keeps uploads. */
const filesLastMs = 23 * 60 * 60 * 1000;

/** Where a draft is kept: per account, so that the next person at this tab does not read it. */
export function draftKey(accountId: string, form: string): string {
  return `${prefix}:${accountId}:${form}`;
}

function isDraftFile(value: unknown): value is DraftFile {
  const file = value as Partial<DraftFile> | null;
  return (
    typeof file?.temporaryAttachmentId === 'string' &&
    typeof file.fileName === 'string' &&
    typeof file.sizeBytes === 'number'
  );
}

/** The kept draft, or an empty one; files that the server has forgotten are left out. */
export function readDraft(storage: DraftStorage, key: string, now = Date.now()): Draft {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '{}') as Record<string, unknown>;
    const { values, files, filesSince } = kept;
    const texts = Object.entries(typeof values === 'object' && values !== null ? values : {});
    const areFilesThere = typeof filesSince === 'number' && now - filesSince < filesLastMs;
    return {
      values: Object.fromEntries(
        texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
      files: areFilesThere && Array.isArray(files) ? files.filter(isDraftFile) : [],
    };
  } catch {
    return emptyDraft;
  }
}

/** Keeps a draft; an empty one is forgotten. Says whether it is kept (storage may be full or forbidden). */
export function writeDraft(storage: DraftStorage, key: string, draft: Draft, now = Date.now()): boolean {
  const values = Object.fromEntries(Object.entries(draft.values).filter(([, text]) => text !== ''));
  try {
    if (Object.keys(values).length === 0 && draft.files.length === 0) {
      storage.removeItem(key);
      return false;
    }
    const before = JSON.parse(storage.getItem(key) ?? '{}') as { filesSince?: unknown };
    // the oldest file decides
    const filesSince =
      typeof before.filesSince === 'number' && draft.files.length > 0 ? before.filesSince : now;
    storage.setItem(key, JSON.stringify({ values, files: draft.files, filesSince }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft. */
export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // then there was none
  }
}
