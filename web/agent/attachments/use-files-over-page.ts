import { useEffect, useEffectEvent, useRef, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the page, or pasted where nobody types. What has a place of its own for files,
 * such as an open composer, takes those that fall on it.
 *
 * @returns whether files are being dragged over the page, and nothing else would take them
 */
export function useFilesOverPage(onFiles: (files: FileList) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    function onDragOver(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      setIsOver(!isTaken);
      // it is told again and again while files are over the page, and then no more
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setIsOver(false), 300);
    }
    function onDrop(event: DragEvent) {
      setIsOver(false);
      if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    }
    function onPaste(event: ClipboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target?.isContentEditable || target?.closest('input, textarea, [role="dialog"]');
      if (event.defaultPrevented || isTyping || !event.clipboardData?.files.length) return;
      event.preventDefault();
      take(event.clipboardData.files);
    }
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, []);
  return isOver;
}
