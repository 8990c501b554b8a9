import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import { RefusedError } from '../../../platform/http/errors.ts';
import { type AccountSummary, accountsByIds } from '../store.ts';
import type { BulkAct, BulkActs } from './acts.ts';
import {
  findAct,
  finishAct,
  lockItem,
  nextItems,
  noteOutcome,
  type Outcome,
  type RunningAct,
} from './store.ts';

/**
 * Does what is left of an act, one account after the other, each in a transaction of its own: what was done stays done when
 * something goes wrong later, and is not done twice when the job is run again. Ends at once when whoever began it does not
 * administer the site any more.
 */
export async function runAct(db: Database, acts: BulkActs, actId: string): Promise<void> {
  const running = await findAct(db, actId);
  if (!running || running.finishedAt) return;
  const act = acts.get(running.act);
  if (!act) {
    await finishAct(db, actId, 'This is not known here any more.');
    return;
  }
  for (;;) {
    const items = await nextItems(db, actId);
    if (items.length === 0) break;
    for (const item of items) {
      const goesOn = await db.transaction().execute(async (trx) => {
        if (!(await mayGoOn(trx, running))) return false;
        await applyTo(trx, act, running, item);
        return true;
      });
      if (!goesOn) {
        await finishAct(db, actId, 'Whoever began this does not administer the site any more.');
        return;
      }
    }
  }
  await finishAct(db, actId, null);
}

async function mayGoOn(trx: Database, { actor }: RunningAct): Promise<boolean> {
  if (actor.accountId === null) return false;
  const account = (await accountsByIds(trx, [actor.accountId])).get(actor.accountId);
  return account?.isActive === true && account.isAdministrator;
}

async function applyTo(
  trx: Database,
  act: BulkAct,
  running: RunningAct,
  { position, accountId }: { readonly position: number; readonly accountId: string },
): Promise<void> {
  if (!(await lockItem(trx, running.id, position))) return;
  const account = (await accountsByIds(trx, [accountId])).get(accountId);
  if (!account) return;
  const { outcome, message } = await outcomeOf(trx, act, running, account);
  await noteOutcome(trx, running.id, position, outcome, message);
}

async function outcomeOf(
  trx: Database,
  act: BulkAct,
  { actor, subjectId }: RunningAct,
  account: AccountSummary,
): Promise<{ outcome: Outcome; message: string | null }> {
  if (act.sparesActor && account.id === actor.accountId) {
    return { outcome: 'refused', message: 'This is your own account.' };
  }
  // A refusal undoes what was begun for this one, and is noted in the same transaction.
  await sql`savepoint one`.execute(trx);
  try {
    const isChanged = await act.apply(trx, account, actor, subjectId ?? '');
    return { outcome: isChanged ? 'done' : 'unchanged', message: null };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    await sql`rollback to savepoint one`.execute(trx);
    const words = [error.message, ...Object.values(error.errors)].filter((text) => text !== '').join(' ');
    return { outcome: 'refused', message: words };
  }
}
