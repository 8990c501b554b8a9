import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { passwordLength } from '../accounts/passwords.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { mailCode, proveAccount, showAccountLink } from './account-links.ts';
import { linkCodeMail, linkedMail } from './mails.ts';

const tags = ['session'];
const params = Type.Object({ token: Type.String() });

/**
 * The step after a sign-in through a provider that does not speak for the e-mail domain, while the address has an account:
 * whoever signs in proves that it is theirs. Only the browser that signed in gets here.
 */
export function addAccountLinkRoutes(app: App, room: SignInRoom): void {
  room.platform.mail.define(linkCodeMail);
  room.platform.mail.define(linkedMail);

  app.get(
    '/rest/portico/1/account-link/:token',
    {
      schema: {
        operationId: 'getAccountLink',
        tags,
        summary: 'What is to be proved before a sign-in goes on',
        params,
        response: {
          200: Type.Object({
            providerName: Type.String(),
            email: Type.String(),
            takesCode: Type.Boolean(),
            codeSentAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
            canSendCode: Type.Boolean(),
            triesLeft: Type.Integer(),
            expiresAt: Type.String({ format: 'date-time' }),
          }),
          ...errorResponses(404, 429),
        },
      },
    },
    async (request) => {
      const shown = await showAccountLink(room, request, request.params.token);
      return {
        ...shown,
        codeSentAt: shown.codeSentAt?.toISOString() ?? null,
        expiresAt: shown.expiresAt.toISOString(),
      };
    },
  );

  app.post(
    '/rest/portico/1/account-link/:token/code',
    {
      schema: {
        operationId: 'mailAccountLinkCode',
        tags,
        summary: 'Mail a code to the address of the account',
        params,
        response: { 204: Type.Null(), ...errorResponses(404, 409, 429) },
      },
    },
    async (request, reply) => {
      await mailCode(room, request, request.params.token);
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/rest/portico/1/account-link/:token/prove',
    {
      schema: {
        operationId: 'proveAccount',
        tags,
        summary: 'Prove that the account is yours, with the mailed code or its password, and be signed in',
        params,
        body: Type.Object(
          {
            code: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
            password: Type.Optional(Type.String({ minLength: 1, maxLength: passwordLength.max })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ url: Type.String({ description: 'Where to go on, on this site' }) }),
          ...errorResponses(400, 404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const { code, password } = request.body;
      const proof = code !== undefined ? { code } : password !== undefined ? { password } : null;
      if (proof === null || (code !== undefined && password !== undefined)) {
        throw new Invalid('Send either the code or the password.');
      }
      try {
        return { url: await proveAccount(room, request, reply, request.params.token, proof) };
      } catch (error) {
        // What was fine when the person signed in at the provider no longer is.
        if (!(error instanceof SignInRefused)) throw error;
        throw new Conflict('Your sign-in can no longer be completed. Sign in again.');
      }
    },
  );
}
