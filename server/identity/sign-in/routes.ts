import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { passwordLength } from '../accounts/passwords.ts';
import { sessionThere } from '../logout/leave.ts';
import { readCookie, sessionCookieName } from '../sessions/cookies.ts';
import { tokenPolicy } from '../tokens/policy.ts';
import { requireViewer } from '../viewer.ts';
import { breakGlassMail } from './break-glass.ts';
import type { SignInRoom } from './complete.ts';
import { sessionAccountJson, sessionAccountSchema } from './json.ts';
import { signInWithPassword } from './password.ts';
import { changePreferences } from './preferences.ts';

const tags = ['session'];
const emailSchema = Type.String({ minLength: 1, maxLength: 320 });

/** Who is signed in, and signing in. */
export function addSignInRoutes(app: App, room: SignInRoom): void {
  const { platform, staff } = room;
  const { config, db } = platform;
  const cookieName = sessionCookieName(config.url);
  platform.mail.define(breakGlassMail);

  app.get(
    '/rest/portico/1/session',
    {
      schema: {
        operationId: 'getSession',
        tags,
        summary: 'Who is signed in; account is null when nobody is',
        response: {
          200: Type.Object({
            account: Type.Union([sessionAccountSchema, Type.Null()]),
            providerSignOut: Type.Union([Type.Object({ providerName: Type.String() }), Type.Null()], {
              description: 'Whether signing out at the identity provider, too, is possible',
            }),
            mayHaveTokens: Type.Boolean({ description: 'Whether the account may have API tokens' }),
            isDeskAdministrator: Type.Boolean({ description: 'Administers a service desk' }),
          }),
        },
      },
    },
    async ({ viewer, headers }) => {
      if (!viewer) {
        return { account: null, providerSignOut: null, mayHaveTokens: false, isDeskAdministrator: false };
      }
      const isAgent = (await staff.among(db, [viewer.id])).has(viewer.id);
      // the cookie is that of whoever looks
      const there = viewer.impersonation
        ? null
        : await sessionThere(db, readCookie(headers.cookie, cookieName) ?? '');
      return {
        account: sessionAccountJson(viewer, isAgent, viewer.locale),
        providerSignOut: there && { providerName: there.provider.name },
        mayHaveTokens: isAgent || (await tokenPolicy(db)).customersMay,
        isDeskAdministrator: isAgent && (await administersDesk(db, viewer.id)),
      };
    },
  );

  app.post(
    '/rest/portico/1/sign-in/password',
    {
      schema: {
        operationId: 'signInWithPassword',
        tags,
        summary: 'Sign in with e-mail address and password',
        body: Type.Object(
          {
            email: emailSchema,
            password: Type.String({ minLength: 1, maxLength: passwordLength.max }),
            destination: Type.Optional(
              Type.String({ maxLength: 2000, description: 'Where the person wants to go, on this site' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            account: Type.Union([sessionAccountSchema, Type.Null()], {
              description: 'null: nobody is signed in before the second factor was shown',
            }),
            url: Type.String({ description: 'Where to go on, on this site' }),
          }),
          ...errorResponses(400, 401, 429),
        },
      },
    },
    async (request, reply) => {
      const { destination, ...credentials } = request.body;
      const { account, locale, opened } = await signInWithPassword(room, request, {
        ...credentials,
        destination: destination ?? null,
      });
      for (const cookie of opened.cookies) reply.header('set-cookie', cookie);
      const isAgent = (await staff.among(db, [account.id])).has(account.id);
      return {
        account: opened.isSignedIn ? sessionAccountJson(account, isAgent, locale) : null,
        url: opened.path,
      };
    },
  );

  app.put(
    '/rest/portico/1/session/preferences',
    {
      schema: {
        operationId: 'changePreferences',
        tags,
        summary: 'Change language and time zone of the signed-in account',
        body: Type.Object(
          {
            locale: Type.Optional(Type.Union([Type.String({ maxLength: 35 }), Type.Null()])),
            timeZone: Type.Optional(Type.Union([Type.String({ maxLength: 60 }), Type.Null()])),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      await changePreferences(db, viewer.id, request.body);
      return reply.code(204).send(null);
    },
  );
}

async function administersDesk(db: Database, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('service_desk_agent')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('is_administrator', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
