import { useEffect, useSyncExternalStore } from 'react';
import { accentOf, siteAccent } from './colors.ts';

/** what pages without a portal show */
let ownAccent = siteAccent;

const listeners = new Set<() => void>();

function shownAccent(): string {
  return document.documentElement.dataset['accent'] ?? ownAccent;
}

function show(accent: string): void {
  document.documentElement.dataset['accent'] = accent;
  for (const listener of listeners) listener();
}

/** Gives pages that belong to no portal the accent of the one that lives at this host. */
export function setOwnAccent(name: string): void {
  ownAccent = accentOf(name);
  show(ownAccent);
}

/**
 * Gives the whole page a portal's accent while the calling component is shown. Undefined (not known yet) leaves it as
 * it is; null or an unknown name is the site's own.
 */
export function usePageAccent(name: string | null | undefined): void {
  useEffect(() => {
    if (name !== undefined) show(name === null ? ownAccent : accentOf(name));
  }, [name]);
}

/** The accent that the page has now. */
export function useAccent(): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shownAccent);
}
