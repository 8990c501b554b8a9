import { Type } from '@fastify/type-provider-typebox';
import encodeQR from 'qr';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import { browserName } from '../sessions/browser-name.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { defaultReturnTo } from '../sign-in/return-to.ts';
import { actorOf, requireSession } from '../viewer.ts';
import { requireRecent } from './confirm.ts';
import { forgetDevices, trustedDevicesOf } from './devices.ts';
import { factorsOf, noteFactorChange, removeFactor } from './factors.ts';
import {
  begunSchema,
  factorJson,
  newPasskeySchema,
  orNull,
  ownFactorSchema,
  registrationOf,
  trustedDeviceSchema,
} from './json.ts';
import { factorChangedMail } from './mails.ts';
import { beginRegistration, finishRegistration } from './passkeys.ts';
import { begun, finishPending } from './pending-routes.ts';
import { countingWrong } from './prove.ts';
import { proveSession } from './prove-session.ts';
import { makeRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts';
import { demandOn } from './requirement.ts';
import { factorSettings } from './settings.ts';
import { type FactorOwner, requireFactorOwner } from './subject.ts';
import { addTotp, takeTotp } from './totp.ts';

const tags = ['second-factor'];
const name = Type.String({ minLength: 1, maxLength: 100, description: 'By which its owner knows it' });

/** What has come of setting one up. */
const addedSchema = Type.Object({
  recoveryCodes: orNull(
    Type.Array(Type.String(), { description: 'Made with the first second factor; shown this once' }),
  ),
  url: orNull(Type.String({ description: 'Where to go on, when this finished a sign-in' })),
});

/** Everybody's own second factors. */
export function addOwnFactorRoutes(app: App, room: SignInRoom): void {
  const { platform, staff } = room;
  const { db, config, sealer } = platform;
  platform.mail.define(factorChangedMail);

  app.get(
    '/rest/portico/1/second-factor',
    {
      schema: {
        operationId: 'getOwnSecondFactors',
        tags,
        summary: 'Your second factors, what is left of your recovery codes, and where you are not asked',
        response: {
          200: Type.Object({
            factors: Type.Array(ownFactorSchema),
            recoveryCodesLeft: Type.Integer(),
            devices: Type.Array(trustedDeviceSchema),
            allows: Type.Object({
              totp: Type.Boolean(),
              passkeys: Type.Boolean(),
              mail: Type.Boolean(),
              passwordless: Type.Boolean(),
              rememberDays: Type.Integer(),
            }),
            requirement: Type.Union([
              Type.Literal('off'),
              Type.Literal('optional'),
              Type.Literal('required'),
            ]),
          }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => {
      const viewer = requireSession(request);
      const settings = await factorSettings(db);
      const isStaff = (await staff.among(db, [viewer.id])).has(viewer.id);
      const demand = await demandOn(
        db,
        { accountId: viewer.id, isStaff, providerId: viewer.sessionProviderId, portalId: null },
        room.organizationsOf,
      );
      return {
        factors: (await factorsOf(db, viewer.id)).map(factorJson),
        recoveryCodesLeft: await recoveryCodesLeft(db, viewer.id),
        devices: (await trustedDevicesOf(db, viewer.id)).map(({ userAgent, ...device }) => ({
          ...factorJson(device),
          ...browserName(userAgent),
          expiresAt: device.expiresAt.toISOString(),
        })),
        allows: {
          totp: settings.allowsTotp,
          passkeys: settings.allowsPasskeys,
          mail: settings.allowsMail,
          passwordless: settings.allowsPasswordless,
          rememberDays: settings.rememberDays,
        },
        requirement: demand.requirement,
      };
    },
  );

  app.post(
    '/rest/portico/1/second-factor/totp',
    {
      schema: {
        operationId: 'beginTotp',
        tags,
        summary: 'Begin to set up an authenticator app; it counts once a code of it was sent back',
        body: Type.Object({ name }, { additionalProperties: false }),
        response: {
          201: Type.Object({
            id: Type.String(),
            secret: Type.String({ description: 'To be typed where nothing can be scanned' }),
            uri: Type.String(),
            qrCode: Type.String({ description: 'The same as a picture: SVG' }),
          }),
          ...errorResponses(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const made = await inTransaction(db, async (trx) => {
        const { account } = await requireFactorOwner(room, trx, request);
        if (!(await factorSettings(trx)).allowsTotp)
          throw new Invalid('Authenticator apps are not used here.');
        return addTotp(trx, sealer, account.id, {
          issuer: config.siteName,
          account: account.email ?? account.displayName,
          name: request.body.name,
        });
      });
      return reply.code(201).send({ ...made, qrCode: encodeQR(made.uri, 'svg') });
    },
  );

  app.post(
    '/rest/portico/1/second-factor/totp/:id/confirm',
    {
      schema: {
        operationId: 'confirmTotp',
        tags,
        summary: 'Confirm an authenticator app with a code of it',
        params: Type.Object({ id: Type.String() }),
        body: Type.Object(
          { code: Type.String({ minLength: 1, maxLength: 20 }) },
          { additionalProperties: false },
        ),
        response: { 200: addedSchema, ...errorResponses(400, 401, 403, 404, 429) },
      },
    },
    async (request, reply) => {
      const { account: found } = await inTransaction(db, (trx) => requireFactorOwner(room, trx, request));
      const actor = { ...actorOf(request), accountId: found.id, name: found.displayName };
      const { id } = request.params;
      let done: Added | null = null;
      await countingWrong(platform, found, actor, async () => {
        done = await inTransaction(db, async (trx) => {
          const owner = await requireFactorOwner(room, trx, request);
          const { account } = owner;
          const known = await trx
            .selectFrom('totp_factor')
            .select('name')
            .where('account_id', '=', account.id)
            .where('id', '=', /^\d{1,18}$/.test(id) ? id : '0')
            .where('confirmed_at', 'is', null)
            .executeTakeFirst();
          if (!known) throw new NotFound('This was set up already, or begun anew elsewhere.');
          if (!(await takeTotp(trx, sealer, account.id, request.body.code, { unconfirmedId: id }))) {
            throw Invalid.fields({
              code: 'This code is not right. Enter the six digits that your app shows now; if it is set by hand, check the clock of the phone.',
            });
          }
          await noteFactorChange(platform, trx, account, { kind: 'totpAdded', name: known.name }, actor);
          return added(trx, owner, 'totp', request);
        });
      });
      return send(reply, done);
    },
  );

  app.post(
    '/rest/portico/1/second-factor/passkey-options',
    {
      schema: {
        operationId: 'beginPasskey',
        tags,
        summary: 'Begin to add a passkey or security key',
        response: { 200: begunSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      const { account } = await inTransaction(db, (trx) => requireFactorOwner(room, trx, request));
      if (!(await factorSettings(db)).allowsPasskeys) throw new Invalid('Passkeys are not used here.');
      return begun(await beginRegistration(db, config, account));
    },
  );

  app.post(
    '/rest/portico/1/second-factor/passkey',
    {
      schema: {
        operationId: 'addPasskey',
        tags,
        summary: 'Add the passkey that the browser has made',
        body: newPasskeySchema,
        response: { 200: addedSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const { token, response, name: passkeyName } = request.body;
      const done = await inTransaction(db, async (trx) => {
        const owner = await requireFactorOwner(room, trx, request);
        const { account } = owner;
        await finishRegistration(trx, config, account.id, token, registrationOf(response), passkeyName);
        const actor = { ...actorOf(request), accountId: account.id, name: account.displayName };
        await noteFactorChange(platform, trx, account, { kind: 'passkeyAdded', name: passkeyName }, actor);
        return added(trx, owner, 'passkey', request);
      });
      return send(reply, done);
    },
  );

  app.delete(
    '/rest/portico/1/second-factor/:kind/:id',
    {
      schema: {
        operationId: 'removeSecondFactor',
        tags,
        summary: 'Remove one of your second factors',
        params: Type.Object({
          kind: Type.Union([Type.Literal('totp'), Type.Literal('passkey')]),
          id: Type.String(),
        }),
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { kind, id } = request.params;
      await inTransaction(db, async (trx) => {
        await requireRecent(trx, request);
        const { account } = await requireFactorOwner(room, trx, request);
        const removed = await removeFactor(trx, account.id, kind, id);
        if (removed === null) throw new NotFound('You have no such second factor.');
        await noteFactorChange(
          platform,
          trx,
          account,
          { kind: kind === 'totp' ? 'totpRemoved' : 'passkeyRemoved', name: removed },
          actorOf(request),
        );
      });
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/rest/portico/1/second-factor/recovery-codes',
    {
      schema: {
        operationId: 'makeRecoveryCodes',
        tags,
        summary: 'Make new recovery codes; the earlier ones do not work any more',
        response: {
          200: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
          ...errorResponses(401, 403, 400),
        },
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        await requireRecent(trx, request);
        const { account } = await requireFactorOwner(room, trx, request);
        if ((await factorsOf(trx, account.id)).length === 0) {
          throw new Invalid('Set up an authenticator app or a passkey first.');
        }
        const recoveryCodes = await makeRecoveryCodes(trx, account.id);
        await noteFactorChange(platform, trx, account, { kind: 'codesMade', name: '' }, actorOf(request));
        return { recoveryCodes };
      }),
  );

  app.delete(
    '/rest/portico/1/second-factor/device/:id',
    {
      schema: {
        operationId: 'forgetDevice',
        tags,
        summary: 'Ask for the second factor in that browser again; `all` for every one',
        params: Type.Object({ id: Type.String({ pattern: '^(all|\\d{1,18})$' }) }),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const { id: accountId } = requireSession(request);
      const { id } = request.params;
      const count = await forgetDevices(db, accountId, id === 'all' ? null : id);
      if (count === 0 && id !== 'all') throw new NotFound('This browser is not remembered.');
      reply.code(204);
      return null;
    },
  );

  interface Added {
    readonly recoveryCodes: string[] | null;
    readonly url: string | null;
    readonly cookies: readonly string[];
  }

  /** The first second factor comes with recovery codes, and lets in whoever had to set it up. */
  async function added(
    trx: Database,
    { account, pending }: FactorOwner,
    factor: 'totp' | 'passkey',
    request: Parameters<typeof finishPending>[2],
  ): Promise<Added> {
    const isFirst = (await recoveryCodesLeft(trx, account.id)) === 0;
    const recoveryCodes = isFirst ? await makeRecoveryCodes(trx, account.id) : null;
    if (!pending) {
      // What was set up was shown with it: a session that came without one must not be closed out by it.
      const cookie = request.viewer?.sessionId
        ? await proveSession(trx, config, request.viewer.sessionId, factor)
        : null;
      return { recoveryCodes, url: null, cookies: cookie === null ? [] : [cookie] };
    }
    const { cookies } = await finishPending(room, trx, request, pending, account, factor, false);
    const isStaff = (await staff.among(trx, [account.id])).has(account.id);
    return { recoveryCodes, url: pending.returnTo ?? defaultReturnTo(isStaff), cookies };
  }

  function send(
    reply: { header(name: string, value: string): unknown },
    done: Added | null,
  ): { recoveryCodes: string[] | null; url: string | null } {
    if (!done) throw new Error('A second factor was neither added nor refused');
    for (const cookie of done.cookies) reply.header('set-cookie', cookie);
    return { recoveryCodes: done.recoveryCodes, url: done.url };
  }
}
