/**
 * Our own addresses at each provider. Each provider has its own, so that what one says cannot be taken for another's
 * (mix-up, RFC 9700 section 4.4).
 */
export interface SamlAddresses {
  /** also our entity id */
  readonly metadataUrl: string;
  readonly entityId: string;
  readonly acsUrl: string;
  /** single logout service, for both bindings, requests and responses */
  readonly logoutUrl: string;
  readonly loginPath: string;
}

export interface OidcAddresses {
  readonly redirectUri: string;
  /** where a browser is sent back to after it signed out at the provider */
  readonly postLogoutRedirectUri: string;
  readonly backchannelLogoutUri: string;
  readonly frontchannelLogoutUri: string;
  /** where a sign-in may begin that the provider asks for (OpenID Connect Core, section 4) */
  readonly initiateLoginUri: string;
  /** our public keys, for private_key_jwt */
  readonly jwksUri: string;
  readonly loginPath: string;
}

/** @param site where the round trip is made; the entity id is the same at every host */
export function samlAddresses(url: URL, providerId: string, site: URL = url): SamlAddresses {
  const at = (step: string, where = url) => new URL(`/sso/saml/${providerId}/${step}`, where).href;
  return {
    metadataUrl: at('metadata'),
    entityId: at('metadata'),
    acsUrl: at('acs', site),
    logoutUrl: at('logout'),
    loginPath: `/sso/saml/${providerId}/login`,
  };
}

/** The same for OpenID Connect and plain OAuth 2.0, which has no logout. */
export function oidcAddresses(url: URL, providerId: string): OidcAddresses {
  const at = (step: string) => new URL(`/sso/oidc/${providerId}/${step}`, url).href;
  return {
    redirectUri: at('callback'),
    postLogoutRedirectUri: at('logged-out'),
    backchannelLogoutUri: at('backchannel-logout'),
    frontchannelLogoutUri: at('frontchannel-logout'),
    initiateLoginUri: at('login'),
    jwksUri: at('jwks'),
    loginPath: `/sso/oidc/${providerId}/login`,
  };
}

/** Where a browser begins to sign in through a provider. */
export function loginPath(provider: {
  readonly protocol: 'saml' | 'oidc' | 'oauth2';
  readonly id: string;
}): string {
  return `/sso/${provider.protocol === 'saml' ? 'saml' : 'oidc'}/${provider.id}/login`;
}
