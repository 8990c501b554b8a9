import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { type Actor, agentsOf } from '../access-rules.ts';
import { changeRequest, requireLocked } from '../requests/change-request.ts';
import { type ExpectedVersion, requireVersion } from '../requests/versions.ts';

/** Who shall work on a request. */
export interface Assignment {
  readonly requestId: string;
  readonly actor: Actor;
  /** account.id; null: nobody */
  readonly assigneeId: string | null;
  /** only if the request is still at this version */
  readonly expectedVersion?: ExpectedVersion | null;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Gives a request to an agent of its desk, or to nobody. Nothing happens when it is theirs already.
 *
 * @throws Invalid naming `accountId` when that person is no active agent of the desk
 * @throws Conflict that says what changed since `expectedVersion`
 * @throws NotFound when there is no such request
 */
export async function assignRequest(trx: Database, assignment: Assignment): Promise<void> {
  const { actor, assigneeId, expectedVersion, at = new Date() } = assignment;
  const request = await requireLocked(trx, assignment.requestId);
  if (expectedVersion) await requireVersion(trx, request, expectedVersion);
  if (request.assigneeId === assigneeId) return;
  const people = await trx
    .selectFrom('account')
    .select(['id', 'account_id', 'display_name', 'is_active'])
    .select(agentsOf(request.serviceDeskId).$castTo<boolean>().as('isAgent'))
    .where(
      'id',
      'in',
      [request.assigneeId, assigneeId].filter((id) => id !== null),
    )
    .execute();
  const before = people.find(({ id }) => id === request.assigneeId);
  const after = people.find(({ id }) => id === assigneeId);
  if (assigneeId !== null && !(after?.is_active && after.isAgent)) {
    throw Invalid.fields({ accountId: 'This person is no active agent of the service desk.' });
  }
  await changeRequest(trx, request, {
    actor,
    at,
    set: { assignee_id: assigneeId },
    items: [
      {
        field: 'assignee',
        fieldId: 'assignee',
        fieldtype: 'jira',
        from: before?.account_id ?? null,
        fromString: before?.display_name ?? null,
        to: after?.account_id ?? null,
        toString: after?.display_name ?? null,
      },
    ],
    event: 'request.assigned',
    // Customers are not shown who works on their request.
    audience: 'agents',
  });
}
