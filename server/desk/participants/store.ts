import { type RawBuilder, sql } from 'kysely';
import { type AccountSummary, accountsByIds } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Actor, accountUsesDesk, isStaff } from '../access-rules.ts';

/** The participants of a request (account.id), by name; at most `limit + 1`. */
export async function listParticipants(
  db: Database,
  requestId: string,
  { start, limit }: { start: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('request_participant')
    .innerJoin('account', 'account.id', 'request_participant.account_id')
    .select('account.id')
    .where('request_id', '=', requestId)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** Where somebody is added, and by whom. */
export interface AddingTo {
  readonly requestId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** @returns those who were none before (account.id) */
export async function insertParticipants(
  trx: Database,
  { requestId, actor, at }: AddingTo,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await trx
    .insertInto('request_participant')
    .values(
      [...new Set(accountIds)].map((id) => ({
        request_id: requestId,
        account_id: id,
        added_by: actor.accountId,
        added_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** @returns those who were there (account.id) */
export async function deleteParticipants(
  trx: Database,
  requestId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await trx
    .deleteFrom('request_participant')
    .where('request_id', '=', requestId)
    .where('account_id', 'in', [...accountIds])
    .returning('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/**
 * Of these accounts (account.id), those whom the actor may add to requests of the desk: active people who may use it. Customers,
 * as the desk says: nobody, those who share an organization with them, all its customers, or whoever has an account.
 */
export async function addableAmong(
  db: Database,
  serviceDeskId: string,
  actor: Actor,
  accountIds: readonly string[],
): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await addable(db, serviceDeskId, actor)
    .select('account.id')
    .where('account.id', 'in', [...accountIds])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * People whom the actor may add to requests of the desk and who are not at `requestId` yet, by name: those whose name, or, for
 * agents, e-mail address has the text in it, and whose address it is. People who may not use the desk are found by their whole
 * address alone. At most 20.
 */
export async function findAddable(
  db: Database,
  { serviceDeskId, requestId, actor }: { serviceDeskId: string; requestId: string; actor: Actor },
  text: string,
): Promise<AccountSummary[]> {
  const wanted = text.trim().toLowerCase();
  const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const named: RawBuilder<boolean> = actor.isAgent
    ? sql`(lower(account.display_name) like ${pattern} or account.email like ${pattern})`
    : sql`(account.email = ${wanted}
        or lower(account.display_name) like ${pattern} and ${accountUsesDesk} and ${isFoundBy(actor)})`;
  const rows = await addable(db, serviceDeskId, actor)
    .select('account.id')
    .where(named)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('request')
            .select('request.id')
            .where('request.id', '=', requestId)
            .where((inner) =>
              inner.or([
                inner('request.reporter_id', '=', inner.ref('account.id')),
                inner.exists(
                  inner
                    .selectFrom('request_participant as p')
                    .select('p.account_id')
                    .whereRef('p.request_id', '=', 'request.id')
                    .whereRef('p.account_id', '=', 'account.id'),
                ),
              ]),
            ),
        ),
      ),
    )
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .limit(20)
    .execute();
  const ids = rows.map(({ id }) => id);
  const accounts = await accountsByIds(db, ids);
  return ids.flatMap((id) => accounts.get(id) ?? []);
}

function addable(db: Database, serviceDeskId: string, actor: Actor) {
  return db
    .selectFrom(['account', 'service_desk'])
    .where('service_desk.id', '=', serviceDeskId)
    .where('account.is_active', '=', true)
    .where('account.kind', '=', 'person')
    .where(
      actor.isAgent
        ? accountUsesDesk
        : sql<boolean>`case service_desk.customers_share_with
            when 'organization' then ${accountUsesDesk} and ${isColleagueOf(actor)}
            when 'customers' then ${accountUsesDesk} and ${isFoundBy(actor)}
            else service_desk.customers_share_with = 'anyone' end`,
    );
}

function isColleagueOf({ accountId }: Actor): RawBuilder<boolean> {
  return sql`exists(select from organization_member theirs
    join organization_member own on own.organization_id = theirs.organization_id
    where theirs.account_id = account.id and own.account_id = ${accountId})`;
}

/** Of `account`, beside `service_desk`: those whom a customer may come upon: who works here is no customer, unless they are named. */
function isFoundBy(actor: Actor): RawBuilder<boolean> {
  return sql`(not (account.is_administrator or ${isStaff('account.id')})
    or exists(select from service_desk_customer named
      where named.service_desk_id = service_desk.id and named.account_id = account.id)
    or ${isColleagueOf(actor)})`;
}

/** With whom customers of a desk share their requests. */
export type SharingRule = 'nobody' | 'organization' | 'customers' | 'anyone';

/** With whom customers of the desk (id) share their requests. */
export async function sharingRuleOf(db: Database, serviceDeskId: string): Promise<SharingRule> {
  const desk = await db
    .selectFrom('service_desk')
    .select(sql<SharingRule>`customers_share_with`.as('rule'))
    .where('id', '=', serviceDeskId)
    .executeTakeFirstOrThrow();
  return desk.rule;
}

/** Of these desks (id), those whose customers let other people take part in their requests. */
export async function desksWhoseCustomersShare(
  db: Database,
  serviceDeskIds: readonly string[],
): Promise<Set<string>> {
  if (serviceDeskIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('service_desk')
    .select('id')
    .where('id', 'in', [...new Set(serviceDeskIds)])
    .where('customers_share_with', '<>', 'nobody')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The participants (account.id) of requests, by name, keyed by request id; at most `limit + 1` of each. */
export async function participantsOfRequests(
  db: Database,
  requestIds: readonly string[],
  limit: number,
): Promise<Map<string, string[]>> {
  if (requestIds.length === 0) return new Map();
  const numbered = db
    .selectFrom('request_participant as participant')
    .innerJoin('account', 'account.id', 'participant.account_id')
    .select(['participant.request_id as requestId', 'participant.account_id as accountId'])
    .select(
      sql<number>`row_number() over (partition by participant.request_id
        order by lower(account.display_name), account.id)`.as('number'),
    )
    .where('participant.request_id', 'in', [...new Set(requestIds)]);
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .select(['requestId', 'accountId'])
    .where('number', '<=', limit + 1)
    .orderBy('requestId')
    .orderBy('number')
    .execute();
  const byRequest = Map.groupBy(rows, ({ requestId }) => requestId);
  return new Map([...byRequest].map(([id, people]) => [id, people.map(({ accountId }) => accountId)]));
}
