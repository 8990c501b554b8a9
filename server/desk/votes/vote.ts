import type { Database } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { addBeside, removeBeside } from '../requests/people-beside.ts';

/** Somebody's vote for a request. */
export interface Vote {
  readonly requestId: string;
  /** account.id */
  readonly accountId: string;
}

/**
 * Votes for a request; who has already, stays as they are.
 *
 * @throws NotFound, as Jira answers, when they raised it themselves or it is resolved, or there is no such request
 */
export async function voteFor(trx: Database, { requestId, accountId }: Vote): Promise<void> {
  const request = await requireLocked(trx, requestId);
  refuseVoting(request, accountId);
  // Customers are not shown who wants what.
  const added = await addBeside(trx, 'request_vote', request.id, [accountId]);
  if (added.length > 0) await tellOf(trx, request, 'request.changed', 'agents');
}

/**
 * Takes a vote back; who has none, stays as they are.
 *
 * @throws NotFound, as Jira answers, when it is resolved, or there is no such request
 */
export async function takeVoteBack(trx: Database, { requestId, accountId }: Vote): Promise<void> {
  const request = await requireLocked(trx, requestId);
  if (request.resolution !== null) throw resolved();
  if (await removeBeside(trx, 'request_vote', request.id, accountId))
    await tellOf(trx, request, 'request.changed', 'agents');
}

function refuseVoting({ reporterId, resolution }: LockedRequest, accountId: string): void {
  if (reporterId === accountId) throw new NotFound('You cannot vote for an issue you have reported.');
  if (resolution !== null) throw resolved();
}

function resolved(): NotFound {
  return new NotFound('This issue is resolved: votes for it stay as they are.');
}
