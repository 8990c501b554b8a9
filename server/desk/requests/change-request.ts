import { type Expression, sql, type UpdateObject } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { noSuchRequest } from '../access.ts';
import type { Actor } from '../access-rules.ts';
import { type LockedRequest, lockRequest } from './locked.ts';

/** One thing that changed, in Jira's form. */
export interface ChangeItem {
  readonly field: string;
  readonly fieldId: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

/** The change of a list of people or organizations, which the history names by their ids and their names. */
export function listedItem(
  field: Pick<ChangeItem, 'field' | 'fieldId'>,
  before: readonly { readonly id: string; readonly name: string }[],
  after: readonly { readonly id: string; readonly name: string }[],
): ChangeItem {
  const listed = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(', '));
  return {
    ...field,
    fieldtype: 'custom',
    from: listed(before.map(({ id }) => id)),
    fromString: listed(before.map(({ name }) => name)),
    to: listed(after.map(({ id }) => id)),
    toString: listed(after.map(({ name }) => name)),
  };
}

/** What kinds of change are told of. Events carry keys only: listeners read what they may see. */
export type RequestEvent =
  | 'request.created'
  | 'request.changed'
  | 'request.assigned'
  | 'request.transitioned'
  | 'request.deleted'
  | 'comment.added'
  | 'attachment.added'
  | 'approval.asked'
  | 'approval.answered';

/** A change to the row of a request. */
export interface RequestChange {
  readonly actor: Actor;
  readonly at: Date;
  readonly set: Omit<UpdateObject<DB, 'request'>, 'version' | 'updated_at'>;
  readonly items: readonly ChangeItem[];
  readonly event: RequestEvent;
  readonly audience: 'customers' | 'agents';
}

/**
 * Reads and locks a request for a change.
 * @throws NotFound when there is none
 */
export async function requireLocked(trx: Database, requestId: string): Promise<LockedRequest> {
  const request = await lockRequest(trx, requestId);
  if (!request) throw noSuchRequest();
  return request;
}

/**
 * Changes a locked request: the row (its version goes up), the changelog and the event, in the caller's transaction.
 *
 * @returns its new version
 */
export async function changeRequest(
  trx: Database,
  request: LockedRequest,
  { actor, at, set, items, event, audience }: RequestChange,
): Promise<number> {
  const version = request.version + 1;
  await trx
    .updateTable('request')
    .set({ ...set, version, updated_at: latest(at) })
    .where('id', '=', request.id)
    .execute();
  await trx
    .insertInto('changelog')
    .values({
      request_id: request.id,
      author_id: actor.accountId,
      version,
      items: JSON.stringify(items),
      created_at: at,
    })
    .execute();
  await tellOf(trx, request, event, audience);
  return version;
}

/**
 * Notes what changed beside a locked request, such as the work that was logged on it: the changelog and the event, in the caller's
 * transaction. The request is the same as before: who edits it is not told that it has changed meanwhile.
 */
export async function noteBesideRequest(
  trx: Database,
  request: LockedRequest,
  { actor, at, items, event, audience }: Omit<RequestChange, 'set'>,
): Promise<void> {
  await touchRequest(trx, request.id, at);
  await trx
    .insertInto('changelog')
    .values({
      request_id: request.id,
      author_id: actor.accountId,
      version: request.version,
      items: JSON.stringify(items),
      created_at: at,
    })
    .execute();
  await tellOf(trx, request, event, audience);
}

/** Notes on a locked request that something was added to it, which is no change of the request itself. */
export async function touchRequest(trx: Database, requestId: string, at: Date): Promise<void> {
  await trx
    .updateTable('request')
    .set({ updated_at: latest(at) })
    .where('id', '=', requestId)
    .execute();
}

// History that is brought in late does not make a request look older than it is.
function latest(at: Date): Expression<Date> {
  return sql<Date>`greatest(updated_at, ${at}::timestamptz)`;
}

/** What an event needs to know of a request. */
export type ToldRequest = Pick<
  LockedRequest,
  'id' | 'key' | 'serviceDeskId' | 'reporterId' | 'organizationId'
>;

/** Tells of a request: to its own listeners, its desk's queues, and, unless agents only, its customers' lists. */
export async function tellOf(
  trx: Database,
  request: ToldRequest,
  kind: RequestEvent,
  audience: 'customers' | 'agents',
): Promise<void> {
  const topics = [`request:${request.id}`, `service-desk:${request.serviceDeskId}`];
  if (audience === 'customers') {
    const customers = await trx
      .selectFrom('account')
      .select(sql<string>`'account:' || account_id`.as('topic'))
      .where((eb) =>
        eb.or([
          eb('id', '=', request.reporterId),
          eb('id', 'in', (nested) =>
            nested
              .selectFrom('organization_member')
              .select('account_id')
              .where('organization_id', '=', request.organizationId)
              .where('role', '=', 'manager'),
          ),
          eb('id', 'in', (nested) =>
            nested
              .selectFrom('request_participant')
              .select('account_id')
              .where('request_id', '=', request.id),
          ),
          eb('id', 'in', (nested) =>
            nested.selectFrom('approval_approver').select('account_id').where('request_id', '=', request.id),
          ),
        ]),
      )
      .unionAll(
        trx
          .selectFrom('request_share')
          .select(sql<string>`'organization:' || organization_id`.as('topic'))
          .where('request_id', '=', request.id),
      )
      .execute();
    topics.push(...customers.map(({ topic }) => topic));
  }
  await appendEvent(trx, {
    kind,
    topics,
    audience,
    payload: { requestId: request.id, key: request.key },
  });
}
