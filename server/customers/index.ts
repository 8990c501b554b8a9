/**
 * Whom do we serve? Organizations and their members. Other rooms come in through this file only.
 */
import type { Identity } from '../identity/index.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';
import { mapByDomain } from './mapping/domain-mapping.ts';
import { joinOrganization } from './organizations/join.ts';
import { addMembers, removeMembers, requireOrganization } from './organizations/organizations.ts';
import { addOrganizationRoutes } from './organizations/routes.ts';
import { membershipRights, organizationsOf } from './organizations/store.ts';

export { organizationJson, organizationSchema } from './organizations/json.ts';
export {
  addMember,
  createOrganization,
  type Organization,
  organizationById,
  organizationsByIds,
} from './organizations/store.ts';

/** What customers offers to the rooms to its right: so far only its functions. */
export type Customers = Record<string, never>;

/** Adds the room to the app. */
export async function registerCustomers(
  app: App,
  platform: Platform,
  identity: Identity,
): Promise<Customers> {
  addOrganizationRoutes(app, platform, identity);
  identity.onSignIn(mapByDomain);
  identity.onJoin(joinOrganization);
  identity.setOrganizationsOf(async (db, accountId) =>
    (await organizationsOf(db, accountId)).map(({ id }) => id),
  );
  identity.onPreview(async (trx, { id }) => ({ organizations: await organizationsOf(trx, id) }));
  identity.addRights(membershipRights);
  identity.addBulkAct('add-to-organization', {
    subject: requireOrganization,
    apply: (trx, { accountId }, actor, id) => addMembers(trx, id, [accountId], actor),
  });
  identity.addBulkAct('remove-from-organization', {
    subject: requireOrganization,
    apply: (trx, { accountId }, actor, id) => removeMembers(trx, id, [accountId], actor),
  });
  return {};
}
