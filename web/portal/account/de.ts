import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  sessions: {
    title: 'Wo Sie angemeldet sind',
    text: 'Erkennen Sie eine Sitzung nicht? Beenden Sie sie, und ändern Sie Ihr Passwort, falls Sie sich damit anmelden.',
    on: '{{browser}} auf {{system}}',
    unknownBrowser: 'Ein Browser',
    unknownSystem: 'einem unbekannten Gerät',
    current: 'Diese Sitzung',
    through: 'Angemeldet über {{provider}}',
    password: 'Angemeldet mit Passwort',
    address: 'Von {{address}}',
    since: 'Seit',
    lastSeen: 'Zuletzt gesehen',
    end: 'Beenden',
    endLabel: 'Sitzung von {{name}} beenden',
    ended: 'Die Sitzung ist beendet.',
    endOthers: 'Alle anderen beenden',
    endOthersTitle: 'Alle anderen Sitzungen beenden?',
    endOthersText: 'Hier bleiben Sie angemeldet. Überall sonst müssen Sie sich neu anmelden.',
    othersEnded: 'Alle anderen Sitzungen sind beendet.',
    cancel: 'Abbrechen',
    only: 'Sie sind sonst nirgends angemeldet.',
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    both: 'Sie sind hier und bei {{provider}} abgemeldet.',
    here: 'Sie sind hier abgemeldet.',
    problemTitle: 'Die Abmeldung wurde nicht bestätigt',
    refused:
      'Die Abmeldung, die von der Anmeldung Ihrer Firma kam, war nicht verständlich. Vielleicht sind Sie hier oder dort noch angemeldet: Schließen Sie alle Fenster dieses Browsers.',
    unavailable:
      'Sie sind hier abgemeldet. Die Anmeldung Ihrer Firma war nicht erreichbar, vielleicht sind Sie dort noch angemeldet: Schließen Sie alle Fenster dieses Browsers.',
    reference: 'Kennung für Ihre Administratoren: {{reference}}',
    again: 'Neu anmelden',
    home: 'Zum Hilfecenter',
  },
};
