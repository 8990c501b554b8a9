import i18next from 'i18next';
import type { en } from './en.ts';
import { type Language, languageFor, storedLanguage, storeLanguage } from './language.ts';
import type { EntryStrings } from './translation.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    kit: typeof en;
  }
}

interface LoadedStrings {
  readonly kit: object;
  readonly entry: object;
  /** English, where the entry does not speak the language */
  readonly entryLanguage: Language;
}

let entryStrings: EntryStrings | null = null;
const loading = new Map<Language, Promise<LoadedStrings>>();

function load(language: Language): Promise<LoadedStrings> {
  const known = loading.get(language) ?? loadAnew(language);
  loading.set(language, known);
  // a failed load is tried again next time
  known.catch(() => loading.delete(language));
  return known;
}

async function loadAnew(language: Language): Promise<LoadedStrings> {
  if (!entryStrings) throw new Error('startI18n comes first');
  const { en: english, de: german } = entryStrings;
  const isGerman = language === 'de';
  const [kit, entry] = await Promise.all([
    isGerman ? import('./de.ts').then(({ de }) => de) : import('./en.ts').then(({ en: words }) => words),
    isGerman && german ? german() : typeof english === 'function' ? english() : english,
  ]);
  return { kit, entry, entryLanguage: isGerman && german ? 'de' : 'en' };
}

/** The words of a page in each language, loaded when they are wanted. */
export interface PageStrings {
  readonly en: () => Promise<object>;
  readonly de: () => Promise<object>;
}

const pageStrings = new Map<string, PageStrings>();

async function loadPageStrings(language: Language, namespace: string, strings: PageStrings): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  i18next.addResourceBundle(language, namespace, await strings[language]());
}

/**
 * Makes the words of a page known in the language that is shown, and in others when they are chosen. Wait for it where the
 * page's code begins, so that no page comes without its words, and none with words that nobody reads.
 */
export async function addPageStrings(namespace: string, strings: PageStrings): Promise<void> {
  pageStrings.set(namespace, strings);
  await loadPageStrings(languageFor([i18next.language]), namespace, strings);
}

/**
 * Changes the language of the page, loading its strings first. The caller stores it in the account of who is signed
 * in.
 */
async function changeLanguage(language: Language): Promise<void> {
  const { kit, entry, entryLanguage } = await load(language);
  i18next.addResourceBundle(language, 'kit', kit);
  if (entryStrings) i18next.addResourceBundle(entryLanguage, entryStrings.namespace, entry);
  await Promise.all(
    [...pageStrings].map(([namespace, strings]) => loadPageStrings(language, namespace, strings)),
  );
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that the person chose: it also wins over the browser's at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  await changeLanguage(language);
  storeLanguage(language);
}

/**
 * Prepares i18next: the account's language first, then this browser's choice, then what the browser asks for. Strings
 * in the likely language are loaded while `accountLocale` is still on its way; no other language is.
 */
export async function startI18n(entry: EntryStrings, accountLocale: Promise<string | null>): Promise<void> {
  entryStrings = entry;
  const wanted = [storedLanguage(), ...navigator.languages];
  // should this fail, what is loaded below will say so
  load(languageFor(wanted)).catch(() => null);
  await i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['kit', entry.namespace],
    defaultNS: entry.namespace,
    resources: {},
    partialBundledLanguages: true,
    // React escapes by itself
    interpolation: { escapeValue: false },
  });
  await changeLanguage(languageFor([await accountLocale, ...wanted]));
}
