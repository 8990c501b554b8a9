import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** The ways to sign in, for where one wants to go. */
export function signInOptionsQuery({
  destination,
  idp,
}: {
  destination: string | null;
  idp: string | undefined;
}) {
  return queryOptions({
    queryKey: ['sign-in-options', destination, idp ?? null],
    queryFn: ({ signal }) => {
      const query = { ...(destination && { destination }), ...(idp && { idp }) };
      return answer(api.GET('/rest/portico/1/sign-in/options', { params: { query }, signal }));
    },
    staleTime: 60_000,
    // without it, e-mail address and password still do
    retry: 1,
  });
}

type Options = Awaited<ReturnType<NonNullable<ReturnType<typeof signInOptionsQuery>['queryFn']>>>;

/** A provider that is offered. */
export type OfferedProvider = Options['providers'][number];
