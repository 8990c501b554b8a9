import type { Preset } from './preset.ts';

export const genericSaml: Preset = {
  id: 'generic-saml',
  name: 'Other SAML 2.0 provider',
  isGeneric: true,
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'At the provider, add an application (it may be called a service provider, relying party or connection) for SAML 2.0.',
        'If it takes metadata, give it {metadataUrl}: it holds all that follows.',
        'As entity id (audience) enter {entityId}.',
        'As assertion consumer service (ACS, reply URL), with the binding HTTP-POST, enter {acsUrl}.',
        'As single logout service, if there is one, enter {logoutUrl}.',
        'Let it sign the assertion with RSA and SHA-256 or better.',
        'As NameID, let it send something that never changes and is never given to somebody else, in the format persistent; the e-mail address will do if addresses are not reused.',
        'Let it send the e-mail address as an attribute, such as `mail`, and the groups, if you need them, as `groups`.',
        'Import the provider’s metadata here, by its address if it has one.',
      ],
      hints: {
        entityId: 'Entity ID or issuer',
        signOnUrl: 'SingleSignOnService, HTTP-Redirect or HTTP-POST',
        certificates: 'Signing certificate, X.509',
        metadataUrl: 'Metadata address',
        logoutUrl: 'SingleLogoutService, HTTP-Redirect or HTTP-POST',
      },
    },
  ],
  traps: [
    'A transient NameID is another one at every sign-in, and is refused: nobody could be known again.',
    'SHA-1 and RSA 1.5 are refused, unless an exception is made for a while.',
    'When the provider changes its signing certificate, the metadata address brings the new one here. Without an address, enter the new one beside the current one first.',
    'Without the e-mail address as an attribute or as NameID, sign-in is refused.',
  ],
};

export const genericOidc: Preset = {
  id: 'generic-oidc',
  name: 'Other OpenID provider',
  isGeneric: true,
  instructions: [
    {
      protocol: 'oidc',
      steps: [
        'At the provider, register a confidential client (web application) for the authorization code flow with PKCE.',
        'As redirect URI enter {redirectUri}.',
        'As post-logout redirect URI, if there is one, enter {postLogoutRedirectUri}.',
        'As back-channel logout URI, if there is one, enter {backchannelLogoutUri}.',
        'Allow the scopes `openid`, `email` and `profile`.',
        'Copy client id, client secret and issuer into the fields here. The issuer is what the discovery document at /.well-known/openid-configuration says under issuer.',
      ],
      hints: { issuer: 'issuer', clientId: 'client_id', clientSecret: 'client_secret' },
    },
  ],
  traps: [
    'An e-mail address counts only when the provider says that it is verified (email_verified), or when it is in a domain that is proved for the provider.',
    'A slash at the end of the issuer matters.',
    'Groups come only when the provider puts them into the ID token or the userinfo document; many need a scope of their own for it.',
  ],
};

export const genericOAuth2: Preset = {
  id: 'oauth2',
  name: 'Plain OAuth 2.0',
  isGeneric: true,
  instructions: [
    {
      protocol: 'oauth2',
      steps: [
        'At the provider, register an OAuth application (confidential client) for the authorization code grant.',
        'As redirect URI (callback URL) enter {redirectUri}.',
        'Copy client id and client secret into the fields here.',
        'From its documentation, enter the addresses for authorization, for tokens, and of the document that says who somebody is (userinfo, profile or me).',
        'Enter the scopes that this document needs, such as `read:user email`.',
        'Enter the names of the attributes in that document: what names the person forever (usually `sub` or `id`), and the e-mail address.',
      ],
      hints: {
        authorizationUrl: 'Authorization endpoint',
        tokenUrl: 'Token endpoint',
        userinfoUrl: 'Userinfo endpoint',
        clientId: 'Client ID',
        clientSecret: 'Client secret',
      },
    },
  ],
  traps: [
    'Plain OAuth 2.0 signs nothing: who somebody is comes from the userinfo address alone. Take OpenID Connect when the provider offers it.',
    'Never take a name or an e-mail address as the attribute that names the person: both can change hands.',
  ],
};
