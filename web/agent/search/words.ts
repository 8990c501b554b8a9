import { addPageStrings } from '../../kit/i18n/i18n.ts';
import type { en } from './words-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof en;
  }
}

/** Makes the words of the search and of filters known before the code that says them runs; wait for it. */
export function addSearchStrings(): Promise<void> {
  const english = async () => (await import('./words-en.ts')).en;
  return addPageStrings('search', { en: english, de: english });
}
