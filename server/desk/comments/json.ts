import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import { adfSchema, htmlFromAdf } from '../../platform/formats/rich-text.ts';
import { pageSchema } from '../../platform/http/paging.ts';
import type { ReadRequest } from '../access-rules.ts';
import { attachmentJson, attachmentSchema } from '../attachments/json.ts';
import type { Attachment } from '../attachments/store.ts';
import { nestedPage } from '../nested-page.ts';
import { personJson, personSchema, type Showing } from '../people.ts';
import type { Comment } from './store.ts';

/** A comment as servicedeskapi shows it. */
export const commentSchema = Type.Object(
  {
    _expands: Type.Array(Type.String()),
    id: Type.String(),
    body: Type.String({ description: 'Plain text' }),
    renderedBody: Type.Optional(Type.Object({ html: Type.String() })),
    public: Type.Boolean(),
    author: personSchema,
    created: dateSchema,
    attachments: Type.Optional(pageSchema(attachmentSchema)),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Object({
      document: adfSchema,
      updated: Type.Union([dateSchema, Type.Null()], {
        description: 'When it was changed last; null: never',
      }),
    }),
  },
  { title: 'Comment' },
);

/** What of a comment to show in full. */
export interface CommentExpansion {
  /** files by comment id; absent: not asked for */
  readonly attachments?: ReadonlyMap<string, readonly Attachment[]> | undefined;
  readonly renderedBody?: boolean | undefined;
}

/** Shows a comment the way servicedeskapi does. */
export function commentJson(
  comment: Comment,
  { isAgent }: Pick<ReadRequest, 'isAgent'>,
  showing: Showing,
  { attachments, renderedBody = false }: CommentExpansion = {},
): Static<typeof commentSchema> {
  const { siteAddress, viewer } = showing;
  const requestAddress = `${siteAddress}/rest/servicedeskapi/request/${comment.requestId}`;
  const files = attachments && (attachments.get(comment.id) ?? []);
  return {
    _expands: [...(files ? [] : ['attachment']), ...(renderedBody ? [] : ['renderedBody'])],
    id: comment.id,
    body: comment.bodyText,
    ...(renderedBody && { renderedBody: { html: htmlFromAdf(comment.body) } }),
    public: comment.isPublic,
    author: personJson(
      { accountId: comment.authorId, isStaff: comment.isAuthorStaff, readerIsAgent: isAgent },
      showing,
    ),
    created: dateJson(comment.createdAt, viewer.timeZone),
    ...(files && {
      attachments: nestedPage(
        siteAddress,
        `${requestAddress}/attachment`,
        files.map((file) => attachmentJson(file, { isAgent }, showing)),
      ),
    }),
    _links: { self: `${requestAddress}/comment/${comment.id}` },
    _portico: {
      document: comment.body,
      updated: comment.updatedAt && dateJson(comment.updatedAt, viewer.timeZone),
    },
  };
}
