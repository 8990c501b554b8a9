import { addPageStrings } from '../../../kit/i18n/i18n.ts';
import type { en } from './words-en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    queues: typeof en;
  }
}

/** Makes the words for setting up queues known before the code that says them runs; wait for it. */
export function addQueueStrings(): Promise<void> {
  const english = async () => (await import('./words-en.ts')).en;
  return addPageStrings('queues', { en: english, de: english });
}
