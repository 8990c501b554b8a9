import { addPageStrings } from '../i18n/i18n.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'time-zone': typeof en;
  }
}

/** Makes the words known before the code that says them runs; wait for it. */
export function addTimeZoneStrings(): Promise<void> {
  return addPageStrings('time-zone', {
    en: async () => (await import('./en.ts')).en,
    de: async () => (await import('./de.ts')).de,
  });
}
