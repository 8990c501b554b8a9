import { siteAt } from '../../platform/http/asked-host.ts';
import { oidcAddresses, samlAddresses } from '../providers/addresses.ts';
import type { Provider } from '../providers/store.ts';
import type { PortalDomain } from './store.ts';

/** An address of ours that a provider must know before it sends browsers there. */
export interface OwnAddress {
  readonly kind: 'acs' | 'redirect' | 'post-logout';
  readonly url: string;
}

/** What has to be registered at a provider, so that round trips can be made at a portal's own host. */
export function addressesToRegister(
  url: URL,
  provider: Pick<Provider, 'id' | 'protocol'>,
  { host }: Pick<PortalDomain, 'host'>,
): OwnAddress[] {
  const site = siteAt(url, host);
  if (provider.protocol === 'saml')
    return [{ kind: 'acs', url: samlAddresses(url, provider.id, site).acsUrl }];
  const { redirectUri, postLogoutRedirectUri } = oidcAddresses(site, provider.id);
  const redirect: OwnAddress = { kind: 'redirect', url: redirectUri };
  // Plain OAuth 2.0 knows no logout.
  if (provider.protocol === 'oauth2') return [redirect];
  return [redirect, { kind: 'post-logout', url: postLogoutRedirectUri }];
}

/** The site's address, and those of the hosts at which round trips are made. */
export function signInSites(url: URL, domains: readonly PortalDomain[]): [URL, ...URL[]] {
  const own = domains.filter(({ signInAt }) => signInAt === 'domain');
  return [url, ...own.map(({ host }) => siteAt(url, host))];
}
