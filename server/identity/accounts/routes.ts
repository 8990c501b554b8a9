import { type Static, Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden, NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import { requireRecent, requireRecentInBrowser } from '../second-factor/confirm.ts';
import { rotateSession } from '../sessions/sessions.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { createAccount, maxDisplayNameLength } from './accounts.ts';
import { changeAccount } from './change.ts';
import { accountFilterProperties } from './filter.ts';
import { countAccounts, cursorAfter, type ListedAccount, listAccounts, listedAccount } from './listing.ts';
import { passwordSetMail, tellOfPasswordSet } from './password-set-mail.ts';

const tags = ['account'];

const listedAccountSchema = Type.Object({
  accountId: Type.String(),
  displayName: Type.String(),
  emailAddress: Type.Union([Type.String(), Type.Null()]),
  kind: Type.Enum(['person', 'service'], { description: 'A service account is that of a program' }),
  isActive: Type.Boolean(),
  isAdministrator: Type.Boolean(),
  isAgent: Type.Boolean(),
  isDeskAdministrator: Type.Boolean({ description: 'Administers a service desk' }),
  isLocked: Type.Boolean({ description: 'Too many wrong second factors; nobody gets in for a while' }),
  hasPassword: Type.Boolean(),
  hasSecondFactor: Type.Boolean(),
  lastSeenAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'By any session; exact to a quarter of an hour',
  }),
  organizations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: 'By name; at most ten',
  }),
  groups: Type.Array(Type.Object({ groupId: Type.String(), name: Type.String() }), {
    description: 'By name; at most ten',
  }),
  identities: Type.Array(
    Type.Object({
      providerName: Type.String(),
      subject: Type.String(),
      lastSignInAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    }),
  ),
  createdAt: Type.String({ format: 'date-time' }),
});

const accountPageSchema = Type.Object({
  ...pageSchema(listedAccountSchema).properties,
  nextAfter: Type.Union([Type.String(), Type.Null()], {
    description: 'For `after`: where the next page begins, however long the list is',
  }),
});

const displayNameSchema = Type.String({ minLength: 1, maxLength: maxDisplayNameLength });
const passwordSchema = Type.String({ minLength: 1, maxLength: 1000 });
const accountParams = Type.Object({ accountId: Type.String() });

