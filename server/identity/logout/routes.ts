import type { App } from '../../platform/http/app-types.ts';
import type { Platform } from '../../platform/platform.ts';
import { addOidcLogoutRoutes } from './oidc-routes.ts';
import { addSamlLogoutRoutes } from './saml-routes.ts';
import { addSignOutRoutes } from './sign-out-routes.ts';

/** Every way in which a session ends because somebody, here or at the provider, signs out. */
export function addLogoutRoutes(app: App, platform: Platform): void {
  addSignOutRoutes(app, platform);
  addSamlLogoutRoutes(app, platform);
  addOidcLogoutRoutes(app, platform);
}
