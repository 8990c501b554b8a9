import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  email: 'E-Mail-Adresse',
  noEmail: 'Geben Sie Ihre E-Mail-Adresse ein.',
  badEmail: 'Das sieht nicht nach einer E-Mail-Adresse aus. Sie wird so geschrieben: name@firma.de.',
  name: 'Ihr Name',
  noName: 'Geben Sie Ihren Namen ein.',
  back: 'Zurück zur Anmeldung',
  slowDown_one: 'Darum wurde zu oft gebeten. Versuchen Sie es in einer Minute wieder.',
  slowDown_other: 'Darum wurde zu oft gebeten. Versuchen Sie es in {{count}} Minuten wieder.',
  password: {
    label: 'Neues Passwort',
    help: 'Mindestens 12 Zeichen. Ein paar Wörter ohne Zusammenhang merken sich leicht.',
    missing_one: 'Noch ein Zeichen',
    missing_other: 'Noch {{count}} Zeichen',
    longEnough: 'Lang genug',
    checking: 'Wird geprüft …',
    good: 'Ein gutes Passwort',
    show: 'Passwort anzeigen',
    hide: 'Passwort verbergen',
    none: 'Wählen Sie ein Passwort.',
    short: 'Nehmen Sie mindestens 12 Zeichen; ein paar Wörter ohne Zusammenhang merken sich leicht.',
    long: 'Nehmen Sie höchstens 256 Zeichen.',
    names:
      'Das ist vor allem Ihr Name, Ihre Adresse oder der Name dieser Seite. Wählen Sie etwas, das andere nicht wissen können.',
    common: 'Dieses Passwort probieren Angreifer mit als Erstes. Wählen Sie ein anderes.',
  },
  signUp: {
    title: 'Konto bei {{name}} anlegen',
    intro: 'Wir schicken Ihnen einen Link, mit dem Sie ein Passwort wählen.',
    submit: 'Link schicken',
    closed: 'Ein Konto wird hier für Sie angelegt',
    closedText:
      'Selbst anlegen können Sie keines. Bitten Sie die Betreiber dieser Seite um eine Einladung; hat Ihre Firma eine eigene Anmeldung, nutzen Sie die.',
    sent: 'Sehen Sie in Ihr Postfach',
    sentText:
      'Eine Nachricht an {{email}} ist unterwegs. Öffnen Sie den Link darin innerhalb von 24 Stunden, um ein Passwort zu wählen. Kommt sie nicht an, sehen Sie auch beim Spam nach.',
    domainRefused:
      'Mit Adressen bei {{domain}} kann hier kein Konto angelegt werden. Nehmen Sie die Adresse Ihrer Firma, oder fragen Sie die Betreiber dieser Seite.',
    again: 'Andere Adresse verwenden',
  },
  forgotten: {
    title: 'Passwort vergessen?',
    intro:
      'Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
    submit: 'Link schicken',
    sentText:
      'Gibt es ein Konto für {{email}}, ist eine Nachricht dorthin unterwegs. Der Link darin gilt eine Stunde. Kommt sie nicht an, sehen Sie auch beim Spam nach.',
  },
  finish: {
    titleSignUp: 'Wählen Sie ein Passwort',
    titleInvitation: 'Willkommen bei {{name}}',
    titleReset: 'Wählen Sie ein neues Passwort',
    introSignUp: 'Noch ein Schritt, und Ihr Konto bei {{name}} ist fertig.',
    introInvitation: '{{inviter}} hat Sie eingeladen. Wählen Sie ein Passwort, um Ihr Konto anzulegen.',
    introInvitationAnonymous: 'Sie wurden eingeladen. Wählen Sie ein Passwort, um Ihr Konto anzulegen.',
    introReset: 'Danach sind Sie überall sonst abgemeldet.',
    submitAccount: 'Konto anlegen',
    submitReset: 'Neues Passwort speichern',
    closed: 'Konten kann hier niemand mehr selbst anlegen. Fragen Sie die Betreiber dieser Seite.',
    provider:
      'Inzwischen melden sich Menschen mit Ihrer Adresse über {{provider}} an. Gehen Sie zur Anmeldung, und geben Sie Ihre Adresse ein.',
    account: 'Inzwischen gibt es ein Konto mit Ihrer Adresse. Gehen Sie zur Anmeldung, und verwenden Sie es.',
    over: 'Dieser Link gilt nicht mehr',
    overText:
      'Er wurde benutzt, ist abgelaufen, durch einen neueren ersetzt oder nicht vollständig kopiert. Bitten Sie um einen neuen; bei einer Einladung den, der Sie eingeladen hat.',
    newLink: 'Um einen neuen Link bitten',
    signIn: 'Zur Anmeldung',
  },
  own: {
    title: 'Ihr Passwort',
    since: 'Zuletzt geändert:',
    text: 'Wenn Sie es ändern, werden Sie überall sonst abgemeldet.',
    current: 'Jetziges Passwort',
    noCurrent: 'Geben Sie Ihr jetziges Passwort ein.',
    wrongCurrent: 'Das ist nicht Ihr jetziges Passwort. Prüfen Sie es und versuchen Sie es noch einmal.',
    same: 'Das ist das Passwort, das Sie haben. Wählen Sie ein anderes.',
    submit: 'Passwort ändern',
    done: 'Ihr Passwort wurde geändert. Überall sonst sind Sie abgemeldet.',
    none: 'Sie haben hier kein Passwort',
    noneText: 'Sie melden sich über Ihre Firma an. Ändern Sie Ihr Passwort dort.',
    security: 'Sicherheit Ihres Kontos',
  },
};
