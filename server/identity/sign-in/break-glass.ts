import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailAdministrators } from '../accounts/mail-administrators.ts';
import type { AccountSummary } from '../accounts/store.ts';

/** Tells all administrators that somebody came in with a password where all portals want a company's login. */
export const breakGlassMail: MailTemplate<'name' | 'who' | 'address' | 'url'> = {
  name: 'sign-in.break-glass',
  about:
    'When somebody signs in with a password although every portal requires a company’s login: to administrators',
  isSecret: false,
  texts: {
    en: {
      subject: '{{who}} has signed in to {{site}} with a password',
      heading: 'The emergency way in was used',
      paragraphs: [
        'Hello {{name}},',
        '{{who}} has signed in to {{site}} with a password, from {{address}}. Every portal requires a company’s login, so passwords are for emergencies only.',
      ],
      button: 'Open the audit log',
      notes: ['If nobody of you knows of it, deactivate the account and end its sessions.'],
    },
    de: {
      subject: '{{who}} hat sich bei {{site}} mit einem Passwort angemeldet',
      heading: 'Der Notzugang wurde benutzt',
      paragraphs: [
        'Guten Tag {{name}},',
        '{{who}} hat sich bei {{site}} mit einem Passwort angemeldet, von {{address}} aus. Alle Portale verlangen die Anmeldung über die Firma; Passwörter sind nur für Notfälle da.',
      ],
      button: 'Auditprotokoll öffnen',
      notes: [
        'Wenn niemand von Ihnen davon weiß, deaktivieren Sie das Konto und beenden Sie seine Sitzungen.',
      ],
    },
  },
  sample: {
    name: 'Olivia Martin',
    who: 'Sofia Berg',
    address: '192.0.2.7',
    url: 'https://help.example.com/admin/audit',
  },
};

/**
 * Records that the emergency way in was used, and tells all administrators when it was by somebody who works here: a customer's
 * password opens no portal.
 */
export async function noteBreakGlass(
  { mail, config }: Pick<Platform, 'mail' | 'config'>,
  trx: Database,
  request: FastifyRequest,
  account: AccountSummary,
  isStaff: boolean,
): Promise<void> {
  await recordAudit(trx, {
    actor: { accountId: account.id, name: account.displayName, address: request.ip },
    action: 'sign-in.break-glass',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
  });
  if (!isStaff) return;
  await mailAdministrators(mail, trx, breakGlassMail, () => ({
    who: account.displayName,
    address: request.ip,
    url: new URL('/admin/audit', config.url).href,
  }));
}
