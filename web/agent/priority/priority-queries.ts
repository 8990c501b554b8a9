import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** The priorities, the most urgent first. */
export const prioritiesQuery = queryOptions({
  queryKey: ['priorities'],
  queryFn: ({ signal }) => answer(api.GET('/rest/api/3/priority', { signal })),
  staleTime: 300_000,
});
