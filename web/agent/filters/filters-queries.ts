import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer } from '../../kit/api/client.ts';
import { jiraFilters as api } from './jira-filters.ts';

/** With whom a filter is shared. */
export interface SharePermission {
  readonly id?: number;
  readonly type: string;
  readonly group?: { readonly name?: string; readonly groupId?: string };
  readonly project?: { readonly id?: string; readonly key?: string; readonly name?: string };
  readonly user?: { readonly accountId?: string; readonly displayName?: string };
}

/** A saved query. */
export interface Filter {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly jql: string;
  readonly owner?: { readonly accountId: string; readonly displayName: string } | null;
  readonly favourite: boolean;
  readonly favouritedCount: number;
  readonly sharePermissions: readonly SharePermission[];
  readonly editPermissions: readonly SharePermission[];
  readonly _portico: {
    /** the viewer may delete it */
    readonly isOwner: boolean;
    readonly isWritable: boolean;
    /** ids of the fields that it shows; null: as whoever looks has them */
    readonly columns: readonly string[] | null;
  };
}

/** A page of filters. */
export interface FilterPage {
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: readonly Filter[];
}

const expand = 'description,owner,jql,favourite,favouritedCount,sharePermissions,editPermissions';

/** One filter. */
export function filterQuery(id: string) {
  return queryOptions({
    queryKey: ['filters', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/rest/api/3/filter/{id}', { params: { path: { id } }, signal })),
    staleTime: 30_000,
    retry: (count, error) => !(error instanceof ApiError && error.status < 500) && count < 2,
  });
}

/** The filters that the viewer has starred, by name. */
export const starredFiltersQuery = queryOptions({
  queryKey: ['filters', 'starred'],
  queryFn: async ({ signal }) => {
    const filters = await answer(api.GET('/rest/api/3/filter/favourite', { signal }));
    return [...filters].sort((one, other) => one.name.localeCompare(other.name));
  },
  staleTime: 60_000,
});

/** Filters that the viewer may use, by name. */
export function filtersQuery(filterName: string, ownerId: string | null) {
  return infiniteQueryOptions({
    queryKey: ['filters', 'list', filterName, ownerId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/rest/api/3/filter/search', {
          params: {
            query: {
              startAt: pageParam,
              maxResults: 50,
              orderBy: 'name',
              expand,
              ...(filterName && { filterName }),
              ...(ownerId && { accountId: ownerId }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLast ? undefined : page.startAt + page.values.length),
  });
}

/** Sets the columns of a filter; null: it has none of its own. */
export async function setFilterColumns(id: string, columns: readonly string[] | null): Promise<void> {
  const params = { path: { id } };
  if (columns) {
    await answer(api.PUT('/rest/api/3/filter/{id}/columns', { params, body: { columns: [...columns] } }));
  } else await answer(api.DELETE('/rest/api/3/filter/{id}/columns', { params }));
}

/** What is said of a filter when it is saved. */
export interface FilterInput {
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  readonly sharePermissions: readonly SharePermission[];
  readonly editPermissions: readonly SharePermission[];
}

/** Saves a new filter. */
export function createFilter(input: FilterInput, favourite: boolean): Promise<Filter> {
  return answer(api.POST('/rest/api/3/filter', { body: { ...bodyOf(input), favourite } }));
}

/** Saves changes of a filter. */
export function updateFilter(id: string, input: FilterInput): Promise<Filter> {
  return answer(api.PUT('/rest/api/3/filter/{id}', { params: { path: { id } }, body: bodyOf(input) }));
}

function bodyOf(input: FilterInput) {
  return {
    ...input,
    sharePermissions: [...input.sharePermissions],
    editPermissions: [...input.editPermissions],
  };
}

/** Deletes a filter. */
export async function deleteFilter(id: string): Promise<void> {
  await answer(api.DELETE('/rest/api/3/filter/{id}', { params: { path: { id } } }));
}

/** Stars a filter for the viewer, or takes the star off. */
export async function starFilter(id: string, isStarred: boolean): Promise<void> {
  const params = { path: { id } };
  if (isStarred) await answer(api.PUT('/rest/api/3/filter/{id}/favourite', { params }));
  else await answer(api.DELETE('/rest/api/3/filter/{id}/favourite', { params }));
}
