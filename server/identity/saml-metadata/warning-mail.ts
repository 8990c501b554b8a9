import type { Database } from '../../platform/database/database.ts';
import { dayInMail } from '../../platform/mail/dates.ts';
import type { MailLocale, MailTemplate } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailAdministrators } from '../accounts/mail-administrators.ts';
import type { ProviderWarning } from './warnings.ts';

/** Tells administrators of something at a provider before people cannot sign in any more. */
export const warningMail: MailTemplate<'name' | 'provider' | 'what' | 'url'> = {
  name: 'identity-provider.warning',
  about:
    'When a provider’s certificate is about to end, or its metadata cannot be refreshed: to administrators',
  isSecret: false,
  texts: {
    en: {
      subject: '{{provider}}: sign-in needs your attention',
      heading: 'Before people of {{provider}} cannot sign in any more',
      paragraphs: ['Hello {{name}},', '{{what}}'],
      button: 'Look at {{provider}}',
      notes: ['You are an administrator of {{site}}. Each warning is sent once.'],
    },
    de: {
      subject: '{{provider}}: Die Anmeldung braucht Ihre Aufmerksamkeit',
      heading: 'Bevor sich die Leute von {{provider}} nicht mehr anmelden können',
      paragraphs: ['Guten Tag {{name}},', '{{what}}'],
      button: '{{provider}} ansehen',
      notes: ['Sie verwalten {{site}}. Jede Warnung wird einmal gesendet.'],
    },
  },
  sample: {
    name: 'Olivia Martin',
    provider: 'Acme',
    what: {
      en: 'The certificate with which Acme signs ends on 24 December 2026. Import its new metadata, or ask its IT for the next certificate.',
      de: 'Das Zertifikat, mit dem Acme unterschreibt, läuft ab am 24. Dezember 2026. Lesen Sie die neuen Metadaten ein, oder fragen Sie dort die IT nach dem nächsten Zertifikat.',
    },
    url: 'https://help.example.com/admin/sign-in/1/metadata',
  },
};

/** Writes to all administrators who can sign in. */
export async function mailWarning(
  { mail, config }: Platform,
  trx: Database,
  warning: ProviderWarning,
): Promise<void> {
  const { provider } = warning;
  await mailAdministrators(mail, trx, warningMail, (locale) => ({
    provider: provider.name,
    what: inWords(warning, locale),
    url: new URL(`/admin/sign-in/${provider.id}/metadata`, config.url).href,
  }));
}

function inWords(
  { kind, provider: { name }, at, daysLeft, detail }: ProviderWarning,
  locale: MailLocale,
): string {
  const date = at ? dayInMail(at, { locale, timeZone: null }) : '';
  const isPast = (daysLeft ?? 0) < 0;
  const german = locale === 'de';
  switch (kind) {
    case 'certificate':
      return german
        ? `Das Zertifikat, mit dem ${name} unterschreibt, ${isPast ? 'lief ab' : 'läuft ab'} am ${date}. Lesen Sie die neuen Metadaten ein, oder fragen Sie dort die IT nach dem nächsten Zertifikat.`
        : `The certificate with which ${name} signs ${isPast ? 'ended' : 'ends'} on ${date}. Import its new metadata, or ask its IT for the next certificate.`;
    case 'own-certificate':
      return german
        ? `Das Zertifikat unseres eigenen Schlüssels bei ${name} ${isPast ? 'lief ab' : 'läuft ab'} am ${date}. Erzeugen Sie den nächsten, geben Sie ihn dort bekannt, und schalten Sie dann um.`
        : `The certificate of our own key at ${name} ${isPast ? 'ended' : 'ends'} on ${date}. Make the next one, have it entered there, then switch over.`;
    case 'exception':
      return german
        ? `Die Ausnahme für schwache Verfahren (${detail ?? ''}) bei ${name} ${isPast ? 'endete' : 'endet'} am ${date}. Danach werden Anmeldungen damit abgelehnt.`
        : `The exception for weak algorithms (${detail ?? ''}) at ${name} ${isPast ? 'ended' : 'ends'} on ${date}. From then on sign-ins with them are refused.`;
    default:
      return german
        ? `Die Metadaten von ${name} können nicht aktualisiert werden. Die letzten guten gelten weiter. Der Grund: ${detail ?? ''}`
        : `The metadata of ${name} cannot be refreshed. The last good ones stay in force. The reason: ${detail ?? ''}`;
  }
}
