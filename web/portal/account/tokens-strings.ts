import i18next from 'i18next';
import { tokensDe } from './tokens-de.ts';
import { tokensEn } from './tokens-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tokens: typeof tokensEn;
  }
}

/** Makes the page's words known; they come with its code, so that no other page loads them. */
export function addTokenStrings(): void {
  i18next.addResourceBundle('en', 'tokens', tokensEn);
  i18next.addResourceBundle('de', 'tokens', tokensDe);
}

/** A scope that this page has words for. */
export type KnownScope = keyof typeof tokensEn.scopes;

/** Whether there are words for a scope; a newer server may know more. */
export function isKnownScope(scope: string): scope is KnownScope {
  return Object.hasOwn(tokensEn.scopes, scope);
}
