import { type Static, Type } from '@fastify/type-provider-typebox';
import { oidcAddresses, samlAddresses } from './addresses.ts';
import { proofRecord } from './domains.ts';
import type { OAuth2Settings, OidcSettings, SamlSettings } from './settings.ts';
import { isComplete, isTested, type Provider } from './store.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
/** May be empty while the provider is disabled. */
const draft = (maxLength: number) => Type.String({ maxLength });
const attributeProperties = {
  emailAttribute: Type.Optional(text(500)),
  nameAttribute: Type.Optional(text(500)),
  groupsAttribute: Type.Optional(text(500)),
};

const samlProperties = {
  entityId: draft(1024),
  signOnUrl: draft(2000),
  signOnBinding: Type.Optional(Type.Enum(['redirect', 'post'])),
  logoutUrl: Type.Optional(text(2000)),
  logoutResponseUrl: Type.Optional(text(2000)),
  logoutBinding: Type.Optional(Type.Enum(['redirect', 'post'])),
  certificates: Type.Array(Type.String({ maxLength: 20_000 }), { maxItems: 10 }),
  metadataUrl: Type.Optional(text(2000)),
  reviewsMetadata: Type.Optional(Type.Boolean()),
  ...attributeProperties,
  signsRequests: Type.Optional(Type.Boolean()),
  nameIdFormat: Type.Optional(Type.Enum(['emailAddress', 'persistent', 'unspecified'])),
  authnContexts: Type.Optional(Type.Array(text(500), { maxItems: 20 })),
  forcesSignIn: Type.Optional(Type.Boolean()),
  requiresEncryption: Type.Optional(Type.Boolean()),
  allowsIdpInitiated: Type.Optional(Type.Boolean()),
  weakAlgorithms: Type.Optional(
    Type.Object(
      {
        algorithms: Type.Array(Type.Enum(['sha1', 'rsa-1_5', '3des']), { minItems: 1, maxItems: 3 }),
        until: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      },
      { additionalProperties: false },
    ),
  ),
};

const clientProperties = {
  clientId: draft(500),
  authentication: Type.Optional(Type.Enum(['auto', 'basic', 'post', 'private_key_jwt'])),
  scopes: Type.Optional(text(500)),
  extraParameters: Type.Optional(Type.Record(text(100), Type.String({ maxLength: 1000 }))),
  ...attributeProperties,
};

const oidcProperties = {
  issuer: draft(1024),
  ...clientProperties,
  userinfo: Type.Optional(Type.Enum(['when-needed', 'always', 'never'])),
  prompt: Type.Optional(
    Type.Enum(['select_account', 'login', 'consent'], {
      description: 'What the provider is to ask, whatever session somebody has there',
    }),
  ),
  forcesSignIn: Type.Optional(Type.Boolean()),
  signsOutThere: Type.Optional(Type.Boolean()),
};

const oauth2Properties = {
  authorizationUrl: draft(2000),
  tokenUrl: draft(2000),
  userinfoUrl: draft(2000),
  ...clientProperties,
  subjectAttribute: Type.Optional(text(500)),
};

const secretProperty = {
  clientSecret: Type.Optional(
    Type.Union([text(2000), Type.Null()], {
      description: 'Never shown again; absent on change keeps it, null removes it',
    }),
  ),
};

const protocolSchema = Type.Enum(['saml', 'oidc', 'oauth2']);

const sharedProperties = {
  name: text(100),
  domains: Type.Array(Type.String({ maxLength: 254 }), { maxItems: 500 }),
};

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const ruleProperties = {
  preset: text(50),
  buttonText: nullable(text(100)),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
  shownOn: Type.Enum(['none', 'all', 'listed']),
  portalIds: Type.Array(Type.String({ pattern: '^\\d{1,18}$' }), { maxItems: 500 }),
  admits: Type.Enum(['domains', 'groups', 'all']),
  allowedGroups: Type.Array(text(500), { maxItems: 500 }),
  clockSkewSeconds: Type.Integer({ minimum: 0, maximum: 600 }),
  trustsFactor: Type.Boolean({
    description: 'Believed when it says that a second factor was used there (amr, acr, AuthnContext)',
  }),
  sessionIdleMinutes: nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  sessionMaxHours: nullable(Type.Integer({ minimum: 1, maximum: 10_000 })),
};

