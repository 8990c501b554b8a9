import { normalizeEmail } from '../accounts/email.ts';

/** Most addresses that are invited at once. */
export const mostAddresses = 200;

/** What stands in a list of addresses, in its order. */
export interface ReadAddress {
  /** as it was written */
  readonly text: string;
  /** normalized; null: this is none */
  readonly email: string | null;
}

/**
 * Reads addresses that somebody pasted: separated by commas, semicolons or line breaks, as they stand in a mail
 * (`Alice Johnson <alice@acme.example>`) or bare, also several bare ones with spaces between. What comes twice counts once.
 */
export function readAddresses(text: string): ReadAddress[] {
  const parts = text.split(/[,;\n\r]+/).flatMap((part) => {
    const trimmed = part.trim();
    const inBrackets = /<([^<>]*)>$/.exec(trimmed)?.[1];
    if (inBrackets !== undefined) return [{ text: trimmed, email: normalizeEmail(inBrackets) }];
    const words = trimmed.split(/\s+/).filter((word) => word !== '');
    // A name without an address is one mistake, not several.
    if (!words.every((word) => word.includes('@'))) return [{ text: trimmed, email: null }];
    return words.map((word) => ({ text: word, email: normalizeEmail(word) }));
  });
  const seen = new Set<string>();
  return parts.filter((part) => {
    if (part.text === '') return false;
    const key = part.email ?? part.text;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
