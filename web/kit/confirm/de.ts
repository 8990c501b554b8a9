import type { Translation } from '../i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  title: 'Bestätigen Sie, dass Sie es sind',
  text: 'Sie sind dabei, etwas Wichtiges zu ändern. Zeigen Sie noch einmal, dass Sie es sind; dann geht es von selbst weiter, und keine Eingabe geht verloren.',
  cancel: 'Abbrechen',
  submit: 'Bestätigen',
  loading: 'Wird geladen …',
  providerText:
    'Sie haben sich über {{provider}} angemeldet. Melden Sie sich dort in einem eigenen Fenster noch einmal an, kommen Sie in dieses zurück, und machen Sie weiter.',
  providerOpen: 'Über {{provider}} anmelden',
  providerDone: 'Ich habe mich angemeldet: weiter',
  nothing: 'Melden Sie sich dafür ab und neu an.',
  other: 'Auf andere Weise',
  ways: {
    passkey: 'Passkey oder Sicherheitsschlüssel',
    totp: 'Authenticator-App',
    recovery: 'Wiederherstellungscode',
    mail: 'Code per E-Mail',
    password: 'Passwort',
  },
  passkey: {
    intro: 'Ihr Browser fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.',
    submit: 'Passkey verwenden',
  },
  totp: {
    label: 'Code aus Ihrer App',
    help: 'Die sechs Ziffern, die Ihre Authenticator-App gerade zeigt.',
    missing: 'Geben Sie die sechs Ziffern ein, die Ihre App zeigt.',
    wrong:
      'Dieser Code ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten in Ihrer App, und geben Sie ihn ein.',
  },
  recovery: {
    label: 'Wiederherstellungscode',
    help: 'Einer der Codes, die Sie beim Einrichten aufbewahrt haben. Jeder gilt einmal.',
    missing: 'Geben Sie einen Ihrer Wiederherstellungscodes ein.',
    wrong: 'Diesen Wiederherstellungscode gibt es nicht, oder er wurde schon benutzt.',
  },
  mail: {
    label: 'Code aus der E-Mail',
    help: 'Sechs Ziffern, an {{email}} gesendet. Es kann eine Minute dauern; sehen Sie auch bei unerwünschter Post nach.',
    missing: 'Geben Sie die sechs Ziffern aus der E-Mail ein.',
    wrong: 'Das ist nicht der zuletzt gesendete Code. Prüfen Sie ihn, und versuchen Sie es noch einmal.',
    intro: 'Wir senden einen Code an {{email}}.',
    send: 'Code senden',
    again: 'Einen neuen Code senden',
    noMore:
      'Für diese Anmeldung können keine weiteren Codes gesendet werden. Verwenden Sie den letzten, oder beginnen Sie später neu.',
  },
  password: {
    label: 'Passwort',
    help: 'Das Passwort Ihres Kontos hier.',
    missing: 'Geben Sie Ihr Passwort ein.',
    wrong: 'Das ist nicht Ihr Passwort. Prüfen Sie es, und versuchen Sie es noch einmal.',
  },
  problem: {
    unsupported:
      'Dieser Browser kann hier keine Passkeys verwenden. Nehmen Sie einen anderen Browser oder einen anderen Weg.',
    known:
      'Dieser Passkey ist für Ihr Konto schon eingerichtet. Nehmen Sie ein anderes Gerät oder einen anderen Schlüssel.',
    failed:
      'Der Browser konnte den Passkey nicht verwenden. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    refused:
      'Dieser Passkey ließ sich nicht prüfen. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.',
    locked_one:
      'Zu viele falsche Versuche: Dieses Konto ist vorübergehend gesperrt. Versuchen Sie es in einer Minute wieder, oder fragen Sie die Betreiber dieser Seite.',
    locked_other:
      'Zu viele falsche Versuche: Dieses Konto ist vorübergehend gesperrt. Versuchen Sie es in {{count}} Minuten wieder, oder fragen Sie die Betreiber dieser Seite.',
  },
};
