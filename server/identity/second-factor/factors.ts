import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { mailLocale } from '../../platform/mail/template.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailRecipient } from '../accounts/mail-recipient.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { forgetDevices } from './devices.ts';
import { changes, factorChangedMail } from './mails.ts';

/** What showed that it is the person: kept with the session that it opened. */
export type Factor = 'totp' | 'passkey' | 'mail' | 'recovery' | 'device' | 'provider';

/** A second factor that somebody has set up. */
export interface OwnFactor {
  readonly id: string;
  readonly kind: 'totp' | 'passkey';
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The second factors that an account has, in the order in which they were set up. */
export async function factorsOf(db: Database, accountId: string): Promise<OwnFactor[]> {
  const { rows } = await sql<OwnFactor>`
    select id, 'totp' as kind, name, confirmed_at as "createdAt", last_used_at as "lastUsedAt"
      from totp_factor where account_id = ${accountId} and confirmed_at is not null
    union all
    select id, 'passkey', name, created_at, last_used_at from passkey where account_id = ${accountId}
    order by 4`.execute(db);
  return rows;
}

/** Removes one second factor. Returns its name, or null when the account has no such factor. */
export async function removeFactor(
  trx: Database,
  accountId: string,
  kind: OwnFactor['kind'],
  id: string,
): Promise<string | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const table = kind === 'totp' ? 'totp_factor' : 'passkey';
  const row = await trx
    .deleteFrom(table)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Removes all second factors of an account, its recovery codes and remembered browsers. Returns how many factors. */
export async function removeAllFactors(trx: Database, accountId: string): Promise<number> {
  const apps = await trx.deleteFrom('totp_factor').where('account_id', '=', accountId).executeTakeFirst();
  const keys = await trx.deleteFrom('passkey').where('account_id', '=', accountId).executeTakeFirst();
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await forgetDevices(trx, accountId);
  return Number(apps.numDeletedRows + keys.numDeletedRows);
}

/** What happened to the second factors of an account. */
interface FactorEvent {
  readonly kind: keyof typeof actionOf;
  /** name of the factor, or of who did it */
  readonly name: string;
}

/** What its owner is told. */
interface FactorNews {
  readonly kind: keyof typeof changes;
  /** name of the factor, or of who did it */
  readonly name: string;
  readonly days?: number;
}

/** Records a change of second factors, and tells the account's owner by mail. */
export async function noteFactorChange(
  platform: Platform,
  trx: Database,
  account: AccountSummary,
  event: FactorEvent,
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `second-factor.${actionOf[event.kind]}`,
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { ...(event.name !== '' && { factor: event.name }) },
  });
  await tellOfFactors(platform, trx, account, event);
}

/** Tells the account's owner by mail, where what happened is recorded by whoever calls it. */
export async function tellOfFactors(
  { mail, config }: Platform,
  trx: Database,
  account: AccountSummary,
  { kind, name, days = 0 }: FactorNews,
): Promise<void> {
  const to = await mailRecipient(trx, account);
  if (!to) return;
  await mail.queue(trx, {
    template: factorChangedMail,
    values: {
      name: account.displayName,
      what: changes[kind][mailLocale(to.locale)](name, days),
      url: new URL('/servicedesk/customer/user/security', config.url).href,
    },
    to,
  });
}

const actionOf = {
  totpAdded: 'totp-added',
  totpRemoved: 'totp-removed',
  passkeyAdded: 'passkey-added',
  passkeyRemoved: 'passkey-removed',
  codesMade: 'recovery-codes-made',
  codeUsed: 'recovery-code-used',
  reset: 'reset',
  locked: 'locked',
} as const;
