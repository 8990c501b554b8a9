import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Invalid, TooManyTries } from '../../platform/http/errors.ts';
import { clear, hit } from '../../platform/http/throttle.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { type Factor, noteFactorChange } from './factors.ts';
import { finishAuthentication } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import type { KeptFactorSettings } from './settings.ts';
import { takeTotp } from './totp.ts';

/** A second factor as it is shown. */
export type ShownFactor =
  | { readonly totp: string }
  | { readonly recoveryCode: string }
  | { readonly passkey: { readonly token: string; readonly response: AuthenticationResponseJSON } };

/** Wrong factors of one account, whatever their kind and wherever they come from, before it is locked; and for how long. */
const wrongAllowed = 10;
const windowSeconds = 15 * 60;
const lockMinutes = 15;

/**
 * Checks a second factor of an account. Wrong ones are counted per account across all kinds, browsers and processes (a guesser
 * must not begin anew with each); too many lock the account for a while.
 *
 * @throws Invalid naming `totp`, `recoveryCode` or `passkey`; TooManyTries while the account is locked
 */
export async function proveFactor(
  platform: Platform,
  account: AccountSummary,
  settings: KeptFactorSettings,
  shown: ShownFactor,
  actor: AuditActor,
): Promise<Factor> {
  await requireUnlocked(platform.db, account.id);
  await countingWrong(platform, account, actor, () => check(platform, account, settings, shown, actor));
  return 'totp' in shown ? 'totp' : 'passkey' in shown ? 'passkey' : 'recovery';
}

/**
 * Runs a check of a second factor and counts it when it fails. Of tries at the same time no more get through than are allowed:
 * each is counted before it is checked.
 */
export async function countingWrong(
  platform: Platform,
  account: AccountSummary,
  actor: AuditActor,
  check: () => Promise<void>,
): Promise<void> {
  const { db } = platform;
  const key = `second-factor:${account.id}`;
  try {
    await hit(db, key, wrongAllowed, windowSeconds);
  } catch (error) {
    if (error instanceof TooManyTries) await lock(platform, account, actor);
    throw error;
  }
  try {
    await check();
  } catch (error) {
    if (error instanceof Invalid) {
      await recordAudit(db, {
        actor,
        action: 'second-factor.refused',
        objectType: 'account',
        objectId: account.accountId,
        objectName: account.displayName,
        after: { kind: Object.keys(error.errors)[0] ?? '' },
      });
    }
    throw error;
  }
  await clear(db, key);
}

/** @throws TooManyTries while too many wrong factors keep the account locked */
export async function requireUnlocked(db: Database, accountId: string): Promise<void> {
  const row = await db
    .selectFrom('account')
    .select(sql<number>`ceil(extract(epoch from locked_until - now()))::integer`.as('seconds'))
    .where('id', '=', accountId)
    .where('locked_until', '>', sql<Date>`now()`)
    .executeTakeFirst();
  requireUnlockedBy(row?.seconds ?? null);
}

/**
 * @param seconds until the account opens again; null: it is not locked
 * @throws TooManyTries
 */
export function requireUnlockedBy(seconds: number | null): void {
  if (seconds === null) return;
  throw new TooManyTries(
    'This account is locked for a while, because a wrong second factor was entered too often. Try again later, or ask the people who run this site.',
    seconds,
  );
}

/** Lets people in again at once. Returns whether the account was locked. */
export async function unlock(trx: Database, accountId: string): Promise<boolean> {
  await clear(trx, `second-factor:${accountId}`);
  const row = await trx
    .updateTable('account')
    .set({ locked_until: null })
    .where('id', '=', accountId)
    .where('locked_until', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function lock(platform: Platform, account: AccountSummary, actor: AuditActor): Promise<void> {
  await inTransaction(platform.db, async (trx) => {
    const row = await trx
      .updateTable('account')
      .set({ locked_until: sql<Date>`now() + make_interval(mins => ${lockMinutes})` })
      .where('id', '=', account.id)
      .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', sql<Date>`now()`)]))
      .returning('id')
      .executeTakeFirst();
    if (row) await noteFactorChange(platform, trx, account, { kind: 'locked', name: '' }, actor);
  });
}

async function check(
  platform: Platform,
  account: AccountSummary,
  settings: KeptFactorSettings,
  shown: ShownFactor,
  actor: AuditActor,
): Promise<void> {
  const { db, config, sealer } = platform;
  if ('totp' in shown) {
    const taken = settings.allowsTotp && (await takeTotp(db, sealer, account.id, shown.totp, 'confirmed'));
    if (!taken) {
      throw Invalid.fields({
        totp: 'This code is wrong, or was used already. Wait for the next one in your app and enter it.',
      });
    }
    return;
  }
  if ('passkey' in shown) {
    if (!settings.allowsPasskeys) throw Invalid.fields({ passkey: 'Passkeys are not used here.' });
    const { token, response } = shown.passkey;
    await inTransaction(db, (trx) => finishAuthentication(trx, config, account.id, token, response));
    return;
  }
  await inTransaction(db, async (trx) => {
    if (!(await takeRecoveryCode(trx, account.id, shown.recoveryCode))) {
      throw Invalid.fields({ recoveryCode: 'There is no such recovery code, or it was used already.' });
    }
    await noteFactorChange(platform, trx, account, { kind: 'codeUsed', name: '' }, actor);
  });
}
