import type { App } from '../../platform/http/app-types.ts';
import type { Platform } from '../../platform/platform.ts';
import { guardPortalHosts } from './gate.ts';
import { addProxyRoutes } from './proxy-routes.ts';
import { addPortalDomainRoutes } from './routes.ts';
import { portalHostOf } from './store.ts';

/** Lets portals live at hosts of their own. Call it before all other routes. */
export function registerPortalDomains(app: App, platform: Platform): void {
  const { config, db } = platform;
  // Read at each request, so that what an administrator decides holds at once in every process.
  app.setPortalHosts((host) => portalHostOf(db, host));
  guardPortalHosts(app, config);
  addProxyRoutes(app, platform);
  addPortalDomainRoutes(app, platform);
}
