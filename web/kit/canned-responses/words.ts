import { addPageStrings } from '../i18n/i18n.ts';
import type { en } from './words-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    canned: typeof en;
  }
}

/** Makes the words of canned responses known before the code that says them runs; wait for it. */
export function addCannedStrings(): Promise<void> {
  const english = async () => (await import('./words-en.ts')).en;
  return addPageStrings('canned', { en: english, de: english });
}
