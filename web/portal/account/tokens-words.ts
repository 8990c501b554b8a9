import { addPageStrings } from '../../kit/i18n/i18n.ts';
import type { tokensEn } from './tokens-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tokens: typeof tokensEn;
  }
}

/** Makes the words known before the code that says them runs; wait for it. */
export function addTokenStrings(): Promise<void> {
  return addPageStrings('tokens', {
    en: async () => (await import('./tokens-en.ts')).tokensEn,
    de: async () => (await import('./tokens-de.ts')).tokensDe,
  });
}
