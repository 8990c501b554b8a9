import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError } from '../../kit/api/api-error.ts';
import type { Filter } from '../filters/filters-queries.ts';
import { fieldsOfColumns } from '../request-table/columns.ts';
import { searchQuery } from './search-queries.ts';
import { useShownColumns } from './shown-columns.ts';

/** The order of results when nothing is asked for. */
const usualOrder = 'ORDER BY created DESC';

/** What a query finds, with the columns that are shown of it. */
export function useResults(jql: string, filter: Filter | null) {
  const asked = jql === '' ? usualOrder : jql;
  const columnIds = useShownColumns(filter);
  const fields = useMemo(() => fieldsOfColumns(columnIds), [columnIds]);
  const query = useInfiniteQuery(searchQuery(asked, fields));
  // what is wrong with the query itself is said where it is written
  const refusal = query.error instanceof ApiError && query.error.status === 400 ? query.error.message : null;
  return { asked, columnIds, query, refusal };
}

export type Results = ReturnType<typeof useResults>;
