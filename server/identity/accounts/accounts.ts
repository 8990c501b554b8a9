import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { grantRole } from '../roles/store.ts';
import { requireFactorOf } from '../second-factor/settings.ts';
import { normalizeEmail } from './email.ts';
import { passwordProblem, setPassword } from './passwords.ts';
import { type AccountSummary, summaryColumns, toSummary } from './store.ts';

/** Longest name that an account may have, in characters. */
export const maxDisplayNameLength = 200;

/** What a new account is made of. */
export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  /** absent: signs in through an identity provider only */
  readonly password?: string;
  readonly isAdministrator?: boolean;
  /** account.id of who makes it an administrator */
  readonly grantedBy?: string | null;
  /** it must have a second factor; whose decision that is, for the audit log */
  readonly secondFactorRequiredBy?: AuditActor;
  /** of which the password shall not be made */
  readonly siteName?: string;
  /** for history that is brought in; default now */
  readonly createdAt?: Date;
}

/**
 * Creates an account.
 * @throws Invalid naming `email`, `displayName` or `password`
 * @throws Conflict when another account has the e-mail address
 */
export async function createAccount(trx: Database, account: NewAccount): Promise<AccountSummary> {
  const errors: Record<string, string> = {};
  const email = normalizeEmail(account.email);
  if (!email) errors['email'] = 'This is not an e-mail address. Write it like name@company.com.';
  const displayName = cleanDisplayName(account.displayName);
  if (!displayName) errors['displayName'] = 'Give a name.';
  if (account.password !== undefined) {
    const { siteName } = account;
    const owner = { email: email ?? account.email, displayName, ...(siteName !== undefined && { siteName }) };
    const problem = await passwordProblem(account.password, owner);
    if (problem) errors['password'] = problem;
  }
  if (!email || !displayName || Object.keys(errors).length > 0) throw Invalid.fields(errors);

  const row = await trx
    .insertInto('account')
    .values({
      email,
      display_name: displayName,
      ...(account.createdAt && { created_at: account.createdAt, updated_at: account.createdAt }),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(summaryColumns)
    .executeTakeFirst();
  if (!row) throw new Conflict('', { email: `${email} already has an account.` });
  if (account.password !== undefined) await setPassword(trx, row.id, account.password);
  if (account.secondFactorRequiredBy) {
    await requireFactorOf(trx, toSummary(row), true, account.secondFactorRequiredBy);
  }
  if (!account.isAdministrator) return toSummary(row);
  const holder = { accountId: row.id };
  await grantRole(trx, { role: 'administrator', deskId: null, holder }, account.grantedBy ?? null);
  return { ...toSummary(row), isAdministrator: true };
}

/** A name without control characters and surplus spaces, cut to what fits; empty when nothing is left. */
export function cleanDisplayName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, maxDisplayNameLength)
    .trim();
}
