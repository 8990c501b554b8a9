import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** A number that was counted as far as one page goes. */
interface Count {
  readonly value: number;
  readonly isAtLeast: boolean;
}

/** How far the site is set up. */
export interface Overview {
  readonly serviceDesks: Count;
  readonly people: Count;
  readonly organizations: Count;
  readonly providers: Count;
  readonly hasEnabledProvider: boolean;
  /** some desk has an agent */
  readonly hasAgents: boolean;
  /** where agents are added: the first desk */
  readonly firstDeskId: string | null;
}

const limit = 100;

function countOf(page: { readonly size: number; readonly isLastPage: boolean }): Count {
  return { value: page.size, isAtLeast: !page.isLastPage };
}

async function fetchOverview(signal: AbortSignal): Promise<Overview> {
  const params = { query: { limit } };
  const [desks, people, organizations, providers] = await Promise.all([
    answer(api.GET('/rest/servicedeskapi/servicedesk', { params, signal })),
    answer(api.GET('/rest/portico/1/account', { params, signal })),
    answer(api.GET('/rest/servicedeskapi/organization', { params, signal })),
    answer(api.GET('/rest/portico/1/identity-provider', { params, signal })),
  ]);
  return {
    serviceDesks: countOf(desks),
    people: countOf(people),
    organizations: countOf(organizations),
    providers: countOf(providers),
    hasEnabledProvider: providers.values.some((provider) => provider.isEnabled),
    hasAgents: await hasAgents(
      desks.values.map((desk) => desk.id),
      signal,
    ),
    firstDeskId: desks.values[0]?.id ?? null,
  };
}

/** An account is an agent also by being an administrator; what counts here is someone named on a desk. */
async function hasAgents(deskIds: readonly string[], signal: AbortSignal): Promise<boolean> {
  for (const serviceDeskId of deskIds) {
    const page = await answer(
      api.GET('/rest/portico/1/service-desk/{serviceDeskId}/agent', {
        params: { path: { serviceDeskId }, query: { limit: 1 } },
        signal,
      }),
    );
    if (page.size > 0) return true;
  }
  return false;
}

/** Read anew whenever the page is opened: the steps tick themselves off. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => fetchOverview(signal),
  staleTime: 0,
});
