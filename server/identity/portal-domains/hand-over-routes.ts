import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { TooManyTries } from '../../platform/http/errors.ts';
import { accountsByIds } from '../accounts/store.ts';
import { providerById } from '../providers/store.ts';
import { browserTokenOf } from '../sign-in/browser.ts';
import { requireUsable, type SignInRoom } from '../sign-in/complete.ts';
import { openSession } from '../sign-in/open-session.ts';
import { redirectOrRefuse } from '../sign-in/redirect-or-refuse.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { rememberProvider } from '../sign-in/remembered.ts';
import { takeHandOver } from './hand-over.ts';

/** Where sign-ins that were made at the site's own host arrive. */
export function addHandOverRoutes(app: App, room: SignInRoom): void {
  const { platform } = room;
  const { config, db, sealer } = platform;

  app.get(
    '/sso/hand-over',
    {
      schema: {
        operationId: 'takeHandOver',
        tags: ['sign-in'],
        summary:
          'Open the session at a portal’s host that was verified at the site’s own, in the browser that began here',
        querystring: Type.Object({ code: Type.Optional(Type.String({ maxLength: 100 })) }),
        response: { 303: Type.Null({ description: 'On to the goal, or the sign-in page' }) },
      },
    },
    (request, reply) =>
      redirectOrRefuse(platform, request, reply, async (known) => {
        const { portalHost } = request;
        const browserToken = browserTokenOf(request, config.url);
        const { code } = request.query;
        if (!portalHost || browserToken === null || code === undefined) {
          throw new SignInRefused('attempt_unknown', 'No sign-in was begun at this host in this browser');
        }
        // Its own transaction: whatever comes of it, the code is good for nothing afterwards.
        const taken = await inTransaction(db, (trx) =>
          takeHandOver(trx, sealer, { code, host: portalHost.host, browserToken }),
        );
        known.returnTo = taken.returnTo || null;
        known.notes.reference = taken.reference;
        const found = await providerById(db, taken.providerId);
        known.provider = found;
        const provider = requireUsable(found, found?.protocol ?? 'saml');
        const opened = await inTransaction(db, async (trx) => {
          const account = (await accountsByIds(trx, [taken.accountId])).get(taken.accountId);
          if (!account?.isActive) {
            throw new SignInRefused('account_inactive', 'The account was deactivated on the way');
          }
          const { identityId, isNew, assertion, reference } = taken;
          return openSession(room, trx, request, {
            account,
            method: 'provider',
            returnTo: known.returnTo,
            through: { provider, identityId, isNew, assertion, reference },
          });
        }).catch((error: unknown) => {
          if (!(error instanceof TooManyTries)) throw error;
          throw new SignInRefused('account_locked', error.message, { cause: error });
        });
        for (const cookie of opened.cookies) reply.header('set-cookie', cookie);
        reply.header('set-cookie', rememberProvider(platform, provider.id));
        return opened.path;
      }),
  );
}
