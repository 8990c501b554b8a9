import type { Database } from '../../platform/database/database.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Actor } from '../access-rules.ts';
import { noteBesideRequest, requireLocked } from '../requests/change-request.ts';
import { removeFileLater } from './jobs.ts';
import { requireAttachment } from './send-file.ts';
import { deleteAttachmentRow, filesOfRequest } from './store.ts';

/** Who takes which file away. */
export interface AttachmentDeletion {
  readonly requestId: string;
  readonly attachmentId: string;
  readonly actor: Actor;
  /** may take away what others have attached */
  readonly mayDeleteAll: boolean;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Takes a file away from a request: its row, and its bytes by a job of that same transaction.
 *
 * @throws Forbidden when somebody else has attached it
 * @throws NotFound when there is no such request or file
 */
export async function deleteAttachment(
  trx: Database,
  jobs: Platform['jobs'],
  deletion: AttachmentDeletion,
): Promise<void> {
  const { actor, mayDeleteAll, at = new Date() } = deletion;
  const request = await requireLocked(trx, deletion.requestId);
  const access = { id: request.id, isAgent: actor.isAgent };
  const file = await requireAttachment(trx, access, deletion.attachmentId);
  if (file.authorId !== actor.accountId && !mayDeleteAll) {
    throw new Forbidden(
      'Somebody else has attached this file. They can take it away, and so can administrators of the service desk.',
    );
  }
  for (const key of await deleteAttachmentRow(trx, file.id)) await removeFileLater(trx, jobs, key);
  await noteBesideRequest(trx, request, {
    actor,
    at,
    items: [
      {
        field: 'Attachment',
        fieldId: 'attachment',
        fieldtype: 'jira',
        from: file.id,
        fromString: file.fileName,
        to: null,
        toString: null,
      },
    ],
    event: 'request.changed',
    audience: file.isPublic ? 'customers' : 'agents',
  });
}

/** Removes the bytes of all files of a request by jobs of this transaction, in which the request is deleted. */
export async function removeFilesOfRequest(
  trx: Database,
  jobs: Platform['jobs'],
  requestId: string,
): Promise<void> {
  for (const key of await filesOfRequest(trx, requestId)) await removeFileLater(trx, jobs, key);
}
