import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { domainOf } from '../accounts/email.ts';
import type { AccountSummary } from '../accounts/store.ts';
import { domainOwners } from '../providers/domains.ts';
import type { Provider } from '../providers/store.ts';
import type { Assertion } from './assertion.ts';
import { SignInRefused } from './refusal.ts';

/** How often it is recorded that a provider leaves groups out. */
const alertEvery = '1 day';

/** Whether the provider is authoritative for the person's e-mail address: only then does the address link to anything. */
export function speaksFor(provider: Provider, email: string): boolean {
  return provider.domains.includes(domainOf(email));
}

/**
 * Lets in whom the provider may sign in, by e-mail address. A provider that admits everybody does so for addresses that no
 * other provider is authoritative for: those are for their own company to vouch for.
 *
 * @throws SignInRefused domain_not_owned, email_unverified
 */
export async function requireDomain(db: Database, provider: Provider, assertion: Assertion): Promise<void> {
  const { email } = assertion;
  const domain = domainOf(email);
  if (!speaksFor(provider, email)) {
    if (provider.admits !== 'all') {
      const isClaimed = provider.claims.some((claim) => claim.domain === domain);
      throw new SignInRefused(
        'domain_not_owned',
        isClaimed
          ? `${domain} is not yet verified to be this provider’s, so ${email} cannot sign in through it`
          : `${email} is not in a domain of this provider`,
        {
          reason: {
            key: isClaimed ? 'domain-unverified' : 'domain-not-owned',
            found: domain,
            expected: provider.domains.join(', '),
          },
        },
      );
    }
    const [owner] = await domainOwners(db, [domain], provider.id);
    if (owner) {
      throw new SignInRefused('domain_not_owned', `${domain} belongs to the provider ${owner.providerName}`, {
        reason: { key: 'domain-not-owned', found: domain },
      });
    }
  }
  if (!assertion.emailVerified) {
    throw new SignInRefused('email_unverified', `The provider says that ${email} is not verified`, {
      reason: { key: 'email-unverified', found: email },
    });
  }
}

/**
 * A known identity leads to its account only while no other provider is authoritative for the account's own address: who
 * has become another company's person is not this provider's to speak for.
 *
 * @throws SignInRefused domain_not_owned
 */
export async function requireNobodyElses(
  db: Database,
  provider: Provider,
  { email }: AccountSummary,
): Promise<void> {
  if (email === null || speaksFor(provider, email)) return;
  const domain = domainOf(email);
  const [owner] = await domainOwners(db, [domain], provider.id);
  if (!owner) return;
  throw new SignInRefused(
    'domain_not_owned',
    `The account has the address ${email}, and ${domain} belongs to the provider ${owner.providerName}`,
    { reason: { key: 'domain-not-owned', found: domain } },
  );
}

/**
 * Lets in whom the provider may sign in, by group; names of groups are compared letter by letter. When the provider left
 * groups out, a missing one says nothing, and the refusal says so.
 *
 * @throws SignInRefused group_not_allowed, groups_incomplete
 */
export function requireGroup(provider: Provider, assertion: Assertion): void {
  if (provider.admits !== 'groups') return;
  if (assertion.groups.some((group) => provider.allowedGroups.includes(group))) return;
  const reason = {
    key: 'group',
    found: assertion.groups.slice(0, 20).join(', '),
    expected: provider.allowedGroups.join(', '),
  };
  if (!assertion.groupsAreComplete) {
    throw new SignInRefused(
      'groups_incomplete',
      `The provider left out groups of ${assertion.email}, so it is unknown whether one is allowed`,
      { reason },
    );
  }
  throw new SignInRefused(
    'group_not_allowed',
    `${assertion.email} is in no group that may sign in; the groups are: ${reason.found || 'none'}`,
    { reason },
  );
}

/** Raises an alert, once a day, when a provider leaves groups out. What groups gave before stays as it is. */
export async function noteIncompleteGroups(
  trx: Database,
  provider: Provider,
  assertion: Assertion,
  actor: AuditActor,
): Promise<void> {
  if (assertion.groupsAreComplete) return;
  const isDue = await trx
    .insertInto('identity_provider_warning')
    .values({ provider_id: provider.id, kind: 'groups-incomplete' })
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'kind'])
        .doUpdateSet({ given_at: sql`now()` })
        .where('identity_provider_warning.given_at', '<', sql<Date>`now() - ${alertEvery}::interval`),
    )
    .returning('kind')
    .executeTakeFirst();
  if (!isDue) return;
  await recordAudit(trx, {
    actor,
    action: 'sign-in.groups-incomplete',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: {
      email: assertion.email,
      advice:
        'Let the provider send only the groups that are assigned to Portico; memberships were left as they are.',
    },
  });
}

/** Why an e-mail address is admitted, for the sign-in log. */
export function describeDomain(provider: Provider, { email }: Assertion): string {
  const domain = domainOf(email);
  return speaksFor(provider, email)
    ? `${domain} is verified to be this provider’s`
    : `${domain} belongs to no provider, and this one admits everybody`;
}

/** Why a person is admitted by group, for the sign-in log. */
export function describeAdmission({ admits, allowedGroups }: Provider, { groups }: Assertion): string {
  if (admits !== 'groups') return 'Everybody of this provider may sign in, whatever their groups';
  return `In the group ${groups.filter((group) => allowedGroups.includes(group)).join(', ')}`;
}
