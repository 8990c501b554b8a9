import i18next from 'i18next';
import { de } from './de.ts';
import { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'sign-up': typeof en;
  }
}

/** Makes the pages' words known; they come with their code, so that no other page loads them. */
export function addSignUpStrings(): void {
  i18next.addResourceBundle('en', 'sign-up', en);
  i18next.addResourceBundle('de', 'sign-up', de);
}
