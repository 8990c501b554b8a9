import { type Static, Type } from '@fastify/type-provider-typebox';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountByAccountId } from '../accounts/store.ts';
import { actorOf, requireAdministrator, requireSession } from '../viewer.ts';
import { endSessionOf, type ListedSession, listSessions } from './listing.ts';
import { endSessionsOf } from './sessions.ts';

const tags = ['session'];
const time = Type.String({ format: 'date-time' });
const textOrNull = Type.Union([Type.String(), Type.Null()]);

const listedSessionSchema = Type.Object({
  id: Type.String(),
  browser: textOrNull,
  system: textOrNull,
  address: textOrNull,
  providerName: textOrNull,
  startedAt: time,
  lastSeenAt: time,
  expiresAt: time,
  isCurrent: Type.Boolean({ description: 'The session of this very request' }),
});
const sessionsResponse = Type.Object({ sessions: Type.Array(listedSessionSchema) });
const sessionParams = Type.Object({ id: Type.String() });
const accountParams = Type.Object({ accountId: Type.String() });
const accountSessionParams = Type.Object({ accountId: Type.String(), id: Type.String() });

/** Sessions as lists: one's own, and for administrators those of everybody. */
export function addSessionRoutes(app: App, platform: Platform): void {
  const { config, db } = platform;

  app.get(
    '/rest/portico/1/session/mine',
    {
      schema: {
        operationId: 'listMySessions',
        tags,
        summary: 'Where the signed-in account is signed in',
        response: { 200: sessionsResponse, ...errorResponses(401) },
      },
    },
    async (request) => {
      const viewer = requireSession(request);
      return sessionsJson(await listSessions(db, viewer.id, config), viewer.sessionId);
    },
  );

  app.delete(
    '/rest/portico/1/session/mine',
    {
      schema: {
        operationId: 'endMyOtherSessions',
        tags,
        summary: 'End all sessions of the signed-in account but this one',
        querystring: Type.Object({
          others: Type.Optional(Type.Boolean({ description: 'Must be true' })),
        }),
        response: { 204: Type.Null(), ...errorResponses(400, 401) },
      },
    },
    async (request, reply) => {
      const viewer = requireSession(request);
      if (request.query.others !== true) {
        throw new Invalid('Say others=true. To end this session, too, sign out.');
      }
      await inTransaction(db, async (trx) => {
        const count = await endSessionsOf(trx, viewer.id, viewer.sessionId);
        if (count > 0) await recordEnd(trx, actorOf(request), viewer, count);
      });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/portico/1/session/mine/:id',
    {
      schema: {
        operationId: 'endMySession',
        tags,
        summary: 'End a session of the signed-in account',
        params: sessionParams,
        response: { 204: Type.Null(), ...errorResponses(401, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireSession(request);
      await inTransaction(db, async (trx) => {
        if (!(await endSessionOf(trx, viewer.id, request.params.id))) throw noSession();
        await recordEnd(trx, actorOf(request), viewer, 1);
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/account/:accountId/session',
    {
      schema: {
        operationId: 'listSessionsOfAccount',
        tags,
        summary: 'Where an account is signed in',
        params: accountParams,
        response: { 200: sessionsResponse, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireAdministrator(request);
      const account = await requireAccount(request.params.accountId);
      return sessionsJson(await listSessions(db, account.id, config), viewer.sessionId);
    },
  );

  app.delete(
    '/rest/portico/1/account/:accountId/session',
    {
      schema: {
        operationId: 'endSessionsOfAccount',
        tags,
        summary: 'End all sessions of an account; of one’s own, all but this one',
        params: accountParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireAdministrator(request);
      const account = await requireAccount(request.params.accountId);
      await inTransaction(db, async (trx) => {
        const count = await endSessionsOf(trx, account.id, viewer.sessionId);
        if (count > 0) await recordEnd(trx, actorOf(request), account, count);
      });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/portico/1/account/:accountId/session/:id',
    {
      schema: {
        operationId: 'endSessionOfAccount',
        tags,
        summary: 'End a session of an account',
        params: accountSessionParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const account = await requireAccount(request.params.accountId);
      await inTransaction(db, async (trx) => {
        if (!(await endSessionOf(trx, account.id, request.params.id))) throw noSession();
        await recordEnd(trx, actorOf(request), account, 1);
      });
      return reply.code(204).send(null);
    },
  );

  async function requireAccount(accountId: string) {
    const account = await accountByAccountId(db, accountId);
    if (!account) throw new NotFound('There is no such account.');
    return account;
  }
}

interface Owner {
  readonly accountId: string;
  readonly displayName: string;
}

async function recordEnd(
  trx: Parameters<typeof recordAudit>[0],
  actor: AuditActor,
  { accountId, displayName }: Owner,
  count: number,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: 'session.ended',
    objectType: 'account',
    objectId: accountId,
    objectName: displayName,
    after: { sessions: count },
  });
}

function noSession(): NotFound {
  return new NotFound('There is no such session. It may have ended already.');
}

function sessionsJson(
  sessions: readonly ListedSession[],
  currentId: string | null,
): Static<typeof sessionsResponse> {
  return {
    sessions: sessions.map(({ startedAt, lastSeenAt, expiresAt, ...rest }) => ({
      ...rest,
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isCurrent: rest.id === currentId,
    })),
  };
}
