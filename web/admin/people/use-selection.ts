import { useState } from 'react';

/** Who is selected: some of those shown, or everybody who matches, shown or not. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly isEverybody: boolean;
  /** Selects one or takes it out; as a range, with all between it and the one before. */
  toggle(id: string, isRange: boolean): void;
  selectShown(): void;
  selectEverybody(): void;
  clear(): void;
}

/** @param shown ids in the order of the table. @param key of what is searched for: another search, another selection */
export function useSelection(shown: readonly string[], key: string): Selection {
  const [state, setState] = useState({
    key,
    ids: new Set<string>() as ReadonlySet<string>,
    isEverybody: false,
    anchor: null as string | null,
  });
  const current =
    state.key === key ? state : { key, ids: new Set<string>(), isEverybody: false, anchor: null };
  return {
    ids: current.isEverybody ? new Set(shown) : current.ids,
    isEverybody: current.isEverybody,
    toggle(id, isRange) {
      const ids = new Set(current.isEverybody ? shown : current.ids);
      const isWanted = !ids.has(id);
      const from = isRange && current.anchor !== null ? shown.indexOf(current.anchor) : -1;
      const to = shown.indexOf(id);
      const range = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      for (const one of range) {
        if (isWanted) ids.add(one);
        else ids.delete(one);
      }
      setState({ key, ids, isEverybody: false, anchor: id });
    },
    selectShown: () => setState({ key, ids: new Set(shown), isEverybody: false, anchor: null }),
    selectEverybody: () => setState({ key, ids: new Set(shown), isEverybody: true, anchor: null }),
    clear: () => setState({ key, ids: new Set(), isEverybody: false, anchor: null }),
  };
}
