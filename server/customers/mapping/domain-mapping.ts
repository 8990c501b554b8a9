import { domainOf, type ProviderSignIn } from '../../identity/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { addMember } from '../organizations/store.ts';

/**
 * Brings a person's memberships in line with the e-mail domain at every sign-in through a provider: member of the
 * organization that has it, if the provider is authoritative for the domain and the address verified, and of no other that
 * a domain once gave. Memberships given by hand are not touched, and a role is kept when the rule behind a membership
 * changes.
 */
export async function mapByDomain(
  trx: Database,
  { account, assertion, provider, address }: ProviderSignIn,
): Promise<void> {
  const domain = domainOf(assertion.email);
  const actor = { accountId: account.id, name: account.displayName, address };
  const found = await trx
    .selectFrom('organization_domain')
    .innerJoin('organization', 'organization.id', 'organization_domain.organization_id')
    .select(['organization.id', 'organization.name'])
    .where('organization_domain.domain', '=', domain)
    .executeTakeFirst();
  // Who is let in with any address has proved none: an organization is joined by those who are known to be its people.
  const owner = assertion.emailVerified && provider.domains.includes(domain) ? found : undefined;

  const outdated = await trx
    .deleteFrom('organization_member as member')
    .using('organization')
    .whereRef('organization.id', '=', 'member.organization_id')
    .where('member.account_id', '=', account.id)
    .where('member.origin', '=', 'domain')
    .$if(owner !== undefined, (query) => query.where('member.organization_id', '<>', owner?.id ?? ''))
    .returning(['organization.id', 'organization.name', 'member.role', 'member.origin_rule as rule'])
    .execute();
  for (const { id, name, role, rule } of outdated) {
    await recordAudit(trx, {
      actor,
      action: 'organization.member-removed',
      objectType: 'organization',
      objectId: id,
      objectName: name,
      before: { account: account.displayName, accountId: account.accountId, role, origin: 'domain', rule },
    });
  }
  if (!owner) return;

  const isNew = await addMember(trx, {
    organizationId: owner.id,
    accountId: account.id,
    origin: 'domain',
    originRule: domain,
  });
  if (!isNew) {
    await trx
      .updateTable('organization_member')
      .set({ origin_rule: domain })
      .where('organization_id', '=', owner.id)
      .where('account_id', '=', account.id)
      .where('origin', '=', 'domain')
      .where('origin_rule', '<>', domain)
      .execute();
    return;
  }
  await recordAudit(trx, {
    actor,
    action: 'organization.member-added',
    objectType: 'organization',
    objectId: owner.id,
    objectName: owner.name,
    after: {
      account: account.displayName,
      accountId: account.accountId,
      origin: 'domain',
      rule: domain,
      provider: provider.name,
    },
  });
}
