import type { Database } from '../../platform/database/database.ts';
import { domainOf } from '../accounts/email.ts';
import { allProviders, enabledProviderOfDomain, type Provider } from '../providers/store.ts';

/** The enabled providers that speak for some of these domains, by domain. */
export async function providersOfDomains(
  db: Database,
  domains: readonly string[],
): Promise<Map<string, Provider>> {
  const wanted = new Set(domains);
  const enabled = (await allProviders(db)).filter(({ isEnabled }) => isEnabled);
  return new Map(
    enabled.flatMap((provider) =>
      provider.domains.filter((domain) => wanted.has(domain)).map((domain) => [domain, provider] as const),
    ),
  );
}

/** The enabled provider through which people with such an address sign in, or null: they may have a password then. */
export function providerOfAddress(db: Database, email: string): Promise<Provider | null> {
  return enabledProviderOfDomain(db, domainOf(email));
}
