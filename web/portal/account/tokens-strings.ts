import i18next from 'i18next';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import type { tokensEn } from './tokens-en.ts';

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
  return i18next.exists(`scopes.${key}`, { ns: 'tokens' });
}
