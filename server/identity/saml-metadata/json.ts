import { type Static, Type } from '@fastify/type-provider-typebox';
import { type CertificateFacts, certificateFacts, daysUntil } from './certificate-facts.ts';
import type { MetadataContent } from './content.ts';
import { settingsOf } from './suggest.ts';

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
