import type { Static } from '@fastify/type-provider-typebox';
import type { SignInRoom } from '../sign-in/complete.ts';
import { jiraUserJson, type jiraUserSchema } from './json.ts';
import type { AccountSummary } from './store.ts';

/** Shows accounts the way api/3 does, to people who work here. */
export async function jiraUsersOf(
  { platform: { config, db }, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
  accounts: readonly AccountSummary[],
): Promise<Static<typeof jiraUserSchema>[]> {
  const ofStaff = await staff.among(
    db,
    accounts.map(({ id }) => id),
  );
  return accounts.map((account) =>
    jiraUserJson(account, config.url, { accountType: ofStaff.has(account.id) ? 'atlassian' : 'customer' }),
  );
}
