import { type Static, Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden, NotFound } from '../../platform/http/errors.ts';
import { type AccountSummary, accountByAccountId } from '../accounts/store.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireViewer, type Viewer } from '../viewer.ts';
import { requireRecent } from './confirm.ts';
import { trustedDevicesOf } from './devices.ts';
import { factorsOf, noteFactorChange, removeAllFactors, tellOfFactors } from './factors.ts';
import { factorJson, orNull, ownFactorSchema } from './json.ts';
import { removePendingOf } from './pending.ts';
import { unlock } from './prove.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { policyOf, requireFactorOf } from './settings.ts';

const tags = ['second-factor'];
const params = Type.Object({ accountId: Type.String() });
const time = Type.String({ format: 'date-time' });

const accountFactorsSchema = Type.Object(
  {
    factors: Type.Array(ownFactorSchema),
    recoveryCodesLeft: Type.Integer(),
    rememberedBrowsers: Type.Integer(),
    isRequired: Type.Boolean({ description: 'By a rule for this account alone' }),
    skippedUntil: orNull(time),
    lockedUntil: orNull(time),
  },
  { title: 'AccountSecondFactors' },
);

/**
 * The second factors of somebody else: administrators may reset, skip and require them, and unlock an account; agents may do so
 * for customers, who ask them for help, and not for anybody who works here.
 */
export function addAccountFactorRoutes(app: App, room: SignInRoom): void {
  const { platform, staff } = room;
  const { db } = platform;

  /** @throws Unauthenticated, Forbidden, NotFound */
  async function requireHelper(
    trx: Database,
    request: FastifyRequest,
    { id, isAdministrator }: Viewer,
  ): Promise<AccountSummary> {
    const { accountId } = request.params as Static<typeof params>;
    const helpers = await staff.among(trx, [id]);
    if (!helpers.has(id)) throw new Forbidden('Only agents and administrators may do this.');
    const account = await accountByAccountId(trx, accountId);
    if (!account) throw new NotFound('There is no such account.');
    if (!isAdministrator && (await staff.among(trx, [account.id])).has(account.id)) {
      throw new Forbidden('Only an administrator may do this for somebody who works here.');
    }
    return account;
  }

  async function shown(trx: Database, account: AccountSummary): Promise<Static<typeof accountFactorsSchema>> {
    const row = await trx
      .selectFrom('account')
      .select([
        sql<Date | null>`case when factor_skipped_until > now() then factor_skipped_until end`.as('skipped'),
        sql<Date | null>`case when locked_until > now() then locked_until end`.as('locked'),
      ])
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow();
    return {
      factors: (await factorsOf(trx, account.id)).map(factorJson),
      recoveryCodesLeft: await recoveryCodesLeft(trx, account.id),
      rememberedBrowsers: (await trustedDevicesOf(trx, account.id)).length,
      isRequired: (await policyOf(trx, 'account', account.id))?.requirement === 'required',
      skippedUntil: row.skipped?.toISOString() ?? null,
      lockedUntil: row.locked?.toISOString() ?? null,
    };
  }

  const responses = { 200: accountFactorsSchema, ...errorResponses(400, 401, 403, 404) };

  app.get(
    '/rest/portico/1/account/:accountId/second-factor',
    {
      schema: {
        operationId: 'getSecondFactorsOfAccount',
        tags,
        summary: 'Somebody’s second factors, and whether they are required or locked out',
        params,
        response: responses,
      },
    },
    async (request) => shown(db, await requireHelper(db, request, requireViewer(request))),
  );

  app.post(
    '/rest/portico/1/account/:accountId/second-factor/reset',
    {
      schema: {
        operationId: 'resetSecondFactors',
        tags,
        summary:
          'Remove all second factors of somebody who has lost theirs; their sessions end, and they are told',
        params,
        response: responses,
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const account = await requireHelper(trx, request, await requireRecent(trx, request));
        const actor = actorOf(request);
        await removeAllFactors(trx, account.id);
        await removePendingOf(trx, account.id);
        await endSessionsOf(trx, account.id, request.viewer?.sessionId ?? null);
        await unlock(trx, account.id);
        await noteFactorChange(platform, trx, account, { kind: 'reset', name: actor.name ?? '' }, actor);
        return shown(trx, account);
      }),
  );

  app.put(
    '/rest/portico/1/account/:accountId/second-factor',
    {
      schema: {
        operationId: 'changeSecondFactorsOfAccount',
        tags,
        summary: 'Require a second factor of somebody, or let them in without one for some days',
        params,
        body: Type.Object(
          {
            isRequired: Type.Optional(Type.Boolean()),
            skipDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 30, description: '0: no longer' })),
          },
          { additionalProperties: false },
        ),
        response: responses,
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const account = await requireHelper(trx, request, await requireRecent(trx, request));
        const actor = actorOf(request);
        const { isRequired, skipDays } = request.body;
        const before = await shown(trx, account);
        const by = actor.name ?? '';
        if (isRequired !== undefined && (await requireFactorOf(trx, account, isRequired, actor))) {
          await tellOfFactors(platform, trx, account, {
            kind: isRequired ? 'required' : 'notRequired',
            name: by,
          });
        }
        if (skipDays !== undefined) {
          await trx
            .updateTable('account')
            .set({
              factor_skipped_until:
                skipDays === 0 ? null : sql<Date>`now() + make_interval(days => ${skipDays})`,
            })
            .where('id', '=', account.id)
            .execute();
          await recordAudit(trx, {
            actor,
            action: 'second-factor.skipped',
            objectType: 'account',
            objectId: account.accountId,
            objectName: account.displayName,
            before: { skippedUntil: before.skippedUntil },
            after: { days: skipDays },
          });
          // Of an end of it nobody needs to hear who was not let off.
          if (skipDays > 0 || before.skippedUntil !== null) {
            const kind = skipDays === 0 ? 'notSkipped' : 'skipped';
            await tellOfFactors(platform, trx, account, { kind, name: by, days: skipDays });
          }
        }
        return shown(trx, account);
      }),
  );

  app.post(
    '/rest/portico/1/account/:accountId/unlock',
    {
      schema: {
        operationId: 'unlockAccount',
        tags,
        summary: 'Let somebody in again who has entered too many wrong second factors',
        params,
        response: responses,
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const account = await requireHelper(trx, request, await requireRecent(trx, request));
        if (await unlock(trx, account.id)) {
          await recordAudit(trx, {
            actor: actorOf(request),
            action: 'second-factor.unlocked',
            objectType: 'account',
            objectId: account.accountId,
            objectName: account.displayName,
          });
          const by = actorOf(request).name ?? '';
          await tellOfFactors(platform, trx, account, { kind: 'unlocked', name: by });
        }
        return shown(trx, account);
      }),
  );
}
