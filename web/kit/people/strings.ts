import { addPageStrings } from '../i18n/i18n.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'person-security': typeof en;
  }
}

// agents and administrators are spoken to in English alone
const english = async () => (await import('./en.ts')).en;

/** Makes the words known before the code that says them runs; wait for it. */
export function addPersonSecurityStrings(): Promise<void> {
  return addPageStrings('person-security', { en: english, de: english });
}
