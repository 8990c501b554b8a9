import { addPageStrings } from '../i18n/i18n.ts';
import type { en } from './words-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'rich-text': typeof en;
  }
}

/** Makes the editor's words known before the code that says them runs; wait for it. */
export function addRichTextStrings(): Promise<void> {
  const english = async () => (await import('./words-en.ts')).en;
  return addPageStrings('rich-text', { en: english, de: english });
}
