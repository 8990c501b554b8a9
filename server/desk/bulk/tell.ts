import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { TopicRules } from '../../platform/events/hub.ts';
import { isId } from '../addresses.ts';
import { isTimeToTell, noteFinished } from './store.ts';

/** Tells those who watch an operation how far it is, at most a few times a second. */
export async function tellProgress(trx: Database, operationId: string): Promise<void> {
  if (await isTimeToTell(trx, operationId)) await tell(trx, operationId, 'bulk.progressed');
}

/** Ends an operation, and tells of it. @param stopped why it was not gone on with; null: it was */
export async function finishOperation(
  trx: Database,
  operationId: string,
  stopped: string | null,
): Promise<void> {
  if (await noteFinished(trx, operationId, stopped)) await tell(trx, operationId, 'bulk.finished');
}

async function tell(trx: Database, operationId: string, kind: string): Promise<void> {
  await appendEvent(trx, { kind, topics: [`bulk:${operationId}`], audience: 'customers' });
}

/** Who may listen to `bulk:{id}`: the account that it is done as. */
export function bulkTopicRules(db: Database): TopicRules {
  async function owners(accountIds: readonly string[], id: string): Promise<Set<string>> {
    if (!isId(id) || accountIds.length === 0) return new Set();
    const rows = await db
      .selectFrom('bulk_operation')
      .innerJoin('account', 'account.id', 'bulk_operation.account_id')
      .select('account.id')
      .where('bulk_operation.id', '=', id)
      .where('account.id', 'in', [...accountIds])
      .where('account.is_active', '=', true)
      .execute();
    return new Set(rows.map((row) => row.id));
  }
  return {
    mayListen: async (listener, id) => (await owners([listener.id], id)).has(listener.id),
    stillMayHear: owners,
    agentsAmong: owners,
  };
}
