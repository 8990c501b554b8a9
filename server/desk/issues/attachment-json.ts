import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import type { Attachment } from '../attachments/store.ts';
import { mayHaveThumbnail } from '../attachments/thumbnails.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import type { ApiVersion } from './api-version.ts';

/** A file as an issue shows it. */
export const issueAttachmentSchema = Type.Object({
  self: Type.String(),
  id: Type.String(),
  filename: Type.String(),
  author: jiraUserSchema,
  created: Type.String(),
  size: Type.Integer(),
  mimeType: Type.String(),
  content: Type.String(),
  thumbnail: Type.Optional(Type.String()),
  _portico: Type.Object({ public: Type.Boolean() }),
});

/** Shows a file the way an issue does. */
export function issueAttachmentJson(
  attachment: Attachment,
  version: ApiVersion,
  showing: Showing,
): Static<typeof issueAttachmentSchema> {
  const api = `${showing.siteAddress}/rest/api/${version}`;
  return {
    self: `${api}/attachment/${attachment.id}`,
    id: attachment.id,
    filename: attachment.fileName,
    author: jiraPersonJson({ accountId: attachment.authorId, isStaff: attachment.isAuthorStaff }, showing),
    created: jiraDate(attachment.createdAt, showing.viewer.timeZone),
    size: attachment.sizeBytes,
    mimeType: attachment.mediaType,
    content: `${api}/attachment/content/${attachment.id}`,
    ...(mayHaveThumbnail(attachment) && { thumbnail: `${api}/attachment/thumbnail/${attachment.id}` }),
    _portico: { public: attachment.isPublic },
  };
}
