import { useSyncExternalStore } from 'react';

/** What the person chose; 'auto' follows the system. */
export type ColorScheme = 'light' | 'dark' | 'auto';

export const colorSchemes = ['light', 'dark', 'auto'] as const satisfies readonly ColorScheme[];

// color-scheme-script.js reads the same key before the first paint
const storageKey = 'mantine-color-scheme-value';

const listeners = new Set<() => void>();
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

function stored(): ColorScheme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

let current: ColorScheme | null = null;

function show(): void {
  const scheme = getColorScheme();
  const shown = scheme === 'auto' ? (prefersDark().matches ? 'dark' : 'light') : scheme;
  document.documentElement.setAttribute('data-mantine-color-scheme', shown);
  for (const listener of listeners) listener();
}

export function getColorScheme(): ColorScheme {
  current ??= stored();
  return current;
}

/** Shows the page in this scheme and remembers it in this browser. */
export function setColorScheme(scheme: ColorScheme): void {
  current = scheme;
  try {
    localStorage.setItem(storageKey, scheme);
  } catch {
    // then it lasts as long as this page
  }
  show();
}

/** Calls back when the scheme changes, here or in another tab. */
export function onColorSchemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the system and the other tabs from now on; called once by start. */
export function followColorScheme(): void {
  prefersDark().addEventListener('change', show);
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return;
    current = null;
    show();
  });
}

export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(onColorSchemeChange, getColorScheme);
}
