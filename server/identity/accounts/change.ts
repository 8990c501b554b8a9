import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { grantedRights } from '../roles/rights.ts';
import { grantRole, requireAnAdministrator, revokeRole } from '../roles/store.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import { cleanDisplayName } from './accounts.ts';
import { passwordProblem, setPassword } from './passwords.ts';
import { type AccountSummary, summaryColumns, toSummary } from './store.ts';

/** What an administrator changes of an account; what is absent stays as it is. */
export interface AccountChanges {
  readonly displayName?: string;
  readonly isActive?: boolean;
  readonly isAdministrator?: boolean;
  readonly password?: string;
}

/**
 * Changes an account. Its sessions end when it is deactivated, gains or loses administration, or gets another password
 * (except, then, the session that did it).
 *
 * @param keepSessionId session that survives a change of password
 * @returns whether that is a session of this account, and has to get another token now
 * @throws NotFound, Invalid naming fields, Conflict for the last active administrator
 */
export async function changeAccount(
  trx: Database,
  accountId: string,
  changes: AccountChanges,
  actor: AuditActor,
  keepSessionId: string | null,
): Promise<boolean> {
  const row = await trx
    .selectFrom('account')
    .select([...summaryColumns, 'account.kind'])
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('There is no such account.');
  const before = toSummary(row);
  if (row.kind === 'service' && changes.password !== undefined) {
    throw Invalid.fields({ password: 'A service account has no password. Make an API token for it.' });
  }
  const after = await changed(before, changes);
  await trx
    .updateTable('account')
    .set({ display_name: after.displayName, is_active: after.isActive, updated_at: sql`now()` })
    .where('id', '=', before.id)
    .execute();
  if (before.isAdministrator !== after.isAdministrator) {
    await setAdministrator(trx, before, after.isAdministrator, actor);
  }
  if (isActiveAdministrator(before) && !isActiveAdministrator(after)) await requireAnAdministrator(trx);
  if (changes.password !== undefined) await setPassword(trx, before.id, changes.password);
  const isReduced = isActiveAdministrator(before) && !isActiveAdministrator(after);
  const isRaised = !isActiveAdministrator(before) && isActiveAdministrator(after);
  const endsAll = isReduced || isRaised || (before.isActive && !after.isActive);
  const endsOthers = endsAll || changes.password !== undefined;
  if (endsOthers) await endSessionsOf(trx, before.id, endsAll ? null : keepSessionId);
  await recordAudit(trx, {
    actor,
    action: 'account.changed',
    objectType: 'account',
    objectId: accountId,
    objectName: after.displayName,
    before: auditView(before),
    after: { ...auditView(after), ...(changes.password !== undefined && { password: 'changed' }) },
  });
  return endsOthers && !endsAll && actor.accountId === before.id;
}

async function changed(before: AccountSummary, changes: AccountChanges): Promise<AccountSummary> {
  const errors: Record<string, string> = {};
  const displayName =
    changes.displayName === undefined ? before.displayName : cleanDisplayName(changes.displayName);
  if (displayName === '') errors['displayName'] = 'Give a name.';
  if (changes.password !== undefined) {
    const problem = await passwordProblem(changes.password, before);
    if (problem) errors['password'] = problem;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return {
    ...before,
    displayName,
    isActive: changes.isActive ?? before.isActive,
    isAdministrator: changes.isAdministrator ?? before.isAdministrator,
  };
}

/** @throws Conflict when the account has the role through groups, which is for them to end */
async function setAdministrator(
  trx: Database,
  account: AccountSummary,
  isAdministrator: boolean,
  actor: AuditActor,
): Promise<void> {
  const grant = { role: 'administrator', deskId: null, holder: { accountId: account.id } } as const;
  if (isAdministrator) {
    await grantRole(trx, grant, actor.accountId);
    return;
  }
  await revokeRole(trx, grant);
  const left = (await grantedRights(trx, account.id)).find(({ right }) => right === 'administrator');
  if (!left) return;
  const groups = left.reasons.flatMap(({ through }) => through?.name ?? []).join(', ');
  throw new Conflict(
    `${account.displayName} is an administrator as a member of ${groups}. Take the account out of there.`,
  );
}

function isActiveAdministrator(account: AccountSummary): boolean {
  return account.isActive && account.isAdministrator;
}

function auditView({ displayName, isActive, isAdministrator }: AccountSummary): Record<string, unknown> {
  return { displayName, isActive, isAdministrator };
}
