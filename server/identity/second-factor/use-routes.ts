import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { factorPath } from '../sign-in/open-session.ts';
import { defaultReturnTo, safeReturnTo } from '../sign-in/return-to.ts';
import { actorOf, requireSession } from '../viewer.ts';
import { isTrustedDevice } from './devices.ts';
import { addPending } from './pending.ts';
import { requireUnlocked } from './prove.ts';
import { proveSession } from './prove-session.ts';
import { factorSettings } from './settings.ts';

/** Showing a second factor in a session that came without one, where a portal requires it. */
export function addFactorUseRoutes(app: App, room: SignInRoom): void {
  const { db, config, sealer } = room.platform;

  app.post(
    '/rest/portico/1/session/second-factor',
    {
      schema: {
        operationId: 'beginSecondFactorOfSession',
        tags: ['session'],
        summary: 'Begin to show a second factor where a portal requires it; the session goes on with it',
        body: Type.Object(
          { destination: Type.Optional(Type.String({ maxLength: 2000 })) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            url: Type.String({ description: 'Where to go on, on this site: to show it, or back' }),
          }),
          ...errorResponses(400, 401, 403, 429),
        },
      },
    },
    async (request, reply) => {
      const viewer = requireSession(request);
      const returnTo = safeReturnTo(request.body.destination) ?? defaultReturnTo(false);
      if (viewer.session.factor !== null) return { url: returnTo };
      await requireUnlocked(db, viewer.id);
      return inTransaction(db, async (trx) => {
        const { rememberDays } = await factorSettings(trx);
        if (rememberDays > 0 && (await isTrustedDevice(trx, config, request, viewer.id))) {
          const cookie = await proveSession(trx, config, viewer.sessionId, 'device');
          if (cookie) reply.header('set-cookie', cookie);
          await recordAudit(trx, {
            actor: actorOf(request),
            action: 'session.factor-shown',
            objectType: 'account',
            objectId: viewer.accountId,
            objectName: viewer.displayName,
            after: { factor: 'device' },
          });
          return { url: returnTo };
        }
        const waits = { sessionId: viewer.sessionId, returnTo };
        reply.header('set-cookie', await addPending(trx, config, sealer, viewer.id, waits));
        return { url: factorPath };
      });
    },
  );
}
