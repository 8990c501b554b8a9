import type { Database } from '../../platform/database/database.ts';
import { Conflict, Forbidden, Invalid } from '../../platform/http/errors.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { isAgentOfAnyDesk, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import type { BulkAct, BulkInput } from './input.ts';
import { namesIn } from './names.ts';
import {
  type BulkOperation,
  failedItems,
  insertOperation,
  isDoneOnceMore,
  type MeantRequest,
} from './store.ts';

/** The job that does what is left of an operation. */
export const runJob = 'desk.bulk';

/** What somebody wants to be done to many requests. */
export interface NewBulkOperation {
  readonly person: Person;
  readonly act: BulkAct;
  readonly input: BulkInput;
  readonly requests: readonly MeantRequest[];
}

/**
 * Whoever does something to many requests is an agent of some desk, or an administrator.
 * @throws Forbidden
 */
export async function requireAgentOfAnyDesk(db: Database, person: Person): Promise<void> {
  if (person.isAdministrator) return;
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', person.id)
    .where(isAgentOfAnyDesk)
    .executeTakeFirst();
  if (!row) throw new Forbidden('Only agents may do something to many requests at once.');
}

/**
 * Begins something that is done to many requests: writes it down, and has it done by a job.
 *
 * @returns its id
 * @throws Invalid when it is not said what is to be done
 */
export async function beginOperation(
  trx: Database,
  jobs: Jobs,
  operation: NewBulkOperation,
): Promise<string> {
  const { person, act, input, requests } = operation;
  checkInput(act, input);
  const about = await namesIn(trx, input);
  const id = await insertOperation(trx, { accountId: person.id, act, input, about, requests });
  await jobs.add(trx, runJob, { operationId: id });
  return id;
}

/**
 * Does once more what was refused to some requests, or never came to them: an operation of its own.
 *
 * @returns its id
 * @throws Conflict while the operation is under way or done once more, and when nothing is left to do
 */
export async function retryOperation(
  trx: Database,
  jobs: Jobs,
  { person, operation, by }: { person: Person; operation: BulkOperation; by: BulkInput['by'] },
): Promise<string> {
  if (!operation.finishedAt) throw new Conflict('This is still under way. Wait until it has ended.');
  if (await isDoneOnceMore(trx, operation)) {
    throw new Conflict('This is under way already, once more. Wait until it has ended.');
  }
  const requests = await failedItems(trx, operation.id);
  if (requests.length === 0) throw new Conflict('It was done to all of the requests: nothing is left to do.');
  const { act, input } = operation;
  return beginOperation(trx, jobs, { person, act, input: { ...input, by }, requests });
}

function checkInput(act: BulkAct, { fields, update, transitionIds, comment }: BulkInput): void {
  if (comment && comment.body.trim() === '') throw Invalid.fields({ comment: 'Write something.' });
  if (act === 'edit') {
    const keys = [...Object.keys(fields ?? {}), ...Object.keys(update ?? {})];
    if (keys.length === 0 && !comment) {
      throw new Invalid('Say what is to be changed: by fields, update or comment.');
    }
  }
  if (act === 'transition' && !transitionIds?.length) {
    throw Invalid.fields({ transitionIds: 'Say which transitions: at least one.' });
  }
  if (transitionIds && !transitionIds.every(isId)) {
    throw Invalid.fields({ transitionIds: 'One of these is no transition.' });
  }
}
