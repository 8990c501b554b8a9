import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';
import { grantRole } from '../roles/store.ts';

/** A service account as administrators see it. */
export interface ServiceAccount extends AccountSummary {
  readonly createdAt: Date;
  /** that have not expired */
  readonly tokenCount: number;
  /** of any of its tokens that are still listed */
  readonly lastUsedAt: Date | null;
  /** of the token that expires last */
  readonly expiresAt: Date | null;
}

/** Service accounts by name. */
export async function listServiceAccounts(
  db: Database,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<ServiceAccount[]> {
  const rows = await select(db)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map(toServiceAccount);
}

/** One service account, or null when there is none, or when it is a person's account. */
export async function serviceAccount(db: Database, accountId: string): Promise<ServiceAccount | null> {
  const row = await select(db).where('account.account_id', '=', accountId).executeTakeFirst();
  return row ? toServiceAccount(row) : null;
}

/** Makes the account of a program: without e-mail address, password or identity. */
export async function addServiceAccount(
  trx: Database,
  account: {
    readonly displayName: string;
    readonly isAdministrator: boolean;
    /** account.id */
    readonly grantedBy: string | null;
  },
): Promise<AccountSummary> {
  const row = await trx
    .insertInto('account')
    .values({
      display_name: account.displayName,
      kind: 'service',
    })
    .returning(summaryColumns)
    .executeTakeFirstOrThrow();
  if (account.isAdministrator) {
    const holder = { accountId: row.id };
    await grantRole(trx, { role: 'administrator', deskId: null, holder }, account.grantedBy);
  }
  return { ...toSummary(row), isAdministrator: account.isAdministrator };
}

function select(db: Database) {
  const tokens = sql`from api_token t where t.account_id = account.id`;
  return db
    .selectFrom('account')
    .select(summaryColumns)
    .select([
      'account.created_at as createdAt',
      sql<number>`(select count(*)::integer ${tokens} and t.expires_at > now())`.as('tokenCount'),
      sql<Date | null>`(select max(t.last_used_at) ${tokens})`.as('lastUsedAt'),
      sql<Date | null>`(select max(t.expires_at) ${tokens} and t.expires_at > now())`.as('expiresAt'),
    ])
    .where('account.kind', '=', 'service');
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toServiceAccount(row: Row): ServiceAccount {
  const { createdAt, tokenCount, lastUsedAt, expiresAt } = row;
  return { ...toSummary(row), createdAt, tokenCount, lastUsedAt, expiresAt };
}
