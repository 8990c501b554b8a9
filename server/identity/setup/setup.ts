import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Config } from '../../platform/config/config.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { createAccount } from '../accounts/accounts.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { startSession } from '../sessions/sessions.ts';

/** How long a set-up link works, in hours. */
const linkHours = 24;

/**
 * Makes the one-time link with which the first administrator is created in the browser; links made before stop working.
 * Null when there is an administrator already.
 */
export async function createSetupLink(db: Database, config: Config): Promise<URL | null> {
  return inTransaction(db, async (trx) => {
    await lockSetup(trx);
    if (await isSetUp(trx)) return null;
    const token = randomToken();
    await trx.deleteFrom('setup_token').execute();
    await trx
      .insertInto('setup_token')
      .values({ token_hash: hashToken(token), expires_at: sql`now() + make_interval(hours => ${linkHours})` })
      .execute();
    return new URL(`/setup/${token}`, config.url);
  });
}

/** Whether there is an administrator. */
export async function isSetUp(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('is_administrator', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Fails unless the token of a set-up link still works.
 * @throws NotFound
 */
export async function requireSetupToken(db: Database, token: string): Promise<void> {
  const row = await db
    .selectFrom('setup_token')
    .select('created_at')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (!row || (await isSetUp(db))) {
    throw new NotFound(
      'This set-up link does not work any more: it was used, has expired, or was replaced by a newer one. Portico prints a new one when it starts and has no administrator yet.',
    );
  }
}

export interface FirstAdministrator {
  readonly token: string;
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
}

/**
 * Creates the first administrator and signs that person in. Of two who come at once, one wins.
 * @throws NotFound when the link does not work any more
 * @throws Invalid naming fields, Conflict when the e-mail address has an account; the link goes on working
 */
export async function createFirstAdministrator(
  db: Database,
  config: Config,
  { token, email, displayName, password }: FirstAdministrator,
  browser: { readonly address: string; readonly userAgent: string | null },
): Promise<{ account: AccountSummary; cookie: string }> {
  return inTransaction(db, async (trx) => {
    await lockSetup(trx);
    await requireSetupToken(trx, token);
    const account = await createAccount(trx, { email, displayName, password, isAdministrator: true });
    await trx.deleteFrom('setup_token').execute();
    const actor: AuditActor = { accountId: account.id, name: account.displayName, address: browser.address };
    await recordAudit(trx, {
      actor,
      action: 'site.set-up',
      objectType: 'account',
      objectId: account.accountId,
      objectName: account.displayName,
      after: { email: account.email, isAdministrator: true },
    });
    const { cookie } = await startSession(trx, { accountId: account.id, ...browser, config });
    return { account, cookie };
  });
}

/** Lets those who set up wait for each other. */
async function lockSetup(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('portico-setup', 0))`.execute(trx);
}