/** An identity provider as administrators send it. What is absent is as for a new provider. */
export const providerInputSchema = Type.Object(
  {
    ...sharedProperties,
    protocol: protocolSchema,
    isEnabled: Type.Optional(Type.Boolean({ default: false })),
    createsAccounts: Type.Optional(Type.Boolean({ default: true })),
    admitsStaff: Type.Optional(Type.Boolean({ default: false })),
    ...Type.Partial(Type.Object(ruleProperties)).properties,
    saml: Type.Optional(Type.Object(samlProperties, { additionalProperties: false })),
    oidc: Type.Optional(
      Type.Object({ ...oidcProperties, ...secretProperty }, { additionalProperties: false }),
    ),
    oauth2: Type.Optional(
      Type.Object({ ...oauth2Properties, ...secretProperty }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

/** Whether somebody goes on although customers lose their only way into a portal. */
export const confirmsLockOut = Type.Optional(
  Type.Boolean({
    default: false,
    description:
      'Go on although a portal that requires a provider is left without any; without it that is refused (409)',
  }),
);

/** The same on change, with the version that was seen. */
export const providerChangeSchema = Type.Object(
  {
    ...providerInputSchema.properties,
    version: Type.Integer({ minimum: 1 }),
    confirmsLockOut,
    endsSessions: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Sign out everybody who came through it; for a provider that is disabled, or becomes so',
      }),
    ),
  },
  { additionalProperties: false },
);

export type ProviderInput = Static<typeof providerInputSchema>;

const claimSchema = Type.Object({
  domain: Type.String(),
  isVerified: Type.Boolean({ description: 'The provider is authoritative for its e-mail addresses' }),
  verifiedBy: nullable(Type.Enum(['dns', 'override'])),
  verifiedAt: nullable(Type.String()),
  overrideReason: nullable(Type.String()),
  checkedAt: nullable(Type.String()),
  checkProblem: nullable(Type.String()),
  recordName: Type.String({ description: 'Name of the TXT record that proves the domain' }),
  recordValue: Type.String({ description: 'What the record must hold' }),
});

/** An identity provider as the API shows it. */
export const providerSchema = Type.Object(
  {
    id: Type.String(),
    protocol: protocolSchema,
    ...sharedProperties,
    isEnabled: Type.Boolean(),
    createsAccounts: Type.Boolean(),
    admitsStaff: Type.Boolean(),
    ...ruleProperties,
    logoUrl: nullable(Type.String()),
    domainClaims: Type.Array(claimSchema),
    testedAt: nullable(Type.String()),
    isComplete: Type.Boolean({ description: 'Has all that signing in needs; it can be enabled and tested' }),
    isTested: Type.Boolean({ description: 'The settings as they are now went through a complete test' }),
    testState: Type.Enum(['passed', 'stale', 'never'], {
      description: 'Of the last complete test; stale: the settings have changed since',
    }),
    version: Type.Integer(),
    saml: Type.Optional(Type.Object(samlProperties)),
    oidc: Type.Optional(Type.Object({ ...oidcProperties, hasClientSecret: Type.Boolean() })),
    oauth2: Type.Optional(Type.Object({ ...oauth2Properties, hasClientSecret: Type.Boolean() })),
    ours: Type.Object(
      {
        saml: Type.Optional(
          Type.Object({
            entityId: Type.String(),
            acsUrl: Type.String(),
            metadataUrl: Type.String(),
            logoutUrl: Type.String(),
          }),
        ),
        oidc: Type.Optional(
          Type.Object({
            redirectUri: Type.String(),
            postLogoutRedirectUri: Type.String(),
            backchannelLogoutUri: Type.String(),
            frontchannelLogoutUri: Type.String(),
            initiateLoginUri: Type.String(),
            jwksUri: Type.String(),
          }),
        ),
      },
      { description: 'What the provider must be told of us' },
    ),
  },
  { title: 'IdentityProvider' },
);

/** Shows a provider; its secret never leaves. */
export function providerJson(provider: Provider, url: URL): Static<typeof providerSchema> {
  const { id, version, testedAt } = provider;
  return {
    id,
    ...shared(provider),
    ...protocolJson(provider),
    logoUrl: logoAddress(provider),
    domainClaims: provider.claims.map(claimJson),
    testedAt: testedAt?.toISOString() ?? null,
    isComplete: isComplete(provider),
    isTested: isTested(provider),
    testState: isTested(provider) ? 'passed' : testedAt === null ? 'never' : 'stale',
    version,
    ours: oursJson(provider, url),
  };
}

/** Where everybody who was told of it finds the logo; the address changes with it. */
export function logoAddress({ id, logo }: Pick<Provider, 'id' | 'logo'>): string | null {
  return logo && `/rest/portico/1/identity-provider/${id}/logo?v=${logoVersion(logo)}`;
}

/** What the address of a logo must hold besides the id, so that nobody finds logos by trying ids. */
export function logoVersion({ key }: { readonly key: string }): string {
  return key.slice(0, 18);
}

/** A provider as it would be sent to leave it as it is: for changing one thing of it. */
export function inputOfProvider(provider: Provider): ProviderInput {
  return { ...shared(provider), ...protocolInput(provider) };
}

function shared(provider: Provider) {
  const { name, isEnabled, createsAccounts, admitsStaff, preset, buttonText, position, shownOn } = provider;
  const {
    portalIds,
    admits,
    allowedGroups,
    clockSkewSeconds,
    trustsFactor,
    sessionIdleMinutes,
    sessionMaxHours,
  } = provider;
  return {
    name,
    domains: provider.claims.map(({ domain }) => domain),
    isEnabled,
    createsAccounts,
    admitsStaff,
    preset,
    buttonText,
    position,
    shownOn,
    portalIds: [...portalIds],
    admits,
    allowedGroups: [...allowedGroups],
    clockSkewSeconds,
    trustsFactor,
    sessionIdleMinutes,
    sessionMaxHours,
  };
}

function protocolInput(provider: Provider): Pick<ProviderInput, 'protocol' | 'saml' | 'oidc' | 'oauth2'> {
  if (provider.protocol === 'saml')
    return { protocol: 'saml', saml: samlJson(provider.issuer, provider.settings) };
  if (provider.protocol === 'oidc')
    return { protocol: 'oidc', oidc: oidcJson(provider.issuer, provider.settings) };
  return { protocol: 'oauth2', oauth2: oauth2Json(provider.settings) };
}

function protocolJson(
  provider: Provider,
): Pick<Static<typeof providerSchema>, 'protocol' | 'saml' | 'oidc' | 'oauth2'> {
  const hasClientSecret = provider.sealedSecret !== null;
  const { protocol, saml, oidc, oauth2 } = protocolInput(provider);
  return {
    protocol,
    ...(saml && { saml }),
    ...(oidc && { oidc: { ...oidc, hasClientSecret } }),
    ...(oauth2 && { oauth2: { ...oauth2, hasClientSecret } }),
  };
}

function samlJson(entityId: string, settings: SamlSettings) {
  const { certificates, authnContexts, weakAlgorithms, ...others } = settings;
  return {
    entityId,
    ...others,
    certificates: [...certificates],
    ...(authnContexts && { authnContexts: [...authnContexts] }),
    ...(weakAlgorithms && {
      weakAlgorithms: { algorithms: [...weakAlgorithms.algorithms], until: weakAlgorithms.until },
    }),
  };
}

function oidcJson(issuer: string, { extraParameters, ...others }: OidcSettings) {
  return { issuer, ...others, ...(extraParameters && { extraParameters: { ...extraParameters } }) };
}

function oauth2Json({ extraParameters, ...others }: OAuth2Settings) {
  return { ...others, ...(extraParameters && { extraParameters: { ...extraParameters } }) };
}

function claimJson(claim: Provider['claims'][number]): Static<typeof claimSchema> {
  return {
    domain: claim.domain,
    isVerified: claim.verifiedAt !== null,
    verifiedBy: claim.verifiedBy,
    verifiedAt: claim.verifiedAt?.toISOString() ?? null,
    overrideReason: claim.overrideReason,
    checkedAt: claim.checkedAt?.toISOString() ?? null,
    checkProblem: claim.checkProblem,
    ...proofRecord(claim),
  };
}

function oursJson(provider: Provider, url: URL): Static<typeof providerSchema>['ours'] {
  if (provider.protocol === 'saml') {
    const { loginPath: _, ...saml } = samlAddresses(url, provider.id);
    return { saml };
  }
  const { loginPath: _, ...oidc } = oidcAddresses(url, provider.id);
  return { oidc };
}
