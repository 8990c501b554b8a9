import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { isStaff, notesSeenBy, type ReadRequest } from '../access.ts';

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
    ])
    .where(notesSeenBy('comment', requests));
}

/** The comments on a request that its reader may see, oldest first; at most `limit + 1`. */
export async function listComments(
  db: Database,
  request: ReadRequest,
  filter: CommentFilter,
  { start, limit }: { start: number; limit: number },
): Promise<Comment[]> {
  return comments(db, [request])
    .$if(!filter.public, (query) => query.where('comment.is_public', '=', false))
    .$if(!filter.internal, (query) => query.where('comment.is_public', '=', true))
    .orderBy('comment.id')
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
