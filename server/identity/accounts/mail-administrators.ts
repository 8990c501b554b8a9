import type { Database } from '../../platform/database/database.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { type MailLocale, type MailTemplate, mailLocale } from '../../platform/mail/template.ts';

/**
 * Writes to all administrators who can sign in.
 *
 * @param valuesFor what the mail says, in the language of whom it goes to; their name comes by itself
 */
export async function mailAdministrators<Name extends string>(
  mail: Mail,
  trx: Database,
  template: MailTemplate<Name | 'name'>,
  valuesFor: (locale: MailLocale) => Readonly<Record<Exclude<Name, 'name'>, string>>,
): Promise<void> {
  const administrators = await trx
    .selectFrom('account')
    .select(['id', 'email', 'display_name', 'locale'])
    .where('is_administrator', '=', true)
    .where('is_active', '=', true)
    .where('email', 'is not', null)
    .execute();
  for (const { id, email, display_name: name, locale } of administrators) {
    await mail.queue(trx, {
      template,
      values: { ...valuesFor(mailLocale(locale)), name } as Record<Name | 'name', string>,
      to: { email: email ?? '', name, locale, accountId: id },
    });
  }
}
