import type { Database } from '../../platform/database/database.ts';

/** What the customer thought of how a request was handled. */
export interface Feedback {
  /** stars, 1 to 5 */
  readonly rating: number;
  /** plain text; empty: nothing was said */
  readonly comment: string;
  /** account.id */
  readonly authorId: string;
  /** when it was given, or changed last */
  readonly at: Date;
}

/** The feedback on a request; null when there is none. */
export async function feedbackOf(db: Database, requestId: string): Promise<Feedback | null> {
  const row = await db
    .selectFrom('request_feedback')
    .select(['rating', 'comment', 'author_id as authorId', 'updated_at as at'])
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps feedback on a request in place of what there was. */
export async function saveFeedback(trx: Database, requestId: string, feedback: Feedback): Promise<void> {
  const changed = {
    author_id: feedback.authorId,
    rating: feedback.rating,
    comment: feedback.comment,
    updated_at: feedback.at,
  };
  await trx
    .insertInto('request_feedback')
    .values({ request_id: requestId, created_at: feedback.at, ...changed })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(changed))
    .execute();
}

/** @returns whether there was any */
export async function deleteFeedback(trx: Database, requestId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('request_feedback')
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
