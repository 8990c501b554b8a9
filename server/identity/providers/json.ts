import { type Static, Type } from '@fastify/type-provider-typebox';
import { oidcAddresses, samlAddresses } from './addresses.ts';
import type { Provider } from './store.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

const samlProperties = {
  entityId: text(1024),
  signOnUrl: text(2000),
  certificates: Type.Array(Type.String({ maxLength: 20_000 }), { minItems: 1, maxItems: 10 }),
  emailAttribute: Type.Optional(text(500)),
  nameAttribute: Type.Optional(text(500)),
  groupsAttribute: Type.Optional(text(500)),
};

const oidcProperties = {
  issuer: text(1024),
  clientId: text(500),
  scopes: Type.Optional(text(500)),
};

const sharedProperties = {
  name: text(100),
  domains: Type.Array(Type.String({ maxLength: 254 }), { maxItems: 500 }),
};

/** An identity provider as administrators send it. */
export const providerInputSchema = Type.Object(
  {
    ...sharedProperties,
    protocol: Type.Union([Type.Literal('saml'), Type.Literal('oidc')]),
    isEnabled: Type.Optional(Type.Boolean({ default: false })),
    createsAccounts: Type.Optional(Type.Boolean({ default: true })),
    admitsStaff: Type.Optional(Type.Boolean({ default: false })),
    saml: Type.Optional(Type.Object(samlProperties, { additionalProperties: false })),
    oidc: Type.Optional(
      Type.Object(
        {
          ...oidcProperties,
          clientSecret: Type.Optional(
            Type.Union([text(2000), Type.Null()], {
              description: 'Never shown again; absent on change keeps it, null removes it',
            }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** The same on change, with the version that was seen. */
export const providerChangeSchema = Type.Object(
  { ...providerInputSchema.properties, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

export type ProviderInput = Static<typeof providerInputSchema>;

/** An identity provider as the API shows it. */
export const providerSchema = Type.Object(
  {
    id: Type.String(),
    protocol: Type.Union([Type.Literal('saml'), Type.Literal('oidc')]),
    ...sharedProperties,
    isEnabled: Type.Boolean(),
    createsAccounts: Type.Boolean(),
    admitsStaff: Type.Boolean(),
    version: Type.Integer(),
    saml: Type.Optional(Type.Object(samlProperties)),
    oidc: Type.Optional(Type.Object({ ...oidcProperties, hasClientSecret: Type.Boolean() })),
    ours: Type.Object(
      {
        saml: Type.Optional(
          Type.Object({ entityId: Type.String(), acsUrl: Type.String(), metadataUrl: Type.String() }),
        ),
        oidc: Type.Optional(Type.Object({ redirectUri: Type.String() })),
      },
      { description: 'What the provider must be told of us' },
    ),
  },
  { title: 'IdentityProvider' },
);

/** Shows a provider; its secret never leaves. */
export function providerJson(provider: Provider, url: URL): Static<typeof providerSchema> {
  const { id, name, isEnabled, createsAccounts, admitsStaff, domains, version, issuer } = provider;
  const shared = { id, name, isEnabled, createsAccounts, admitsStaff, domains: [...domains], version };
  if (provider.protocol === 'saml') {
    const { certificates, ...settings } = provider.settings;
    const { entityId, acsUrl, metadataUrl } = samlAddresses(url, id);
    return {
      ...shared,
      protocol: 'saml',
      saml: { entityId: issuer, certificates: [...certificates], ...settings },
      ours: { saml: { entityId, acsUrl, metadataUrl } },
    };
  }
  const { redirectUri } = oidcAddresses(url, id);
  return {
    ...shared,
    protocol: 'oidc',
    oidc: { issuer, hasClientSecret: provider.sealedSecret !== null, ...provider.settings },
    ours: { oidc: { redirectUri } },
  };
}
