import { type Static, Type } from '@fastify/type-provider-typebox';
import { escapeHtml } from '../../platform/http/escape-html.ts';
import { jiraUserSchema } from '../accounts/json.ts';
import type { Group } from './store.ts';

/** A group as api/3 names it (GroupName). */
export const jiraGroupNameSchema = Type.Object(
  { name: Type.String(), groupId: Type.String(), self: Type.String() },
  { title: 'JiraGroupName' },
);

/** A group as api/3 lists it in bulk (GroupDetails). */
export const jiraGroupDetailsSchema = Type.Object(
  { name: Type.String(), groupId: Type.String() },
  { title: 'JiraGroupDetails' },
);

/** A group with a part of its members (Group). */
export const jiraGroupSchema = Type.Object(
  {
    name: Type.String(),
    groupId: Type.String(),
    self: Type.String(),
    users: Type.Object({
      size: Type.Integer({ description: 'How many active members there are in all' }),
      items: Type.Array(jiraUserSchema),
      'max-results': Type.Integer(),
      'start-index': Type.Integer(),
      'end-index': Type.Integer(),
    }),
    expand: Type.String(),
  },
  { title: 'JiraGroup' },
);

/** What a picker shows of groups (FoundGroups). */
export const foundGroupsSchema = Type.Object(
  {
    header: Type.String(),
    total: Type.Integer(),
    groups: Type.Array(
      Type.Object({
        name: Type.String(),
        html: Type.String({ description: 'The name, with what was looked for in <b>' }),
        labels: Type.Array(Type.Object({ text: Type.String(), title: Type.String(), type: Type.String() })),
        groupId: Type.String(),
      }),
    ),
  },
  { title: 'FoundGroups' },
);

/** Names a group. */
export function jiraGroupNameJson(
  { name, groupId }: Group,
  baseUrl: string | URL,
): Static<typeof jiraGroupNameSchema> {
  const { href } = new URL(`/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`, baseUrl);
  return { name, groupId, self: href };
}

/** Shows groups in a picker; `total` of them match. */
export function foundGroupsJson(
  groups: readonly Group[],
  total: number,
  query: string,
): Static<typeof foundGroupsSchema> {
  return {
    header: `Showing ${groups.length} of ${total} matching groups`,
    total,
    groups: groups.map(({ name, groupId }) => ({
      name,
      html: highlighted(name, query),
      labels: [],
      groupId,
    })),
  };
}

function highlighted(name: string, query: string): string {
  const wanted = query.trim().toLowerCase();
  const at = wanted === '' ? -1 : name.toLowerCase().indexOf(wanted);
  if (at < 0) return escapeHtml(name);
  const end = at + wanted.length;
  return `${escapeHtml(name.slice(0, at))}<b>${escapeHtml(name.slice(at, end))}</b>${escapeHtml(name.slice(end))}`;
}
