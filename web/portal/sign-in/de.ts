import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  title: 'Anmelden',
  titleFor: 'Bei {{name}} anmelden',
  intro:
    'Geben Sie Ihre geschäftliche E-Mail-Adresse ein. Hat Ihre Firma eine eigene Anmeldung, bringen wir Sie dorthin.',
  email: 'E-Mail-Adresse',
  next: 'Weiter',
  usePassword: 'Stattdessen ein Passwort verwenden',
  noEmail: 'Geben Sie Ihre E-Mail-Adresse ein.',
  badEmail: 'Das sieht nicht nach einer E-Mail-Adresse aus. Man schreibt sie wie name@firma.de.',
  password: 'Passwort',
  noPassword: 'Geben Sie Ihr Passwort ein.',
  show: 'Passwort anzeigen',
  hide: 'Passwort verbergen',
  submit: 'Anmelden',
  changeEmail: 'Andere Adresse verwenden',
  signingInAs: 'Anmeldung als',
  wrong: 'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es erneut.',
  slowDown_one: 'Zu viele Versuche. Versuchen Sie es in einer Minute erneut.',
  slowDown_other: 'Zu viele Versuche. Versuchen Sie es in {{count}} Minuten erneut.',
  redirecting: 'Sie werden zur Anmeldung von {{provider}} weitergeleitet',
  redirectingText: 'Dort melden Sie sich mit Ihrem Firmenkonto an und kommen gleich hierher zurück.',
  goNow: 'Jetzt dorthin',
  signedInAs: 'Sie sind als {{name}} angemeldet.',
  continueAs: 'Weiter als {{name}}',
  notSignedIn: 'Sie konnten nicht angemeldet werden',
  reference: 'Wenn Sie um Hilfe bitten, nennen Sie diese Kennung: {{reference}}',
  or: 'oder',
  companies: 'Über Ihre Firma anmelden',
  continueWith: 'Weiter mit {{provider}}',
  remembered: 'So haben Sie sich in diesem Browser zuletzt angemeldet.',
  notYou: 'Nicht Sie? Anders anmelden',
  otherWay: 'Anders anmelden',
  redirectingCompany: 'Sie werden zur Anmeldung Ihrer Firma weitergeleitet',
  companyOnly:
    'Dieses Portal steht denen offen, die sich über ihre Firma anmelden. Ein Passwort öffnet es nicht.',
  noWay: 'Für {{domain}} gibt es hier keine Anmeldung',
  noWayText:
    'Prüfen Sie die Adresse: Es muss die sein, die Sie von Ihrer Firma haben. Stimmt sie, bitten Sie die Betreiber dieser Seite, die Anmeldung Ihrer Firma einzurichten.',
  localIntro: 'Für die Betreiber dieser Seite, wenn die Anmeldung ihrer Firma nicht funktioniert.',
  tryAgain: 'Erneut versuchen',
  passkey: {
    action: 'Mit einem Passkey anmelden',
    unsupported:
      'Dieser Browser konnte hier keinen Passkey verwenden. Melden Sie sich oben mit Ihrer E-Mail-Adresse an.',
    refused:
      'Mit diesem Passkey allein können Sie sich nicht anmelden. Melden Sie sich oben mit Ihrer E-Mail-Adresse an; dann kann er Ihr zweiter Faktor sein.',
  },
  links: {
    forgotten: 'Passwort vergessen?',
    question: 'Noch kein Konto?',
    signUp: 'Konto anlegen',
  },
  refused: {
    provider_unknown:
      'Die Anmeldung, zu der Sie geschickt wurden, gibt es nicht mehr. Geben Sie Ihre E-Mail-Adresse erneut ein, um die richtige zu finden.',
    provider_disabled:
      'Die Anmeldung Ihrer Firma ist hier ausgeschaltet. Bitten Sie die Betreiber dieser Seite, sie wieder einzuschalten.',
    attempt_unknown:
      'Diese Anmeldung wurde vor zu langer Zeit oder in einem anderen Browser begonnen oder ist schon verwendet. Beginnen Sie unten einfach neu.',
    response_invalid:
      'Die Antwort der Anmeldung Ihrer Firma konnte nicht geprüft werden. Versuchen Sie es noch einmal; geschieht es wieder, wenden Sie sich an die Betreiber dieser Seite.',
    response_expired:
      'Die Antwort der Anmeldung Ihrer Firma kam zu spät, oder ihre Uhr geht anders als unsere. Versuchen Sie es noch einmal.',
    assertion_reused: 'Diese Anmeldung wurde schon verwendet. Beginnen Sie zu Ihrer Sicherheit unten neu.',
    email_missing:
      'Die Anmeldung Ihrer Firma hat uns Ihre E-Mail-Adresse nicht mitgeteilt. Bitten Sie Ihre IT-Abteilung, sie für diese Seite freizugeben.',
    email_unverified:
      'Die Anmeldung Ihrer Firma hat Ihre E-Mail-Adresse nicht bestätigt. Bitten Sie Ihre IT-Abteilung darum und versuchen Sie es dann erneut.',
    domain_not_owned:
      'Ihre E-Mail-Adresse gehört nicht zu der Firma, deren Anmeldung Sie verwendet haben. Geben Sie die Adresse ein, die Sie dort haben.',
    account_exists:
      'Mit Ihrer E-Mail-Adresse gibt es schon ein Konto, das sich anders anmeldet. Geben Sie die Adresse unten ein und melden Sie sich wie bisher an, oder bitten Sie die Betreiber dieser Seite, beides zu verbinden.',
    account_locked:
      'Ihr Konto ist eine Weile gesperrt, weil zu oft ein falscher zweiter Faktor eingegeben wurde. Versuchen Sie es in einer Viertelstunde noch einmal, oder fragen Sie die Betreiber dieser Seite.',
    account_inactive:
      'Ihr Konto ist ausgeschaltet. Wenden Sie sich an die Betreiber dieser Seite, wenn das ein Irrtum ist.',
    creation_disabled:
      'Sie haben hier kein Konto, und die Anmeldung Ihrer Firma darf keines anlegen. Bitten Sie die Betreiber dieser Seite, Sie aufzunehmen.',
    staff_not_admitted:
      'Wer hier arbeitet, kann sich nicht über die Anmeldung dieser Firma anmelden. Verwenden Sie die Anmeldung, die Sie für Ihre Arbeit bekommen haben.',
    provider_unreachable:
      'Die Anmeldung Ihrer Firma hat nicht geantwortet. Versuchen Sie es in ein paar Minuten erneut.',
    group_not_allowed:
      'Sie sind in keiner Gruppe Ihrer Firma, die diese Seite benutzen darf. Bitten Sie Ihre IT-Abteilung, Sie aufzunehmen.',
    groups_incomplete:
      'Die Anmeldung Ihrer Firma konnte uns Ihre Gruppen nicht nennen, weil es zu viele sind. Fragen Sie Ihre IT-Abteilung; mit der Kennung unten wissen die Betreiber dieser Seite, was zu ändern ist.',
    idp_initiated_off:
      'Die Anmeldung aus der Anwendungsliste Ihrer Firma ist für diese Seite nicht eingeschaltet. Beginnen Sie hier: Geben Sie unten Ihre Adresse ein.',
    algorithm_weak:
      'Die Anmeldung Ihrer Firma schützt ihre Antwort auf eine Weise, die nicht mehr sicher ist. Sagen Sie es Ihrer IT-Abteilung, mit der Kennung unten.',
    sign_in_cancelled:
      'Die Anmeldung bei Ihrer Firma wurde nicht beendet: Sie haben dort abgebrochen, oder sie lässt Sie diese Seite nicht benutzen. Fragen Sie Ihre IT-Abteilung, oder beginnen Sie unten neu.',
    provider_error:
      'Die Anmeldung Ihrer Firma hat abgelehnt oder ist nicht richtig eingerichtet. Versuchen Sie es noch einmal; geschieht es wieder, sagen Sie es den Betreibern dieser Seite.',
    internal_error:
      'Hier ist etwas schiefgegangen, nicht bei Ihrer Firma. Beginnen Sie unten neu; geschieht es wieder, nennen Sie den Betreibern dieser Seite die Kennung.',
    unknown: 'Beim Anmelden ist etwas schiefgegangen. Beginnen Sie unten neu.',
  },
};
