import { isIPv6 } from 'node:net';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Config } from '../../platform/config/config.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { TooManyTries, Unauthenticated } from '../../platform/http/errors.ts';
import { clear, hit } from '../../platform/http/throttle.ts';
import { normalizeEmail } from '../accounts/email.ts';
import { verifyPassword } from '../accounts/passwords.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';
import { hidesPasswordsEverywhere } from '../portal-sign-in/store.ts';
import { endSession, startSession } from '../sessions/sessions.ts';

/** Tries within the window before the next are refused unseen. */
const triesPerAccount = 10;
const triesPerAddress = 50;
const windowSeconds = 15 * 60;

export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string | null;
  /** token of the session that this browser has now, which ends */
  readonly earlierToken: string | null;
}

/**
 * Signs in with e-mail address and password. Whether the account is unknown, has no password, is deactivated or the
 * password is wrong: the answer is the same, and so is the time that it takes.
 *
 * @throws Unauthenticated
 * @throws TooManyTries
 */
export async function signInWithPassword(
  db: Database,
  config: Config,
  { email, password, address, userAgent, earlierToken }: PasswordSignIn,
): Promise<{ account: AccountSummary; locale: string | null; cookie: string }> {
  const found = await checkPassword(db, email, password, address);
  if (!found) {
    throw new Unauthenticated('E-mail address and password do not fit together. Check both and try again.');
  }
  const { account } = found;
  const cookie = await inTransaction(db, async (trx) => {
    if (earlierToken) await endSession(trx, earlierToken);
    const session = await startSession(trx, { accountId: account.id, address, userAgent, config });
    await recordAudit(trx, {
      actor: { accountId: account.id, name: account.displayName, address },
      action: 'sign-in.succeeded',
      objectType: 'account',
      objectId: account.accountId,
      objectName: account.displayName,
      after: { method: 'password' },
    });
    if (await hidesPasswordsEverywhere(trx)) {
      await recordAudit(trx, {
        actor: { accountId: account.id, name: account.displayName, address },
        action: 'sign-in.break-glass',
        objectType: 'account',
        objectId: account.accountId,
        objectName: account.displayName,
      });
    }
    return session.cookie;
  });
  return { account, locale: found.locale, cookie };
}

/**
 * The active account of an e-mail address and password, or null. Tries are counted per account and per network; a refusal is
 * recorded. Whether the account is unknown, has no password, is deactivated or the password is wrong takes the same time.
 *
 * @throws TooManyTries
 */
export async function checkPassword(
  db: Database,
  email: string,
  password: string,
  address: string,
): Promise<{ readonly account: AccountSummary; readonly locale: string | null } | null> {
  const normalized = normalizeEmail(email);
  const accountKey = `password:account:${(normalized ?? email.trim().toLowerCase()).slice(0, 320)}`;
  try {
    await hit(db, `password:address:${networkOf(address)}`, triesPerAddress, windowSeconds);
    await hit(db, accountKey, triesPerAccount, windowSeconds);
  } catch (error) {
    if (error instanceof TooManyTries) await auditRefusal(db, email, address, 'throttled');
    throw error;
  }

  const found = normalized ? await credentialOf(db, normalized) : null;
  const fits = await verifyPassword(found?.hash ?? null, password);
  if (!found || !fits || !found.account.isActive) {
    await auditRefusal(db, email, address, found && fits ? 'account_inactive' : 'wrong_credentials');
    return null;
  }
  await clear(db, accountKey);
  return { account: found.account, locale: found.locale };
}

async function credentialOf(
  db: Database,
  email: string,
): Promise<{ account: AccountSummary; locale: string | null; hash: string | null } | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('password_credential as credential', 'credential.account_id', 'account.id')
    .select([...summaryColumns, 'account.locale', 'credential.hash'])
    .where('account.email', '=', email)
    .executeTakeFirst();
  return row ? { account: toSummary(row), locale: row.locale, hash: row.hash } : null;
}

async function auditRefusal(db: Database, email: string, address: string, code: string): Promise<void> {
  await recordAudit(db, {
    actor: { accountId: null, name: null, address },
    action: 'sign-in.refused',
    objectType: 'account',
    objectName: email.slice(0, 320),
    after: { method: 'password', code },
  });
}

/** What counts as one address: in IPv6 a whole /64, which is the least that anybody is given. */
export function networkOf(address: string): string {
  const plain = address.split('%', 1)[0] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
