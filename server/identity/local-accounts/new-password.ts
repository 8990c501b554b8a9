import { sql } from 'kysely';
import type { AuditActor } from '../../platform/audit/audit.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { clear } from '../../platform/http/throttle.ts';
import { momentInMail } from '../../platform/mail/dates.ts';
import type { Platform } from '../../platform/platform.ts';
import { mailRecipient } from '../accounts/mail-recipient.ts';
import { type PasswordOwner, passwordProblem, setPassword } from '../accounts/passwords.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { forgetDevices } from '../second-factor/devices.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import { passwordChangedMail } from './mails.ts';

/** @throws Invalid naming `password` */
export async function requireGoodPassword(password: string, owner: PasswordOwner): Promise<void> {
  const problem = await passwordProblem(password, owner);
  if (problem) throw Invalid.fields({ password: problem });
}

/** What is said in the audit log of another password. */
export interface PasswordChange {
  readonly action: 'account.password-reset' | 'account.password-changed';
  readonly actor: AuditActor;
  /** stays signed in; null: none */
  readonly keepSessionId: string | null;
  /** service_desk.id of the portal where it was done, if it was at one */
  readonly portalId: string | null;
}

/**
 * Gives an account another password. Whoever knew the earlier one is out: sessions and remembered browsers end, and so does a
 * sign-in that waits for its second factor. Its owner is told by mail.
 */
export async function replacePassword(
  { config, mail }: Platform,
  trx: Database,
  account: AccountSummary,
  password: string,
  { action, actor, keepSessionId, portalId }: PasswordChange,
): Promise<void> {
  await setPassword(trx, account.id, password);
  const sessions = await endSessionsOf(trx, account.id, keepSessionId);
  const devices = await forgetDevices(trx, account.id);
  await trx.deleteFrom('pending_sign_in').where('account_id', '=', account.id).execute();
  await trx.deleteFrom('mailed_link').where('account_id', '=', account.id).execute();
  await recordAudit(trx, {
    actor,
    action,
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { sessionsEnded: sessions, browsersForgotten: devices },
  });
  const to = await mailRecipient(trx, account);
  if (!to) return;
  // Wrong tries with the earlier password shall not make its owner wait.
  await clear(trx, `password:account:${to.email}`);
  await mail.queue(trx, {
    template: passwordChangedMail,
    values: {
      name: account.displayName,
      when: momentInMail(new Date(), to),
      url: new URL('/servicedesk/customer/user/sessions', config.url).href,
    },
    to,
    portalId,
  });
}

/** Notes that whoever acts has the mailbox of the account. */
export async function noteMailbox(trx: Database, accountId: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ email_verified_at: sql`coalesce(email_verified_at, now())` })
    .where('id', '=', accountId)
    .execute();
}
