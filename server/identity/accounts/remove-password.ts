import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AccountSummary } from './store.ts';

/** Takes the password of an account away, where it has one; the audit log says why. */
export async function removePassword(
  trx: Database,
  account: AccountSummary,
  reason: string,
  actor: AuditActor,
): Promise<void> {
  const removed = await trx
    .deleteFrom('password_credential')
    .where('account_id', '=', account.id)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) return;
  await recordAudit(trx, {
    actor,
    action: 'account.password-removed',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { reason },
  });
}
