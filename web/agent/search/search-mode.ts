/** How somebody searches: by choosing, or by writing a query. */
export type SearchMode = 'basic' | 'jql';

const name = 'portico.search.mode';

/** How they did it last, in this browser. */
export function lastMode(): SearchMode {
  try {
    return localStorage.getItem(name) === 'jql' ? 'jql' : 'basic';
  } catch {
    return 'basic';
  }
}

/** Keeps it for the next time. */
export function rememberMode(mode: SearchMode): void {
  try {
    localStorage.setItem(name, mode);
  } catch {
    // without storage one begins with choosing
  }
}
