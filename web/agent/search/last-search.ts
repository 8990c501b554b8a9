/** What somebody searched for last in this tab, so that a request they opened leads back to it and on to the next. */
export interface LastSearch {
  /** what the address says of it */
  readonly jql?: string;
  readonly filter?: number;
  /** of the filter; null: it has none */
  readonly name: string | null;
  /** what was found, in order, as far as it was read */
  readonly keys: readonly string[];
}

const name = 'portico.search.last';

/** Remembers it while the tab lives. */
export function rememberSearch(search: LastSearch): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(search));
  } catch {
    // without storage a request leads to its queue
  }
}

/** Forgets it: somebody works in a queue now. */
export function forgetSearch(): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // nothing was remembered, either
  }
}

/** The search in which the request was found, if that is where one came from. */
export function searchThatFound(requestKey: string): LastSearch | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as LastSearch | null;
    return kept?.keys.includes(requestKey) ? kept : null;
  } catch {
    return null;
  }
}
