import { sql } from 'kysely';
import { randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import type { ChangeItem } from '../requests/change-request.ts';

/** How long an upload waits to become part of a request, in hours. */
export const temporaryHours = 24;

/** Uploads that become attachments of a request. */
export interface FilesToAttach {
  readonly temporaryIds: readonly string[];
  /** the field of the request body that names them, for what is said when one is missing */
  readonly field: string;
  readonly requestId: string;
  readonly serviceDeskId: string;
  readonly actor: Actor;
  /** the comment that they come with */
  readonly commentId: string | null;
  /** false: for agents only */
  readonly isPublic: boolean;
  readonly at: Date;
}

/** A file that was attached. */
export interface AttachedFile {
  readonly id: string;
  readonly fileName: string;
}

/**
 * Makes temporary attachments part of a request. Each can be used once, by who uploaded it, on the desk it was uploaded
 * to, within a day.
 *
 * @throws Invalid naming `field` when one is missing; the transaction must then be given up
 */
export async function attachTemporaryFiles(trx: Database, files: FilesToAttach): Promise<AttachedFile[]> {
  const ids = [...new Set(files.temporaryIds)];
  if (!ids.every(isTemporaryId)) throw notThere(files.field);
  const taken = await trx
    .deleteFrom('temporary_attachment')
    .where('id', 'in', ids)
    .where('author_id', '=', files.actor.accountId)
    .where('service_desk_id', '=', files.serviceDeskId)
    .where('created_at', '>', sql<Date>`now() - ${`${temporaryHours} hours`}::interval`)
    .returningAll()
    .execute();
  if (taken.length < ids.length) throw notThere(files.field);
  const inOrder = taken.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return trx
    .insertInto('attachment')
    .values(
      inOrder.map((file) => ({
        request_id: files.requestId,
        comment_id: files.commentId,
        is_public: files.isPublic,
        author_id: files.actor.accountId,
        file_name: file.file_name,
        media_type: file.media_type,
        size_bytes: file.size_bytes,
        storage_key: file.storage_key,
        created_at: files.at,
      })),
    )
    .returning(['id', 'file_name as fileName'])
    .execute();
}

/** The id of a temporary attachment: unguessable, since it is all that names an upload. */
export function newTemporaryId(): string {
  return `temp-${randomToken()}`;
}

function isTemporaryId(id: string): boolean {
  return /^temp-[\w-]{43}$/.test(id);
}

function notThere(field: string): Invalid {
  return Invalid.fields({
    [field]:
      'A file is not there (any more): it was uploaded by someone else, on another service desk, more than a day ago, or has been used. Attach it again.',
  });
}

/** The changelog's items for attached files, as Jira writes them. */
export function attachedItems(files: readonly AttachedFile[]): ChangeItem[] {
  return files.map(({ id, fileName }) => ({
    field: 'Attachment',
    fieldId: 'attachment',
    fieldtype: 'jira',
    from: null,
    fromString: null,
    to: id,
    toString: fileName,
  }));
}
