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

export type Access = 'open' | 'restricted';

export interface NewServiceDesk {
  readonly projectKey: string;
  readonly projectName: string;
  readonly portalName: string;
  readonly description: string;
  readonly access: Access;
}

/** Makes a service desk with request types, a workflow and queues to start from. */
export function createServiceDesk(body: NewServiceDesk): Promise<ServiceDesk> {
  return answer(api.POST('/rest/portico/1/service-desk', { body }));
}

export interface PortalSettings {
  readonly portalName: string;
  readonly description: string;
  readonly accentColor: string;
  readonly access: Access;
  readonly isListed: boolean;
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
