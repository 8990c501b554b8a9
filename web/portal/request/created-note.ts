let created: string | null = null;

/** Remembers that this page load has just created a request, for its page to say so. */
export function noteCreated(key: string): void {
  created = key;
}

/** Whether this request was created a moment ago. */
export function wasCreated(key: string): boolean {
  return created === key;
}

/** Called when its page is left: coming back later is no news. */
export function forgetCreated(): void {
  created = null;
}
