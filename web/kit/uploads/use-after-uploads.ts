import { useEffect, useRef, useState } from 'react';

/** Sends a form when its files have arrived. */
export interface AfterUploads {
  /** Asks for it: at once when no file is under way, else when the last one has arrived or failed. */
  readonly start: () => void;
  /** It was asked for and waits. */
  readonly isWaiting: boolean;
}

/** Whoever presses "Send" while a file is still uploading means the file too: nobody has to press twice. */
export function useAfterUploads(isUploading: boolean, send: () => void): AfterUploads {
  const [isWaiting, setIsWaiting] = useState(false);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!isWaiting || isUploading) return;
    setIsWaiting(false);
    latest.current();
  }, [isWaiting, isUploading]);
  return { isWaiting, start: () => (isUploading ? setIsWaiting(true) : send()) };
}
