import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { SlaValue } from '../../kit/sla/sla-value.ts';

/** While a clock runs it is read again this often, for the hour at which nobody works any more. */
const againMs = 60_000;

/** The service levels of a request, as the desk orders them. */
export function slasQuery(issueIdOrKey: string) {
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'sla'],
    queryFn: async ({ signal }): Promise<readonly SlaValue[]> => {
      const page = await answer(
        api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/sla', {
          params: { path: { issueIdOrKey }, query: { limit: 100 } },
          signal,
        }),
      );
      return page.values;
    },
    refetchInterval: ({ state }) =>
      state.data?.some(({ ongoingCycle }) => ongoingCycle && !ongoingCycle.paused) ? againMs : false,
  });
}
