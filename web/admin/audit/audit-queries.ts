import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { type AuditSearch, auditParameters } from './audit-search.ts';

async function fetchEvents(
  search: AuditSearch,
  timeZone: string | undefined,
  after: string | null,
  signal: AbortSignal,
) {
  const query = { ...auditParameters(search, new Date(), timeZone), ...(after === null ? {} : { after }) };
  return answer(api.GET('/rest/portico/1/audit', { params: { query: { limit: 50, ...query } }, signal }));
}

export type AuditEvent = Awaited<ReturnType<typeof fetchEvents>>['values'][number];

/** What the ids in the states of entries are called. */
export type AuditNames = Awaited<ReturnType<typeof fetchEvents>>['names'];

/** The audit log, newest first, page by page. */
export function auditQuery(search: AuditSearch, timeZone: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['audit', search, timeZone ?? null],
    queryFn: ({ pageParam, signal }) => fetchEvents(search, timeZone, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

/** The name of an account, for the filter that an address brings. */
export function personNameQuery(accountId: string) {
  return queryOptions({
    queryKey: ['person-name', accountId],
    queryFn: async ({ signal }) => {
      const user = await answer(api.GET('/rest/api/3/user', { params: { query: { accountId } }, signal }));
      return user.displayName;
    },
  });
}

/** How long the log is kept, and how many entries are older than so many days. */
export function auditSettingsQuery(olderThan: number | null = null) {
  return queryOptions({
    queryKey: ['audit-settings', olderThan],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/audit/settings', {
          params: { query: olderThan === null ? {} : { olderThan } },
          signal,
        }),
      ),
  });
}

/** Sets how many days entries are kept; null: for ever. */
export function changeAuditSettings(keepDays: number | null) {
  return answer(api.PUT('/rest/portico/1/audit/settings', { body: { keepDays } }));
}
