import type { en } from './en.ts';
import type { Translation } from './translation.ts';

export const de: Translation<typeof en> = {
  skipToContent: 'Zum Inhalt springen',
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  showMore: 'Mehr anzeigen',
  close: 'Schließen',
  menu: {
    account: 'Kontomenü von {{name}}',
    settings: 'Anzeigeeinstellungen',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    signOutHere: 'Hier abmelden',
    signOutThere: 'Auch bei {{provider}} abmelden',
    signOutHint: 'Melden Sie sich an einem gemeinsam genutzten Rechner von beiden ab.',
    sessions: 'Wo Sie angemeldet sind',
    language: 'Sprache',
    appearance: 'Darstellung',
    light: 'Hell',
    dark: 'Dunkel',
    auto: 'Wie das System',
    helpCenter: 'Hilfecenter',
    agentDesk: 'Arbeitsplatz',
    administration: 'Verwaltung',
    navigation: 'Hauptnavigation',
  },
  error: {
    title: 'Das hat nicht geklappt',
    unknown: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
    unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung; Ihre Eingaben sind noch da.',
    crashed:
      'Diese Seite funktioniert nicht mehr. Laden Sie sie neu; geschieht es wieder, wenden Sie sich an die Betreiber dieser Seite.',
    reload: 'Seite neu laden',
    forbidden: 'Ihr Konto darf das nicht.',
    tooManyTries: 'Zu viele Versuche. Warten Sie einen Moment und versuchen Sie es dann erneut.',
  },
  notFound: {
    title: 'Hier gibt es nichts für Sie',
    text: 'Vielleicht ist die Adresse falsch, oder der Inhalt ist für Ihr Konto nicht freigegeben. Wenn Ihnen jemand den Link geschickt hat, bitten Sie um eine Freigabe.',
    home: 'Zum Hilfecenter',
  },
  companySignIn: {
    title: 'Melden Sie sich über Ihre Firma an',
    text: 'Dieses Portal steht denen offen, die sich über ihre Firma anmelden, und Sie sind mit einem Passwort angemeldet.',
    action: 'Über die Firma anmelden',
  },
  otherCompanySignIn: {
    title: 'Die Anmeldung Ihrer Firma öffnet dieses Portal nicht',
    text: 'Es steht denen offen, die sich über bestimmte Firmen anmelden, und Sie sind über eine andere angemeldet.',
    action: 'Anders anmelden',
  },
  status: {
    category: {
      new: 'offen',
      indeterminate: 'in Arbeit',
      done: 'erledigt',
    },
  },
  attachments: {
    download: 'Herunterladen:',
    open: 'Öffnen:',
  },
  files: {
    add: 'Dateien hinzufügen',
    orDrop: 'oder hierher ziehen',
    limit: 'Jeweils bis zu {{size}}',
    remove: '{{name}} entfernen',
    cancel: 'Hochladen von {{name}} abbrechen',
    uploading: '{{name}}: {{percent}} % hochgeladen',
    uploaded: '{{name}} ist hochgeladen',
    removed: '{{name}} ist entfernt',
    tooLarge: '{{name}} ist größer als die erlaubten {{size}}.',
    empty: '{{name}} ist leer.',
    failed: '{{name}} konnte nicht hochgeladen werden: {{reason}}',
    retry: '{{name}} erneut versuchen',
    tooMany_one: 'Es kann nur eine Datei auf einmal hinzugefügt werden.',
    tooMany_other: 'Es können höchstens {{count}} Dateien auf einmal hinzugefügt werden.',
  },
  form: {
    required: 'Pflichtfeld',
  },
};
