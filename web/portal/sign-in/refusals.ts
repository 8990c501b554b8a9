import i18next from 'i18next';
import type { en } from './en.ts';

/** Why a sign-in was refused, as the server names it in the address. */
export type Refusal = keyof typeof en.refused;

/**
 * The refusal that the address tells of; 'unknown' for a code that this page has no sentence for, null for none. Asks the words
 * of the page, which are there before it: naming them all here would bring those of another language, too.
 */
export function refusalOf(code: string | undefined): Refusal | null {
  if (!code) return null;
  const hasSentence = /^\w+$/.test(code) && i18next.exists(`refused.${code}`, { ns: 'sign-in' });
  return hasSentence ? (code as Refusal) : 'unknown';
}

/** A reference as the server writes them; anything else in the address is not shown. */
export function referenceOf(reference: string | undefined): string | null {
  return reference && /^[\w-]{4,40}$/.test(reference) ? reference : null;
}
