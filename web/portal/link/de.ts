import type { Translation } from '../../kit/i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  title: 'Ist das Ihr Konto?',
  intro:
    'Für {{email}} gibt es hier schon ein Konto. Sie haben sich zum ersten Mal mit {{provider}} angemeldet: Zeigen Sie einmal, dass das Konto Ihres ist, dann meldet {{provider}} Sie künftig daran an.',
  byCode: 'Code per E-Mail senden',
  byCodeAgain: 'Noch einen Code senden',
  codeSent:
    'Ein Code ist unterwegs an {{email}}. Das kann eine Minute dauern; sehen Sie auch bei unerwünschter Post nach.',
  code: 'Code aus der E-Mail',
  codeHelp: 'Sechs Ziffern',
  noCode: 'Geben Sie die sechs Ziffern aus der E-Mail ein.',
  wrongCode:
    'Das ist nicht der Code, der zuletzt gesendet wurde. Prüfen Sie ihn und versuchen Sie es noch einmal.',
  wrongPassword: 'Das ist nicht das Passwort des Kontos. Prüfen Sie es und versuchen Sie es noch einmal.',
  submitCode: 'Code verwenden',
  byPassword: 'Stattdessen das Passwort des Kontos verwenden',
  backToCode: 'Stattdessen einen Code per E-Mail verwenden',
  noPassword: 'Geben Sie das Passwort ein.',
  submitPassword: 'Passwort verwenden',
  staffOnly: 'Dieses Konto gehört zum Support-Team, daher zeigt nur sein Passwort, dass es Ihres ist.',
  noMore:
    'Für diese Anmeldung können keine weiteren Codes gesendet werden. Verwenden Sie den letzten, oder beginnen Sie später neu.',
  over: 'Dieser Schritt ist vorbei',
  overText:
    'Dafür waren 15 Minuten Zeit, und nur in dem Browser, in dem Sie sich angemeldet haben. Melden Sie sich einfach noch einmal an.',
  again: 'Noch einmal anmelden',
  notMine: 'Das ist nicht mein Konto',
  notMineText:
    'Dann lassen Sie es in Ruhe: Es wurde nichts geändert. Fragen Sie die Betreiber dieser Seite, die mehr wissen.',
};
