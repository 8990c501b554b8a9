import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import { type AccountFilter, hasFactor, matches } from './filter.ts';
import { type AccountSummary, summaryColumns, toSummary } from './store.ts';

/** person: somebody; service: a program, which comes with API tokens alone */
export type AccountKind = 'person' | 'service';

/** An account as administrators see it. */
export interface ListedAccount extends AccountSummary {
  readonly kind: AccountKind;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** administers a service desk */
  readonly isDeskAdministrator: boolean;
  readonly isLocked: boolean;
  readonly lastSeenAt: Date | null;
  /** by name; at most ten */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
  readonly identities: readonly {
    readonly providerName: string;
    readonly subject: string;
    readonly lastSignInAt: Date | null;
  }[];
  readonly createdAt: Date;
}

/** Which part of the list is wanted. */
interface AccountsWanted {
  readonly filter: AccountFilter;
  /** where the last part ended, as `cursorAfter` said it: the list goes on there however far in that is */
  readonly after?: string;
  readonly start?: number;
  readonly limit: number;
}

/** Accounts by name. Returns up to `limit`, from `after` or `start` on. */
export async function listAccounts(
  db: Database,
  { filter, after, start = 0, limit }: AccountsWanted,
): Promise<ListedAccount[]> {
  const found = await selectListed(db)
    .where(matches(filter))
    .where(comesAfter(after))
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(after === undefined ? start : 0)
    .limit(limit)
    .execute();
  return found.map(toListed);
}

/** How many accounts match. */
export async function countAccounts(db: Database, filter: AccountFilter): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The place in the list behind this account. */
export function cursorAfter(account: Pick<AccountSummary, 'id' | 'displayName'>): string {
  return Buffer.from(JSON.stringify([account.id, account.displayName])).toString('base64url');
}

/** Of `account`: those behind the place; everybody, where it is none of ours. */
function comesAfter(cursor: string | undefined): RawBuilder<SqlBool> {
  if (cursor === undefined) return sql`true`;
  const place = readCursor(cursor);
  if (!place) return sql`true`;
  return sql`(lower(account.display_name), account.id) > (lower(${place.name}::text), ${place.id}::bigint)`;
}

function readCursor(cursor: string): { id: string; name: string } | null {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(read)) return null;
  const [id, name]: unknown[] = read;
  if (typeof id !== 'string' || !/^\d{1,18}$/.test(id)) return null;
  return typeof name === 'string' && !name.includes('\0') ? { id, name } : null;
}

/** One account as administrators see it, or null. */
export async function listedAccount(db: Database, accountId: string): Promise<ListedAccount | null> {
  const row = await selectListed(db).where('account.account_id', '=', accountId).executeTakeFirst();
  return row ? toListed(row) : null;
}

function selectListed(db: Database) {
  return db
    .selectFrom('account')
    .leftJoin('password_credential as credential', 'credential.account_id', 'account.id')
    .select(summaryColumns)
    .select(['account.created_at', 'account.kind', 'credential.account_id as credentialOf'])
    .select([
      'account.last_seen_at as lastSeenAt',
      sql<boolean>`coalesce(account.locked_until > now(), false)`.as('isLocked'),
      sql<boolean>`${hasFactor}`.as('hasSecondFactor'),
      sql<boolean>`exists(select from service_desk_agent a
        where a.account_id = account.id and a.is_administrator)`.as('isDeskAdministrator'),
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('identity')
          .innerJoin('identity_provider', 'identity_provider.id', 'identity.provider_id')
          .select(['identity_provider.name', 'identity.subject', 'identity.last_sign_in_at'])
          .whereRef('identity.account_id', '=', 'account.id')
          .orderBy('identity.id'),
      ).as('identities'),
      jsonArrayFrom(
        eb
          .selectFrom('organization_member as member')
          .innerJoin('organization', 'organization.id', 'member.organization_id')
          .select([sql<string>`organization.id::text`.as('id'), 'organization.name'])
          .whereRef('member.account_id', '=', 'account.id')
          .orderBy('organization.name')
          .limit(10),
      ).as('organizations'),
      jsonArrayFrom(
        eb
          .selectFrom('account_group_member as member')
          .innerJoin('account_group', 'account_group.id', 'member.group_id')
          .select(['account_group.group_id as groupId', 'account_group.name'])
          .whereRef('member.account_id', '=', 'account.id')
          .orderBy('account_group.name')
          .limit(10),
      ).as('groups'),
    ]);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectListed>['executeTakeFirstOrThrow']>>;

function toListed(row: ListedRow): ListedAccount {
  const { hasSecondFactor, isDeskAdministrator, isLocked, lastSeenAt, organizations, groups } = row;
  return {
    ...toSummary(row),
    kind: row.kind === 'service' ? 'service' : 'person',
    hasPassword: row.credentialOf !== null,
    hasSecondFactor,
    isDeskAdministrator,
    isLocked,
    lastSeenAt,
    organizations,
    groups,
    identities: row.identities.map((identity) => ({
      providerName: identity.name,
      subject: identity.subject,
      lastSignInAt: identity.last_sign_in_at === null ? null : new Date(identity.last_sign_in_at),
    })),
    createdAt: row.created_at,
  };
}
