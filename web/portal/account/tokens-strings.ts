import i18next from 'i18next';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
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

type ScopeKey = keyof typeof tokensEn.scopes;

/** A scope in words; one that only a newer server knows, as it is. */
export function useScopeWords(): (scope: string) => string {
  const { t } = useTranslation('tokens');
  return (scope) => {
    // a colon would name a namespace
    const key = scope.replace(':', '/');
    return isKnown(key) ? t(`scopes.${key}`) : scope;
  };
}

function isKnown(key: string): key is ScopeKey {
  return Object.hasOwn(tokensEn.scopes, key);
}
