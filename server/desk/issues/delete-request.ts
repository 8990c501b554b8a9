import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { removeFilesOfRequest } from '../attachments/delete-attachment.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';

/**
 * Deletes a request with all that belongs to it: comments, files, work, history. That it was there, and who deleted it, stays in
 * the audit log, since its own history is gone.
 *
 * @throws NotFound when there is no such request
 */
export async function deleteRequest(
  trx: Database,
  jobs: Platform['jobs'],
  requestId: string,
  actor: AuditActor,
): Promise<void> {
  const request = await requireLocked(trx, requestId);
  const { summary } = await trx
    .selectFrom('request')
    .select('summary')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  await tellOf(trx, request, 'request.deleted', 'customers');
  await removeFilesOfRequest(trx, jobs, requestId);
  await trx.deleteFrom('request').where('id', '=', requestId).execute();
  await recordAudit(trx, {
    actor,
    action: 'request.deleted',
    objectType: 'request',
    objectId: requestId,
    objectName: request.key,
    before: { summary },
  });
}
