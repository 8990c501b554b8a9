import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const route = '/rest/servicedeskapi/request/{issueIdOrKey}/approval';

/** The approvals of a request, newest first. */
export function approvalsQuery(issueIdOrKey: string) {
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'approvals'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET(route, { params: { path: { issueIdOrKey } }, signal }))).values,
  });
}

export type Approval = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalsQuery>['queryFn']>>>[number];

/** What an approver says. */
export interface ApprovalAnswer {
  readonly decision: 'approve' | 'decline';
  /** blank: nothing */
  readonly comment: string;
}

/** Answers an approval for who is signed in. */
export async function answerApproval(
  issueIdOrKey: string,
  approvalId: string,
  { decision, comment }: ApprovalAnswer,
): Promise<void> {
  await answer(
    api.POST(`${route}/{approvalId}`, {
      params: { path: { issueIdOrKey, approvalId } },
      body: { decision, ...(comment.trim() !== '' && { additionalComment: { body: comment } }) },
    }),
  );
}
