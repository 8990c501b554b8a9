import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { Forbidden, Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { type AttachedFile, attachedItems, attachTemporaryFiles } from '../attachments/attach-files.ts';
import { changeRequest, requireLocked, tellOf, touchRequest } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { watchMentioned } from '../watchers/watch-request.ts';
import { answerForCustomer } from '../workflow/transition-request.ts';
import { type ReadBody, readCommentBody } from './read-body.ts';

/** Something to say about a request. */
export interface NewComment {
  readonly requestId: string;
  readonly actor: Actor;
  /** plain text, or rich text in ADF as a client sends it */
  readonly body: string | AdfNode;
  /** false: an internal note, for agents only */
  readonly isPublic: boolean;
  /** false: does not send a request that waits for its customer back to the agents; default true */
  readonly isAnswer?: boolean;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/** Files to add to a request, with or without words. */
export interface NewFiles extends Omit<NewComment, 'body'> {
  readonly temporaryIds: readonly string[];
  /** plain or rich text; blank: files without a comment */
  readonly body: string | AdfNode;
}

/**
 * Adds a comment. When a customer answers a request that waits for the customer, the request goes back to the agents.
 *
 * @returns the comment's id
 * @throws Invalid naming `body`, also when it mentions somebody who may not read it
 * @throws Forbidden when a customer writes an internal note
 * @throws NotFound when there is no such request
 */
export async function addComment(trx: Database, comment: NewComment): Promise<{ id: string }> {
  const { actor, isPublic, at = new Date() } = comment;
  refuseNotesOfCustomers(comment);
  const body = await readCommentBody(trx, comment);
  if (!body) throw Invalid.fields({ body: 'Write something.' });
  const request = await requireLocked(trx, comment.requestId);
  const id = await insertComment(trx, request, { actor, isPublic, at, body });
  await touchRequest(trx, request.id, at);
  await tellOf(trx, request, 'comment.added', isPublic ? 'customers' : 'agents');
  const { isAnswer = true } = comment;
  if (isAnswer && isAnswerOfCustomer(request, comment)) await answerForCustomer(trx, request, actor, at);
  return { id };
}

/**
 * Adds files to a request, and a comment when something is said with them, which then holds the files.
 *
 * @throws Invalid naming `temporaryAttachmentIds` or `additionalComment`
 * @throws Forbidden when a customer adds files for agents only
 * @throws NotFound when there is no such request
 */
export async function addFiles(
  trx: Database,
  files: NewFiles,
): Promise<{ commentId: string | null; files: AttachedFile[] }> {
  const { actor, isPublic, temporaryIds, at = new Date() } = files;
  refuseNotesOfCustomers(files);
  const body = await readCommentBody(trx, { ...files, field: 'additionalComment' });
  const request = await requireLocked(trx, files.requestId);
  const commentId = body && (await insertComment(trx, request, { actor, isPublic, at, body }));
  const attached = await attachTemporaryFiles(trx, {
    temporaryIds,
    field: 'temporaryAttachmentIds',
    requestId: request.id,
    serviceDeskId: request.serviceDeskId,
    actor,
    commentId,
    isPublic,
    at,
  });
  const audience = isPublic ? 'customers' : 'agents';
  const version = await changeRequest(trx, request, {
    actor,
    at,
    set: {},
    items: attachedItems(attached),
    event: 'attachment.added',
    audience,
  });
  if (commentId !== null) await tellOf(trx, request, 'comment.added', audience);
  if (isAnswerOfCustomer(request, files)) await answerForCustomer(trx, { ...request, version }, actor, at);
  return { commentId, files: attached };
}

async function insertComment(
  trx: Database,
  request: LockedRequest,
  { actor, isPublic, at, body }: { actor: Actor; isPublic: boolean; at: Date; body: ReadBody },
): Promise<string> {
  const { id } = await trx
    .insertInto('comment')
    .values({
      request_id: request.id,
      author_id: actor.accountId,
      body: JSON.stringify(body.adf),
      body_text: body.text,
      is_public: isPublic,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await watchMentioned(trx, request, body.mentioned);
  return id;
}

function refuseNotesOfCustomers({ actor, isPublic }: Pick<NewComment, 'actor' | 'isPublic'>): void {
  if (!isPublic && !actor.isAgent) throw new Forbidden('Only agents write internal notes.');
}

// An agent who raised the request for themselves answers it as a customer.
function isAnswerOfCustomer(
  request: LockedRequest,
  { actor, isPublic }: Pick<NewComment, 'actor' | 'isPublic'>,
): boolean {
  return isPublic && (!actor.isAgent || actor.accountId === request.reporterId);
}
