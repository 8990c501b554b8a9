import type { App } from '../../platform/http/app-types.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { addTokenAdministrationRoutes } from './administration-routes.ts';
import { tokenExpiresMail } from './mails.ts';
import { addTokenRoutes } from './routes.ts';
import { sweepTokens } from './store.ts';
import { warnOfExpiry } from './warn.ts';

/** Adds API tokens: their routes, the mail before they expire, and the job that sends it and forgets old ones. */
export function registerTokens(app: App, room: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { platform } = room;
  platform.mail.define(tokenExpiresMail);
  addTokenRoutes(app, room);
  addTokenAdministrationRoutes(app, platform);
  platform.jobs.define('api-token.sweep', async () => {
    await warnOfExpiry(platform);
    await sweepTokens(platform.db);
  });
  platform.jobs.schedule('api-token.sweep', '11 * * * *');
}
