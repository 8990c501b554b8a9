import i18next from 'i18next';
import { de } from './de.ts';
import { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    confirm: typeof en;
  }
}

/** Makes the words known; they come with the code that says them, so that no other page loads them. */
export function addConfirmStrings(): void {
  i18next.addResourceBundle('en', 'confirm', en);
  i18next.addResourceBundle('de', 'confirm', de);
}
