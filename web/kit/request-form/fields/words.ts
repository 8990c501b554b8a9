import { addPageStrings } from '../../i18n/i18n.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    fields: typeof en;
  }
}

/** Makes the words known before the code that says them runs; wait for it. */
export function addFieldStrings(): Promise<void> {
  return addPageStrings('fields', {
    en: async () => (await import('./en.ts')).en,
    de: async () => (await import('./de.ts')).de,
  });
}
