import type { Translation } from '../i18n/translation.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
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
  factor: {
    title: 'Für dieses Portal fehlt noch ein Schritt',
    text: 'Es steht denen offen, die einen zweiten Faktor gezeigt haben: einen Code aus einer App, einen Passkey oder einen Code per E-Mail. Danach kommen Sie auf diese Seite zurück.',
    action: 'Weiter',
    failed: 'Der Server hat nicht geantwortet. Versuchen Sie es noch einmal.',
  },
};
