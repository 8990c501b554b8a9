import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { createGuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministrator } from '../viewer.ts';
import { metadataContentJson, metadataContentSchema, sourceProperties } from './json.ts';
import { obtainMetadata } from './obtain.ts';

const tags = ['identity-provider'];
/** JSON writes quotes as two characters, and metadata has many. */
const bodyLimit = 2_500_000;

/** Metadata of SAML providers, for administrators: import, refresh, history. */
export function addMetadataRoutes(app: App, platform: Platform): void {
  const { config } = platform;
  const allowsPrivate = config.allowsPrivateProviders;
  const fetch = createGuardedFetch({ allowsPrivate });

  app.post(
    '/rest/portico/1/identity-provider/metadata-preview',
    {
      bodyLimit,
      schema: {
        operationId: 'previewSamlMetadata',
        tags,
        summary: 'What SAML metadata says, ready to fill in a new provider; writes nothing',
        body: Type.Object(sourceProperties, { additionalProperties: false }),
        response: { 200: metadataContentSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { content, url } = await obtainMetadata(fetch, request.body, allowsPrivate);
      return metadataContentJson(content, url);
    },
  );
}
