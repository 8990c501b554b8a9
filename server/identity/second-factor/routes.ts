import type { App } from '../../platform/http/app-types.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { addAccountFactorRoutes } from './account-routes.ts';
import { addConfirmRoutes } from './confirm-routes.ts';
import { addOwnFactorRoutes } from './own-routes.ts';
import { addPasskeySignInRoutes } from './passkey-sign-in-routes.ts';
import { addPendingRoutes } from './pending-routes.ts';
import { addFactorPolicyRoutes } from './policy-routes.ts';
import { addFactorUseRoutes } from './use-routes.ts';

/** Second factors: at sign-in, one's own, somebody else's, and who needs one. */
export function addSecondFactorRoutes(app: App, room: SignInRoom): void {
  addPendingRoutes(app, room);
  addPasskeySignInRoutes(app, room);
  addConfirmRoutes(app, room);
  addOwnFactorRoutes(app, room);
  addAccountFactorRoutes(app, room);
  addFactorPolicyRoutes(app, room);
  addFactorUseRoutes(app, room);
}
