import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMaxUploadBytes } from '../api/session.ts';
import { useErrorText } from '../components/states.tsx';
import { fileSize } from '../file-size.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type TemporaryFile, uploadFile } from './upload-file.ts';

/** One file that the person added. */
export interface Upload {
  /** identity in this list */
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: 'uploading' | 'uploaded' | 'failed';
  /** 0…100 */
  readonly percent: number;
  /** why it failed, in words */
  readonly problem: string | null;
  /** null when trying again cannot help (too large, empty) or it came from a draft */
  readonly file: File | null;
  readonly uploaded: TemporaryFile | null;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly add: (files: Iterable<File>) => void;
  /** Removes it; an upload under way is cancelled. */
  readonly remove: (id: string) => void;
  readonly retry: (id: string) => void;
  readonly clear: () => void;
  /** Removes those that have been sent. */
  readonly forget: (sent: readonly TemporaryFile[]) => void;
  /** What is on the server, for the form to send and for drafts to keep. */
  readonly uploaded: readonly TemporaryFile[];
  readonly isUploading: boolean;
}

interface UploadsOptions {
  readonly serviceDeskId: string;
  /** Files of a kept draft, already on the server. */
  readonly initial?: readonly TemporaryFile[];
}

/** As many as the server takes in one form. */
const maxFiles = 20;

function fromDraft(file: TemporaryFile): Upload {
  return {
    id: file.temporaryAttachmentId,
    fileName: file.fileName,
    sizeBytes: file.sizeBytes,
    state: 'uploaded',
    percent: 100,
    problem: null,
    file: null,
    uploaded: file,
  };
}

/** Keeps the files of one form: uploads each as soon as it is added, one request per file. */
export function useUploads({ serviceDeskId, initial = [] }: UploadsOptions): Uploads {
  // a file beyond the server's limit is refused before it is sent
  const maxBytes = useMaxUploadBytes();
  const { t, language } = useTranslation('kit');
  const errorText = useErrorText();
  const [list, setList] = useState<readonly Upload[]>(() => initial.map(fromDraft));
  const running = useRef(new Map<string, AbortController>());
  const counter = useRef(0);

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    };
  }, []);

  const change = (id: string, changed: Partial<Upload>) =>
    setList((before) => before.map((upload) => (upload.id === id ? { ...upload, ...changed } : upload)));

  const send = (id: string, file: File) => {
    const controller = new AbortController();
    running.current.set(id, controller);
    uploadFile(serviceDeskId, file, (percent) => change(id, { percent }), controller.signal)
      .then((uploaded) =>
        change(id, { state: 'uploaded', percent: 100, uploaded, fileName: uploaded.fileName }),
      )
      .catch((error: unknown) => {
        if (error instanceof DOMException) return;
        const problem = t('files.failed', { name: file.name, reason: errorText(error) });
        change(id, { state: 'failed', problem });
      })
      .finally(() => running.current.delete(id));
  };

  const problemOf = (file: File): string | null => {
    if (file.size === 0) return t('files.empty', { name: file.name });
    if (maxBytes !== undefined && file.size > maxBytes) {
      return t('files.tooLarge', { name: file.name, size: fileSize(maxBytes, language) });
    }
    return null;
  };

  const add = (files: Iterable<File>) => {
    let room = maxFiles - list.length;
    for (const file of files) {
      counter.current += 1;
      const id = `new-${counter.current}`;
      const problem = room > 0 ? problemOf(file) : t('files.tooMany', { count: maxFiles });
      room -= 1;
      const upload: Upload = {
        id,
        fileName: file.name,
        sizeBytes: file.size,
        state: problem ? 'failed' : 'uploading',
        percent: 0,
        problem,
        file: problem ? null : file,
        uploaded: null,
      };
      setList((before) => [...before, upload]);
      if (!problem) send(id, file);
    }
  };

  const drop = useCallback((ids: readonly string[]) => {
    for (const id of ids) running.current.get(id)?.abort();
    setList((before) => before.filter((upload) => !ids.includes(upload.id)));
  }, []);

  const uploaded = useMemo(() => list.flatMap((upload) => upload.uploaded ?? []), [list]);
  return {
    list,
    add,
    remove: (id) => drop([id]),
    retry(id) {
      const upload = list.find((candidate) => candidate.id === id);
      if (!upload?.file) return;
      change(id, { state: 'uploading', percent: 0, problem: null });
      send(id, upload.file);
    },
    clear: () => drop(list.map((upload) => upload.id)),
    forget: (sent) =>
      drop(list.flatMap((upload) => (upload.uploaded && sent.includes(upload.uploaded) ? [upload.id] : []))),
    uploaded,
    isUploading: list.some((upload) => upload.state === 'uploading'),
  };
}
