import { Type } from 'typebox';
import type { Database } from '../../platform/database/database.ts';
import type { AdfNode } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access.ts';
import { addComment } from '../comments/add-comment.ts';
import { type GivenComment, publicAsGiven } from '../comments/jira-comment.ts';
import type { EditOperations } from '../requests/edit-operations.ts';

/** The properties of a body that creates, edits or moves an issue. */
export const updateProperties = {
  fields: Type.Optional(
    Type.Record(Type.String({ maxLength: 255 }), Type.Unknown(), {
      description: 'New values by field id',
    }),
  ),
  update: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 255 }),
      Type.Array(Type.Record(Type.String({ maxLength: 20 }), Type.Unknown()), { maxItems: 1000 }),
      { description: 'What to do with values, by field id: add, set, remove; and comments to add' },
    ),
  ),
};

/** What such a body says. */
export interface UpdateBody {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly update?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** What is to become of an issue, comments apart. */
export interface ReadUpdate {
  readonly values: Readonly<Record<string, unknown>>;
  readonly operations: EditOperations;
  readonly comments: readonly CommentToAdd[];
}

interface CommentToAdd {
  readonly body: string | AdfNode;
  readonly isPublic: boolean;
}

/**
 * Reads `fields` and `update`.
 * @throws Invalid naming `comment`
 */
export function readUpdate({ fields = {}, update = {} }: UpdateBody): ReadUpdate {
  const { comment = [], ...operations } = update;
  return { values: fields, operations, comments: comment.map(readCommentOperation) };
}

function readCommentOperation(operation: Readonly<Record<string, unknown>>): CommentToAdd {
  const { add } = operation as { add?: GivenComment };
  if (Object.keys(operation).some((verb) => verb !== 'add') || typeof add !== 'object' || add === null) {
    throw Invalid.fields({ comment: 'Comments can be added here, as {"add": {"body": …}}, and no more.' });
  }
  const { body, properties = [] } = add;
  if (typeof body !== 'string' && (typeof body !== 'object' || body === null)) {
    throw Invalid.fields({ comment: 'Say something: {"add": {"body": …}}.' });
  }
  if (!Array.isArray(properties) || properties.some((each) => typeof each !== 'object' || each === null)) {
    throw Invalid.fields({ comment: 'Properties of a comment are a list of {"key": …, "value": …}.' });
  }
  return { body, isPublic: publicAsGiven(add) ?? true };
}

/**
 * Adds the comments that came with an edit.
 * @throws Invalid naming `comment`
 */
export async function addComments(
  trx: Database,
  requestId: string,
  actor: Actor,
  comments: readonly CommentToAdd[],
): Promise<void> {
  for (const { body, isPublic } of comments) {
    try {
      await addComment(trx, { requestId, actor, body, isPublic });
    } catch (error) {
      if (error instanceof Invalid && error.errors['body']) {
        throw Invalid.fields({ comment: error.errors['body'] });
      }
      throw error;
    }
  }
}
