/**
 * Whom do we serve? Organizations and their members. Other rooms come in through this file only.
 */
import type { Identity } from '../identity/index.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';

export { organizationJson, organizationSchema } from './organizations/json.ts';
export {
  addMember,
  createOrganization,
  type Organization,
  organizationById,
  organizationsByIds,
  organizationsOf,
} from './organizations/store.ts';

/** What customers offers to the rooms to its right. */
export type Customers = Record<string, never>;

/** Adds the room to the app. */
export async function registerCustomers(
  _app: App,
  _platform: Platform,
  _identity: Identity,
): Promise<Customers> {
  return {};
}
