import { type Static, Type } from '@fastify/type-provider-typebox';
import { type CertificateFacts, certificateFacts, daysUntil } from './certificate-facts.ts';
import { changesSomething, type Plan } from './compare.ts';
import type { MetadataContent } from './content.ts';
import type { RefreshState } from './refresh-store.ts';
import type { KeptMetadata } from './store.ts';
import { settingsOf } from './suggest.ts';
import type { ProviderWarning } from './warnings.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const bindingSchema = Type.Enum(['redirect', 'post']);

/** Where metadata comes from: one of both. */
export const sourceProperties = {
  xml: Type.Optional(
    Type.String({ maxLength: 1_000_000, description: 'The metadata itself, pasted or from a file' }),
  ),
  url: Type.Optional(Type.String({ maxLength: 2000, description: 'Where the provider publishes it' })),
  entityId: Type.Optional(
    Type.String({ maxLength: 1024, description: 'Which provider, when the metadata describes several' }),
  ),
};

export const certificateSchema = Type.Object({
  pem: Type.String(),
  fingerprint: Type.String({ description: 'SHA-256' }),
  subject: Type.String(),
  notBefore: Type.String(),
  notAfter: Type.String(),
  daysLeft: Type.Integer({ description: 'Whole days; negative when it has expired' }),
  keyBits: Type.Integer(),
});

/** What metadata says, as the API shows it. */
export const metadataContentSchema = Type.Object(
  {
    entityId: Type.String(),
    bindings: Type.Array(bindingSchema, { description: 'Those with which sign-in may begin' }),
    certificates: Type.Array(certificateSchema),
    wantsSignedRequests: Type.Boolean(),
    nameIdFormats: Type.Array(Type.String()),
    validUntil: nullable(Type.String()),
    cacheSeconds: nullable(Type.Integer()),
    notes: Type.Array(Type.String(), { description: 'What was left out, and why' }),
    settings: Type.Object(
      {
        entityId: Type.String(),
        signOnUrl: Type.String(),
        signOnBinding: Type.Optional(bindingSchema),
        logoutUrl: Type.Optional(Type.String()),
        logoutResponseUrl: Type.Optional(Type.String()),
        logoutBinding: Type.Optional(bindingSchema),
        certificates: Type.Array(Type.String()),
        signsRequests: Type.Optional(Type.Boolean()),
        metadataUrl: Type.Optional(Type.String()),
      },
      { description: 'Ready to be the `saml` settings of a provider' },
    ),
  },
  { title: 'SamlMetadataContent' },
);

/** Shows what metadata says; `url` is where it came from, if it came from an address. */
export function metadataContentJson(
  content: MetadataContent,
  url: string | null,
): Static<typeof metadataContentSchema> {
  return {
    entityId: content.entityId,
    bindings: (['redirect', 'post'] as const).filter((binding) => content.signOn[binding]),
    certificates: content.certificates.map((pem) => certificateJson(certificateFacts(pem))),
    wantsSignedRequests: content.wantsSignedRequests,
    nameIdFormats: [...content.nameIdFormats],
    validUntil: content.validUntil,
    cacheSeconds: content.cacheSeconds,
    notes: [...content.notes],
    settings: { ...settingsOf(content), ...(url !== null && { metadataUrl: url }) },
  };
}

export function certificateJson(facts: CertificateFacts): Static<typeof certificateSchema> {
  return {
    ...facts,
    notBefore: facts.notBefore.toISOString(),
    notAfter: facts.notAfter.toISOString(),
    daysLeft: daysUntil(facts.notAfter),
  };
}

const removedSchema = Type.Object({
  ...certificateSchema.properties,
  until: nullable(
    Type.String({ description: 'Stays in force beside the new ones until then; null: removed at once' }),
  ),
});

/** What taking metadata would change of a provider. */
export const metadataChangesSchema = Type.Object(
  {
    isChange: Type.Boolean(),
    fields: Type.Array(
      Type.Object({
        field: Type.Enum([
          'entityId',
          'signOnUrl',
          'signOnBinding',
          'logoutUrl',
          'logoutResponseUrl',
          'logoutBinding',
          'signsRequests',
          'metadataUrl',
        ]),
        before: nullable(Type.String()),
        after: nullable(Type.String()),
      }),
    ),
    certificates: Type.Object({
      added: Type.Array(certificateSchema),
      kept: Type.Array(certificateSchema),
      removed: Type.Array(removedSchema),
    }),
  },
  { title: 'SamlMetadataChanges' },
);

