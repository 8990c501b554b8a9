import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import { personJson, personSchema, type Showing } from '../people.ts';
import { canAnswer } from './answer-approval.ts';
import type { Approval } from './store.ts';

const answerSchema = Type.Enum(['approved', 'declined', 'pending']);

/** An approval as servicedeskapi shows it. */
export const approvalSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: 'The status in which the request waits for it' }),
    finalDecision: Type.Optional(answerSchema),
    canAnswerApproval: Type.Boolean(),
    approvers: Type.Array(
      Type.Object({
        approver: personSchema,
        approverDecision: answerSchema,
        _portico: Type.Object({ decidedDate: Type.Union([dateSchema, Type.Null()]) }),
      }),
    ),
    createdDate: dateSchema,
    completedDate: Type.Optional(dateSchema),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Object({
      outcome: Type.Union([Type.Enum(['approved', 'declined', 'cancelled']), Type.Null()], {
        description: 'null: open. cancelled: the request went on without it; then there is no finalDecision',
      }),
      needed: Type.Union([Type.Integer(), Type.Null()], {
        description: 'How many must approve; null: everybody who is asked',
      }),
    }),
  },
  { title: 'Approval' },
);

/** Of the request of an approval, what showing it takes. */
export interface ApprovedRequest {
  readonly id: string;
  /** account.id */
  readonly reporterId: string;
  /** the reader is an agent of its desk */
  readonly isAgent: boolean;
}

/** Shows an approval the way servicedeskapi does. */
export function approvalJson(
  approval: Approval,
  request: ApprovedRequest,
  staff: ReadonlySet<string>,
  showing: Showing,
): Static<typeof approvalSchema> {
  const { viewer, siteAddress } = showing;
  const { id, name, outcome, needed, createdAt, completedAt } = approval;
  return {
    id,
    name,
    ...(outcome !== 'cancelled' && { finalDecision: outcome ?? 'pending' }),
    canAnswerApproval: canAnswer(approval, request, viewer.id),
    approvers: approval.approvers.map(({ accountId, decision, decidedAt }) => ({
      approver: personJson(
        { accountId, isStaff: staff.has(accountId), readerIsAgent: request.isAgent },
        showing,
      ),
      approverDecision: decision ?? 'pending',
      _portico: { decidedDate: decidedAt && dateJson(decidedAt, viewer.timeZone) },
    })),
    createdDate: dateJson(createdAt, viewer.timeZone),
    ...(completedAt && { completedDate: dateJson(completedAt, viewer.timeZone) }),
    _links: { self: `${siteAddress}/rest/servicedeskapi/request/${request.id}/approval/${id}` },
    _portico: { outcome, needed },
  };
}
