import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';

/** A domain that a provider says is its company's. The provider is authoritative for it once it is verified. */
export interface DomainClaim {
  readonly domain: string;
  /** what the TXT record must hold */
  readonly token: string;
  readonly verifiedAt: Date | null;
  readonly verifiedBy: 'dns' | 'override' | null;
  readonly overrideReason: string | null;
  readonly checkedAt: Date | null;
  readonly checkProblem: string | null;
}

/** The TXT record with which a domain is proved to be the company's. */
export function proofRecord(claim: { readonly domain: string; readonly token: string }): {
  recordName: string;
  recordValue: string;
} {
  return { recordName: `_portico.${claim.domain}`, recordValue: `portico-verification=${claim.token}` };
}

/** A provider as far as its domains go. */
interface Claimant {
  readonly id: string;
  readonly name: string;
}

/** Gives a provider exactly these claims (normalized). Those that it keeps stay verified; new ones begin unverified. */
export async function replaceClaims(
  trx: Database,
  providerId: string,
  domains: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('identity_provider_domain')
    .where('provider_id', '=', providerId)
    .$if(domains.length > 0, (query) => query.where('domain', 'not in', [...domains]))
    .execute();
  if (domains.length === 0) return;
  await trx
    .insertInto('identity_provider_domain')
    .values(domains.map((domain) => ({ domain, provider_id: providerId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those of the domains for which other providers are authoritative, with their names. */
export async function domainOwners(
  db: Database,
  domains: readonly string[],
  exceptProviderId: string | null,
): Promise<{ domain: string; providerName: string }[]> {
  if (domains.length === 0) return [];
  return db
    .selectFrom('identity_provider_domain as owned')
    .innerJoin('identity_provider', 'identity_provider.id', 'owned.provider_id')
    .select(['owned.domain', 'identity_provider.name as providerName'])
    .where('owned.domain', 'in', [...domains])
    .where('owned.verified_at', 'is not', null)
    .$if(exceptProviderId !== null, (query) => query.where('owned.provider_id', '<>', exceptProviderId ?? ''))
    .orderBy('owned.domain')
    .execute();
}

/**
 * Makes a provider authoritative for a domain that it claims, on an administrator's word.
 *
 * @param domain normalized
 * @throws Conflict when another provider is authoritative for it, or this one does not claim it
 */
export async function vouchForDomain(
  trx: Database,
  provider: Claimant,
  domain: string,
  reason: string,
  actor: AuditActor,
): Promise<void> {
  const [owner] = await domainOwners(trx, [domain], provider.id);
  if (owner) throw new Conflict(`${domain} belongs to ${owner.providerName}. Remove it there first.`);
  const row = await trx
    .updateTable('identity_provider_domain')
    .set({
      verified_at: sql`now()`,
      verified_by: 'override',
      override_reason: reason,
      override_account_id: actor.accountId,
      check_problem: null,
    })
    .where('provider_id', '=', provider.id)
    .where('domain', '=', domain)
    .returning('domain')
    .executeTakeFirst();
  if (!row) throw new Conflict(`${provider.name} does not name ${domain}. Add it to its domains first.`);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.domain-vouched',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { domain, reason },
  });
}
