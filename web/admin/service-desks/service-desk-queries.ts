import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchServiceDesks(start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/servicedeskapi/servicedesk', { params: { query: { start, limit: 100 } }, signal }),
  );
}

export type ServiceDesk = Awaited<ReturnType<typeof fetchServiceDesks>>['values'][number];

/** All service desks, page by page. */
export const serviceDesksQuery = infiniteQueryOptions({
  queryKey: ['service-desks'],
  queryFn: ({ pageParam, signal }) => fetchServiceDesks(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

/** The service desks that one administers without administering the site. */
export const administeredDesksQuery = queryOptions({
  queryKey: ['service-desks', 'administered'],
  queryFn: async ({ signal }) =>
    (await fetchServiceDesks(0, signal)).values.filter((desk) => desk._portico.isAdministrator),
});

async function fetchServiceDesk(serviceDeskId: string, signal?: AbortSignal) {
  return answer(
    api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}', {
      params: { path: { serviceDeskId } },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** One service desk. */
export function serviceDeskQuery(id: string) {
  return queryOptions({
    queryKey: ['service-desk', id],
    queryFn: ({ signal }) => fetchServiceDesk(id, signal),
  });
}

/** From the fewest customers to the most. */
export const accesses = ['invited', 'restricted', 'open'] as const;
export type Access = (typeof accesses)[number];

/** From the fewest people to share with to the most. */
export const sharings = ['nobody', 'organization', 'customers', 'anyone'] as const;
export type Sharing = (typeof sharings)[number];

/** What new service desks can begin with. */
export const deskTemplatesQuery = queryOptions({
  queryKey: ['service-desk-templates'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/service-desk-template', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export type DeskTemplate = Awaited<
  ReturnType<NonNullable<typeof deskTemplatesQuery.queryFn>>
>['values'][number];
export type TemplateKey = DeskTemplate['key'];

export interface NewServiceDesk {
  readonly template: TemplateKey;
  readonly projectKey: string;
  readonly projectName: string;
  readonly portalName: string;
  readonly description: string;
  readonly access: Access;
}

/** Makes a service desk with what its template has to start from. */
export function createServiceDesk(body: NewServiceDesk): Promise<ServiceDesk> {
  return answer(api.POST('/rest/portico/1/service-desk', { body }));
}

export interface PortalSettings {
  readonly portalName: string;
  readonly description: string;
  readonly accentColor: string;
  readonly isListed: boolean;
}

export interface PermissionSettings {
  readonly access: Access;
  readonly customersShareWith: Sharing;
}

/** Whom a change of who may use the desk would concern. */
export function accessPreviewQuery(serviceDeskId: string, access: Access) {
  return queryOptions({
    queryKey: ['service-desk', serviceDeskId, 'access-preview', access],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/service-desk/{serviceDeskId}/access-preview', {
          params: { path: { serviceDeskId }, query: { access } },
          signal,
        }),
      ),
  });
}

export type ConcernedPeople = Awaited<
  ReturnType<NonNullable<ReturnType<typeof accessPreviewQuery>['queryFn']>>
>['losing'];

/** Changes who may use the desk and with whom its customers share; refused (409) when it has changed since `version`. */
export function changePermissions(
  id: string,
  settings: PermissionSettings,
  version: number,
): Promise<ServiceDesk> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}', {
      params: { path: { serviceDeskId: id } },
      body: { ...settings, version },
    }),
  );
}

/** Changes the portal; refused (409) when it has changed since `version`. */
export function changeServiceDesk(
  id: string,
  settings: PortalSettings,
  version: number,
): Promise<ServiceDesk> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}', {
      params: { path: { serviceDeskId: id } },
      body: { ...settings, accentColor: settings.accentColor as 'blue', version },
    }),
  );
}
