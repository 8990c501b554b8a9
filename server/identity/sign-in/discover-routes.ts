import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { normalizeEmail } from '../accounts/email.ts';
import { discoverSignIn, signInOptions } from './discover.ts';
import { forgetProvider, rememberedProvider } from './remembered.ts';

const tags = ['session'];
const portalSchema = Type.String({
  pattern: '^\\d{1,18}$',
  description: 'Id of the portal that one wants into',
});
const destinationSchema = Type.String({
  maxLength: 2000,
  description: 'Where to go afterwards; a path of this site, which also tells the portal',
});
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const offeredSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    buttonText: orNull(Type.String({ description: 'null: made from the name' })),
    logoUrl: orNull(Type.String()),
    url: Type.String({ description: 'Where signing in through it begins' }),
  },
  { title: 'OfferedProvider' },
);

/** Home realm discovery: which ways to sign in there are, before anybody has. */
export function addDiscoverRoutes(app: App, platform: Platform): void {
  const { db } = platform;

  app.get(
    '/rest/portico/1/sign-in/options',
    {
      schema: {
        operationId: 'getSignInOptions',
        tags,
        summary: 'The ways to sign in: buttons, password, or straight to a provider',
        querystring: Type.Object({
          portal: Type.Optional(portalSchema),
          idp: Type.Optional(
            Type.String({ maxLength: 200, description: 'Id or name of a provider, as in ?idp=acme' }),
          ),
          destination: Type.Optional(destinationSchema),
        }),
        response: {
          200: Type.Object({
            providers: Type.Array(offeredSchema),
            remembered: orNull(offeredSchema),
            showsPassword: Type.Boolean(),
            offersPasskeys: Type.Boolean({ description: 'A passkey signs in without a password' }),
            redirectTo: orNull(Type.String({ description: 'Where to go at once, without asking' })),
          }),
          ...errorResponses(400),
        },
      },
    },
    async (request) => {
      const { providers, ...options } = await signInOptions(db, {
        ...request.query,
        ...(request.portalHost && { portal: request.portalHost.portalId }),
        rememberedId: rememberedProvider(platform, request.headers.cookie),
      });
      return { ...options, providers: [...providers] };
    },
  );

  app.post(
    '/rest/portico/1/sign-in/discover',
    {
      schema: {
        operationId: 'discoverSignIn',
        tags,
        summary: 'How people of this e-mail domain sign in; says nothing of whether an account exists',
        body: Type.Object(
          {
            email: Type.String({ minLength: 1, maxLength: 320 }),
            destination: Type.Optional(destinationSchema),
            portal: Type.Optional(portalSchema),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Union([
            Type.Object({
              method: Type.Literal('redirect'),
              providerName: Type.String(),
              url: Type.String(),
            }),
            Type.Object({ method: Type.Literal('password') }),
            Type.Object({
              method: Type.Literal('none', {
                description: 'The domain has no provider, and the portal takes no passwords',
              }),
            }),
          ]),
          ...errorResponses(400),
        },
      },
    },
    async ({ body, portalHost }) => {
      const email = normalizeEmail(body.email);
      if (!email) {
        throw Invalid.fields({ email: 'This is not an e-mail address. Write it like name@company.com.' });
      }
      return discoverSignIn(db, email, { ...body, ...(portalHost && { portal: portalHost.portalId }) });
    },
  );

  app.post(
    '/rest/portico/1/sign-in/forget',
    {
      schema: {
        operationId: 'forgetProvider',
        tags,
        summary: 'Make this browser forget through which provider somebody signed in',
        response: { 204: Type.Null() },
      },
    },
    async (_request, reply) => {
      reply.header('set-cookie', forgetProvider(platform));
      return reply.code(204).send(null);
    },
  );
}
