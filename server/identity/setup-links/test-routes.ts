import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { loginPath } from '../providers/addresses.ts';
import { giveBrowserToken } from '../sign-in/browser.ts';
import { createEntrance, tokenProperty } from './entrance.ts';
import { requireDraft } from './fill-in.ts';
import { beginSetupTest, setupTestTrace } from './setup-tests.ts';
import { setupTestJson, setupTestSchema } from './test-json.ts';

const tags = ['identity-provider'];
const path = '/rest/portico/1/provider-setup/:token/test';

/** Tests by whoever has a set-up link: of that one provider, seen through that one link. */
export function addSetupTestRoutes(app: App, { config, db }: Platform): void {
  const enter = createEntrance(db);

  app.post(
    path,
    {
      schema: {
        operationId: 'testProviderSetup',
        tags,
        summary: 'With a set-up link: make ready a complete round trip that signs nobody in',
        params: Type.Object(tokenProperty),
        response: {
          200: Type.Object({
            url: Type.String({ description: 'To be opened once, in this browser, within 10 minutes' }),
            reference: Type.String({ description: 'Under which the result is found' }),
          }),
          ...errorResponses(404, 409, 429),
        },
      },
    },
    async (request, reply) => {
      const { link, provider, actor } = await enter(request, 'test');
      requireDraft(provider);
      const browserToken = giveBrowserToken(request, reply, config.url);
      const { token, reference } = await inTransaction(db, (trx) =>
        beginSetupTest(trx, link, provider, browserToken, actor),
      );
      reply.header('cache-control', 'no-store');
      return { url: `${loginPath(provider)}?${new URLSearchParams({ test: token })}`, reference };
    },
  );

  app.get(
    `${path}/:reference`,
    {
      schema: {
        operationId: 'getProviderSetupTest',
        tags,
        summary: 'With a set-up link: what came of its test; without one while it has not ended',
        params: Type.Object({ ...tokenProperty, reference: Type.String({ maxLength: 20 }) }),
        response: {
          200: Type.Object({ test: Type.Union([setupTestSchema, Type.Null()]) }),
          ...errorResponses(404, 429),
        },
      },
    },
    async (request, reply) => {
      const { link, provider } = await enter(request);
      const trace = await setupTestTrace(db, link, request.params.reference);
      reply.header('cache-control', 'no-store');
      return { test: trace && setupTestJson(trace, provider, config.url) };
    },
  );
}
