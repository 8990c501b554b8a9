import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireProvider } from '../providers/providers.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { keysJson, keysSchema } from './json.ts';
import { activateKey, dropPreviousKey, ensureKeys, rotateKey } from './keys.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String() });
const answers = { 200: keysSchema, ...errorResponses(401, 403, 404, 409) };

/** Our own keys at identity providers, for administrators. */
export function addProviderKeyRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const shown = async (id: string) => {
    await requireProvider(db, id);
    return keysJson(await ensureKeys(platform, db, id));
  };

  app.get(
    '/rest/portico/1/identity-provider/:id/key',
    {
      schema: {
        operationId: 'getIdentityProviderKeys',
        tags,
        summary: 'Our keys at an identity provider; the first is made when it is first asked for',
        params,
        response: answers,
      },
    },
    async (request) => {
      requireAdministrator(request);
      return shown(request.params.id);
    },
  );

  app.post(
    '/rest/portico/1/identity-provider/:id/key/rotate',
    {
      schema: {
        operationId: 'rotateIdentityProviderKey',
        tags,
        summary: 'Make and publish the next key; the active one goes on signing',
        params,
        response: answers,
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id } = request.params;
      await requireProvider(db, id);
      await rotateKey(platform, db, id, actorOf(request));
      return shown(id);
    },
  );

  app.post(
    '/rest/portico/1/identity-provider/:id/key/activate',
    {
      schema: {
        operationId: 'activateIdentityProviderKey',
        tags,
        summary: 'Sign with the next key from now on; the one before still decrypts',
        params,
        response: answers,
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id } = request.params;
      await inTransaction(db, (trx) => activateKey(trx, id, actorOf(request)));
      return shown(id);
    },
  );

  app.delete(
    '/rest/portico/1/identity-provider/:id/key/previous',
    {
      schema: {
        operationId: 'dropPreviousIdentityProviderKey',
        tags,
        summary: 'Forget the previous key: what is encrypted for it can be read no longer',
        params,
        response: answers,
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id } = request.params;
      await inTransaction(db, (trx) => dropPreviousKey(trx, id, actorOf(request)));
      return shown(id);
    },
  );
}
