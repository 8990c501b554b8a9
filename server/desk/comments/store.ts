import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { isStaff, notesSeenBy, type ReadRequest } from '../access-rules.ts';

/** Something said about a request: to its customers, or among agents. */
export interface Comment {
  readonly id: string;
  readonly requestId: string;
  /** account.id */
  readonly authorId: string;
  /** the author works here: an agent of any desk */
  readonly isAuthorStaff: boolean;
  readonly body: AdfNode;
  /** the same as plain text */
  readonly bodyText: string;
  /** false: an internal note, for agents only */
  readonly isPublic: boolean;
  readonly createdAt: Date;
  /** account.id of who changed it last; null: nobody has */
  readonly updatedById: string | null;
  readonly isUpdaterStaff: boolean;
  readonly updatedAt: Date | null;
}

/** Which comments an agent wants to see; customers see public ones only, whatever they want. */
export interface CommentFilter {
  readonly public: boolean;
  readonly internal: boolean;
}

function comments(db: Database, requests: readonly ReadRequest[]) {
  return db
    .selectFrom('comment')
    .select([
      'comment.id',
      'comment.request_id as requestId',
      'comment.author_id as authorId',
      isStaff('comment.author_id').as('isAuthorStaff'),
      sql<AdfNode>`comment.body`.as('body'),
      'comment.body_text as bodyText',
      'comment.is_public as isPublic',
      'comment.created_at as createdAt',
      'comment.updated_by as updatedById',
      isStaff('comment.updated_by').as('isUpdaterStaff'),
      'comment.updated_at as updatedAt',
    ])
    .where(notesSeenBy('comment', requests));
}

/** The comments on a request that its reader may see, oldest first unless it is said otherwise; at most `limit + 1`. */
export async function listComments(
  db: Database,
  request: ReadRequest,
  filter: CommentFilter,
  { start, limit, newestFirst = false }: { start: number; limit: number; newestFirst?: boolean },
): Promise<Comment[]> {
  return comments(db, [request])
    .$if(!filter.public, (query) => query.where('comment.is_public', '=', false))
    .$if(!filter.internal, (query) => query.where('comment.is_public', '=', true))
    .orderBy('comment.id', newestFirst ? 'desc' : 'asc')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The first comments on each request that its reader may see, keyed by request id; at most `limit + 1` of each. */
export async function commentsOfRequests(
  db: Database,
  requests: readonly ReadRequest[],
  limit: number,
): Promise<Map<string, Comment[]>> {
  if (requests.length === 0) return new Map();
  const number = sql<number>`row_number() over (partition by comment.request_id order by comment.id)`;
  const rows = await db
    .selectFrom(comments(db, requests).select(number.as('number')).as('numbered'))
    .selectAll()
    .where('number', '<=', limit + 1)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (comment) => comment.requestId);
}

/** The comment on a request, if its reader may see it. */
export async function commentOf(db: Database, request: ReadRequest, id: string): Promise<Comment | null> {
  const row = await comments(db, [request]).where('comment.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** How many comments on a request its reader may see. */
export async function countComments(db: Database, request: ReadRequest): Promise<number> {
  return (await countsOfComments(db, [request])).get(request.id) ?? 0;
}

async function countsOfComments(
  db: Database,
  requests: readonly ReadRequest[],
): Promise<Map<string, number>> {
  if (requests.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment')
    .select(['request_id', sql<number>`count(*)::int`.as('count')])
    .where(notesSeenBy('comment', requests))
    .groupBy('request_id')
    .execute();
  return new Map(rows.map(({ request_id, count }) => [request_id, count]));
}

/** Comments on a request that are shown with it, oldest first, and how many there are in all. */
export interface FirstComments {
  readonly comments: readonly Comment[];
  readonly total: number;
}

/** The first comments on each request that its reader may see, keyed by request id; at most `limit` of each. */
export async function firstCommentsOf(
  db: Database,
  requests: readonly ReadRequest[],
  limit: number,
): Promise<Map<string, FirstComments>> {
  const found = await commentsOfRequests(db, requests, limit);
  // What fits need not be counted.
  const cut = requests.filter(({ id }) => (found.get(id)?.length ?? 0) > limit);
  const counts = await countsOfComments(db, cut);
  return new Map(
    [...found].map(([id, comments]) => [
      id,
      { comments: comments.slice(0, limit), total: counts.get(id) ?? comments.length },
    ]),
  );
}

/** Which requests comments belong to, whoever may see them: request ids by comment id. */
export async function requestIdsOfComments(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment')
    .select(['id', 'request_id'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, request_id }) => [id, request_id]));
}

/** Those of the comments, by their ids, that the reader of these requests may see, oldest first. */
export async function commentsByIds(
  db: Database,
  requests: readonly ReadRequest[],
  ids: readonly string[],
): Promise<Comment[]> {
  if (requests.length === 0 || ids.length === 0) return [];
  return comments(db, requests)
    .where('comment.id', 'in', [...ids])
    .orderBy('comment.id')
    .execute();
}

/** What becomes of a comment that is changed. */
export interface CommentUpdate {
  readonly body: AdfNode;
  readonly bodyText: string;
  readonly isPublic: boolean;
  /** account.id */
  readonly updatedById: string;
  readonly at: Date;
}

/** Changes a comment; the files that came with it are for the same people. */
export async function updateComment(trx: Database, id: string, update: CommentUpdate): Promise<void> {
  await trx
    .updateTable('comment')
    .set({
      body: JSON.stringify(update.body),
      body_text: update.bodyText,
      is_public: update.isPublic,
      updated_by: update.updatedById,
      updated_at: update.at,
    })
    .where('id', '=', id)
    .execute();
  await trx
    .updateTable('attachment')
    .set({ is_public: update.isPublic })
    .where('comment_id', '=', id)
    .where('is_public', '<>', update.isPublic)
    .execute();
}

/** Deletes a comment. Files that came with it stay at the request. */
export async function deleteCommentRow(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('comment').where('id', '=', id).execute();
}
