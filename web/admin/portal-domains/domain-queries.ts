import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const path = '/rest/portico/1/portal-domain';

/** The hosts of portals, by portal. */
export const portalDomainsQuery = queryOptions({
  queryKey: ['portal-domains'],
  queryFn: async ({ signal }) => (await answer(api.GET(path, { signal }))).values,
});

export type PortalDomain = Awaited<ReturnType<NonNullable<typeof portalDomainsQuery.queryFn>>>[number];

/** One of them, with what identity providers must know of it. */
export function portalDomainQuery(id: string) {
  return queryOptions({
    queryKey: ['portal-domains', id],
    queryFn: ({ signal }) => answer(api.GET(`${path}/{id}`, { params: { path: { id } }, signal })),
  });
}

export type PortalDomainDetails = Awaited<
  ReturnType<NonNullable<ReturnType<typeof portalDomainQuery>['queryFn']>>
>;

/** All portals. */
export const allPortalsQuery = queryOptions({
  queryKey: ['portals'],
  queryFn: async ({ signal }) => (await answer(api.GET('/rest/portico/1/portal', { signal }))).values,
});

/** What is registered at a provider for the hosts of portals. */
export function providerDomainsQuery(id: string) {
  return queryOptions({
    queryKey: ['portal-domains', 'of-provider', id],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/portico/1/identity-provider/{id}/portal-domain', {
            params: { path: { id } },
            signal,
          }),
        )
      ).values,
  });
}

export interface DomainValues {
  readonly portalId: string;
  readonly signInAt: 'site' | 'domain';
  readonly isMain: boolean;
}

export function addPortalDomain(body: DomainValues & { readonly host: string }): Promise<PortalDomain> {
  return answer(api.POST(path, { body }));
}

/** Refused (409) when it has changed since `version`. */
export function changePortalDomain(
  id: string,
  body: DomainValues & { readonly version: number },
): Promise<PortalDomain> {
  return answer(api.PUT(`${path}/{id}`, { params: { path: { id } }, body }));
}

export async function removePortalDomain({ id, version }: PortalDomain): Promise<void> {
  await answer(api.DELETE(`${path}/{id}`, { params: { path: { id }, query: { version } } }));
}

/** Looks where a host leads. */
export function checkPortalDomain(id: string) {
  return answer(api.POST(`${path}/{id}/check`, { params: { path: { id } } }));
}
