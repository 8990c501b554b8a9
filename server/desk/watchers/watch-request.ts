import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { agentsOf } from '../access-rules.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { addBeside, removeBeside } from '../requests/people-beside.ts';

/** Who follows a request. */
export interface Watch {
  readonly requestId: string;
  /** account.id */
  readonly accountIds: readonly string[];
}

/**
 * Lets agents follow a request; those who do already stay as they are.
 *
 * @throws Invalid naming `accountId` when one of them is no active agent of its desk
 * @throws NotFound when there is no such request
 */
export async function watchRequest(trx: Database, { requestId, accountIds }: Watch): Promise<void> {
  const request = await requireLocked(trx, requestId);
  const known = new Set(await agentsAmong(trx, request, accountIds));
  if (accountIds.some((id) => !known.has(id))) throw noAgent();
  const added = await addBeside(trx, 'request_watcher', request.id, accountIds);
  // Customers are not shown who follows their request.
  if (added.length > 0) await tellOf(trx, request, 'request.changed', 'agents');
}

/** Lets those of the people (account.id) who are agents of its desk follow a locked request: they were mentioned there. */
export async function watchMentioned(
  trx: Database,
  request: LockedRequest,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  const agents = await agentsAmong(trx, request, accountIds);
  const added = await addBeside(trx, 'request_watcher', request.id, agents);
  if (added.length > 0) await tellOf(trx, request, 'request.changed', 'agents');
}

/**
 * Lets somebody follow a request no more; who does not, stays as they are.
 *
 * @throws NotFound when there is no such request
 */
export async function unwatchRequest(trx: Database, requestId: string, accountId: string): Promise<void> {
  const request = await requireLocked(trx, requestId);
  if (await removeBeside(trx, 'request_watcher', request.id, accountId)) {
    await tellOf(trx, request, 'request.changed', 'agents');
  }
}

/** What is said of people who cannot watch, whether there are such people or not. */
export function noAgent(): Invalid {
  return Invalid.fields({ accountId: 'This person is no active agent of the service desk.' });
}

/** Those of the people (account.id) who are active agents of the desk of the request. */
async function agentsAmong(
  trx: Database,
  { serviceDeskId }: LockedRequest,
  accountIds: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [...accountIds])
    .where('is_active', '=', true)
    .where(agentsOf(serviceDeskId))
    .execute();
  return rows.map(({ id }) => id);
}
