import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { isStaff } from '../access-rules.ts';

/** Work that somebody did on a request. */
export interface Worklog {
  readonly id: string;
  readonly requestId: string;
  /** account.id */
  readonly authorId: string;
  readonly isAuthorStaff: boolean;
  /** account.id of who changed it last */
  readonly updatedById: string;
  readonly isUpdaterStaff: boolean;
  /** null: nothing was said */
  readonly comment: AdfNode | null;
  readonly commentText: string;
  readonly startedAt: Date;
  readonly seconds: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What of it can be given. */
export type WorklogContent = Pick<Worklog, 'comment' | 'commentText' | 'startedAt' | 'seconds'>;

function worklogs(db: Database) {
  return db
    .selectFrom('worklog')
    .select([
      'worklog.id',
      'worklog.request_id as requestId',
      'worklog.author_id as authorId',
      isStaff('worklog.author_id').as('isAuthorStaff'),
      'worklog.updated_by as updatedById',
      isStaff('worklog.updated_by').as('isUpdaterStaff'),
      sql<AdfNode | null>`worklog.comment`.as('comment'),
      'worklog.comment_text as commentText',
      'worklog.started_at as startedAt',
      'worklog.seconds',
      'worklog.created_at as createdAt',
      'worklog.updated_at as updatedAt',
    ]);
}

/** Which work: that began in this time. */
export interface WorklogFilter {
  readonly startedAfter?: Date | undefined;
  readonly startedBefore?: Date | undefined;
}

/** The work on a request, in the order in which it was logged, and how many entries there are. */
export async function listWorklogs(
  db: Database,
  requestId: string,
  { startedAfter, startedBefore }: WorklogFilter,
  { start, limit }: { start: number; limit: number },
): Promise<{ worklogs: Worklog[]; total: number }> {
  const found = worklogs(db)
    .where('worklog.request_id', '=', requestId)
    .$if(startedAfter !== undefined, (query) =>
      query.where('worklog.started_at', '>=', startedAfter ?? new Date()),
    )
    .$if(startedBefore !== undefined, (query) =>
      query.where('worklog.started_at', '<=', startedBefore ?? new Date()),
    );
  const page = await found.orderBy('worklog.id').offset(start).limit(limit).execute();
  // What fits on one page need not be counted.
  if (start === 0 && page.length < limit) return { worklogs: page, total: page.length };
  const { total } = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { worklogs: page, total: Number(total) };
}

/** The first work on each request, in the order in which it was logged, and how many entries there are; at most `limit` of each. */
export async function worklogsOf(
  db: Database,
  requestIds: readonly string[],
  limit: number,
): Promise<Map<string, { worklogs: Worklog[]; total: number }>> {
  if (requestIds.length === 0) return new Map();
  const numbered = worklogs(db)
    .where('worklog.request_id', 'in', [...requestIds])
    .select([
      sql<number>`row_number() over (partition by worklog.request_id order by worklog.id)`.as('number'),
      sql<number>`(count(*) over (partition by worklog.request_id))::int`.as('total'),
    ]);
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('number', '<=', limit)
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ requestId }) => requestId)].map(([id, found]) => [
      id,
      { worklogs: found, total: found[0]?.total ?? 0 },
    ]),
  );
}

/** An entry of the work on a request; null when there is none with this id. */
export async function worklogOf(db: Database, requestId: string, id: string): Promise<Worklog | null> {
  const row = await worklogs(db)
    .where('worklog.request_id', '=', requestId)
    .where('worklog.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** All the work on a request, in seconds. */
export async function secondsSpent(db: Database, requestId: string): Promise<number> {
  const { seconds } = await db
    .selectFrom('worklog')
    .select(sql<number>`coalesce(sum(seconds), 0)::float8`.as('seconds'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return seconds;
}

/** @returns its id */
export async function insertWorklog(
  trx: Database,
  requestId: string,
  authorId: string,
  content: WorklogContent,
  at: Date,
): Promise<string> {
  const { id } = await trx
    .insertInto('worklog')
    .values({
      request_id: requestId,
      author_id: authorId,
      updated_by: authorId,
      ...columnsOf(content),
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes an entry. */
export async function updateWorklog(
  trx: Database,
  id: string,
  updatedBy: string,
  content: WorklogContent,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('worklog')
    .set({ ...columnsOf(content), updated_by: updatedBy, updated_at: at })
    .where('id', '=', id)
    .execute();
}

/** Deletes an entry. */
export async function deleteWorklog(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('worklog').where('id', '=', id).execute();
}

function columnsOf({ comment, commentText, startedAt, seconds }: WorklogContent) {
  return {
    comment: comment && JSON.stringify(comment),
    comment_text: commentText,
    started_at: startedAt,
    seconds,
  };
}
