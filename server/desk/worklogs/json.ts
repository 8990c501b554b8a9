import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import { jiraDate } from '../../platform/formats/dates.ts';
import { type AdfNode, adfSchema } from '../../platform/formats/rich-text.ts';
import type { ApiVersion } from '../issues/api-version.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import type { Worklog } from './store.ts';
import { textFromSeconds } from './time-spent.ts';

/** An entry of the work log as api/2 and api/3 show it. */
export const worklogSchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    issueId: Type.String(),
    author: jiraUserSchema,
    updateAuthor: jiraUserSchema,
    comment: Type.Optional(
      Type.Union([adfSchema, Type.String()], { description: 'A document; plain text in version 2' }),
    ),
    started: Type.String(),
    timeSpent: Type.String({ description: 'In words: 1d 3h 20m' }),
    timeSpentSeconds: Type.Integer(),
    created: Type.String(),
    updated: Type.String(),
  },
  { title: 'Worklog' },
);

/** A page of the work log. */
export const worklogPageSchema = Type.Object(
  {
    startAt: Type.Integer(),
    maxResults: Type.Integer(),
    total: Type.Integer(),
    worklogs: Type.Array(worklogSchema),
  },
  { title: 'WorklogPage' },
);

/** Shows an entry of the work log. */
export function worklogJson(
  entry: Worklog,
  version: ApiVersion,
  showing: Showing,
): Static<typeof worklogSchema> {
  const { siteAddress, viewer } = showing;
  const date = (at: Date) => jiraDate(at, viewer.timeZone);
  const comment: AdfNode | string | null = version === '2' ? entry.commentText : entry.comment;
  return {
    self: `${siteAddress}/rest/api/${version}/issue/${entry.requestId}/worklog/${entry.id}`,
    id: entry.id,
    issueId: entry.requestId,
    author: jiraPersonJson({ accountId: entry.authorId, isStaff: entry.isAuthorStaff }, showing),
    updateAuthor: jiraPersonJson({ accountId: entry.updatedById, isStaff: entry.isUpdaterStaff }, showing),
    ...(comment !== null && { comment }),
    started: date(entry.startedAt),
    timeSpent: textFromSeconds(entry.seconds),
    timeSpentSeconds: entry.seconds,
    created: date(entry.createdAt),
    updated: date(entry.updatedAt),
  };
}

/** The accounts (account.id) that entries name. */
export function peopleOfWorklogs(entries: readonly Worklog[]): string[] {
  return entries.flatMap(({ authorId, updatedById }) => [authorId, updatedById]);
}
