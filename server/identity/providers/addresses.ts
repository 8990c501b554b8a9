/**
 * Our own addresses at each provider. Each provider has its own, so that what one says cannot be taken for another's
 * (mix-up, RFC 9700 section 4.4).
 */
export interface SamlAddresses {
  /** also our entity id */
  readonly metadataUrl: string;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly loginPath: string;
}

export interface OidcAddresses {
  readonly redirectUri: string;
  readonly loginPath: string;
}

export function samlAddresses(url: URL, providerId: string): SamlAddresses {
  const at = (step: string) => new URL(`/sso/saml/${providerId}/${step}`, url).href;
  return {
    metadataUrl: at('metadata'),
    entityId: at('metadata'),
    acsUrl: at('acs'),
    loginPath: `/sso/saml/${providerId}/login`,
  };
}

export function oidcAddresses(url: URL, providerId: string): OidcAddresses {
  return {
    redirectUri: new URL(`/sso/oidc/${providerId}/callback`, url).href,
    loginPath: `/sso/oidc/${providerId}/login`,
  };
}

/** Where a browser begins to sign in through a provider. */
export function loginPath(provider: { readonly protocol: 'saml' | 'oidc'; readonly id: string }): string {
  return `/sso/${provider.protocol}/${provider.id}/login`;
}
