import type { Database } from '../../platform/database/database.ts';
import { cleanText, textProblem } from '../../platform/formats/rich-text.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { deleteFeedback, saveFeedback } from './store.ts';

/** Most characters of what is said with the stars. */
const maxCommentLength = 5_000;

/** What the reporter thinks of how their request was handled. */
export interface NewFeedback {
  readonly requestId: string;
  readonly actor: Actor;
  /** stars, 1 to 5 */
  readonly rating: number;
  /** plain text; blank: nothing is said */
  readonly comment: string;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Keeps what the reporter thinks of how their request was handled, in place of what they thought before.
 *
 * @throws Forbidden for everybody else
 * @throws Conflict while the request is not resolved
 * @throws Invalid naming `rating` or `comment`
 */
export async function giveFeedback(trx: Database, feedback: NewFeedback): Promise<void> {
  const { actor, rating, at = new Date() } = feedback;
  const comment = cleanText(feedback.comment);
  const problem = textProblem(comment, maxCommentLength);
  if (problem) throw Invalid.fields({ comment: problem });
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
    throw Invalid.fields({ rating: 'Give one to five stars.' });
  }
  const request = await requireLocked(trx, feedback.requestId);
  requireReporter(request, actor);
  if (request.resolution === null) {
    throw new Conflict(`${request.key} is not resolved yet: say what you think of it when it is.`);
  }
  await saveFeedback(trx, request.id, { rating, comment, authorId: actor.accountId, at });
  await tellOf(trx, request, 'request.changed', 'customers');
}

/**
 * Takes back what the reporter thought.
 *
 * @throws Forbidden for everybody else
 * @throws NotFound when there is nothing to take back
 */
export async function withdrawFeedback(
  trx: Database,
  { requestId, actor }: Pick<NewFeedback, 'requestId' | 'actor'>,
): Promise<void> {
  const request = await requireLocked(trx, requestId);
  requireReporter(request, actor);
  if (!(await deleteFeedback(trx, request.id))) throw noFeedback();
  await tellOf(trx, request, 'request.changed', 'customers');
}

/** What is said where there is no feedback. */
export function noFeedback(): NotFound {
  return new NotFound('No feedback has been given on this request.');
}

function requireReporter(request: LockedRequest, actor: Actor): void {
  if (request.reporterId === actor.accountId) return;
  throw new Forbidden('Only the reporter says what they think of how a request was handled.');
}
