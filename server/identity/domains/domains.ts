import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { normalizeDomain } from '../accounts/email.ts';
import { type DomainClaim, domainOwners } from '../providers/domains.ts';
import { requireProvider } from '../providers/providers.ts';
import type { Provider } from '../providers/store.ts';
import type { Proof } from './look-up-proof.ts';

/**
 * A provider and one of its claims.
 * @throws NotFound when there is no such provider, or it does not claim the domain
 */
export async function requireClaim(
  db: Database,
  providerId: string,
  domain: string,
): Promise<{ provider: Provider; claim: DomainClaim }> {
  const provider = await requireProvider(db, providerId);
  const name = normalizeDomain(domain);
  const claim = provider.claims.find((each) => each.domain === name);
  if (!claim) throw new NotFound(`${provider.name} does not name the domain ${domain.slice(0, 100)}.`);
  return { provider, claim };
}

/**
 * Notes what the name servers said about a claim. A proof makes the provider authoritative for the domain; a missing one
 * takes nothing away that was proved or vouched for before: name servers fail, and nobody shall be locked out by that.
 *
 * @throws Conflict when another provider is authoritative for the domain
 */
export async function noteProof(
  trx: Database,
  provider: Provider,
  claim: DomainClaim,
  proof: Proof,
  actor: AuditActor,
): Promise<void> {
  const { domain } = claim;
  const isNew = proof.isProved && claim.verifiedBy !== 'dns';
  if (isNew) {
    const [owner] = await domainOwners(trx, [domain], provider.id);
    if (owner) throw new Conflict(`${domain} belongs to ${owner.providerName}. Remove it there first.`);
  }
  await trx
    .updateTable('identity_provider_domain')
    .set({
      checked_at: sql`now()`,
      check_problem: proof.isProved ? null : proof.problem,
      ...(isNew && { verified_at: sql<Date>`now()`, verified_by: 'dns', override_reason: null }),
    })
    .where('provider_id', '=', provider.id)
    .where('domain', '=', domain)
    // The claim that was looked up: one made anew meanwhile has another token, and is not proved by this.
    .where('token', '=', claim.token)
    .execute();
  const isLost = !proof.isProved && claim.verifiedBy === 'dns' && claim.checkProblem === null;
  if (!isNew && !isLost) return;
  await recordAudit(trx, {
    actor,
    action: isNew ? 'identity-provider.domain-verified' : 'identity-provider.domain-proof-missing',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: { domain, ...(proof.isProved ? { by: 'dns' } : { problem: proof.problem }) },
  });
}

/** Takes a provider's authority over a domain away; it goes on naming it, and may prove it again with a new record. */
export async function withdrawDomain(
  trx: Database,
  provider: Provider,
  { domain, verifiedBy }: DomainClaim,
  actor: AuditActor,
): Promise<void> {
  await trx
    .updateTable('identity_provider_domain')
    .set({
      verified_at: null,
      verified_by: null,
      override_reason: null,
      override_account_id: null,
      checked_at: null,
      check_problem: null,
      token: sql`replace(gen_random_uuid()::text, '-', '')`,
    })
    .where('provider_id', '=', provider.id)
    .where('domain', '=', domain)
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.domain-withdrawn',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    before: { domain, verifiedBy },
  });
}
