import { sql } from 'kysely';
import { hashToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';
import { isAnyFactorRequired } from '../second-factor/on-use.ts';
import { isScope, type Scope } from './scopes.ts';

// A token's last use is written at most this often, so that reading does not become writing.
const usedEvery = sql`interval '1 minute'`;
/** How often the use of an administrator's scope is put into the audit log, per token. */
const adminUseEvery = sql`interval '1 hour'`;
/** How long tokens that have expired are still listed, in days. */
const keptDays = 90;

/** A token that was presented, and whose it is. */
export interface FoundToken {
  /** api_token.id */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
  readonly account: AccountSummary & { readonly locale: string | null };
  readonly isServiceAccount: boolean;
  /** as of a Viewer */
  readonly lacksFactor: { readonly wasAsked: boolean } | null;
  /** last use, or use of an administrator's scope, is to be noted */
  readonly isUseNews: boolean;
  readonly isAdminUseNews: boolean;
  /** whether customers may have tokens at all */
  readonly customersMay: boolean;
}

/** The token, also an expired one, if it is one and its account is active. */
export async function findToken(db: Database, token: string): Promise<FoundToken | null> {
  const row = await db
    .selectFrom('api_token as token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select(summaryColumns)
    .select([
      'account.locale',
      'account.kind',
      'token.id as tokenId',
      'token.name',
      'token.scopes',
      'token.expires_at as expiresAt',
      sql<boolean>`coalesce(token.last_used_at < now() - ${usedEvery}, true)`.as('isUseNews'),
      sql<boolean>`coalesce(token.admin_use_noted_at < now() - ${adminUseEvery}, true)`.as('isAdminUseNews'),
      sql<boolean>`coalesce((select customers_may from api_token_policy), false)`.as('customersMay'),
      // Nobody who could show a factor stands behind a service account; who makes its tokens has shown theirs.
      sql<boolean>`account.kind <> 'service' and not token.has_factor and ${isAnyFactorRequired}`.as(
        'lacksFactor',
      ),
      sql<boolean>`account.factor_asked_at is not null`.as('wasAsked'),
    ])
    .where('token.token_hash', '=', hashToken(token))
    .where('account.is_active', '=', true)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.tokenId,
    name: row.name,
    scopes: row.scopes.filter(isScope),
    expiresAt: row.expiresAt,
    account: { ...toSummary(row), locale: row.locale },
    isServiceAccount: row.kind === 'service',
    lacksFactor: row.lacksFactor ? { wasAsked: row.wasAsked } : null,
    isUseNews: row.isUseNews,
    isAdminUseNews: row.isAdminUseNews,
    customersMay: row.customersMay,
  };
}

/** Notes that a token was used, and from where. */
export async function noteUse(db: Database, id: string, address: string): Promise<void> {
  await db
    .updateTable('api_token')
    .set({ last_used_at: sql`now()`, last_address: address })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(last_used_at < now() - ${usedEvery}, true)`)
    .execute();
}

/** Notes the use of an administrator's scope. Of many at the same moment, in all processes, one hears true. */
export async function noteAdminUse(trx: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('api_token')
    .set({ admin_use_noted_at: sql`now()` })
    .where('id', '=', id)
    .where(sql<boolean>`coalesce(admin_use_noted_at < now() - ${adminUseEvery}, true)`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whose a token (api_token.id) is, if it has not expired and the account is active. */
export async function livingTokenOwner(db: Database, id: string): Promise<TokenOwner | null> {
  const row = await db
    .selectFrom('api_token as token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select(['account.id', 'account.kind', 'account.is_administrator'])
    .select(sql<boolean>`coalesce((select customers_may from api_token_policy), false)`.as('customersMay'))
    .where('token.id', '=', id)
    .where('account.is_active', '=', true)
    .where('token.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (!row) return null;
  const { id: accountId, kind, is_administrator: isAdministrator, customersMay } = row;
  return { id: accountId, isAdministrator, isServiceAccount: kind === 'service', customersMay };
}

/** What decides whether somebody may have tokens. */
export interface TokenOwner {
  /** account.id */
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly isServiceAccount: boolean;
  readonly customersMay: boolean;
}

/** A token as its owner and administrators see it. */
export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastAddress: string | null;
  readonly owner: Pick<AccountSummary, 'accountId' | 'displayName' | 'email'> & {
    readonly isServiceAccount: boolean;
  };
  /** who made it, where that is not the owner */
  readonly madeBy: string | null;
}

/** The tokens of an account (account.id), newest first. */
export async function tokensOf(db: Database, accountId: string): Promise<ListedToken[]> {
  const rows = await listed(db)
    .where('token.account_id', '=', accountId)
    .orderBy('token.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toListed);
}

/** One token of an account (account.id), locked; null when there is none. */
export async function tokenOf(trx: Database, accountId: string, id: string): Promise<ListedToken | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await listed(trx)
    .where('token.account_id', '=', accountId)
    .where('token.id', '=', id)
    .forUpdate('token')
    .executeTakeFirst();
  return row ? toListed(row) : null;
}

/** All tokens there are, by owner. */
export async function allTokens(
  db: Database,
  { start, limit }: { readonly start: number; readonly limit: number },
): Promise<ListedToken[]> {
  const rows = await listed(db)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('token.account_id')
    .orderBy('token.id', 'desc')
    .offset(start)
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

/** What a new token is made of. */
export interface NewTokenRow {
  readonly token: string;
  /** account.id */
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
  /** account.id */
  readonly createdBy: string;
  /** made in a session with a second factor: it opens what that session does */
  readonly hasFactor?: boolean;
}

/** Keeps a token, as its hash. Returns its id. */
export async function addToken(trx: Database, row: NewTokenRow): Promise<string> {
  const { id } = await trx
    .insertInto('api_token')
    .values({
      token_hash: hashToken(row.token),
      account_id: row.accountId,
      name: row.name,
      scopes: [...row.scopes],
      expires_at: row.expiresAt,
      created_by: row.createdBy,
      has_factor: row.hasFactor ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a token at once, in every process. */
export async function removeToken(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('api_token').where('id', '=', id).execute();
}

/** Deletes tokens that expired long ago. */
export async function sweepTokens(db: Database): Promise<void> {
  await db
    .deleteFrom('api_token')
    .where('expires_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
    .execute();
}

function listed(db: Database) {
  return db
    .selectFrom('api_token as token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .leftJoin('account as maker', (join) =>
      join.onRef('maker.id', '=', 'token.created_by').onRef('maker.id', '<>', 'token.account_id'),
    )
    .select([
      'token.id',
      'token.name',
      'token.scopes',
      'token.created_at',
      'token.expires_at',
      'token.last_used_at',
      'token.last_address',
      'account.account_id',
      'account.display_name',
      'account.email',
      'account.kind',
      'maker.display_name as madeBy',
    ]);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

function toListed(row: ListedRow): ListedToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    lastAddress: row.last_address,
    owner: {
      accountId: row.account_id,
      displayName: row.display_name,
      email: row.email,
      isServiceAccount: row.kind === 'service',
    },
    madeBy: row.madeBy,
  };
}
