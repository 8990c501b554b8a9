import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import type { AccountSummary } from '../accounts/store.ts';

/** Which second factors there are. */
export interface FactorSettings {
  readonly allowsTotp: boolean;
  readonly allowsPasskeys: boolean;
  readonly allowsMail: boolean;
  /** passkeys in place of passwords, too */
  readonly allowsPasswordless: boolean;
  /** how long a browser may be remembered, in days; 0: never */
  readonly rememberDays: number;
}

export interface KeptFactorSettings extends FactorSettings {
  /** 0: nothing was decided yet */
  readonly version: number;
}

const asDecidedByNobody: KeptFactorSettings = {
  allowsTotp: true,
  allowsPasskeys: true,
  allowsMail: true,
  allowsPasswordless: true,
  rememberDays: 30,
  version: 0,
};

/** Which second factors there are. */
export async function factorSettings(db: Database): Promise<KeptFactorSettings> {
  const row = await db.selectFrom('factor_settings').selectAll().executeTakeFirst();
  if (!row) return asDecidedByNobody;
  return {
    allowsTotp: row.allows_totp,
    allowsPasskeys: row.allows_passkeys,
    allowsMail: row.allows_mail,
    allowsPasswordless: row.allows_passwordless,
    rememberDays: row.remember_days,
    version: row.version,
  };
}

/**
 * Changes which second factors there are.
 * @throws Invalid when none would be left, Conflict when it was changed meanwhile
 */
export async function changeFactorSettings(
  trx: Database,
  version: number,
  settings: FactorSettings,
  actor: AuditActor,
): Promise<KeptFactorSettings> {
  await sql`select pg_advisory_xact_lock(hashtextextended('factor_settings', 0))`.execute(trx);
  const before = await factorSettings(trx);
  if (before.version !== version) {
    throw new Conflict('These settings have changed since you opened them. Load them again before you save.');
  }
  if (!settings.allowsTotp && !settings.allowsPasskeys && !settings.allowsMail) {
    throw Invalid.fields({ allowsTotp: 'Leave at least one kind of second factor.' });
  }
  const columns = {
    allows_totp: settings.allowsTotp,
    allows_passkeys: settings.allowsPasskeys,
    allows_mail: settings.allowsMail,
    allows_passwordless: settings.allowsPasswordless,
    remember_days: settings.rememberDays,
  };
  await trx
    .insertInto('factor_settings')
    .values(columns)
    .onConflict((conflict) =>
      conflict.column('only').doUpdateSet({ ...columns, version: sql`factor_settings.version + 1` }),
    )
    .execute();
  if (settings.rememberDays === 0) await trx.deleteFrom('trusted_device').execute();
  await recordAudit(trx, {
    actor,
    action: 'second-factor.settings-changed',
    objectType: 'second-factor',
    before: { ...before },
    after: { ...settings },
  });
  return factorSettings(trx);
}

export const policyScopes = ['site', 'staff', 'portal', 'organization', 'provider', 'account'] as const;
export type PolicyScope = (typeof policyScopes)[number];
export type Requirement = 'off' | 'optional' | 'required';

/** Who needs a second factor. Of those that apply to somebody, the strictest counts. */
export interface FactorPolicy {
  readonly scope: PolicyScope;
  /** of portal, organization, provider or account (account.id); null for site and staff */
  readonly scopeId: string | null;
  readonly requirement: Requirement;
  /** how long people may put it off from the first time they are asked, in days */
  readonly graceDays: number;
}

/** Who needs a second factor, all that was decided; `off` for the site where nothing was. */
export async function allPolicies(db: Database): Promise<FactorPolicy[]> {
  const rows = await db.selectFrom('factor_policy').selectAll().orderBy('id').execute();
  return rows.map(toPolicy);
}

/** What the audit log calls what a rule is for. */
const objectTypes: Readonly<Record<PolicyScope, string>> = {
  site: 'second-factor',
  staff: 'second-factor',
  portal: 'portal-sign-in',
  organization: 'organization',
  provider: 'identity-provider',
  account: 'account',
};

/**
 * Decides for one scope; null takes the decision back.
 *
 * @param about what it is for, as the audit log names it
 */
export async function setPolicy(
  trx: Database,
  scope: PolicyScope,
  scopeId: string | null,
  decision: { readonly requirement: Requirement; readonly graceDays: number } | null,
  about: { readonly id: string | null; readonly name: string | null },
  actor: AuditActor,
): Promise<void> {
  if ((scope === 'site' || scope === 'staff') !== (scopeId === null)) {
    throw new Invalid(
      'Name what the rule is for: a portal, an organization, a provider or an account by its id.',
    );
  }
  await sql`select pg_advisory_xact_lock(hashtextextended(${`factor_policy:${scope}:${scopeId}`}, 0))`.execute(
    trx,
  );
  const before = await policyOf(trx, scope, scopeId);
  if (decision === null && before === null) throw new NotFound('There is no such rule.');
  await trx.deleteFrom('factor_policy').where(isOf(scope, scopeId)).execute();
  if (decision !== null) {
    await trx
      .insertInto('factor_policy')
      .values({
        scope,
        scope_id: scopeId,
        requirement: decision.requirement,
        grace_days: decision.graceDays,
      })
      .execute();
  }
  await recordAudit(trx, {
    actor,
    action: 'second-factor.policy-changed',
    objectType: objectTypes[scope],
    objectId: about.id,
    objectName: about.name,
    before: before && { scope, requirement: before.requirement, graceDays: before.graceDays },
    after: decision && { scope, ...decision },
  });
}

/** Requires a second factor of one account, from its next sign-in on, or does so no longer. False when it was so already. */
export async function requireFactorOf(
  trx: Database,
  account: Pick<AccountSummary, 'id' | 'accountId' | 'displayName'>,
  isRequired: boolean,
  actor: AuditActor,
): Promise<boolean> {
  const before = await policyOf(trx, 'account', account.id);
  if ((before?.requirement === 'required') === isRequired) return false;
  const decision = isRequired ? ({ requirement: 'required', graceDays: 0 } as const) : null;
  const about = { id: account.accountId, name: account.displayName };
  await setPolicy(trx, 'account', account.id, decision, about, actor);
  return true;
}

/** What was decided for one scope, or null. */
export async function policyOf(
  db: Database,
  scope: PolicyScope,
  scopeId: string | null,
): Promise<FactorPolicy | null> {
  const row = await db.selectFrom('factor_policy').selectAll().where(isOf(scope, scopeId)).executeTakeFirst();
  return row ? toPolicy(row) : null;
}

function isOf(scope: PolicyScope, scopeId: string | null) {
  return sql<boolean>`(scope = ${scope} and scope_id is not distinct from ${scopeId}::bigint)`;
}

function toPolicy(row: {
  scope: string;
  scope_id: string | null;
  requirement: string;
  grace_days: number;
}): FactorPolicy {
  // The table allows no others.
  return {
    scope: row.scope as PolicyScope,
    scopeId: row.scope_id,
    requirement: row.requirement as Requirement,
    graceDays: row.grace_days,
  };
}
