import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { normalizeDomain } from '../accounts/email.ts';
import { portalSignIn } from '../portal-sign-in/store.ts';
import { isConsumerDomain } from '../providers/consumer-domains.ts';
import { providersOfDomains } from './provider-of-address.ts';

/**
 * Who may make an account with a password: nobody; whom somebody has invited; people of listed e-mail domains; everybody. Each
 * one includes what stands before it.
 */
export const signUpKinds = ['nobody', 'invited', 'domains', 'open'] as const;
export type SignUpKind = (typeof signUpKinds)[number];

export interface SignUpPolicy {
  /** null, of a portal: as the site */
  readonly who: SignUpKind | null;
  /** normalized; of 'domains' */
  readonly domains: readonly string[];
}

export interface KeptSignUpPolicy extends SignUpPolicy {
  /** 0: nothing was ever decided */
  readonly version: number;
}

/** What is in effect at a portal, or at the site's own sign-in page. */
export interface SignUpRule {
  readonly who: SignUpKind;
  readonly domains: readonly string[];
  /** the portal's name; null: the site */
  readonly portalName: string | null;
}

const undecided: KeptSignUpPolicy = { who: null, domains: [], version: 0 };

/** What was decided for a portal, or for the site (null). */
export async function signUpPolicy(db: Database, portalId: string | null): Promise<KeptSignUpPolicy> {
  const row = await db
    .selectFrom('sign_up_policy')
    .select(['who', 'domains', 'version'])
    .where('portal_id', portalId === null ? 'is' : '=', portalId)
    .executeTakeFirst();
  if (row) return { ...row, who: row.who as SignUpKind | null };
  return portalId === null ? { ...undecided, who: 'nobody' } : undecided;
}

/**
 * Who may make an account at a portal, or at the site's own sign-in page (null). A portal that requires a company's login takes
 * no passwords, so nobody may there.
 *
 * @throws NotFound
 */
export async function signUpRule(db: Database, portalId: string | null): Promise<SignUpRule> {
  const site = await signUpPolicy(db, null);
  const whole = { who: site.who ?? ('nobody' as const), domains: site.domains };
  if (portalId === null) return { ...whole, portalName: null };
  const portal = await portalSignIn(db, portalId);
  if (!portal) throw noPortal();
  const { portalName } = portal;
  if (portal.requiresProvider) return { who: 'nobody', domains: [], portalName };
  const { who, domains } = await signUpPolicy(db, portalId);
  return who === null ? { ...whole, portalName } : { who, domains, portalName };
}

/** Whether people whose address is in the domain may make themselves an account by the rule. */
export function takesSignUp({ who, domains }: Pick<SignUpRule, 'who' | 'domains'>, domain: string): boolean {
  return who === 'open' || (who === 'domains' && domains.includes(domain));
}

/**
 * Changes who may make an account.
 *
 * @param portalId null: the site's default
 * @param version that was seen
 * @throws NotFound, Invalid naming fields, Conflict when it was changed meanwhile
 */
export async function changeSignUpPolicy(
  trx: Database,
  portalId: string | null,
  version: number,
  policy: SignUpPolicy,
  actor: AuditActor,
): Promise<KeptSignUpPolicy> {
  const name = portalId === null ? 'Site' : (await portalSignIn(trx, portalId))?.portalName;
  if (name === undefined) throw noPortal();
  // Rows that are not there yet cannot be locked.
  await sql`select pg_advisory_xact_lock(hashtextextended('portico-sign-up-policy', 0))`.execute(trx);
  const before = await signUpPolicy(trx, portalId);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody else has changed who may make an account here since you opened it. Load it again before you save.',
    );
  }
  if (policy.who === null && portalId === null)
    throw Invalid.fields({ who: 'Choose who may make an account.' });
  const who = policy.who;
  const domains = who === 'domains' ? await readDomains(trx, policy.domains) : [];
  await trx
    .insertInto('sign_up_policy')
    .values({ portal_id: portalId, who, domains })
    .onConflict((conflict) =>
      conflict.column('portal_id').doUpdateSet({ who, domains, version: sql`sign_up_policy.version + 1` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'local-accounts.changed',
    objectType: 'local-accounts',
    objectId: portalId ?? 'site',
    objectName: name,
    before: { who: before.who, domains: before.domains },
    after: { who, domains },
  });
  return signUpPolicy(trx, portalId);
}

async function readDomains(trx: Database, texts: readonly string[]): Promise<string[]> {
  const read = texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const domain = normalizeDomain(text.replace(/^@/, ''));
      if (domain === null) {
        throw Invalid.fields({ domains: `“${text}” is not a domain; write it like company.com.` });
      }
      return domain;
    });
  const domains = [...new Set(read)];
  if (domains.length === 0) {
    throw Invalid.fields({ domains: 'List at least one e-mail domain whose people may sign up.' });
  }
  const consumer = domains.find(isConsumerDomain);
  if (consumer) {
    throw Invalid.fields({
      domains: `Anybody can get an address at ${consumer}. Choose “Everybody” if that is what you want.`,
    });
  }
  const [[domain, provider] = []] = await providersOfDomains(trx, domains);
  if (domain !== undefined && provider) {
    throw Invalid.fields({
      domains: `People of ${domain} sign in through ${provider.name}, and make no account with a password. Leave it out.`,
    });
  }
  return domains.sort();
}

function noPortal(): NotFound {
  return new NotFound('There is no such portal.');
}
