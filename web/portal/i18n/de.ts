import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  nav: { myRequests: 'Meine Anfragen' },
  home: { title: 'Wie können wir helfen?' },
};
