import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

async function fetchPortalMail(portalId: string, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/portal/{portalId}/mail', { params: { path: { portalId } }, signal }),
  );
}

export type PortalMail = Awaited<ReturnType<typeof fetchPortalMail>>;

/** Who mail of a portal is from. */
export function portalMailQuery(portalId: string) {
  return queryOptions({
    queryKey: ['portal-mail', portalId],
    queryFn: ({ signal }) => fetchPortalMail(portalId, signal),
  });
}

/** Changes it; refused (409) when it has changed since `version` (0: nothing was decided). */
export function changePortalMail(
  portalId: string,
  body: Pick<PortalMail, 'senderName' | 'replyTo' | 'version'>,
): Promise<PortalMail> {
  return answer(api.PUT('/rest/portico/1/portal/{portalId}/mail', { params: { path: { portalId } }, body }));
}
