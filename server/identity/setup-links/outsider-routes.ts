import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { createGuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Platform } from '../../platform/platform.ts';
import { noteProof, requireClaim } from '../domains/domains.ts';
import { lookUpProof } from '../domains/look-up-proof.ts';
import { requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';
import { metadataContentJson, metadataContentSchema, sourceProperties } from '../saml-metadata/json.ts';
import { obtainMetadata } from '../saml-metadata/obtain.ts';
import { createEntrance, type LinkRequest, tokenProperty } from './entrance.ts';
import { discreet, fillInProvider, requireDraft, requireFilledIn } from './fill-in.ts';
import { providerSetupJson, providerSetupSchema, setupInputSchema } from './json.ts';
import { enterBySetupLink, type SetupLink } from './links.ts';
import { lastSetupTest } from './setup-tests.ts';
import { submitSetup } from './submissions.ts';
import { setupSubmittedMail } from './submitted-mail.ts';

const tags = ['identity-provider'];
const path = '/rest/portico/1/provider-setup/:token';
const params = Type.Object(tokenProperty);

/** What whoever has a set-up link can do: see and fill in that one provider, prove its domains, say that it is done. */
export function addProviderSetupRoutes(app: App, platform: Platform): void {
  const { config, db, mail } = platform;
  mail.define(setupSubmittedMail);
  const allowsPrivate = config.allowsPrivateProviders;
  const fetch = createGuardedFetch({ allowsPrivate });

  const enter = createEntrance(db);
  const show = async (link: SetupLink, provider: Provider) =>
    providerSetupJson(provider, link, await lastSetupTest(db, link, provider), config);
  const shown = async (request: LinkRequest) => {
    const { link, provider } = await enterBySetupLink(db, request.params.token, request.ip);
    return show(link, provider);
  };

  app.get(
    path,
    {
      schema: {
        operationId: 'getProviderSetup',
        tags,
        summary: 'What a set-up link is for',
        params,
        response: { 200: providerSetupSchema, ...errorResponses(404, 429) },
      },
    },
    async (request, reply) => {
      const { link, provider } = await enter(request);
      reply.header('cache-control', 'no-store');
      return show(link, provider);
    },
  );

  app.put(
    path,
    {
      schema: {
        operationId: 'fillInProviderSetup',
        tags,
        summary: 'Fill in the product, protocol settings and domains with a set-up link',
        params,
        body: setupInputSchema,
        response: { 200: providerSetupSchema, ...errorResponses(400, 404, 409, 429) },
      },
    },
    async (request) => {
      const { provider, actor } = await enter(request);
      const { version, ...input } = request.body;
      await inTransaction(db, (trx) => fillInProvider(platform, trx, provider, version, input, actor));
      return shown(request);
    },
  );

  app.post(
    `${path}/domain/:domain/verify`,
    {
      schema: {
        operationId: 'verifyProviderSetupDomain',
        tags,
        summary: 'Look for the TXT record that proves a domain, with a set-up link',
        params: Type.Object({ ...tokenProperty, domain: Type.String({ maxLength: 254 }) }),
        response: { 200: providerSetupSchema, ...errorResponses(404, 409, 429) },
      },
    },
    async (request) => {
      const { provider, actor } = await enter(request, 'look-up');
      requireDraft(provider);
      const { claim } = await requireClaim(db, provider.id, request.params.domain);
      const proof = await lookUpProof(config.dnsServers, claim);
      try {
        await inTransaction(db, (trx) => noteProof(trx, provider, claim, proof, actor));
      } catch (error) {
        throw error instanceof Conflict ? discreet(error) : error;
      }
      return shown(request);
    },
  );

  app.post(
    `${path}/metadata-preview`,
    {
      bodyLimit: 2_500_000,
      schema: {
        operationId: 'previewProviderSetupMetadata',
        tags,
        summary: 'What SAML metadata says, with a set-up link; writes nothing',
        params,
        body: Type.Object(sourceProperties, { additionalProperties: false }),
        response: { 200: metadataContentSchema, ...errorResponses(400, 404, 409, 429) },
      },
    },
    async (request) => {
      const { provider } = await enter(request, 'look-up');
      requireDraft(provider);
      if (provider.protocol !== 'saml') throw new NotFound('Only SAML providers have metadata.');
      const { content, url } = await obtainMetadata(fetch, request.body, allowsPrivate);
      return metadataContentJson(content, url);
    },
  );

  app.post(
    `${path}/submit`,
    {
      schema: {
        operationId: 'submitProviderSetup',
        tags,
        summary: 'Say that all is filled in; an administrator looks at it and enables it',
        params,
        response: { 200: providerSetupSchema, ...errorResponses(400, 404, 409, 429) },
      },
    },
    async (request) => {
      const { link, provider, actor } = await enter(request);
      await inTransaction(db, async (trx) => {
        const now = await requireProvider(trx, provider.id);
        requireDraft(now);
        requireFilledIn(now);
        const test = await lastSetupTest(trx, link, now);
        await submitSetup(
          platform,
          trx,
          link,
          now,
          test?.outcome ? { ...test, outcome: test.outcome } : null,
          actor,
        );
      });
      return shown(request);
    },
  );
}
