/** Where this tab keeps what it is answered as; the administration hands it over as `#as=…`. */
const storageKey = 'portico-as';

/**
 * The impersonation under which everything in this tab is asked: an administrator sees the portal as a customer. Null in all
 * other tabs. Settled before anything else runs, and for as long as the page lives.
 */
export const seenAs: string | null = typeof window === 'undefined' ? null : settle();

function settle(): string | null {
  const [, given] = /^#as=([\w-]+)$/.exec(window.location.hash) ?? [];
  if (given === undefined) {
    try {
      return sessionStorage.getItem(storageKey);
    } catch {
      return null;
    }
  }
  // Where nothing can be kept the page must not start: the next one would show the administrator's own portal.
  sessionStorage.setItem(storageKey, given);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return given;
}

/** The header that says so; none in all other tabs. */
export const seenAsHeaders: Readonly<Record<string, string>> =
  seenAs === null ? {} : { 'x-portico-as': seenAs };

/** An address that the browser asks for by itself (a file, a picture, a stream), asked as this tab asks. */
export function asSeen(url: string): string {
  if (seenAs === null) return url;
  return `${url}${url.includes('?') ? '&' : '?'}as=${encodeURIComponent(seenAs)}`;
}

/** Makes this tab one like all others, from its next page on. */
export function forgetSeenAs(): void {
  sessionStorage.removeItem(storageKey);
}

let hint: string | null = null;

/** Why nothing can be changed in this tab, in words for who looks; null where it can. */
export function readOnlyHint(): string | null {
  return hint;
}

export function setReadOnlyHint(words: string): void {
  hint = words;
}
