import { type Static, Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Config } from '../../platform/config/config.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, Invalid, Unauthenticated } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import { mailRecipient } from '../accounts/mail-recipient.ts';
import { type AccountSummary, accountsByIds } from '../accounts/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { startPlanned } from '../sign-in/open-session.ts';
import { portalOfPath } from '../sign-in/portal-of-path.ts';
import { defaultReturnTo } from '../sign-in/return-to.ts';
import { actorOf } from '../viewer.ts';
import { trustDevice } from './devices.ts';
import { type Factor, factorsOf } from './factors.ts';
import { begunSchema, orNull, shownFactor, shownFactorProperties } from './json.ts';
import { factorCodeMail } from './mails.ts';
import { beginAuthentication } from './passkeys.ts';
import {
  clearPending,
  codesPerSignIn,
  lockPending,
  type PendingSignIn,
  removePending,
  renewCode,
  takeCode,
} from './pending.ts';
import { countingWrong, proveFactor } from './prove.ts';
import { proveSession } from './prove-session.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { factorSettings, type KeptFactorSettings } from './settings.ts';
import { pendingTokenOf } from './subject.ts';

const tags = ['session'];

/** Codes that are mailed to one account in an hour. */
const codesPerAccount = 8;

const pendingSchema = Type.Object(
  {
    displayName: Type.String(),
    isSignedIn: Type.Boolean({
      description: 'A session is open, and has come where a second factor is needed',
    }),
    email: orNull(Type.String()),
    ways: Type.Array(
      Type.Union([
        Type.Literal('totp'),
        Type.Literal('passkey'),
        Type.Literal('recovery'),
        Type.Literal('mail'),
      ]),
    ),
    canSetUp: Type.Array(Type.Union([Type.Literal('totp'), Type.Literal('passkey')]), {
      description: 'What can be set up now, by those who have nothing yet',
    }),
    codeSentAt: orNull(Type.String({ format: 'date-time' })),
    canSendCode: Type.Boolean(),
    rememberDays: Type.Integer(),
    expiresAt: Type.String({ format: 'date-time' }),
  },
  { title: 'PendingSignIn' },
);

interface Waiting {
  readonly pending: PendingSignIn;
  readonly account: AccountSummary;
  readonly settings: KeptFactorSettings;
  readonly takesMail: boolean;
  readonly ways: Static<typeof pendingSchema>['ways'];
  readonly canSetUp: Static<typeof pendingSchema>['canSetUp'];
}

