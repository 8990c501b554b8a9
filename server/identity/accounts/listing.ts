import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import { type AccountSummary, summaryColumns, toSummary } from './store.ts';

/** person: somebody; service: a program, which comes with API tokens alone */
export type AccountKind = 'person' | 'service';

/** An account as administrators see it. */
export interface ListedAccount extends AccountSummary {
  readonly kind: AccountKind;
  readonly hasPassword: boolean;
  readonly identities: readonly {
    readonly providerName: string;
    readonly subject: string;
    readonly lastSignInAt: Date | null;
  }[];
  readonly createdAt: Date;
}

/** Which accounts to list. */
interface AccountsWanted {
  /** looked for in names and e-mail addresses */
  readonly query?: string;
  /** absent: of people and of programs */
  readonly kind?: AccountKind;
  readonly start: number;
  readonly limit: number;
}

/** Accounts by name. Returns up to `limit` from `start` on. */
export async function listAccounts(
  db: Database,
  { query, kind, start, limit }: AccountsWanted,
): Promise<ListedAccount[]> {
  const words = query?.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10) ?? [];
  let rows = selectListed(db).$if(kind !== undefined, (query) =>
    query.where('account.kind', '=', kind ?? 'person'),
  );
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(({ eb, or }) =>
      or([
        eb(sql<string>`lower(account.display_name)`, 'like', pattern),
        eb('account.email', 'like', pattern),
      ]),
    );
  }
  const found = await rows
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(start)
    .limit(limit)
    .execute();
  return found.map(toListed);
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
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('identity')
          .innerJoin('identity_provider', 'identity_provider.id', 'identity.provider_id')
          .select(['identity_provider.name', 'identity.subject', 'identity.last_sign_in_at'])
          .whereRef('identity.account_id', '=', 'account.id')
          .orderBy('identity.id'),
      ).as('identities'),
    );
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectListed>['executeTakeFirstOrThrow']>>;

function toListed(row: ListedRow): ListedAccount {
  return {
    ...toSummary(row),
    kind: row.kind === 'service' ? 'service' : 'person',
    hasPassword: row.credentialOf !== null,
    identities: row.identities.map((identity) => ({
      providerName: identity.name,
      subject: identity.subject,
      lastSignInAt: identity.last_sign_in_at === null ? null : new Date(identity.last_sign_in_at),
    })),
    createdAt: row.created_at,
  };
}
