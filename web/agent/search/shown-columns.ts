import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { type Filter, setFilterColumns } from '../filters/filters-queries.ts';
import { defaultColumnIds } from '../request-table/columns.ts';

/** The columns that the viewer has chosen for searches, by the ids of their fields. */
export const myColumnsQuery = queryOptions({
  queryKey: ['search-columns', 'mine'],
  queryFn: async ({ signal }) => idsOf(await answer(api.GET('/rest/api/3/user/columns', { signal }))),
  staleTime: 300_000,
});

function idsOf(columns: readonly { value?: string | undefined }[]): string[] {
  return columns.flatMap(({ value }) => value ?? []);
}

/** The columns that a search shows: those of the filter where it has its own, else the viewer's, else the usual ones. */
export function useShownColumns(filter: Filter | null): readonly string[] {
  const mine = useQuery(myColumnsQuery);
  if (filter?._portico.columns) return filter._portico.columns;
  return mine.data && mine.data.length > 0 ? mine.data : defaultColumnIds;
}

/** Keeps the columns of the viewer's searches, or of a filter; null: the usual ones. */
export async function keepColumns(filter: Filter | null, columns: readonly string[] | null): Promise<void> {
  if (filter) await setFilterColumns(filter.id, columns);
  else if (columns) await answer(api.PUT('/rest/api/3/user/columns', { body: { columns: [...columns] } }));
  else await answer(api.DELETE('/rest/api/3/user/columns', {}));
}
