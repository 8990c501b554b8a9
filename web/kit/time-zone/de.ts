import type { Translation } from '../i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  label: 'Zeitzone',
  browser: 'Wie dieser Browser: {{zone}}',
  failed: 'Die Zeitzone wurde nicht geändert',
};
