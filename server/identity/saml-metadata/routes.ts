import { Type } from '@fastify/type-provider-typebox';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { createGuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Platform } from '../../platform/platform.ts';
import { countIdentities, type SamlProvider } from '../providers/store.ts';
import { requireRecentAdministrator, requireRecentInBrowser } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { applyKept, applyMetadata, dismissMetadata, planFor, requireSamlProvider } from './apply-metadata.ts';
import { endOverlapNow } from './end-overlap.ts';
import {
  changesJson,
  metadataChangesSchema,
  metadataContentJson,
  metadataContentSchema,
  metadataStateSchema,
  sourceProperties,
  warningJson,
  warningSchema,
} from './json.ts';
import { type ObtainedMetadata, obtainMetadata } from './obtain.ts';
import { defineRefreshJobs, refreshMetadata } from './refresh.ts';
import { stateJson } from './state.ts';
import { warningMail } from './warning-mail.ts';
import { currentWarnings, giveWarnings } from './warnings.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String() });
const keptParams = Type.Object({ id: Type.String(), metadataId: Type.String() });
const base = '/rest/portico/1/identity-provider';
/** JSON writes quotes as two characters, and metadata has many. */
const bodyLimit = 2_500_000;
const keepsCertificates = Type.Optional(
  Type.Boolean({
    default: true,
    description: 'Certificates that are no longer named stay in force for 48 hours beside the new ones',
  }),
);

