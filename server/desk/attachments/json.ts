import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import type { ReadRequest } from '../access-rules.ts';
import { personJson, personSchema, type Showing } from '../people.ts';
import type { Attachment } from './store.ts';
import { mayHaveThumbnail } from './thumbnails.ts';

/** A file of a request as servicedeskapi shows it. */
export const attachmentSchema = Type.Object(
  {
    filename: Type.String(),
    author: personSchema,
    created: dateSchema,
    size: Type.Integer({ description: 'In bytes' }),
    mimeType: Type.String(),
    _links: Type.Object({
      self: Type.String(),
      jiraRest: Type.String(),
      content: Type.String(),
      thumbnail: Type.Optional(Type.String()),
    }),
    _portico: Type.Object({
      id: Type.String(),
      commentId: Type.Union([Type.String(), Type.Null()]),
      public: Type.Boolean(),
    }),
  },
  { title: 'Attachment' },
);

/** What an upload is answered with. */
export const temporaryAttachmentsSchema = Type.Object(
  {
    temporaryAttachments: Type.Array(
      Type.Object({ temporaryAttachmentId: Type.String(), fileName: Type.String() }),
    ),
  },
  { title: 'TemporaryAttachments' },
);

/** Shows a file the way servicedeskapi does. */
export function attachmentJson(
  attachment: Attachment,
  { isAgent }: Pick<ReadRequest, 'isAgent'>,
  showing: Showing,
): Static<typeof attachmentSchema> {
  const { siteAddress, viewer } = showing;
  const self = `${siteAddress}/rest/servicedeskapi/request/${attachment.requestId}/attachment/${attachment.id}`;
  return {
    filename: attachment.fileName,
    author: personJson(
      { accountId: attachment.authorId, isStaff: attachment.isAuthorStaff, readerIsAgent: isAgent },
      showing,
    ),
    created: dateJson(attachment.createdAt, viewer.timeZone),
    size: attachment.sizeBytes,
    mimeType: attachment.mediaType,
    _links: {
      self,
      jiraRest: `${siteAddress}/rest/api/3/attachment/content/${attachment.id}`,
      content: self,
      ...(mayHaveThumbnail(attachment) && { thumbnail: `${self}/thumbnail` }),
    },
    _portico: { id: attachment.id, commentId: attachment.commentId, public: attachment.isPublic },
  };
}
