import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { Beside } from '../requests/people-beside.ts';

/** How a request is watched, as api/2 and api/3 show it inside an issue. */
export const watchesSchema = Type.Object(
  { self: Type.String(), watchCount: Type.Integer(), isWatching: Type.Boolean() },
  { title: 'Watches' },
);

/** The same with those who watch. */
export const watchersSchema = Type.Object(
  { ...watchesSchema.properties, watchers: Type.Array(jiraUserSchema) },
  { title: 'Watchers' },
);

/**
 * Shows how a request is watched.
 *
 * @param watching absent: by nobody
 * @param issueAddress such as https://…/rest/api/3/issue/10001
 */
export function watchesJson(
  watching: Beside | undefined,
  issueAddress: string,
): Static<typeof watchesSchema> {
  const { count = 0, isAmong = false } = watching ?? {};
  return { self: `${issueAddress}/watchers`, watchCount: count, isWatching: isAmong };
}
