import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { Beside } from '../requests/people-beside.ts';

/** The votes for a request, as api/2 and api/3 show them inside an issue. */
export const votesSchema = Type.Object(
  { self: Type.String(), votes: Type.Integer(), hasVoted: Type.Boolean() },
  { title: 'Votes' },
);

/** The same with those who voted. */
export const votersSchema = Type.Object(
  { ...votesSchema.properties, voters: Type.Array(jiraUserSchema) },
  { title: 'Voters' },
);

/**
 * Shows the votes for a request.
 *
 * @param votes absent: none
 * @param issueAddress such as https://…/rest/api/3/issue/10001
 */
export function votesJson(votes: Beside | undefined, issueAddress: string): Static<typeof votesSchema> {
  const { count = 0, isAmong = false } = votes ?? {};
  return { self: `${issueAddress}/votes`, votes: count, hasVoted: isAmong };
}
