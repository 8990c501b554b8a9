import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { Forbidden, Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { type ChangeItem, noteBesideRequest, requireLocked } from '../requests/change-request.ts';
import { watchMentioned } from '../watchers/watch-request.ts';
import { mentionsIn, readCommentBody } from './read-body.ts';
import { type Comment, commentOf, deleteCommentRow, updateComment } from './store.ts';

/** Who does something with which comment. */
export interface CommentAct {
  readonly requestId: string;
  readonly commentId: string;
  readonly actor: Actor;
  /** may change what others have said */
  readonly mayChangeAll: boolean;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/** What a comment is to become. What is left out stays as it is. */
export interface CommentChange {
  /** plain text, or rich text in ADF as a client sends it */
  readonly body?: string | AdfNode | undefined;
  /** false: an internal note, for agents only */
  readonly isPublic?: boolean | undefined;
}

/**
 * Changes a comment, and for whom it is, with the files that came with it. The history tells what public ones said before; what was
 * said among agents it does not repeat.
 *
 * @throws Forbidden when somebody else has written it
 * @throws Invalid naming `body`
 * @throws NotFound when there is no such request or comment
 */
export async function editComment(trx: Database, act: CommentAct, change: CommentChange): Promise<void> {
  const { actor, at = new Date() } = act;
  const request = await requireLocked(trx, act.requestId);
  const before = await requireComment(trx, act);
  const isPublic = change.isPublic ?? before.isPublic;
  const body = await readCommentBody(trx, {
    requestId: request.id,
    actor,
    body: change.body ?? before.body,
    isPublic,
    // Who was mentioned may stay, unless more people are going to read it.
    ...((before.isPublic || !isPublic) && { mentionedBefore: new Set(mentionsIn(before.body)) }),
  });
  if (!body) throw Invalid.fields({ body: 'Write something, or delete the comment.' });
  await watchMentioned(trx, request, body.mentioned);
  await updateComment(trx, before.id, {
    body: body.adf,
    bodyText: body.text,
    isPublic,
    updatedById: actor.accountId,
    at,
  });
  const after = { bodyText: body.text, isPublic };
  await noteBesideRequest(trx, request, {
    actor,
    at,
    items: [commentItem(before.id, before, after)],
    event: 'request.changed',
    audience: before.isPublic || isPublic ? 'customers' : 'agents',
  });
}

/**
 * Deletes a comment. The files that came with it stay at the request.
 *
 * @throws Forbidden when somebody else has written it
 * @throws NotFound when there is no such request or comment
 */
export async function deleteComment(trx: Database, act: CommentAct): Promise<void> {
  const { actor, at = new Date() } = act;
  const request = await requireLocked(trx, act.requestId);
  const before = await requireComment(trx, act);
  await deleteCommentRow(trx, before.id);
  await noteBesideRequest(trx, request, {
    actor,
    at,
    items: [commentItem(before.id, before, null)],
    event: 'request.changed',
    audience: before.isPublic ? 'customers' : 'agents',
  });
}

/** What is said of comments that are not there, or not for the reader. */
export function noSuchComment(): NotFound {
  return new NotFound('There is no such comment on this request.');
}

async function requireComment(trx: Database, act: CommentAct): Promise<Comment> {
  const access = { id: act.requestId, isAgent: act.actor.isAgent };
  const comment = await commentOf(trx, access, act.commentId);
  if (!comment) throw noSuchComment();
  if (comment.authorId !== act.actor.accountId && !act.mayChangeAll) {
    throw new Forbidden(
      'Somebody else has written this. They can change it, and so can administrators of the service desk.',
    );
  }
  return comment;
}

type Said = Pick<Comment, 'bodyText' | 'isPublic'>;

/** The changelog's item for a comment that was changed or deleted, as Jira writes it. */
function commentItem(id: string, before: Said, after: Said | null): ChangeItem {
  const words = (said: Said) => (said.isPublic ? said.bodyText : 'Internal note');
  return {
    field: 'Comment',
    fieldId: 'comment',
    fieldtype: 'jira',
    from: id,
    fromString: words(before),
    to: after && id,
    toString: after && words(after),
  };
}
