import type { Right } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';

/** A customer company. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A member sees own requests, a manager all of the organization's. */
type MemberRole = 'member' | 'manager';

/** The organization, or null. */
export async function organizationById(db: Database, id: string): Promise<Organization | null> {
  return (await organizationsByIds(db, [id])).get(id) ?? null;
}

/** The organizations with these ids, keyed by id; unknown ones are missing. */
export async function organizationsByIds(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Organization>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'name', 'created_at as createdAt'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The organizations that an account (account.id) is a member of, by name. */
export async function organizationsOf(
  db: Database,
  accountId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('organization_member as member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['organization.id', 'organization.name'])
    .where('member.account_id', '=', accountId)
    .orderBy('organization.name')
    .execute();
}

/** The memberships of an account (account.id), with what gave each. */
export async function membershipRights(db: Database, accountId: string): Promise<Right[]> {
  const rows = await db
    .selectFrom('organization_member as member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['organization.id', 'organization.name', 'member.role', 'member.origin'])
    .select(['member.origin_rule as rule', 'member.created_at as since'])
    .where('member.account_id', '=', accountId)
    .orderBy('organization.name')
    .execute();
  return rows.map(({ id, name, role, origin, rule, since }) => ({
    right: role === 'manager' ? 'manager' : 'member',
    place: { kind: 'organization', id, name },
    reasons: [
      {
        kind: origin === 'domain' ? 'domain' : 'hand',
        grantId: null,
        through: rule === null ? null : { id: rule, name: rule },
        since,
        by: null,
      },
    ],
  }));
}

/** What a new organization is made of. */
export interface NewOrganization {
  readonly name: string;
  /** e-mail domains, normalized, whose people become members when they sign in through their provider */
  readonly domains?: readonly string[];
  /** for history that is brought in; default now */
  readonly createdAt?: Date;
}

/**
 * Creates an organization.
 * @throws Conflict when the name or a domain is taken
 */
export async function createOrganization(
  trx: Database,
  { name, domains = [], createdAt }: NewOrganization,
): Promise<Organization> {
  const organization = await trx
    .insertInto('organization')
    .values({ name, ...(createdAt && { created_at: createdAt, updated_at: createdAt }) })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'name', 'created_at as createdAt'])
    .executeTakeFirst();
  if (!organization) throw new Conflict('', { name: `There is an organization named ${name} already.` });
  await replaceDomains(trx, organization.id, domains);
  return organization;
}

/**
 * Gives an organization exactly these domains (normalized).
 * @throws Conflict naming the organization that has one of them
 */
export async function replaceDomains(
  trx: Database,
  organizationId: string,
  domains: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('organization_domain')
    .where('organization_id', '=', organizationId)
    .$if(domains.length > 0, (query) => query.where('domain', 'not in', [...domains]))
    .execute();
  if (domains.length === 0) return;
  await trx
    .insertInto('organization_domain')
    .values(domains.map((domain) => ({ domain, organization_id: organizationId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const taken = await trx
    .selectFrom('organization_domain')
    .innerJoin('organization', 'organization.id', 'organization_domain.organization_id')
    .select(['organization_domain.domain', 'organization.name'])
    .where('organization_domain.domain', 'in', [...domains])
    .where('organization_domain.organization_id', '<>', organizationId)
    .orderBy('organization_domain.domain')
    .execute();
  if (taken.length > 0) {
    const list = taken.map(({ domain, name }) => `${domain} belongs to ${name}`).join('; ');
    throw new Conflict('', { domains: `${list}. Remove it there first.` });
  }
}

/** A membership to add. */
export interface NewMember {
  readonly organizationId: string;
  /** account.id */
  readonly accountId: string;
  readonly role?: MemberRole;
  /** what gives the membership, and so what alone may take it away */
  readonly origin: 'manual' | 'domain';
  /** for 'domain': the domain */
  readonly originRule?: string | null;
  readonly createdAt?: Date;
}

/**
 * Makes an account a member, and says whether it was none before. A membership that a domain gave becomes manual when it
 * is also given by hand; never the other way round.
 */
export async function addMember(trx: Database, member: NewMember): Promise<boolean> {
  const added = await trx
    .insertInto('organization_member')
    .values({
      organization_id: member.organizationId,
      account_id: member.accountId,
      role: member.role ?? 'member',
      origin: member.origin,
      origin_rule: member.originRule ?? null,
      ...(member.createdAt && { created_at: member.createdAt }),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'account_id']).doNothing())
    .returning('account_id')
    .executeTakeFirst();
  if (!added && member.origin === 'manual') {
    await trx
      .updateTable('organization_member')
      .set({ origin: 'manual', origin_rule: null, ...(member.role && { role: member.role }) })
      .where('organization_id', '=', member.organizationId)
      .where('account_id', '=', member.accountId)
      .execute();
  }
  return added !== undefined;
}