export function changesJson(plan: Plan): Static<typeof metadataChangesSchema> {
  const { added, kept, removed } = plan.certificates;
  return {
    isChange: changesSomething(plan),
    fields: [...plan.fields],
    certificates: {
      added: added.map(certificateJson),
      kept: kept.map(certificateJson),
      removed: removed.map(({ facts, until }) => ({
        ...certificateJson(facts),
        until: until?.toISOString() ?? null,
      })),
    },
  };
}

const keptSchema = Type.Object({
  id: Type.String(),
  source: Type.Enum(['url', 'file', 'paste', 'rollback']),
  state: Type.Enum(['applied', 'waiting', 'refused', 'superseded', 'dismissed']),
  problem: nullable(Type.String()),
  fetchedAt: Type.String(),
  appliedAt: nullable(Type.String()),
  entityId: Type.String(),
  signOnUrls: Type.Array(Type.String()),
  fingerprints: Type.Array(Type.String(), { description: 'SHA-256 of its signing certificates' }),
});

/** How the metadata of a provider stands, as the API shows it. */
export const metadataStateSchema = Type.Object(
  {
    url: nullable(Type.String({ description: 'Where it is refreshed from; null: it is not' })),
    isReviewed: Type.Boolean({ description: 'Changes wait for an administrator' }),
    lastAt: nullable(Type.String()),
    lastSucceededAt: nullable(Type.String()),
    nextAt: nullable(Type.String()),
    problem: nullable(Type.String({ description: 'Why the last refresh failed' })),
    failures: Type.Integer({ description: 'How many refreshes have failed one after another' }),
    certificates: Type.Array(
      Type.Object({
        ...certificateSchema.properties,
        until: nullable(Type.String({ description: 'No longer in the metadata; in force until then' })),
      }),
      { description: 'All that are in force' },
    ),
    waiting: nullable(Type.Object({ ...keptSchema.properties, changes: metadataChangesSchema })),
    history: Type.Array(keptSchema, { description: 'Newest first' }),
  },
  { title: 'SamlMetadataState' },
);

/** Shows metadata that was kept. */
export function keptJson(kept: KeptMetadata): Static<typeof keptSchema> {
  const { entityId, signOn, certificates } = kept.content;
  return {
    id: kept.id,
    source: kept.origin,
    state: kept.state,
    problem: kept.problem,
    fetchedAt: kept.fetchedAt.toISOString(),
    appliedAt: kept.appliedAt?.toISOString() ?? null,
    entityId,
    signOnUrls: [...new Set([signOn.redirect, signOn.post].filter((url) => url !== undefined))],
    fingerprints: certificates.map((pem) => certificateFacts(pem).fingerprint),
  };
}

/** Shows how refreshing stands; without an address there is no next time. */
export function refreshJson(url: string | null, refresh: RefreshState | null) {
  const isOfUrl = url !== null && refresh?.url === url;
  return {
    url,
    lastAt: (isOfUrl && refresh.lastAt?.toISOString()) || null,
    lastSucceededAt: (isOfUrl && refresh.lastSucceededAt?.toISOString()) || null,
    nextAt: (isOfUrl && refresh.nextAt.toISOString()) || null,
    problem: isOfUrl ? refresh.problem : null,
    failures: isOfUrl ? refresh.failures : 0,
  };
}

export const warningSchema = Type.Object(
  {
    providerId: Type.String(),
    providerName: Type.String(),
    kind: Type.Enum([
      'certificate',
      'own-certificate',
      'exception',
      'refresh',
      'metadata-waiting',
      'signing-wanted',
    ]),
    at: nullable(Type.String({ description: 'When it ends or ended, or last was good' })),
    daysLeft: nullable(Type.Integer({ description: 'Whole days; negative when it has ended' })),
    fingerprint: nullable(Type.String()),
    detail: nullable(Type.String()),
    isUrgent: Type.Boolean(),
  },
  { title: 'IdentityProviderWarning' },
);

export function warningJson({ provider, at, ...others }: ProviderWarning): Static<typeof warningSchema> {
  return {
    providerId: provider.id,
    providerName: provider.name,
    ...others,
    at: at?.toISOString() ?? null,
  };
}
