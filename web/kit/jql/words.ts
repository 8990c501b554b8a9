import { addPageStrings } from '../i18n/i18n.ts';
import type { en } from './words-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    jql: typeof en;
  }
}

/** Makes the editor's words known before the code that says them runs; wait for it. */
export function addJqlStrings(): Promise<void> {
  const english = async () => (await import('./words-en.ts')).en;
  return addPageStrings('jql', { en: english, de: english });
}
