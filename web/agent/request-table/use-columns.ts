import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { columnOf, columnsOf, type TableColumn } from './columns.ts';

/** The fields that requests have, their own and custom ones. */
export const fieldsQuery = queryOptions({
  queryKey: ['fields'],
  queryFn: ({ signal }) => answer(api.GET('/rest/api/3/field', { signal })),
  staleTime: 60_000,
});

/** The columns of these fields, in their order; what is no field any more is left out. */
export function useColumns(ids: readonly string[]): readonly TableColumn[] {
  const { t } = useTranslation('agent');
  const { data } = useQuery(fieldsQuery);
  return useMemo(() => columnsOf(ids, data, (id) => t(`table.columns.${id}`)), [ids, data, t]);
}

/** All columns there are, by name; undefined while they load. */
export function useAllColumns(): readonly TableColumn[] | undefined {
  const { t } = useTranslation('agent');
  const { data } = useQuery(fieldsQuery);
  return useMemo(
    () =>
      data
        ?.map((field) => columnOf(field, (id) => t(`table.columns.${id}`)))
        .sort((one, other) => one.name.localeCompare(other.name)),
    [data, t],
  );
}
