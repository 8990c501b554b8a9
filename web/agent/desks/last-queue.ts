import { forgetSearch } from '../search/last-search.ts';

/** Remembers, while the tab lives, which queue of a desk one came from, so that a request can lead back to it. */
export function rememberQueue(projectKey: string, queueId: string): void {
  forgetSearch();
  try {
    sessionStorage.setItem(nameOf(projectKey), queueId);
  } catch {
    // without storage the way back leads to the first queue
  }
}

/** The queue of the desk that was shown last in this tab; null when none was. */
export function lastQueue(projectKey: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(projectKey));
  } catch {
    return null;
  }
}

function nameOf(projectKey: string): string {
  return `portico.queue.${projectKey}`;
}
