import { useState } from 'react';
import { nothing, type Selected, shareOf, toggled, toggledShown } from './selection.ts';

/** The selection in a list. */
export interface Selection {
  readonly keys: readonly string[];
  has(key: string): boolean;
  /** how much of what is shown is selected */
  readonly share: 'all' | 'some' | 'none';
  /** Selects one or takes it out; as a range, with all between it and the one before. */
  toggle(key: string, isRange: boolean): void;
  toggleShown(): void;
  replace(keys: readonly string[]): void;
  clear(): void;
}

/**
 * What is selected in the list `listId`. It is kept while the tab lives, so that a look into a request loses nothing, and
 * goes by keys: requests that leave the list stay selected.
 *
 * @param shown keys in the order of the list
 */
export function useSelection(listId: string, shown: readonly string[]): Selection {
  const [state, setState] = useState(() => ({ listId, selected: remembered(listId) }));
  const selected = state.listId === listId ? state.selected : remembered(listId);
  const keys = new Set(selected.keys);

  function change(next: Selected) {
    setState({ listId, selected: next });
    remember(listId, next);
  }

  return {
    keys: selected.keys,
    has: (key) => keys.has(key),
    share: shareOf(selected, shown),
    toggle: (key, isRange) => change(toggled(selected, shown, key, isRange)),
    toggleShown: () => change(toggledShown(selected, shown)),
    replace: (next) => change({ keys: next, anchor: null }),
    clear: () => change(nothing),
  };
}

const nameOf = (listId: string) => `portico.selection.${listId}`;

function remembered(listId: string): Selected {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(listId)) ?? '[]');
    return Array.isArray(kept)
      ? { keys: kept.filter((key): key is string => typeof key === 'string'), anchor: null }
      : nothing;
  } catch {
    return nothing;
  }
}

function remember(listId: string, { keys }: Selected): void {
  try {
    if (keys.length === 0) sessionStorage.removeItem(nameOf(listId));
    else sessionStorage.setItem(nameOf(listId), JSON.stringify(keys));
  } catch {
    // without storage it lasts as long as the list is shown
  }
}
