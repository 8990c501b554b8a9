/** What speaks to customers: the help center's portals and the status of its pages. */
import type { Desk } from '../desk/index.ts';
import type { Identity } from '../identity/index.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';
import { registerPageStatuses } from './page-statuses.ts';
import { portalRoutes } from './routes.ts';

/** Adds the room to the app. Call it last: pages speak of what all other rooms hold. */
export async function registerPortal(
  app: App,
  _platform: Platform,
  _identity: Identity,
  desk: Desk,
): Promise<void> {
  portalRoutes(app, desk);
  registerPageStatuses(app, desk);
}
