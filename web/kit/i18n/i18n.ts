import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { type Language, languageFor, storedLanguage, storeLanguage } from './language.ts';
import type { EntryStrings } from './translation.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    kit: typeof en;
  }
}

let strings: EntryStrings | null = null;

async function loadGerman(): Promise<void> {
  const [kit, entry] = await Promise.all([import('./de.ts'), strings?.de?.()]);
  i18next.addResourceBundle('de', 'kit', kit.de);
  if (strings && entry) i18next.addResourceBundle('de', strings.namespace, entry);
}

/**
 * Changes the language of the page, loading its strings first, and remembers it in this browser. The caller stores it
 * in the account of who is signed in.
 */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'de' && !i18next.hasResourceBundle('de', 'kit')) await loadGerman();
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that the person chose: it also wins over the browser's at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await changeLanguage(language);
}

/** Prepares i18next: the account's language first, then this browser's choice, then what the browser asks for. */
export async function startI18n(entry: EntryStrings, accountLocale: string | null): Promise<i18n> {
  strings = entry;
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['kit', entry.namespace],
    defaultNS: entry.namespace,
    resources: { en: { kit: en, [entry.namespace]: entry.en } },
    partialBundledLanguages: true,
    // React escapes by itself
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await changeLanguage(languageFor([accountLocale, storedLanguage(), ...navigator.languages]));
  return i18next;
}
