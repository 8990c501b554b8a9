import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  nav: {
    helpCenter: 'Hilfecenter',
    myRequests: 'Meine Anfragen',
    breadcrumb: 'Sie sind hier',
  },
  shell: {
    offline: 'Die Live-Aktualisierung ist unterbrochen. Die Verbindung wird wiederhergestellt …',
  },
  portal: {
    ask: 'Womit können wir Ihnen helfen?',
    otherTypes: 'Sonstiges',
    noTypes: 'Hier gibt es noch nichts anzufragen',
    noTypesText: 'Die Betreiber dieses Portals haben noch keine Art von Anfrage angelegt.',
    mayNotRaise: 'Sie können dieses Portal lesen, aber mit Ihrem Konto keine Anfragen stellen.',
  },
};
