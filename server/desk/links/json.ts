import { type Static, Type } from 'typebox';
import type { ApiVersion } from '../issues/api-version.ts';
import { listedIssueJson } from '../issues/json.ts';
import type { Showing } from '../people.ts';
import type { RequestRow } from '../requests/store.ts';
import { statusSchema } from '../workflow/json.ts';
import type { LinkType, ShownLink } from './store.ts';

/** A way to link issues as api/2 and api/3 show it. */
export const linkTypeSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    inward: Type.String({ description: 'How it reads from the other end: is blocked by' }),
    outward: Type.String({ description: 'How it reads: blocks' }),
    self: Type.String(),
  },
  { title: 'IssueLinkType' },
);

const linkedIssueSchema = Type.Object(
  {
    id: Type.String(),
    key: Type.String(),
    self: Type.String(),
    fields: Type.Object({
      summary: Type.String(),
      status: statusSchema,
      priority: Type.Object({
        self: Type.String(),
        id: Type.String(),
        name: Type.String(),
        _portico: Type.Object({ color: Type.String() }),
      }),
      issuetype: Type.Object({
        self: Type.String(),
        id: Type.String(),
        name: Type.String(),
        description: Type.String(),
        subtask: Type.Boolean(),
      }),
    }),
  },
  { title: 'LinkedIssue' },
);

/** A link between issues. Inside an issue it names the other one only. */
export const issueLinkSchema = Type.Object(
  {
    id: Type.String(),
    self: Type.String(),
    type: linkTypeSchema,
    inwardIssue: Type.Optional(linkedIssueSchema),
    outwardIssue: Type.Optional(linkedIssueSchema),
  },
  { title: 'IssueLink' },
);

/** Shows a way to link issues. */
export function linkTypeJson(type: LinkType, api: string): Static<typeof linkTypeSchema> {
  return { ...type, self: `${api}/issueLinkType/${type.id}` };
}

/** Shows an issue that another is linked to. */
export function linkedIssueJson(
  row: RequestRow,
  version: ApiVersion,
  showing: Showing,
): Static<typeof linkedIssueSchema> {
  const { id, key, self, fields } = listedIssueJson(row, showing, version);
  const { summary, status, priority, issuetype } = fields;
  return { id, key, self, fields: { summary, status, priority, issuetype } };
}

/** Shows a link inside one of its issues. */
export function shownLinkJson(
  { id, type, direction, other }: ShownLink,
  version: ApiVersion,
  showing: Showing,
): Static<typeof issueLinkSchema> {
  const api = `${showing.siteAddress}/rest/api/${version}`;
  return {
    id,
    self: `${api}/issueLink/${id}`,
    type: linkTypeJson(type, api),
    [direction === 'outward' ? 'outwardIssue' : 'inwardIssue']: linkedIssueJson(other, version, showing),
  };
}

/** The accounts (account.id) that linked issues name. */
export function peopleOfLinks(rows: readonly RequestRow[]): string[] {
  return rows.flatMap(({ reporterId, assigneeId }) => [
    reporterId,
    ...(assigneeId === null ? [] : [assigneeId]),
  ]);
}
