import type { Database } from '../../platform/database/database.ts';
import { requireAdministeredDesk } from '../access.ts';
import { addComment } from '../comments/add-comment.ts';
import { deleteRequest } from '../issues/delete-request.ts';
import { requireLocked } from '../requests/change-request.ts';
import { editRequest } from '../requests/edit-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { unwatchRequest, watchRequest } from '../watchers/watch-request.ts';
import { possibleTransitions, transitionRequest } from '../workflow/transition-request.ts';
import type { BulkAct, BulkTarget } from './input.ts';
import type { Result } from './store.ts';

type Act = (trx: Database, target: BulkTarget) => Promise<Result>;

const acts: Readonly<Record<BulkAct, Act>> = { edit, transition, watch, unwatch, delete: remove };

/**
 * Does it to one request, in the caller's transaction.
 * @throws a RefusedError that says why not
 */
export function actOn(trx: Database, act: BulkAct, target: BulkTarget): Promise<Result> {
  return acts[act](trx, target);
}

const done: Result = { outcome: 'done', message: null };

async function edit(trx: Database, target: BulkTarget): Promise<Result> {
  const { requestId, actor, input } = target;
  const { version } = await requireLocked(trx, requestId);
  const after = await editRequest(trx, {
    requestId,
    actor,
    values: input.fields ?? {},
    operations: input.update,
  });
  const isCommented = await comment(trx, target);
  if (after > version || isCommented) return done;
  return { outcome: 'unchanged', message: 'It has these values already.' };
}

async function transition(trx: Database, target: BulkTarget): Promise<Result> {
  const { requestId, actor, input } = target;
  const request = await requireLocked(trx, requestId);
  const asked = await askedOf(trx, request, input.transitionIds ?? []);
  const possible = await possibleTransitions(trx, request, { actor, asCustomer: false });
  const meant = possible.find(({ id }) => asked.some((each) => each.id === id));
  if (!meant && asked.some(({ toId }) => toId === request.statusId)) {
    return { outcome: 'unchanged', message: `It is "${request.statusName}" already.` };
  }
  await transitionRequest(trx, {
    requestId,
    actor,
    // one that is not possible is refused with the words of a single request
    transitionId: meant?.id ?? asked[0]?.id ?? '',
    ...(input.fields && { values: input.fields }),
  });
  await comment(trx, target);
  return done;
}

async function watch(trx: Database, { requestId, actor: { accountId } }: BulkTarget): Promise<Result> {
  if (await isWatching(trx, requestId, accountId)) {
    return { outcome: 'unchanged', message: 'You watch it already.' };
  }
  await watchRequest(trx, { requestId, accountIds: [accountId] });
  return done;
}

async function unwatch(trx: Database, { requestId, actor: { accountId } }: BulkTarget): Promise<Result> {
  if (!(await isWatching(trx, requestId, accountId))) {
    return { outcome: 'unchanged', message: 'You do not watch it.' };
  }
  await unwatchRequest(trx, requestId, accountId);
  return done;
}

async function isWatching(trx: Database, requestId: string, accountId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('request_watcher')
    .select('account_id')
    .where('request_id', '=', requestId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

async function remove(trx: Database, target: BulkTarget): Promise<Result> {
  await requireAdministeredDesk(trx, target.person, target.serviceDeskId);
  await deleteRequest(trx, target.jobs, target.requestId, target.input.by);
  return done;
}

/** Those of the transitions that the request's workflow has, and where they lead. */
async function askedOf(trx: Database, { workflowId }: LockedRequest, transitionIds: readonly string[]) {
  return trx
    .selectFrom('workflow_transition')
    .select(['id', 'to_status_id as toId'])
    .where('workflow_id', '=', workflowId)
    .where('id', 'in', [...transitionIds])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Says in one request what is to be said in each. @returns whether anything was to be said */
async function comment(trx: Database, { requestId, actor, input }: BulkTarget): Promise<boolean> {
  if (!input.comment) return false;
  const { body, public: isPublic } = input.comment;
  await addComment(trx, { requestId, actor, body, isPublic });
  return true;
}
