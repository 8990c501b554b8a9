import type { Database } from '../../platform/database/database.ts';
import { momentInMail } from '../../platform/mail/dates.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailRecipient } from './mail-recipient.ts';
import { accountByAccountId } from './store.ts';

/** Tells the owner of an account that an administrator has given it another password. */
export const passwordSetMail: MailTemplate<'name' | 'by' | 'when' | 'url'> = {
  name: 'account.password-set',
  about: 'When an administrator has given an account another password',
  isSecret: false,
  texts: {
    en: {
      subject: 'Your password for {{site}} was changed by {{by}}',
      heading: 'Your password was changed',
      paragraphs: [
        'Hello {{name}},',
        '{{by}} gave your account at {{site}} another password on {{when}}. You have been signed out everywhere.',
      ],
      button: 'Sign in',
      notes: [
        'Whoever knows the new password can sign in as you: choose one of your own after you have signed in.',
        'If you did not expect this, tell your support team at once.',
      ],
    },
    de: {
      subject: 'Ihr Passwort für {{site}} wurde von {{by}} geändert',
      heading: 'Ihr Passwort wurde geändert',
      paragraphs: [
        'Guten Tag {{name}},',
        '{{by}} hat Ihrem Konto bei {{site}} am {{when}} ein anderes Passwort gegeben. Sie wurden überall abgemeldet.',
      ],
      button: 'Anmelden',
      notes: [
        'Wer das neue Passwort kennt, kann sich als Sie anmelden: Wählen Sie nach der Anmeldung ein eigenes.',
        'Wenn Sie damit nicht gerechnet haben, sagen Sie sofort Ihrem Support Bescheid.',
      ],
    },
  },
  sample: {
    name: 'Alice Johnson',
    by: 'Olivia Ops',
    when: { en: '24 November 2026 at 14:30 CET', de: '24. November 2026 um 14:30 MEZ' },
    url: 'https://help.example.com/servicedesk/customer/user/login',
  },
};

/** Mails it, in the transaction of the change. */
export async function tellOfPasswordSet(
  { mail, config }: Platform,
  trx: Database,
  accountId: string,
  by: string,
): Promise<void> {
  const account = await accountByAccountId(trx, accountId);
  const to = account && (await mailRecipient(trx, account));
  if (!account || !to) return;
  await mail.queue(trx, {
    template: passwordSetMail,
    values: {
      name: account.displayName,
      by,
      when: momentInMail(new Date(), to),
      url: new URL('/servicedesk/customer/user/login', config.url).href,
    },
    to,
  });
}
