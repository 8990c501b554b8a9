import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  title: 'Wer sie noch sieht',
  everybodyIn: 'Alle bei {{name}}',
  help: 'Das können Sie später auf der Seite der Anfrage ändern und dort auch Personen hinzufügen.',
};
