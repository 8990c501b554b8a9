import type { Database } from '../../platform/database/database.ts';
import { Forbidden, Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { changeRequest, listedItem, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import {
  deleteShares,
  insertShares,
  maxShares,
  type SharedOrganization,
  type Sharer,
  shareableAmong,
  sharesOf,
} from './store.ts';

/** A change to the organizations that see a request. */
export interface SharingChange {
  readonly requestId: string;
  readonly actor: Actor;
  /** organization.id */
  readonly organizationIds: readonly string[];
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Lets everybody in organizations see a request.
 *
 * @throws Forbidden for customers whose request it is not
 * @throws Invalid naming `organizationIds` for those that the actor may not share with, as for those that there are not
 */
export async function shareRequest(trx: Database, change: SharingChange): Promise<void> {
  const { requestId, actor, organizationIds, at = new Date() } = change;
  const request = await requireLocked(trx, requestId);
  requireMayShare(request, actor);
  await requireShareable(trx, { ...request, actor }, organizationIds, 'organizationIds');
  const before = await sharesWith(trx, requestId);
  const isNew = organizationIds.some((id) => before.every((organization) => organization.id !== id));
  if (!isNew) return;
  await insertShares(trx, { requestId, actor, at }, organizationIds);
  const after = await sharesWith(trx, requestId);
  if (after.length > maxShares) {
    throw Invalid.fields({ organizationIds: `A request is shared with at most ${maxShares} organizations.` });
  }
  await note(trx, request, { actor, at, before, after });
}

/**
 * Takes a request back from organizations; those that it is not shared with stay as they are.
 * @throws Forbidden for customers whose request it is not
 */
export async function unshareRequest(trx: Database, change: SharingChange): Promise<void> {
  const { requestId, actor, organizationIds, at = new Date() } = change;
  const request = await requireLocked(trx, requestId);
  requireMayShare(request, actor);
  const before = await sharesWith(trx, requestId);
  const after = before.filter(({ id }) => !organizationIds.includes(id));
  if (after.length === before.length) return;
  // While they are still there, so that their lists hear of it.
  await note(trx, request, { actor, at, before, after });
  await deleteShares(trx, requestId, organizationIds);
}

/** Whether the actor decides which organizations see a request. */
export function mayShare({ reporterId }: Pick<LockedRequest, 'reporterId'>, actor: Actor): boolean {
  return actor.isAgent || actor.accountId === reporterId;
}

/**
 * Organizations (id) that the sharer may share with.
 * @throws Invalid naming `field`
 */
export async function requireShareable(
  db: Database,
  sharer: Sharer,
  organizationIds: readonly string[],
  field: string,
): Promise<void> {
  const known = await shareableAmong(db, sharer, organizationIds);
  if (organizationIds.every((id) => known.has(id))) return;
  throw Invalid.fields({
    [field]: sharer.actor.isAgent
      ? 'One of these organizations is not there, or the service desk does not serve it. Add it there first.'
      : 'One of these organizations is not there, or you may not share with it.',
  });
}

function requireMayShare(request: LockedRequest, actor: Actor): void {
  if (mayShare(request, actor)) return;
  throw new Forbidden('Only agents and the reporter decide which organizations see a request.');
}

async function sharesWith(trx: Database, requestId: string): Promise<SharedOrganization[]> {
  return (await sharesOf(trx, [requestId])).get(requestId) ?? [];
}

interface Noted {
  readonly actor: Actor;
  readonly at: Date;
  readonly before: readonly SharedOrganization[];
  readonly after: readonly SharedOrganization[];
}

async function note(
  trx: Database,
  request: LockedRequest,
  { actor, at, before, after }: Noted,
): Promise<void> {
  await changeRequest(trx, request, {
    actor,
    at,
    set: {},
    items: [listedItem({ field: 'Shared with', fieldId: 'sharedWith' }, before, after)],
    event: 'request.changed',
    audience: 'customers',
  });
}
