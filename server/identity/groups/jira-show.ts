import type { Static } from '@fastify/type-provider-typebox';
import { jiraUsersOf } from '../accounts/jira-users.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { jiraGroupNameJson, type jiraGroupSchema } from './jira-json.ts';
import { countMembers, type Group, listMembers } from './store.ts';

/** Most members that a group shows with itself. */
const mostMembers = 50;

/**
 * Shows a group; members only when they are asked for.
 * @param expand Jira's word: `users`, or `users[10:20]` for a part of them, of which no more than 50 are shown
 */
export async function showGroup(
  room: Pick<SignInRoom, 'platform' | 'staff'>,
  group: Group,
  expand = '',
): Promise<Static<typeof jiraGroupSchema>> {
  const { db, config } = room.platform;
  const asked = /(?:^|,)users(?:\[(\d{1,6}):(\d{1,6})\])?(?:,|$)/.exec(expand);
  const first = Number(asked?.[1] ?? 0);
  const last = Math.min(Number(asked?.[2] ?? first + mostMembers - 1), first + mostMembers - 1);
  const limit = asked ? Math.max(last - first + 1, 0) : 0;
  const members = limit > 0 ? await listMembers(db, group, { isActive: true, start: first, limit }) : [];
  return {
    ...jiraGroupNameJson(group, config.url),
    users: {
      size: await countMembers(db, group, { isActive: true }),
      items: await jiraUsersOf(room, members),
      'max-results': mostMembers,
      'start-index': first,
      'end-index': members.length > 0 ? first + members.length - 1 : first,
    },
    expand: 'users',
  };
}