/** Accounts, for administrators. */
export function addAccountRoutes(
  app: App,
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
): void {
  const { config, db, mail } = platform;
  mail.define(passwordSetMail);

  app.get(
    '/rest/portico/1/account',
    {
      schema: {
        operationId: 'listAccounts',
        tags,
        summary: 'All accounts by name, or those that match',
        querystring: Type.Object({
          ...pageQueryProperties,
          ...accountFilterProperties,
          after: Type.Optional(
            Type.String({
              maxLength: 2000,
              description: 'nextAfter of the page before; start is not looked at',
            }),
          ),
        }),
        response: { 200: accountPageSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, after, ...filter } = request.query;
      const accounts = await listAccounts(db, {
        filter,
        start,
        limit: limit + 1,
        ...(after !== undefined && { after }),
      });
      const agents = await staff.among(
        db,
        accounts.map(({ id }) => id),
      );
      const last = accounts.length > limit ? accounts[limit - 1] : undefined;
      return {
        ...page(
          { request, start, limit },
          accounts.map((account) => listedJson(account, agents.has(account.id))),
        ),
        nextAfter: last ? cursorAfter(last) : null,
      };
    },
  );

  app.get(
    '/rest/portico/1/account/count',
    {
      schema: {
        operationId: 'countAccounts',
        tags,
        summary: 'How many accounts match',
        querystring: Type.Object(accountFilterProperties),
        response: { 200: Type.Object({ count: Type.Integer() }), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return { count: await countAccounts(db, request.query) };
    },
  );

  app.post(
    '/rest/portico/1/account',
    {
      schema: {
        operationId: 'createAccount',
        tags,
        summary: 'Create an account that signs in with a password',
        body: Type.Object(
          {
            displayName: displayNameSchema,
            email: Type.String({ minLength: 1, maxLength: 320 }),
            password: passwordSchema,
            isAdministrator: Type.Optional(Type.Boolean()),
            requiresSecondFactor: Type.Optional(
              Type.Boolean({ description: 'Sets one up at the first sign-in, whatever rules there are' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: listedAccountSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireAdministrator(request);
      const { body } = request;
      if (body.isAdministrator) await requireRecentInBrowser(db, request, viewer);
      const created = await inTransaction(db, async (trx) => {
        const actor = actorOf(request);
        const { requiresSecondFactor, ...wanted } = body;
        const account = await createAccount(trx, {
          ...wanted,
          grantedBy: actor.accountId,
          ...(requiresSecondFactor && { secondFactorRequiredBy: actor }),
        });
        await recordAudit(trx, {
          actor,
          action: 'account.created',
          objectType: 'account',
          objectId: account.accountId,
          objectName: account.displayName,
          after: {
            email: account.email,
            displayName: account.displayName,
            isAdministrator: account.isAdministrator,
            ...(requiresSecondFactor && { requiresSecondFactor }),
          },
        });
        return account;
      });
      return reply.code(201).send(await show(created.accountId));
    },
  );

  app.put(
    '/rest/portico/1/account/:accountId',
    {
      schema: {
        operationId: 'changeAccount',
        tags,
        summary: 'Change name, password and rights of an account, or deactivate it, which ends its sessions',
        params: accountParams,
        body: Type.Object(
          {
            displayName: Type.Optional(displayNameSchema),
            isActive: Type.Optional(Type.Boolean()),
            isAdministrator: Type.Optional(Type.Boolean()),
            password: Type.Optional(passwordSchema),
          },
          { additionalProperties: false },
        ),
        response: { 200: listedAccountSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { sessionId, token } = requireAdministrator(request);
      const { accountId } = request.params;
      const { password, isAdministrator } = request.body;
      if (password !== undefined || isAdministrator !== undefined) {
        if (token) {
          throw new Forbidden('An API token cannot change passwords and rights. Sign in with a browser.');
        }
        await requireRecent(db, request);
      }
      const cookie = await inTransaction(db, async (trx) => {
        const actor = actorOf(request);
        const rotates = await changeAccount(trx, accountId, request.body, actor, sessionId);
        if (password !== undefined) await tellOfPasswordSet(platform, trx, accountId, actor.name ?? '');
        return rotates && sessionId !== null ? rotateSession(trx, sessionId, config) : null;
      });
      if (cookie) reply.header('set-cookie', cookie);
      return show(accountId);
    },
  );

  async function show(accountId: string): Promise<Static<typeof listedAccountSchema>> {
    const account = await listedAccount(db, accountId);
    if (!account) throw new NotFound('There is no such account.');
    return listedJson(account, (await staff.among(db, [account.id])).has(account.id));
  }
}

function listedJson(account: ListedAccount, isAgent: boolean): Static<typeof listedAccountSchema> {
  return {
    accountId: account.accountId,
    displayName: account.displayName,
    emailAddress: account.email,
    kind: account.kind,
    isActive: account.isActive,
    isAdministrator: account.isAdministrator,
    isAgent,
    isDeskAdministrator: account.isDeskAdministrator,
    isLocked: account.isLocked,
    hasPassword: account.hasPassword,
    hasSecondFactor: account.hasSecondFactor,
    lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
    organizations: account.organizations.map(({ id, name }) => ({ id, name })),
    groups: account.groups.map(({ groupId, name }) => ({ groupId, name })),
    identities: account.identities.map(({ providerName, subject, lastSignInAt }) => ({
      providerName,
      subject,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    })),
    createdAt: account.createdAt.toISOString(),
  };
}
