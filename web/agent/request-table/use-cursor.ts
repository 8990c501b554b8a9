import { useEffect, useRef, useState } from 'react';
import { neighbour } from './rows.ts';

export interface Cursor {
  /** key of the row one is on; null before the first move */
  readonly key: string | null;
  /** Tells that a row got the focus, by whatever way. */
  visit(key: string): void;
  /** Moves the focus to the next (1) or previous (-1) row. False when there is none. */
  move(step: 1 | -1): boolean;
  /** Give it to each row's link, so that it can be focused. */
  register(key: string): (element: HTMLElement | null) => void;
}

/**
 * A place in a list that moves under one's feet: it goes by the row's key and not by its number. The place is kept for
 * `listId` while the tab lives, so that coming back from a request one is where one was.
 */
export function useCursor(listId: string, keys: readonly string[]): Cursor {
  const [key, setKey] = useState<string | null>(() => remembered(listId));
  const place = useRef(0);
  const elements = useRef(new Map<string, HTMLElement>());

  useEffect(() => setKey(remembered(listId)), [listId]);
  useEffect(() => {
    const index = key === null ? -1 : keys.indexOf(key);
    if (index >= 0) place.current = index;
  }, [key, keys]);

  function visit(next: string) {
    setKey(next);
    remember(listId, next);
  }

  return {
    key,
    visit,
    move(step) {
      const next = neighbour(keys, key, place.current, step);
      if (next === null) return false;
      visit(next);
      const element = elements.current.get(next);
      element?.focus({ preventScroll: true });
      element?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
      return true;
    },
    register: (rowKey) => (element) => {
      if (element) elements.current.set(rowKey, element);
      else elements.current.delete(rowKey);
    },
  };
}

function remembered(listId: string): string | null {
  try {
    return sessionStorage.getItem(`portico.cursor.${listId}`);
  } catch {
    return null;
  }
}

function remember(listId: string, key: string): void {
  try {
    sessionStorage.setItem(`portico.cursor.${listId}`, key);
  } catch {
    // without storage one starts at the top again
  }
}
