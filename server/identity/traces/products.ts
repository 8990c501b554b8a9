/** What the fields are called over there, so that a fix names what an administrator sees. */
export interface ProductWords {
  /** how it is spoken of in a sentence */
  readonly product: string;
  readonly audience: string;
  readonly acsUrl: string;
  readonly redirectUri: string;
  readonly nameId: string;
  readonly attributes: string;
  readonly groups: string;
  readonly secret: string;
  readonly certificate: string;
}

const generic: ProductWords = {
  product: 'the provider',
  audience: 'the audience (SP entity ID)',
  acsUrl: 'the assertion consumer service (ACS) URL',
  redirectUri: 'the redirect URI',
  nameId: 'the NameID format',
  attributes: 'the attributes or claims that it sends',
  groups: 'the groups that it sends',
  secret: 'the client secret',
  certificate: 'the signing certificate',
};

/** By preset; what a product calls as everybody does is left out. */
const products: Record<string, Partial<ProductWords> & Pick<ProductWords, 'product'>> = {
  miniorange: {
    product: 'miniOrange',
    audience: 'SP Entity ID and Audience URI',
    acsUrl: 'ACS URL',
    redirectUri: 'Redirect URL',
    nameId: 'Name ID Format',
    attributes: 'Attribute Mapping',
    certificate: 'the certificate under Metadata',
  },
  okta: {
    product: 'Okta',
    audience: 'Audience URI (SP Entity ID)',
    acsUrl: 'Single sign-on URL',
    redirectUri: 'Sign-in redirect URIs',
    nameId: 'Name ID format',
    attributes: 'Attribute Statements',
    groups: 'Group Attribute Statements, with a filter that matches the groups of Portico',
    secret: 'Client Credentials → Client secrets',
    certificate: 'SAML Signing Certificates',
  },
  entra: {
    product: 'Microsoft Entra ID',
    audience: 'Identifier (Entity ID)',
    acsUrl: 'Reply URL (Assertion Consumer Service URL)',
    redirectUri: 'Authentication → Redirect URIs',
    nameId: 'Unique User Identifier (Name ID) under Attributes & Claims',
    attributes: 'Attributes & Claims',
    groups: 'a group claim with “Groups assigned to the application”',
    secret: 'Certificates & secrets → Client secrets, the column Value (not the Secret ID)',
    certificate: 'SAML Certificates → Token signing certificate',
  },
  google: {
    product: 'Google Workspace',
    audience: 'Entity ID under Service provider details',
    acsUrl: 'ACS URL under Service provider details',
    redirectUri: 'Authorized redirect URIs',
    nameId: 'Name ID format',
    attributes: 'Attribute mapping',
    groups: 'Group membership under Attribute mapping',
  },
  keycloak: {
    product: 'Keycloak',
    audience: 'Client ID of the SAML client',
    acsUrl: 'Assertion Consumer Service POST Binding URL, and Valid redirect URIs',
    redirectUri: 'Valid redirect URIs',
    nameId: 'Name ID format',
    attributes: 'Client scopes → dedicated scope → Mappers',
    groups: 'a Group Membership mapper (“Group list” for SAML)',
    secret: 'Credentials → Client Secret',
    certificate: 'Realm settings → Keys',
  },
  adfs: {
    product: 'AD FS',
    audience: 'Relying party identifiers',
    acsUrl: 'Endpoints → SAML Assertion Consumer Endpoints',
    redirectUri: 'Redirect URI of the server application',
    nameId: 'a Name ID rule in the Claim Issuance Policy',
    attributes: 'the Claim Issuance Policy',
    groups: 'a rule “Send Group Membership” in the Claim Issuance Policy',
    certificate: 'Service → Certificates → Token-signing',
  },
  ping: {
    product: 'PingOne',
    audience: 'Entity ID',
    acsUrl: 'ACS URLs',
    redirectUri: 'Redirect URIs',
    nameId: 'Subject NameID Format',
    attributes: 'Attribute Mappings',
  },
  pingfederate: {
    product: 'PingFederate',
    audience: 'Partner’s Entity ID of the SP connection',
    acsUrl: 'Protocol Settings → Assertion Consumer Service URL',
    redirectUri: 'Redirect URIs of the OAuth client',
    nameId: 'Assertion Creation → Identity Mapping',
    attributes: 'Assertion Creation → Attribute Contract',
    secret: 'Client Secret of the OAuth client',
    certificate: 'Credentials → Digital Signature Settings',
  },
  onelogin: {
    product: 'OneLogin',
    audience: 'Audience (EntityID)',
    acsUrl: 'ACS (Consumer) URL and Recipient',
    redirectUri: 'Redirect URIs',
    nameId: 'SAML nameID format',
    attributes: 'Parameters',
    groups: 'Parameters, with the flag “Include in SAML assertion”',
    certificate: 'SSO → X.509 Certificate',
  },
  auth0: {
    product: 'Auth0',
    audience: 'audience in the settings of the SAML2 Web App addon',
    acsUrl: 'Application Callback URL of the SAML2 Web App addon',
    redirectUri: 'Allowed Callback URLs',
    nameId: 'nameIdentifierFormat in the settings of the addon',
    attributes: 'mappings in the settings of the addon, or an Action for OpenID Connect',
    groups: 'an Action that adds a groups claim',
  },
  jumpcloud: {
    product: 'JumpCloud',
    audience: 'SP Entity ID',
    acsUrl: 'ACS URLs',
    redirectUri: 'Redirect URIs',
    nameId: 'SAMLSubject NameID Format',
    attributes: 'User Attribute Mapping',
    groups: 'Group Attributes → include group attribute',
  },
};

/** What the product of a preset calls things; general words for those that are not known. */
export function wordsOf(preset: string): ProductWords {
  return { ...generic, ...products[preset.replace(/-(saml|oidc)$/, '')] };
}
