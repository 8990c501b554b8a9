import type { JsonValue } from '../../platform/database/schema.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { countryCodes } from './country-codes.ts';
import { nothingStored, storedText } from './stored.ts';

const known = new Set(countryCodes);

/**
 * A country, stored as its ISO 3166-1 code; sent as the code, or as {"id": "DE"} or {"value": "Germany"}, as options are.
 * Shown as an option, so that Jira's clients can read it.
 */
export const countryField: FieldType = {
  settings: [],
  read(input) {
    if (isEmpty(input)) return { value: null };
    const code = codeOf(input);
    return code === null
      ? { problem: 'This must be the code of a country, such as DE, or its name in English.' }
      : { value: code };
  },
  jiraSchema: (field) => ({ type: 'option', ...customSchema(field, 'select') }),
  serviceDeskValue: countryJson,
  issueValue: countryJson,
  display: (stored, _field, { locale }) => countryName(String(stored), locale),
  query: (stored, _field, holds) => {
    const code = storedText(stored);
    return {
      kind: 'reference',
      operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
      column: code,
      is: (value) => {
        const wanted = codeOf(value);
        return wanted === null ? null : holds(wanted);
      },
      sortBy: [code],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Every country that can be chosen: its code and its name in English, in the order of names. */
export function offeredCountries(): readonly { readonly code: string; readonly name: string }[] {
  offered ??= countryCodes
    .map((code) => ({ code, name: countryName(code, 'en') }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return offered;
}

let offered: readonly { readonly code: string; readonly name: string }[] | undefined;

function codeOf(input: unknown): string | null {
  if (typeof input === 'object' && input !== null) {
    const { id, value } = input as { id?: unknown; value?: unknown };
    return codeOf(isEmpty(id) ? value : id);
  }
  if (typeof input !== 'string') return null;
  const text = input.trim();
  if (known.has(text.toUpperCase())) return text.toUpperCase();
  return countryCodes.find((code) => countryName(code, 'en').toLowerCase() === text.toLowerCase()) ?? null;
}

const namesIn = new Map<string, Intl.DisplayNames>();

function countryName(code: string, locale: string | null): string {
  const language = locale?.slice(0, 2) ?? 'en';
  let names = namesIn.get(language);
  if (!names) {
    names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
    namesIn.set(language, names);
  }
  return names.of(code) ?? code;
}

function countryJson(stored: JsonValue): JsonValue {
  const code = String(stored);
  return { id: code, value: countryName(code, 'en') };
}
