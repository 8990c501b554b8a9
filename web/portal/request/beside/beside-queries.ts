import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../../kit/api/api-error.ts';
import { answer, api } from '../../../kit/api/client.ts';

/** The approvals of a request, newest first. */
export function approvalsQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'approvals'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/approval', {
            params: { path: { issueIdOrKey: key } },
            signal,
          }),
        )
      ).values,
  });
}

export type Approval = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalsQuery>['queryFn']>>>[number];

const mostPeople = 100;

/** Who takes part in a request beside its reporter. */
export function participantsQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'participants'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/participant', {
            params: { path: { issueIdOrKey: key }, query: { limit: mostPeople } },
            signal,
          }),
        )
      ).values,
  });
}

/** The organizations that a request is shared with, and what may be changed about it. */
export function sharingQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'sharing'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/request/{issueIdOrKey}/organization', {
          params: { path: { issueIdOrKey: key } },
          signal,
        }),
      ),
  });
}

/** Whether one hears of a request. */
export function subscriptionQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'subscription'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/notification', {
            params: { path: { issueIdOrKey: key } },
            signal,
          }),
        )
      ).subscribed,
  });
}

/** What the reporter thinks of how the request was handled; null: nothing was said. */
export function feedbackQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'feedback'],
    queryFn: async ({ signal }) => {
      try {
        return await answer(
          api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/feedback', {
            params: { path: { issueIdOrKey: key } },
            signal,
          }),
        );
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });
}
