import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

/** How people sign in at a portal. */
export function portalSignInQuery(portalId: string) {
  return queryOptions({
    queryKey: ['service-desk', portalId, 'sign-in'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/portal/{portalId}/sign-in', { params: { path: { portalId } }, signal }),
      ),
  });
}

export type PortalSignIn = Awaited<ReturnType<NonNullable<ReturnType<typeof portalSignInQuery>['queryFn']>>>;

type Input =
  paths['/rest/portico/1/portal/{portalId}/sign-in']['put']['requestBody']['content']['application/json'];

/** Changes it; refused (409) when it has changed since `version`, or when customers would be locked out. */
export function changePortalSignIn(portalId: string, body: Input): Promise<PortalSignIn> {
  return answer(
    api.PUT('/rest/portico/1/portal/{portalId}/sign-in', { params: { path: { portalId } }, body }),
  );
}