/** The second factor of a sign-in: what is asked for, and showing it. Only the browser that signed in gets here. */
export function addPendingRoutes(app: App, room: SignInRoom): void {
  const { platform, staff } = room;
  const { db, config, mail, sealer } = platform;
  mail.define(factorCodeMail);

  /** @throws Unauthenticated when nothing waits in this browser, or its time is over */
  async function requirePending(trx: Database, request: FastifyRequest): Promise<Waiting> {
    const pending = await lockPending(trx, sealer, pendingTokenOf(room, request));
    const account = pending && (await accountsByIds(trx, [pending.accountId])).get(pending.accountId);
    // A session that waits goes on in its own browser alone.
    const isElsewhere = pending?.sessionId != null && pending.sessionId !== request.viewer?.sessionId;
    if (!pending || !account?.isActive || isElsewhere) {
      throw new Unauthenticated(
        'Your sign-in took too long, or was begun in another browser. Sign in again.',
      );
    }
    const settings = await factorSettings(trx);
    const own = await factorsOf(trx, account.id);
    const has = (kind: 'totp' | 'passkey') => own.some((factor) => factor.kind === kind);
    const ways: Waiting['ways'] = [];
    if (settings.allowsPasskeys && has('passkey')) ways.push('passkey');
    if (settings.allowsTotp && has('totp')) ways.push('totp');
    // The mailbox is for those who have nothing better: it must not be a way around what they set up.
    const takesMail = settings.allowsMail && account.email !== null && own.length === 0;
    if (takesMail) ways.push('mail');
    if (own.length > 0 && (await recoveryCodesLeft(trx, account.id)) > 0) ways.push('recovery');
    const canSetUp: Waiting['canSetUp'] = [];
    if (own.length === 0 && settings.allowsPasskeys) canSetUp.push('passkey');
    if (own.length === 0 && settings.allowsTotp) canSetUp.push('totp');
    return { pending, account, settings, takesMail, ways, canSetUp };
  }

  app.get(
    '/rest/portico/1/sign-in/second-factor',
    {
      schema: {
        operationId: 'getPendingSignIn',
        tags,
        summary: 'Which second factor the sign-in in this browser waits for',
        response: { 200: pendingSchema, ...errorResponses(401) },
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const { pending, account, settings, takesMail, ways, canSetUp } = await requirePending(trx, request);
        return {
          displayName: account.displayName,
          isSignedIn: pending.planned === null,
          email: takesMail ? account.email : null,
          ways,
          canSetUp,
          codeSentAt: pending.codeSentAt?.toISOString() ?? null,
          canSendCode: takesMail && pending.codesSent < codesPerSignIn,
          rememberDays: settings.rememberDays,
          expiresAt: pending.expiresAt.toISOString(),
        };
      }),
  );

  app.post(
    '/rest/portico/1/sign-in/second-factor/mail-code',
    {
      schema: {
        operationId: 'mailSecondFactorCode',
        tags,
        summary: 'Mail a code to the address of the account',
        response: { 204: Type.Null(), ...errorResponses(401, 409, 429) },
      },
    },
    async (request, reply) => {
      const { account: found } = await inTransaction(db, (trx) => requirePending(trx, request));
      await hit(db, `second-factor:codes:${found.id}`, codesPerAccount, 3600);
      await inTransaction(db, async (trx) => {
        const { pending, account, takesMail } = await requirePending(trx, request);
        const to = takesMail ? await mailRecipient(trx, account) : null;
        if (!to) {
          throw new Conflict('Codes by e-mail are not taken for this account. Use another way.');
        }
        if (pending.codesSent >= codesPerSignIn) {
          throw new Conflict('Three codes were sent. Look among unwanted mail too, or sign in again later.');
        }
        const code = await renewCode(trx, pending.id);
        await mail.queue(trx, {
          template: factorCodeMail,
          values: { name: account.displayName, code },
          to,
          portalId: portalOfPath(pending.returnTo),
        });
        await recordAudit(trx, {
          actor: { accountId: account.id, name: account.displayName, address: request.ip },
          action: 'second-factor.code-sent',
          objectType: 'account',
          objectId: account.accountId,
          objectName: account.displayName,
        });
      });
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/rest/portico/1/sign-in/second-factor/passkey-options',
    {
      schema: {
        operationId: 'beginSecondFactorPasskey',
        tags,
        summary: 'Begin to show a passkey or security key',
        response: { 200: begunSchema, ...errorResponses(401) },
      },
    },
    async (request) => {
      const { account } = await inTransaction(db, (trx) => requirePending(trx, request));
      return begun(await beginAuthentication(db, config, account.id));
    },
  );

  app.post(
    '/rest/portico/1/sign-in/second-factor',
    {
      schema: {
        operationId: 'showSecondFactor',
        tags,
        summary: 'Show the second factor, and be signed in',
        body: Type.Object(
          {
            ...shownFactorProperties,
            mailCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
            rememberDevice: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ url: Type.String({ description: 'Where to go on, on this site' }) }),
          ...errorResponses(400, 401, 429),
        },
      },
    },
    async (request, reply) => {
      const { mailCode, rememberDevice, ...body } = request.body;
      const { pending, account, settings, takesMail } = await inTransaction(db, (trx) =>
        requirePending(trx, request),
      );
      const actor = { ...actorOf(request), accountId: account.id, name: account.displayName };
      const shown = shownFactor(body);
      let factor: Factor;
      if (mailCode !== undefined) {
        await countingWrong(platform, account, actor, async () => {
          if (takesMail && (await takeCode(db, pending.id, mailCode))) return;
          throw Invalid.fields({
            mailCode: 'This is not the code that was sent last. Check it and try again.',
          });
        });
        factor = 'mail';
      } else if (shown) {
        factor = await proveFactor(platform, account, settings, shown, actor);
      } else {
        throw new Invalid('Send a code or the answer of a passkey.');
      }
      const finished = await inTransaction(db, (trx) =>
        finishPending(room, trx, request, pending, account, factor, Boolean(rememberDevice)),
      );
      for (const cookie of finished.cookies) reply.header('set-cookie', cookie);
      const isStaff = (await staff.among(db, [account.id])).has(account.id);
      return { url: pending.returnTo ?? defaultReturnTo(isStaff) };
    },
  );
}

/**
 * Opens the session of a sign-in whose second factor was shown, or lets the one that is open go on with it.
 *
 * @returns Set-Cookie values
 * @throws Unauthenticated when another request has done so
 */
export async function finishPending(
  room: SignInRoom,
  trx: Database,
  request: FastifyRequest,
  pending: PendingSignIn,
  account: AccountSummary,
  factor: Factor,
  remembersDevice: boolean,
): Promise<{ readonly cookies: readonly string[] }> {
  const { config } = room.platform;
  if (!(await removePending(trx, pending.id))) {
    throw new Unauthenticated('This sign-in was finished already. Sign in again.');
  }
  const session = pending.planned
    ? await startPlanned(room, trx, request, account, pending.planned, factor)
    : await goOn(trx, config, request, account, pending, factor);
  const cookies = [session, clearPending(config)];
  const { rememberDays } = await factorSettings(trx);
  if (remembersDevice && rememberDays > 0) {
    cookies.push(await trustDevice(trx, config, request, account.id, rememberDays));
  }
  return { cookies };
}

/** @throws Unauthenticated when it is not the session of this browser that waits */
async function goOn(
  trx: Database,
  config: Config,
  request: FastifyRequest,
  account: AccountSummary,
  { sessionId }: PendingSignIn,
  factor: Factor,
): Promise<string> {
  const isMine = sessionId !== null && request.viewer?.sessionId === sessionId;
  const cookie = isMine ? await proveSession(trx, config, sessionId, factor) : null;
  if (cookie === null) throw new Unauthenticated('You are signed in no longer. Sign in again.');
  await recordAudit(trx, {
    actor: actorOf(request),
    action: 'session.factor-shown',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { factor },
  });
  return cookie;
}

/** A ceremony on the wire. */
export function begun({ token, options }: { token: string; options: object }): Static<typeof begunSchema> {
  return { token, options: { ...options } };
}
