import { accountsByIds } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Forbidden, Invalid } from '../../platform/http/errors.ts';
import { takesPartIn } from '../access.ts';
import type { Actor } from '../access-rules.ts';
import { changeRequest, listedItem, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import {
  addableAmong,
  deleteParticipants,
  insertParticipants,
  listParticipants,
  sharingRuleOf,
} from './store.ts';

/** Most participants of a request. */
export const maxParticipants = 100;

/** A change to who takes part in a request. */
export interface ParticipantChange {
  readonly requestId: string;
  readonly actor: Actor;
  /** account.id */
  readonly accountIds: readonly string[];
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Lets people take part in a request; who does already, and its reporter, stay as they are.
 *
 * @throws Forbidden for customers of a desk that lets nobody share requests, and for those who do no more than approve this one
 * @throws Invalid for people whom the actor may not add, in the same words as for those that there are not
 */
export async function addParticipants(trx: Database, change: ParticipantChange): Promise<void> {
  const { requestId, actor, at = new Date() } = change;
  const request = await requireLocked(trx, requestId);
  const accountIds = change.accountIds.filter((id) => id !== request.reporterId);
  if (!actor.isAgent && (await sharingRuleOf(trx, request.serviceDeskId)) === 'nobody') {
    throw new Forbidden(
      'Customers of this service desk do not share their requests. Ask an agent to add somebody.',
    );
  }
  if (!(await mayAddPeople(trx, requestId, actor))) {
    throw new Forbidden('People are added by those who take part in the request, and by agents.');
  }
  await requireAddable(trx, request.serviceDeskId, actor, accountIds);
  const before = await listParticipants(trx, requestId, { start: 0, limit: maxParticipants });
  const added = await insertParticipants(trx, { requestId, actor, at }, accountIds);
  if (before.length + added.length > maxParticipants) {
    throw Invalid.fields({ accountIds: `A request has at most ${maxParticipants} participants.` });
  }
  if (added.length > 0) await note(trx, request, { actor, at, before, after: [...before, ...added] });
}

/** Whether the actor is one who lets others take part, where the desk has customers do so: not by being asked to approve alone. */
export async function mayAddPeople(db: Database, requestId: string, actor: Actor): Promise<boolean> {
  return actor.isAgent || (await takesPartIn(db, requestId, actor));
}

/**
 * Takes people out of a request; who is none of its participants stays as they are.
 *
 * @throws Forbidden for customers who take out somebody but themselves from a request that is not theirs
 */
export async function removeParticipants(trx: Database, change: ParticipantChange): Promise<void> {
  const { requestId, actor, accountIds, at = new Date() } = change;
  const request = await requireLocked(trx, requestId);
  const mayRemoveAll = actor.isAgent || request.reporterId === actor.accountId;
  if (!mayRemoveAll && accountIds.some((id) => id !== actor.accountId)) {
    throw new Forbidden('Only agents and the reporter take other people out of a request.');
  }
  const before = await listParticipants(trx, requestId, { start: 0, limit: maxParticipants });
  const after = before.filter((id) => !accountIds.includes(id));
  if (after.length === before.length) return;
  // While they are still there, so that their pages hear of it.
  await note(trx, request, { actor, at, before, after });
  await deleteParticipants(trx, requestId, accountIds);
}

/**
 * People (account.id) who can take part in requests of the desk by the act of this actor.
 * @throws Invalid naming `accountIds`
 */
export async function requireAddable(
  db: Database,
  serviceDeskId: string,
  actor: Actor,
  accountIds: readonly string[],
): Promise<void> {
  const known = await addableAmong(db, serviceDeskId, actor, accountIds);
  if (accountIds.every((id) => known.has(id))) return;
  throw Invalid.fields({ accountIds: unknownPeople(actor) });
}

/** What is said of people who are not there or may not be added. */
export function unknownPeople(actor: Actor): string {
  return actor.isAgent
    ? 'One of these people is not there, or is no customer of the service desk. Make them one first.'
    : 'One of these people is not there, or you may not share with them.';
}

async function note(
  trx: Database,
  request: LockedRequest,
  { actor, at, before, after }: { actor: Actor; at: Date; before: string[]; after: string[] },
): Promise<void> {
  const accounts = await accountsByIds(trx, [...before, ...after]);
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const account = accounts.get(id);
      return account ? { id: account.accountId, name: account.displayName } : [];
    });
  await changeRequest(trx, request, {
    actor,
    at,
    set: {},
    items: [
      listedItem({ field: 'Request participants', fieldId: 'participants' }, named(before), named(after)),
    ],
    event: 'request.changed',
    audience: 'customers',
  });
}
