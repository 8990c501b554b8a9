import { useEffect, useRef, useState } from 'react';
import { type AdfDocument, emptyDocument } from '../../kit/rich-text/adf.ts';
import { type Uploads, useUploads } from '../../kit/uploads/use-uploads.ts';
import { type DraftFile, type DraftPlace, isEmptyDraft, readDraft, writeDraft } from './drafts.ts';

export interface DraftInHand {
  readonly document: AdfDocument;
  setDocument(document: AdfDocument): void;
  readonly uploads: Uploads;
  readonly isEmpty: boolean;
  /** Forgets what was written, and files. */
  clear(): void;
}

/** What someone is writing at a place, kept at every change, so that neither a reload nor a crash loses it. */
export function useDraft(place: DraftPlace, serviceDeskId: string): DraftInHand {
  const [first] = useState(() => readDraft(localStorage, place));
  const [document, setDocument] = useState(first.document);
  const uploads = useUploads({ serviceDeskId, initial: first.files });
  const uploadedAt = useRef(
    new Map(first.files.map((file) => [file.temporaryAttachmentId, file.uploadedAt])),
  );
  const { accountId, requestKey, kind } = place;
  const { uploaded } = uploads;

  useEffect(() => {
    const files = uploaded.map((file): DraftFile => {
      const at = uploadedAt.current.get(file.temporaryAttachmentId) ?? Date.now();
      uploadedAt.current.set(file.temporaryAttachmentId, at);
      return { ...file, uploadedAt: at };
    });
    writeDraft(localStorage, { accountId, requestKey, kind }, { document, files });
  }, [accountId, requestKey, kind, document, uploaded]);

  return {
    document,
    setDocument,
    uploads,
    isEmpty: isEmptyDraft({ document, files: [] }) && uploads.list.length === 0,
    clear() {
      setDocument(emptyDocument);
      uploads.clear();
    },
  };
}
