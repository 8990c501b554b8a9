import { en } from './en.ts';

/** Why a sign-in was refused, as the server names it in the address. */
export type Refusal = keyof typeof en.refused;

/** The refusal that the address tells of; 'unknown' for a code that this page has no sentence for, null for none. */
export function refusalOf(code: string | undefined): Refusal | null {
  if (!code) return null;
  return Object.hasOwn(en.refused, code) ? (code as Refusal) : 'unknown';
}

/** A reference as the server writes them; anything else in the address is not shown. */
export function referenceOf(reference: string | undefined): string | null {
  return reference && /^[\w-]{4,40}$/.test(reference) ? reference : null;
}
