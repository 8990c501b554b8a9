import { queryOptions } from '@tanstack/react-query';
import { answerWithoutSession, api } from '../../kit/api/client.ts';

/** What is to be proved before a sign-in goes on. */
export function accountLinkQuery(token: string) {
  return queryOptions({
    queryKey: ['account-link', token],
    queryFn: ({ signal }) =>
      answerWithoutSession(
        api.GET('/rest/portico/1/account-link/{token}', { params: { path: { token } }, signal }),
      ),
    retry: false,
    staleTime: 0,
  });
}

export type AccountLink = Awaited<ReturnType<NonNullable<ReturnType<typeof accountLinkQuery>['queryFn']>>>;
