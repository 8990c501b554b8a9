/** Languages the product speaks, in their own words. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languages;

const storageKey = 'portico-language';

function isLanguage(value: string): value is Language {
  return Object.hasOwn(languages, value);
}

/** The first of the wanted locales ('de-AT', …) that the product speaks; English otherwise. */
export function languageFor(wanted: readonly (string | null | undefined)[]): Language {
  for (const locale of wanted) {
    const language = locale?.toLowerCase().split(/[-_]/)[0];
    if (language && isLanguage(language)) return language;
  }
  return 'en';
}

/** What this browser chose last, or null. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Remembers the choice for people who are not signed in. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // a browser that forbids storage asks navigator.languages again next time
  }
}
