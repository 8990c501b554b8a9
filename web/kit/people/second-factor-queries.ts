import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

const of = (accountId: string) => ({ params: { path: { accountId } } });

/** Somebody's second factors. */
export function factorsQuery(accountId: string) {
  return queryOptions({
    queryKey: ['account-second-factors', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/account/{accountId}/second-factor', { ...of(accountId), signal })),
    staleTime: 0,
  });
}

export type AccountFactors = Awaited<ReturnType<typeof resetFactors>>;

/** Removes all second factors of somebody. */
export function resetFactors(accountId: string) {
  return answer(api.POST('/rest/portico/1/account/{accountId}/second-factor/reset', of(accountId)));
}

/** Requires one of somebody, or lets them in without one for some days. */
export function changeFactors(accountId: string, body: { isRequired?: boolean; skipDays?: number }) {
  return answer(api.PUT('/rest/portico/1/account/{accountId}/second-factor', { ...of(accountId), body }));
}

/** Lets somebody in again who has entered too many wrong ones. */
export function unlockAccount(accountId: string) {
  return answer(api.POST('/rest/portico/1/account/{accountId}/unlock', of(accountId)));
}
