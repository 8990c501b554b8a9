import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { clearCookie, readCookie, sessionCookieName } from '../sessions/cookies.ts';
import { endSession } from '../sessions/sessions.ts';
import { giveBrowserToken } from '../sign-in/browser.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { actorOf } from '../viewer.ts';
import { leaveToSignOut, sessionThere } from './leave.ts';

/** Signing out here, and on to the provider. */
export function addSignOutRoutes(app: App, platform: Platform): void {
  const { config, db, log } = platform;
  const cookieName = sessionCookieName(config.url);

  app.post(
    '/rest/portico/1/sign-out',
    {
      schema: {
        operationId: 'signOut',
        tags: ['session'],
        summary:
          'End the session of this browser, and say where to go to end the one at the identity provider',
        body: Type.Optional(
          Type.Union([
            Type.Object(
              { everywhere: Type.Optional(Type.Boolean({ description: 'At the identity provider, too' })) },
              { additionalProperties: false },
            ),
            Type.Null(),
          ]),
        ),
        response: {
          200: Type.Object({
            url: Type.Optional(
              Type.String({ description: 'Send the browser there; absent: it ended here alone' }),
            ),
          }),
          ...errorResponses(400),
        },
      },
    },
    async (request, reply) => {
      const token = readCookie(request.headers.cookie, cookieName);
      const { viewer } = request;
      const there = token && viewer && request.body?.everywhere ? await sessionThere(db, token) : null;
      await inTransaction(db, async (trx) => {
        if (token) await endSession(trx, token);
        if (!viewer) return;
        await recordAudit(trx, {
          actor: actorOf(request),
          action: 'session.ended',
          objectType: 'account',
          objectId: viewer.accountId,
          objectName: viewer.displayName,
        });
      });
      reply.header('set-cookie', clearCookie(config.url, cookieName));
      if (!there) return {};
      try {
        const url = await leaveToSignOut(
          platform,
          there,
          giveBrowserToken(request, reply, config.url),
          request.portalHost,
        );
        return url === null ? {} : { url };
      } catch (error) {
        // Here it has ended all the same.
        if (!(error instanceof SignInRefused)) throw error;
        log.warn({ err: error, provider: there.provider.id }, 'cannot sign out at the provider');
        return {};
      }
    },
  );
}
