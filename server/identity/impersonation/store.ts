import { type RawBuilder, sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { livingSessions } from '../sessions/sessions.ts';
import type { Staff } from '../staff.ts';

/** Why an impersonation is over (migration 0010 says what each means). */
export const endReasons = ['hand', 'time', 'session', 'role', 'account'] as const;
export type EndReason = (typeof endReasons)[number];

/** Somebody, as far as impersonations go. */
export interface Party {
  /** account.id */
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
}

/** An administrator who sees, or saw, the portal as a customer. */
export interface Impersonation {
  /** impersonation.id */
  readonly id: string;
  readonly publicId: string;
  readonly impersonator: Party & { readonly locale: string | null };
  /** whose portal it is */
  readonly person: Party & {
    readonly email: string | null;
    readonly locale: string | null;
    readonly timeZone: string | null;
    /** through which they signed in most recently; null: with a password, or never */
    readonly providerId: string | null;
  };
  readonly reason: string;
  readonly address: string | null;
  readonly startedAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly isClosed: boolean;
}

/** Which impersonation: the one that a session names, or one by its row. */
type Which = { readonly id: string } | { readonly publicId: string; readonly sessionId: string };

/**
 * The impersonation and what stands against it by now: `overBy` is null as long as it holds. Asked anew on every request, on
 * whatever process.
 */
export async function findImpersonation(
  db: Database,
  { staff, config }: { readonly staff: Staff; readonly config: Config },
  which: Which,
): Promise<{ readonly impersonation: Impersonation; readonly overBy: EndReason | null } | null> {
  const row = await impersonations(db)
    .$if('id' in which, (query) => query.where('i.id', '=', 'id' in which ? which.id : ''))
    .$if('publicId' in which, (query) =>
      'publicId' in which
        ? query.where('i.public_id', '=', which.publicId).where('i.session_id', '=', which.sessionId)
        : query,
    )
    .select([
      sql<boolean>`i.until <= now()`.as('isPast'),
      sql<boolean>`(impersonator.is_active and impersonator.is_administrator)`.as('mayImpersonate'),
      sql<boolean>`(person.is_active and person.kind = 'person')`.as('mayBeSeen'),
      sql<boolean>`exists(${livingSessions(db, config)
        .select('session.id')
        .where(sql<boolean>`session.id = i.session_id`)})`.as('isSessionOpen'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  const impersonation = toImpersonation(row);
  return { impersonation, overBy: await overBy() };

  async function overBy(): Promise<EndReason | null> {
    if (impersonation.endReason) return impersonation.endReason;
    if (row?.isPast) return 'time';
    if (!row?.mayImpersonate) return 'role';
    if (!row.isSessionOpen) return 'session';
    const worksHere = (await staff.among(db, [impersonation.person.id])).has(impersonation.person.id);
    return row.mayBeSeen && !worksHere ? null : 'account';
  }
}

/** Of an account (a column or value): identity_provider.id of the most recent sign-in that is known; null: with a password, or none. */
export function lastProviderOf(accountId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select w.provider_id from (
      select wi.provider_id, ws.created_at as at from session ws
        left join identity wi on wi.id = ws.identity_id where ws.account_id = ${accountId}
      union all
      select provider_id, last_sign_in_at from identity
        where account_id = ${accountId} and last_sign_in_at is not null
    ) w order by w.at desc limit 1)`;
}

/** The impersonation by its public id, open or over. */
export async function impersonationByPublicId(db: Database, publicId: string): Promise<Impersonation | null> {
  const row = await impersonations(db).where('i.public_id', '=', publicId).executeTakeFirst();
  return row ? toImpersonation(row) : null;
}

/** Impersonations, newest first, with the keys of the requests that were opened. */
export async function listImpersonations(
  db: Database,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<(Impersonation & { readonly opened: readonly string[] })[]> {
  const rows = await impersonations(db)
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .offset(start)
    .limit(limit)
    .execute();
  const opened = await openedIn(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...toImpersonation(row), opened: opened.get(row.id) ?? [] }));
}

/** Ids (impersonation.id) of those whose end is still to be noted. */
export async function unclosedImpersonations(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('impersonation').select('id').where('closed_at', 'is', null).execute();
  return rows.map(({ id }) => id);
}

/** Keys of the requests that were opened in each (impersonation.id), in the order in which they were. */
export async function openedIn(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('impersonation_opened')
    .select(['impersonation_id', 'request_key'])
    .where('impersonation_id', 'in', [...ids])
    .orderBy('opened_at')
    .orderBy('request_key')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.impersonation_id)].map(([id, found]) => [
      id,
      found.map(({ request_key }) => request_key),
    ]),
  );
}

/** Notes that a request was opened, once. */
export async function noteOpened(db: Database, impersonationId: string, requestKey: string): Promise<void> {
  await db
    .insertInto('impersonation_opened')
    .values({ impersonation_id: impersonationId, request_key: requestKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Names of the organizations that an account (account.id) is a member of. */
export async function organizationNames(db: Database, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organization_member as member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select('organization.name')
    .where('member.account_id', '=', accountId)
    .orderBy('organization.name')
    .limit(10)
    .execute();
  return rows.map(({ name }) => name);
}

function impersonations(db: Database) {
  return db
    .selectFrom('impersonation as i')
    .innerJoin('account as impersonator', 'impersonator.id', 'i.impersonator_id')
    .innerJoin('account as person', 'person.id', 'i.account_id')
    .select([
      'i.id',
      'i.public_id',
      'i.reason',
      'i.address',
      'i.started_at',
      'i.until',
      'i.ended_at',
      'i.end_reason',
      'i.closed_at',
      'impersonator.id as impersonator_id',
      'impersonator.account_id as impersonator_account_id',
      'impersonator.display_name as impersonator_name',
      'impersonator.locale as impersonator_locale',
      'person.id as person_id',
      'person.account_id as person_account_id',
      'person.display_name as person_name',
      'person.email as person_email',
      'person.locale as person_locale',
      'person.time_zone as person_time_zone',
    ])
    .select(lastProviderOf(sql.ref('person.id')).as('provider_id'));
}

type Row = Awaited<ReturnType<ReturnType<typeof impersonations>['executeTakeFirstOrThrow']>>;

function toImpersonation(row: Row): Impersonation {
  return {
    id: row.id,
    publicId: row.public_id,
    impersonator: {
      id: row.impersonator_id,
      accountId: row.impersonator_account_id,
      displayName: row.impersonator_name,
      locale: row.impersonator_locale,
    },
    person: {
      id: row.person_id,
      accountId: row.person_account_id,
      displayName: row.person_name,
      email: row.person_email,
      locale: row.person_locale,
      timeZone: row.person_time_zone,
      providerId: row.provider_id,
    },
    reason: row.reason,
    address: row.address,
    startedAt: row.started_at,
    until: row.until,
    endedAt: row.ended_at,
    endReason: endReasons.find((reason) => reason === row.end_reason) ?? null,
    isClosed: row.closed_at !== null,
  };
}
