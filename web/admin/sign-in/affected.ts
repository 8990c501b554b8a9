import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** How many people a provider's being enabled or not matters to. */
export interface Affected {
  readonly people: number;
  /** of them, those who can sign in no other way */
  readonly withoutPassword: number;
  /** there are more than were counted */
  readonly isAtLeast: boolean;
}

const counted = 100;

/** Counts the active accounts whose e-mail address is in one of the domains; at most 100 for each. */
export function affectedQuery(domains: readonly string[]) {
  return queryOptions({
    queryKey: ['affected', domains],
    queryFn: async ({ signal }): Promise<Affected> => {
      const pages = await Promise.all(
        domains.map((domain) =>
          answer(
            api.GET('/rest/portico/1/account', {
              params: { query: { query: `@${domain}`, limit: counted } },
              signal,
            }),
          ),
        ),
      );
      const people = pages.flatMap((page, index) =>
        page.values.filter(
          (account) => account.isActive && account.emailAddress?.endsWith(`@${domains[index]}`),
        ),
      );
      return {
        people: people.length,
        withoutPassword: people.filter((account) => !account.hasPassword).length,
        isAtLeast: pages.some((page) => !page.isLastPage),
      };
    },
  });
}
