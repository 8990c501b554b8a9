import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** Whether people can make an account by themselves where they want to go. */
export function signUpQuery(destination: string | null) {
  return queryOptions({
    queryKey: ['sign-up', destination],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/sign-up', {
          params: { query: destination === null ? {} : { destination } },
          signal,
        }),
      ),
    staleTime: 60_000,
    retry: 1,
  });
}

/** What a mailed link is for. */
export function mailedLinkQuery(token: string) {
  return queryOptions({
    queryKey: ['mailed-link', token],
    queryFn: ({ signal }) => answer(api.POST('/rest/portico/1/sign-up/link', { body: { token }, signal })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type MailedLink = Awaited<ReturnType<NonNullable<ReturnType<typeof mailedLinkQuery>['queryFn']>>>;

/** Since when the signed-in person has their password; null: they have none. */
export const ownPasswordQuery = queryOptions({
  queryKey: ['own-password'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/password', { signal })),
});

/** What is wrong with a password. */
export type PasswordFault = 'short' | 'long' | 'names' | 'common';

/** What the server has against a password; null: nothing, or it could not be asked, and says so when it is sent. */
export async function faultOf(
  password: string,
  owner: { readonly token?: string; readonly displayName?: string },
): Promise<PasswordFault | null> {
  try {
    const { fault } = await answer(
      api.POST('/rest/portico/1/password/check', { body: { password, ...owner } }),
    );
    return fault;
  } catch {
    return null;
  }
}
