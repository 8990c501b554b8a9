import type { QueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import { type Provider, providerQuery } from '../provider-queries.ts';

export type DomainClaim = Provider['domainClaims'][number];

const path = '/rest/portico/1/identity-provider/{id}/domain/{domain}';

/** Looks for the record that proves a domain; the claim tells what was found. */
export function verifyDomain(id: string, domain: string): Promise<Provider> {
  return answer(api.POST(`${path}/verify`, { params: { path: { id, domain } } }));
}

/** Makes the provider authoritative for a domain on an administrator's word. */
export function vouchForDomain(id: string, domain: string, reason: string): Promise<Provider> {
  return answer(api.POST(`${path}/vouch`, { params: { path: { id, domain } }, body: { reason } }));
}

/** Takes the authority over a domain away; refused (409) when customers lose their only way into a portal unconfirmed. */
export function withdrawDomain(id: string, domain: string, confirmsLockOut: boolean): Promise<Provider> {
  return answer(
    api.POST(`${path}/withdraw`, { params: { path: { id, domain }, query: { confirmsLockOut } } }),
  );
}

/** Shows a provider as it has become. */
export async function showProvider(queries: QueryClient, provider: Provider): Promise<void> {
  queries.setQueryData(providerQuery(provider.id).queryKey, provider);
  await queries.invalidateQueries({ queryKey: ['identity-providers'] });
}
