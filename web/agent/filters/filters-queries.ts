import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';

async function fetchFilter(id: string, signal: AbortSignal) {
  return answer(api.GET('/rest/api/3/filter/{id}', { params: { path: { id } }, signal }));
}

/** A saved query. */
export type Filter = Awaited<ReturnType<typeof fetchFilter>>;

/** With whom a filter is shared. */
export interface SharePermission {
  readonly type: string;
  readonly group?: { readonly name: string; readonly groupId: string } | undefined;
  readonly project?: { readonly id: string; readonly name: string } | undefined;
  readonly user?: { readonly accountId: string; readonly displayName: string } | undefined;
}

const expand = 'description,owner,jql,favourite,favouritedCount,sharePermissions,editPermissions';

/** One filter. */
export function filterQuery(id: string) {
  return queryOptions({
    queryKey: ['filters', 'one', id],
    queryFn: ({ signal }) => fetchFilter(id, signal),
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

async function fetchFilters(
  query: { startAt: number; filterName?: string; accountId?: string },
  signal: AbortSignal,
) {
  return answer(
    api.GET('/rest/api/3/filter/search', {
      params: { query: { ...query, maxResults: 50, orderBy: 'name', expand } },
      signal,
    }),
  );
}

/** A filter as a list shows it. */
export interface ListedFilter {
  readonly id: string;
  readonly name: string;
  readonly jql?: string | undefined;
  readonly owner?: { readonly displayName: string } | undefined;
  readonly favourite?: boolean | undefined;
  readonly favouritedCount?: number | undefined;
  readonly sharePermissions?: readonly SharePermission[] | undefined;
  readonly editPermissions?: readonly SharePermission[] | undefined;
}

/** Filters that the viewer may use, by name. */
export function filtersQuery(filterName: string, ownerId: string | null) {
  return infiniteQueryOptions({
    queryKey: ['filters', 'list', filterName, ownerId],
    queryFn: ({ pageParam, signal }) =>
      fetchFilters(
        { startAt: pageParam, ...(filterName && { filterName }), ...(ownerId && { accountId: ownerId }) },
        signal,
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
  readonly name?: string;
  readonly description?: string;
  readonly jql?: string;
  /** who may use it; absent: as before */
  readonly use?: readonly SharePermission[] | undefined;
  /** who may change it, too; absent: as before */
  readonly edit?: readonly SharePermission[] | undefined;
}

/** Saves a new filter. */
export function createFilter(input: FilterInput, favourite: boolean): Promise<Filter> {
  return answer(api.POST('/rest/api/3/filter', { body: { ...bodyOf(input), favourite } }));
}

/** Saves changes of a filter. */
export function updateFilter(id: string, input: FilterInput): Promise<Filter> {
  return answer(api.PUT('/rest/api/3/filter/{id}', { params: { path: { id } }, body: bodyOf(input) }));
}

function bodyOf({ use, edit, ...rest }: FilterInput) {
  return {
    ...rest,
    ...(use && { sharePermissions: use.map(shareOf) }),
    ...(edit && { editPermissions: edit.map(shareOf) }),
  };
}

function shareOf({ type, group, project, user }: SharePermission) {
  return {
    type,
    ...(group && { groupId: group.groupId }),
    ...(project && { projectId: project.id }),
    ...(user && { accountId: user.accountId }),
  };
}

/** Makes somebody else the owner of a filter. */
export async function giveFilter(id: string, accountId: string): Promise<void> {
  await answer(api.PUT('/rest/api/3/filter/{id}/owner', { params: { path: { id } }, body: { accountId } }));
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
