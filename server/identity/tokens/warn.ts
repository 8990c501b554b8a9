import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { dayInMail } from '../../platform/mail/dates.ts';
import type { Platform } from '../../platform/platform.ts';
import { tokenExpiresMail } from './mails.ts';

/** How long before its end somebody is told of it, in days. */
const warnedDays = 7;

/**
 * Mails those whose tokens expire within a week, once per token: the owner, or for service accounts the administrator who
 * made it. Tokens that were made for little more than a week are left out: whoever made them knows.
 */
export async function warnOfExpiry({ config, db, mail }: Platform): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const token of await takeExpiring(trx)) {
      if (token.email === null) continue;
      const path = token.isServiceAccount
        ? `/admin/people/service-accounts/${token.ownerAccountId}`
        : '/servicedesk/customer/user/tokens';
      await mail.queue(trx, {
        template: tokenExpiresMail,
        values: {
          name: token.reader,
          token: token.name,
          owner: token.owner,
          when: dayInMail(token.expiresAt, token),
          url: new URL(path, config.url).href,
        },
        to: {
          email: token.email,
          name: token.reader,
          locale: token.locale,
          accountId: token.readerId,
        },
      });
    }
  });
}

/** Tokens to warn of, marked as warned of: another process does not get them. */
async function takeExpiring(trx: Database) {
  return trx
    .with('taken', (query) =>
      query
        .updateTable('api_token')
        .set({ warned_at: sql`now()` })
        .where('warned_at', 'is', null)
        .where('expires_at', '>', sql<Date>`now()`)
        .where('expires_at', '<', sql<Date>`now() + make_interval(days => ${warnedDays})`)
        .where(sql<boolean>`expires_at - created_at > make_interval(days => ${warnedDays + 1})`)
        .returning(['account_id', 'created_by', 'name', 'expires_at']),
    )
    .selectFrom('taken')
    .innerJoin('account as owner', 'owner.id', 'taken.account_id')
    .innerJoin('account as reader', (join) =>
      join
        .on(
          'reader.id',
          '=',
          sql<string>`case when owner.kind = 'service' then taken.created_by else owner.id end`,
        )
        .on('reader.is_active', '=', true),
    )
    .select([
      'taken.name',
      'taken.expires_at as expiresAt',
      'owner.display_name as owner',
      'owner.account_id as ownerAccountId',
      sql<boolean>`owner.kind = 'service'`.as('isServiceAccount'),
      'reader.id as readerId',
      'reader.display_name as reader',
      'reader.email',
      'reader.locale',
      'reader.time_zone as timeZone',
    ])
    .execute();
}
