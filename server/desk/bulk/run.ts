import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.ts';
import { RefusedError } from '../../platform/http/errors.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { actorIn, noSuchRequest, requireAgentRequest } from '../access.ts';
import { isAgentOfAnyDesk } from '../access-rules.ts';
import { actOn } from './acts.ts';
import {
  type BulkOperation,
  findOperation,
  lockItem,
  type MeantRequest,
  nextItems,
  noteResult,
  type Result,
  stateOf,
} from './store.ts';
import { finishOperation, tellProgress } from './tell.ts';

interface RunHelpers {
  readonly db: Database;
  readonly log: Logger;
  readonly jobs: Jobs;
}

/**
 * Does what is left of an operation, one request after the other, each in a transaction of its own: what was done stays done
 * when something goes wrong later, and is not done twice when the job is run again. Whether the account may do it is asked of
 * each request when its turn comes. Ends when it is cancelled, and when the account does not work here any more.
 */
export async function runOperation(helpers: RunHelpers, operationId: string): Promise<void> {
  const { db } = helpers;
  const operation = await findOperation(db, operationId);
  if (!operation || operation.finishedAt) return;
  for (;;) {
    const items = await nextItems(db, operationId);
    if (items.length === 0) return end(db, operationId, null);
    for (const item of items) {
      const stopped = await inTurn(helpers, operation, item);
      if (stopped !== null) return end(db, operationId, stopped.reason);
    }
  }
}

/** Why an operation is not gone on with; a reason of null: it was cancelled. */
interface Stopped {
  readonly reason: string | null;
}

const tries = 3;

/** Does it to one request. What collides with another transaction is tried again. */
async function inTurn(
  helpers: RunHelpers,
  operation: BulkOperation,
  item: MeantRequest & { readonly position: number },
): Promise<Stopped | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await helpers.db.transaction().execute(async (trx) => {
        const stopped = await reasonToStop(trx, operation);
        if (stopped || !(await lockItem(trx, operation.id, item.position))) return stopped;
        const result = await resultOf(helpers, trx, operation, item);
        await noteResult(trx, operation.id, item.position, result);
        await tellProgress(trx, operation.id);
        return null;
      });
    } catch (error) {
      if (!collides(error) || attempt === tries) throw error;
    }
  }
}

async function reasonToStop(trx: Database, { id, accountId }: BulkOperation): Promise<Stopped | null> {
  const state = await stateOf(trx, id);
  if (!state || state.cancelledAt || state.finishedAt) return { reason: null };
  if (!state.isActive) return { reason: 'The account of whoever began this was deactivated.' };
  const isAgent =
    state.isAdministrator ||
    (await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where(isAgentOfAnyDesk)
      .executeTakeFirst()) !== undefined;
  return isAgent ? null : { reason: 'Whoever began this is not an agent any more.' };
}

async function resultOf(
  helpers: RunHelpers,
  trx: Database,
  operation: BulkOperation,
  item: MeantRequest,
): Promise<Result> {
  // A refusal undoes what was begun for this one, and is noted in the same transaction.
  await sql`savepoint one`.execute(trx);
  try {
    return await apply(helpers, trx, operation, item);
  } catch (error) {
    if (collides(error)) throw error;
    await sql`rollback to savepoint one`.execute(trx);
    if (error instanceof RefusedError) return { outcome: 'refused', message: wordsOf(error) };
    helpers.log.error(
      { err: error, operationId: operation.id, key: item.key },
      'a bulk operation failed for a request',
    );
    return {
      outcome: 'refused',
      message: 'Something went wrong, and nothing was changed. Try it once more.',
    };
  }
}

async function apply(
  { jobs }: RunHelpers,
  trx: Database,
  { accountId, act, input }: BulkOperation,
  { requestId }: MeantRequest,
): Promise<Result> {
  if (requestId === null) throw noSuchRequest();
  const account = await trx
    .selectFrom('account')
    .select(['id', 'is_administrator as isAdministrator'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const access = await requireAgentRequest(trx, account, requestId);
  return actOn(trx, act, {
    requestId,
    serviceDeskId: access.serviceDeskId,
    person: account,
    actor: actorIn(account, access),
    input,
    jobs,
  });
}

/** Also the fields that it names, in words: {priority: 'There is no such priority.'} */
function wordsOf({ message, errors }: RefusedError): string {
  const ofFields = Object.values(errors);
  return [message, ...ofFields].filter((text) => text !== '').join(' ');
}

/** Deadlocks and the like: the same again may well work. */
function collides(error: unknown): boolean {
  const code = Object(error).code as unknown;
  return code === '40P01' || code === '40001' || code === '55P03';
}

function end(db: Database, operationId: string, stopped: string | null): Promise<void> {
  return db.transaction().execute((trx) => finishOperation(trx, operationId, stopped));
}
