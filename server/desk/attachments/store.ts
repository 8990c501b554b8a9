import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { isStaff, notesSeenBy, type ReadRequest } from '../access-rules.ts';

/** A file of a request. */
export interface Attachment {
  readonly id: string;
  readonly requestId: string;
  readonly commentId: string | null;
  /** false: came with an internal note, for agents only */
  readonly isPublic: boolean;
  /** account.id */
  readonly authorId: string;
  /** the author works here: an agent of any desk */
  readonly isAuthorStaff: boolean;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly storageKey: string;
  readonly createdAt: Date;
}

function attachments(db: Database) {
  return db
    .selectFrom('attachment')
    .select([
      'attachment.id',
      'attachment.request_id as requestId',
      'attachment.comment_id as commentId',
      'attachment.is_public as isPublic',
      'attachment.author_id as authorId',
      isStaff('attachment.author_id').as('isAuthorStaff'),
      'attachment.file_name as fileName',
      'attachment.media_type as mediaType',
      sql<number>`attachment.size_bytes::float8`.as('sizeBytes'),
      'attachment.storage_key as storageKey',
      'attachment.created_at as createdAt',
    ]);
}

/** Files of a request that its reader may see, oldest first; at most `limit + 1`. */
export async function listAttachments(
  db: Database,
  request: ReadRequest,
  { start, limit }: { start: number; limit: number },
): Promise<Attachment[]> {
  return attachments(db)
    .where(notesSeenBy('attachment', [request]))
    .orderBy('attachment.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The first files of each request that its reader may see, keyed by request id; at most `limit + 1` of each. */
export async function attachmentsOfRequests(
  db: Database,
  requests: readonly ReadRequest[],
  limit: number,
): Promise<Map<string, Attachment[]>> {
  if (requests.length === 0) return new Map();
  const number = sql<number>`row_number() over (partition by attachment.request_id order by attachment.id)`;
  const rows = await db
    .selectFrom(
      attachments(db).where(notesSeenBy('attachment', requests)).select(number.as('number')).as('numbered'),
    )
    .selectAll()
    .where('number', '<=', limit + 1)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (attachment) => attachment.requestId);
}

/** Files that came with comments, keyed by comment id. The comments are ones that the reader may see. */
export async function attachmentsOfComments(
  db: Database,
  commentIds: readonly string[],
): Promise<Map<string, Attachment[]>> {
  if (commentIds.length === 0) return new Map();
  const rows = await attachments(db)
    .where('attachment.comment_id', 'in', [...commentIds])
    .orderBy('attachment.id')
    .execute();
  return Map.groupBy(rows, (row) => row.commentId ?? '');
}

/** Those files of a request, by their ids, that its reader may see, oldest first. */
export async function attachmentsByIds(
  db: Database,
  request: ReadRequest,
  ids: readonly string[],
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  return attachments(db)
    .where(notesSeenBy('attachment', [request]))
    .where('attachment.id', 'in', [...ids])
    .orderBy('attachment.id')
    .execute();
}

/** The file of a request, if its reader may see it. */
export async function attachmentOf(
  db: Database,
  request: ReadRequest,
  id: string,
): Promise<Attachment | null> {
  return (await attachmentsByIds(db, request, [id]))[0] ?? null;
}

/** The id of the request that an attachment belongs to, whoever may see it; null when there is none. */
export async function requestIdOfAttachment(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('attachment').select('request_id').where('id', '=', id).executeTakeFirst();
  return row?.request_id ?? null;
}

/** Where the small picture of a file is kept; null when none was made yet. */
export async function thumbnailKeyOf(db: Database, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('attachment')
    .select('thumbnail_key')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.thumbnail_key ?? null;
}

/**
 * Keeps where the small picture of a file is.
 * @returns whether it is kept: it is not when there is one already, or the file is gone
 */
export async function updateThumbnailKey(trx: Database, id: string, key: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('attachment')
    .set({ thumbnail_key: key })
    .where('id', '=', id)
    .where('thumbnail_key', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes the row of a file. @returns where its bytes are, and those of its small picture */
export async function deleteAttachmentRow(trx: Database, id: string): Promise<string[]> {
  const rows = await trx
    .deleteFrom('attachment')
    .where('id', '=', id)
    .returning(['storage_key', 'thumbnail_key'])
    .execute();
  return rows.flatMap(keysOf);
}

/** Where the bytes of all files of a request are, and those of their small pictures. */
export async function filesOfRequest(db: Database, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attachment')
    .select(['storage_key', 'thumbnail_key'])
    .where('request_id', '=', requestId)
    .execute();
  return rows.flatMap(keysOf);
}

function keysOf(row: { storage_key: string; thumbnail_key: string | null }): string[] {
  return row.thumbnail_key === null ? [row.storage_key] : [row.storage_key, row.thumbnail_key];
}

/** An uploaded file that is no part of a request yet. */
export interface TemporaryAttachment {
  readonly id: string;
  readonly serviceDeskId: string;
  /** account.id of who uploaded it, who alone may use it */
  readonly authorId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly storageKey: string;
}

/** Keeps a temporary attachment. */
export async function insertTemporaryAttachment(db: Database, file: TemporaryAttachment): Promise<void> {
  await db
    .insertInto('temporary_attachment')
    .values({
      id: file.id,
      service_desk_id: file.serviceDeskId,
      author_id: file.authorId,
      file_name: file.fileName,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      storage_key: file.storageKey,
    })
    .execute();
}

/** How many files an account has uploaded that are no part of a request yet. */
export async function countTemporaryAttachments(db: Database, authorId: string): Promise<number> {
  const { count } = await db
    .selectFrom('temporary_attachment')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
