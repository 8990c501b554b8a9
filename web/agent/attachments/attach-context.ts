import { createContext, useContext } from 'react';

/** Attaches files to the request on the page. */
type Attach = (files: Iterable<File>) => void;

/** Where files go that are pasted or dropped into something that cannot hold them itself. */
export const AttachContext = createContext<Attach | null>(null);

/** Attaches files to the request on the page; null where there is none. */
export function useAttach(): Attach | null {
  return useContext(AttachContext);
}
