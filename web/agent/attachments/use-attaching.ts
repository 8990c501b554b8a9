import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaxUploadBytes } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { fileSize } from '../../kit/file-size.ts';
import { useTranslation as useKitTranslation } from '../../kit/i18n/use-translation.ts';
import { attachFile } from './issue-files.ts';

/** A file on its way to the request. */
export interface Attaching {
  readonly id: number;
  readonly fileName: string;
  /** 0…100 */
  readonly percent: number;
  /** why it failed, in words */
  readonly problem: string | null;
}

/** Attaches files to a request, each by itself; those on their way, and those that failed until they are dismissed. */
export function useAttaching(requestKey: string): {
  readonly list: readonly Attaching[];
  /** the name of the file that arrived last */
  readonly arrived: string | null;
  add(files: Iterable<File>): void;
  /** Cancels an upload, or takes a failed one off the list. */
  dismiss(id: number): void;
} {
  const { t } = useTranslation('agent');
  const { language } = useKitTranslation('kit');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const maxBytes = useMaxUploadBytes();
  const [list, setList] = useState<readonly Attaching[]>([]);
  const [arrived, setArrived] = useState<string | null>(null);
  const running = useRef(new Map<number, AbortController>());
  const counter = useRef(0);

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const change = (id: number, changed: Partial<Attaching>) =>
    setList((before) => before.map((each) => (each.id === id ? { ...each, ...changed } : each)));
  const remove = (id: number) => setList((before) => before.filter((each) => each.id !== id));

  function problemOf(file: File): string | null {
    if (file.size === 0) return t('files.empty', { name: file.name });
    if (maxBytes !== undefined && file.size > maxBytes) {
      return t('files.tooLarge', { name: file.name, size: fileSize(maxBytes, language) });
    }
    return null;
  }
  async function send(id: number, file: File) {
    const controller = new AbortController();
    running.current.set(id, controller);
    try {
      await attachFile(requestKey, file, (percent) => change(id, { percent }), controller.signal);
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
      setArrived(file.name);
      remove(id);
    } catch (error) {
      if (error instanceof DOMException) return;
      change(id, { problem: `${t('files.failed', { name: file.name })}: ${errorText(error)}` });
    } finally {
      running.current.delete(id);
    }
  }

  return {
    list,
    arrived,
    add(files) {
      for (const file of files) {
        counter.current += 1;
        const id = counter.current;
        const problem = problemOf(file);
        setList((before) => [...before, { id, fileName: file.name, percent: 0, problem }]);
        if (problem === null) void send(id, file);
      }
    },
    dismiss(id) {
      running.current.get(id)?.abort();
      remove(id);
    },
  };
}
