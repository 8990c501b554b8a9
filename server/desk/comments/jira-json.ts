import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { adfSchema, htmlFromAdf } from '../../platform/formats/rich-text.ts';
import type { ApiVersion } from '../issues/api-version.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import { publicProperty } from './jira-comment.ts';
import type { Comment } from './store.ts';

/** A comment as api/2 and api/3 show it. */
export const jiraCommentSchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    author: jiraUserSchema,
    body: Type.Union([adfSchema, Type.String()], { description: 'A document; plain text in version 2' }),
    updateAuthor: jiraUserSchema,
    created: Type.String(),
    updated: Type.String(),
    jsdPublic: Type.Boolean({ description: 'false: an internal note, for agents only' }),
    renderedBody: Type.Optional(Type.String({ description: 'HTML' })),
    properties: Type.Optional(Type.Array(Type.Object({ key: Type.String(), value: Type.Unknown() }))),
  },
  { title: 'IssueComment' },
);

/** The comments on an issue. */
export const jiraCommentPageSchema = Type.Object(
  {
    startAt: Type.Integer(),
    maxResults: Type.Integer(),
    total: Type.Integer(),
    comments: Type.Array(jiraCommentSchema),
  },
  { title: 'IssueCommentPage' },
);

/** What of a comment to show in full. */
export interface JiraCommentExpansion {
  readonly renderedBody?: boolean;
  /** what programs keep with comments, by comment id; absent: not asked for */
  readonly properties?: ReadonlyMap<string, readonly { key: string; value: unknown }[]>;
}

/** Shows a comment the way api/2 or api/3 does, to agents. */
export function jiraCommentJson(
  comment: Comment,
  version: ApiVersion,
  showing: Showing,
  { renderedBody = false, properties }: JiraCommentExpansion = {},
): Static<typeof jiraCommentSchema> {
  const { siteAddress, viewer } = showing;
  const author = jiraPersonJson({ accountId: comment.authorId, isStaff: comment.isAuthorStaff }, showing);
  return {
    self: `${siteAddress}/rest/api/${version}/issue/${comment.requestId}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: version === '3' ? comment.body : comment.bodyText,
    updateAuthor:
      comment.updatedById === null
        ? author
        : jiraPersonJson({ accountId: comment.updatedById, isStaff: comment.isUpdaterStaff }, showing),
    created: jiraDate(comment.createdAt, viewer.timeZone),
    updated: jiraDate(comment.updatedAt ?? comment.createdAt, viewer.timeZone),
    jsdPublic: comment.isPublic,
    ...(renderedBody && { renderedBody: htmlFromAdf(comment.body) }),
    ...(properties && {
      properties: [
        { key: publicProperty, value: { internal: !comment.isPublic } },
        ...(properties.get(comment.id) ?? []),
      ],
    }),
  };
}

/** The accounts (account.id) that comments name as api/2 and api/3 show them. */
export function peopleOfComments(comments: readonly Comment[]): (string | null)[] {
  return comments.flatMap(({ authorId, updatedById }) => [authorId, updatedById]);
}

/** The comments on an issue as the issue shows them. */
export const commentsOfIssueSchema = Type.Object({
  ...jiraCommentPageSchema.properties,
  self: Type.String(),
});

/** Shows the first comments on an issue inside it; the rest is at the list's own address. */
export function commentsOfIssueJson(
  { comments, total }: { comments: readonly Comment[]; total: number },
  requestId: string,
  version: ApiVersion,
  showing: Showing,
): Static<typeof commentsOfIssueSchema> {
  return {
    comments: comments.map((comment) => jiraCommentJson(comment, version, showing)),
    self: `${showing.siteAddress}/rest/api/${version}/issue/${requestId}/comment`,
    maxResults: maxCommentsOfIssue,
    total,
    startAt: 0,
  };
}

/** Most comments that an issue shows. */
export const maxCommentsOfIssue = 100;