/** Metadata of SAML providers, for administrators: import, refresh, history; and what must be seen to in time. */
export function addMetadataRoutes(app: App, platform: Platform): void {
  const { config, db, jobs, mail } = platform;
  mail.define(warningMail);
  const allowsPrivate = config.allowsPrivateProviders;
  const fetch = createGuardedFetch({ allowsPrivate });
  defineRefreshJobs(platform, fetch);
  jobs.define('identity.provider-warnings', () => giveWarnings(platform));
  jobs.schedule('identity.provider-warnings', '41 5 * * *');

  app.post(
    `${base}/metadata-preview`,
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

  app.get(
    `${base}/:id/metadata`,
    {
      schema: {
        operationId: 'getSamlMetadataState',
        tags,
        summary: 'How the metadata of a SAML provider stands: refreshes, certificates, history',
        params,
        response: { 200: metadataStateSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return stateJson(db, await requireSamlProvider(db, request.params.id));
    },
  );

  app.post(
    `${base}/:id/metadata`,
    {
      bodyLimit,
      schema: {
        operationId: 'importSamlMetadata',
        tags,
        summary: 'Show what metadata would change of a SAML provider, or apply it',
        params,
        body: Type.Object(
          {
            ...sourceProperties,
            isFile: Type.Optional(Type.Boolean({ description: 'The XML is from a file, not pasted' })),
            apply: Type.Boolean({ description: 'false: nothing is written' }),
            keepsCertificates,
            version: Type.Optional(
              Type.Integer({
                minimum: 1,
                description: 'The version of the provider that the preview was for',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            isApplied: Type.Boolean(),
            version: Type.Integer({ description: 'Of the provider' }),
            content: metadataContentSchema,
            changes: metadataChangesSchema,
            problem: Type.Union([Type.Null(), Type.String()], { description: 'Why it cannot be applied' }),
          }),
          ...errorResponses(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const viewer = requireAdministrator(request);
      if (request.body.apply) await requireRecentInBrowser(db, request, viewer);
      const { id } = request.params;
      const { body } = request;
      await requireSamlProvider(db, id);
      const obtained = await obtainMetadata(fetch, body, allowsPrivate);
      const application = {
        ...applicationOf(obtained, body.isFile ?? false),
        keepsCertificates: body.keepsCertificates ?? true,
        ...(body.version !== undefined && { version: body.version }),
      };
      const before = await requireSamlProvider(db, id);
      const changes = changesJson(await planFor(db, before, application));
      const problem = await problemOf(db, before, obtained);
      const provider = body.apply
        ? await inTransaction(db, (trx) => applyMetadata(platform, trx, id, application, actorOf(request)))
        : before;
      return {
        isApplied: body.apply,
        version: provider.version,
        content: metadataContentJson(obtained.content, obtained.url),
        changes,
        problem: body.apply ? null : problem,
      };
    },
  );

  app.post(
    `${base}/:id/metadata/refresh`,
    {
      schema: {
        operationId: 'refreshSamlMetadata',
        tags,
        summary: 'Fetch the metadata of a SAML provider now',
        params,
        response: {
          200: Type.Object({
            outcome: Type.Enum(['unchanged', 'applied', 'waiting', 'failed']),
            state: metadataStateSchema,
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const provider = await requireSamlProvider(db, request.params.id);
      const outcome = await refreshMetadata(platform, fetch, provider.id);
      if (outcome === 'off') {
        throw new Invalid(
          'There is nothing to refresh yet: this provider has no metadata address, or no entity ID. Import its metadata from its address first.',
        );
      }
      return { outcome, state: await stateJson(db, await requireSamlProvider(db, provider.id)) };
    },
  );

  app.post(
    `${base}/:id/metadata/:metadataId/apply`,
    {
      schema: {
        operationId: 'applySamlMetadata',
        tags,
        summary: 'Apply metadata that waits, or go back to earlier metadata',
        params: keptParams,
        body: Type.Object({ keepsCertificates }, { additionalProperties: false }),
        response: { 200: metadataStateSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id, metadataId } = request.params;
      const options = { keepsCertificates: request.body.keepsCertificates ?? true };
      const provider = await inTransaction(db, (trx) =>
        applyKept(platform, trx, id, metadataId, options, actorOf(request)),
      );
      return stateJson(db, provider);
    },
  );

  app.post(
    `${base}/:id/metadata/:metadataId/dismiss`,
    {
      schema: {
        operationId: 'dismissSamlMetadata',
        tags,
        summary: 'Decide against metadata that waits',
        params: keptParams,
        response: { 200: metadataStateSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id, metadataId } = request.params;
      await inTransaction(db, (trx) => dismissMetadata(trx, id, metadataId, actorOf(request)));
      return stateJson(db, await requireSamlProvider(db, id));
    },
  );

  app.post(
    `${base}/:id/metadata/retiring/:fingerprint/end`,
    {
      schema: {
        operationId: 'endRetiringCertificate',
        tags,
        summary: 'Take an earlier certificate out of force now that stays beside the new ones for a while',
        params: Type.Object({
          id: Type.String(),
          fingerprint: Type.String({ maxLength: 95, description: 'SHA-256, as the state shows it' }),
        }),
        response: { 200: metadataStateSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { id, fingerprint } = request.params;
      const provider = await inTransaction(db, (trx) =>
        endOverlapNow(platform, trx, id, fingerprint, actorOf(request)),
      );
      return stateJson(db, provider);
    },
  );

  app.get(
    '/rest/portico/1/identity-provider-warnings',
    {
      schema: {
        operationId: 'listIdentityProviderWarnings',
        tags,
        summary: 'What must be seen to before people cannot sign in: certificates, exceptions, refreshes',
        response: { 200: Type.Object({ values: Type.Array(warningSchema) }), ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return { values: (await currentWarnings(db)).map(warningJson) };
    },
  );
}

function applicationOf({ xml, content, url }: ObtainedMetadata, isFile: boolean) {
  return {
    origin: url !== null ? ('url' as const) : isFile ? ('file' as const) : ('paste' as const),
    xml,
    content,
    mayChangeSigning: true,
    ...(url !== null && { metadataUrl: url }),
  };
}

async function problemOf(
  db: Database,
  provider: SamlProvider,
  { content }: ObtainedMetadata,
): Promise<string | null> {
  if (content.entityId === provider.issuer || (await countIdentities(db, provider.id)) === 0) return null;
  return `This is the metadata of another provider: its entity id is ${content.entityId}, and people have signed in under ${provider.issuer}, which is part of who they are. Add another provider instead.`;
}
