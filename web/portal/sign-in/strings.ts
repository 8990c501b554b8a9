import i18next from 'i18next';
import { de } from './de.ts';
import { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'sign-in': typeof en;
  }
}

/** Makes the page's words known; they come with its code, so that no other page loads them. */
export function addSignInStrings(): void {
  i18next.addResourceBundle('en', 'sign-in', en);
  i18next.addResourceBundle('de', 'sign-in', de);
}
