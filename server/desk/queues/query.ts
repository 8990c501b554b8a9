import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Condition } from '../access-rules.ts';
import { requireId } from '../addresses.ts';
import { type CompiledQuery, compileJql } from '../jql/compile.ts';
import { type JqlViewer, loadJqlContext } from '../jql/context.ts';
import { parseJql } from '../jql/parse.ts';
import { type Queue, queueOf } from './store.ts';

/**
 * The queue at this address.
 * @throws NotFound
 */
export async function requireQueue(db: Database, serviceDeskId: string, idText: string): Promise<Queue> {
  const message = 'There is no such queue on this service desk.';
  const queue = await queueOf(db, serviceDeskId, requireId(idText, message));
  if (!queue) throw new NotFound(message);
  return queue;
}

/** The same query, of one desk: a queue finds requests of its own desk only, whatever its query says. */
export function ofDesk(serviceDeskId: string, { where, sorting }: CompiledQuery): CompiledQuery {
  return { where: sql`(request.service_desk_id = ${serviceDeskId} and ${where})`, sorting };
}

/**
 * What a queue finds when this person looks.
 *
 * @param orderBy what follows ORDER BY, in place of the queue's own order
 * @throws Invalid when its query can no longer be run, as after a field that it names was deleted, or for an order that is none
 */
export async function compileQueue(
  db: Database,
  viewer: JqlViewer,
  { serviceDeskId, jql }: Queue,
  orderBy?: string,
): Promise<CompiledQuery> {
  const order = orderBy === undefined ? null : `ORDER BY ${orderBy}`;
  const context = await loadJqlContext(db, viewer, order === null ? [jql] : [jql, order]);
  const { where, sorting } = compileJql(jql, context);
  return ofDesk(serviceDeskId, {
    where,
    sorting: order === null ? sorting : compileJql(order, context).sorting,
  });
}

/** What queues find, each by itself: why not, for those whose query can no longer be run. */
export async function compileEach(
  db: Database,
  viewer: JqlViewer,
  queues: readonly Pick<Queue, 'id' | 'serviceDeskId' | 'jql'>[],
): Promise<Map<string, Condition | string>> {
  // what is no JQL at all, as after an import, must not keep the others from being read
  const readable = queues.map(({ jql }) => jql).filter(isReadable);
  const context = await loadJqlContext(db, viewer, readable);
  return new Map(
    queues.map(({ id, serviceDeskId, jql }): [string, Condition | string] => {
      try {
        return [id, ofDesk(serviceDeskId, compileJql(jql, context)).where];
      } catch (error) {
        if (error instanceof Invalid) return [id, error.message];
        throw error;
      }
    }),
  );
}

function isReadable(jql: string): boolean {
  try {
    parseJql(jql);
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}
