import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** What the rest of Portico knows of an account. */
export interface AccountSummary {
  /** account.id: for joins, never shown */
  readonly id: string;
  /** account.account_id: what the API shows */
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly isActive: boolean;
  readonly timeZone: string | null;
  readonly isAdministrator: boolean;
}

/** The columns of an AccountSummary; `toSummary` reads them. */
export const summaryColumns = [
  'account.id',
  'account.account_id',
  'account.display_name',
  'account.email',
  'account.is_active',
  'account.time_zone',
  'account.is_administrator',
] as const;

interface SummaryRow {
  id: string;
  account_id: string;
  display_name: string;
  email: string | null;
  is_active: boolean;
  time_zone: string | null;
  is_administrator: boolean;
}

export function toSummary(row: SummaryRow): AccountSummary {
  return {
    id: row.id,
    accountId: row.account_id,
    displayName: row.display_name,
    email: row.email,
    isActive: row.is_active,
    timeZone: row.time_zone,
    isAdministrator: row.is_administrator,
  };
}

/** The accounts with these `account.id`s, keyed by it; unknown ones are missing. */
export async function accountsByIds(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, AccountSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(summaryColumns)
    .where('account.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toSummary(row)]));
}

/** The account that the API calls `accountId`, or null. */
export async function accountByAccountId(db: Database, accountId: string): Promise<AccountSummary | null> {
  const row = await db
    .selectFrom('account')
    .select(summaryColumns)
    .where('account.account_id', '=', accountId)
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

/** The accounts that the API calls by these ids, keyed by `accountId`; unknown ones are missing. */
export async function accountsByAccountIds(
  db: Database,
  accountIds: readonly string[],
): Promise<Map<string, AccountSummary>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(summaryColumns)
    .where('account.account_id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.account_id, toSummary(row)]));
}

/** The account with this e-mail address (normalized), or null. */
export async function accountByEmail(db: Database, email: string): Promise<AccountSummary | null> {
  const row = await db
    .selectFrom('account')
    .select(summaryColumns)
    .where('account.email', '=', email)
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

/** Active people whose name or e-mail address contains every word, by name; at most 20. */
export function listCandidates(db: Database, query: string): Promise<AccountSummary[]> {
  return listPeople(db, { query, isActive: true }, { start: 0, limit: 20 });
}

/** Which people are looked for; what is absent does not matter. */
export interface PeopleFilter {
  /** words, each of which the name or e-mail address contains */
  readonly query?: string;
  /** account.account_id */
  readonly accountId?: string;
  readonly isActive?: boolean;
}

/** People by name, and no programs. Returns up to `limit` from `start` on. */
export async function listPeople(
  db: Database,
  { query = '', accountId, isActive }: PeopleFilter,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<AccountSummary[]> {
  const rows = await db
    .selectFrom('account')
    .select(summaryColumns)
    .where('account.kind', '=', 'person')
    .$if(isActive !== undefined, (people) => people.where('account.is_active', '=', isActive === true))
    .$if(accountId !== undefined, (people) => people.where('account.account_id', '=', accountId ?? ''))
    .where(containsWords(query))
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/** Of `account`: those whose name or e-mail address contains every word of the text. */
export function containsWords(text: string): RawBuilder<SqlBool> {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  if (words.length === 0) return sql`true`;
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`(lower(account.display_name) like ${pattern} or account.email like ${pattern})`;
  });
  return sql`(${sql.join(conditions, sql` and `)})`;
}
