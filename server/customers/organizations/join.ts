import type { JoinedAccount } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { addMembers } from './organizations.ts';

/** Makes somebody who accepted an invitation a member of the organization that it names. */
export async function joinOrganization(
  trx: Database,
  { account, organizationId, actor }: JoinedAccount,
): Promise<void> {
  if (organizationId !== null) await addMembers(trx, organizationId, [account.accountId], actor);
}
