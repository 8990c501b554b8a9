import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { accountsByAccountIds, isConsumerDomain, normalizeDomain } from '../../identity/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { extrasOf } from './listing.ts';
import {
  addMember,
  createOrganization,
  type Organization,
  organizationById,
  replaceDomains,
} from './store.ts';

/** Longest name of an organization, in characters; Jira's limit. */
export const maxNameLength = 200;

/**
 * Adds an organization.
 * @throws Invalid, Conflict when the name is taken
 */
export async function addOrganization(trx: Database, name: string, actor: AuditActor): Promise<Organization> {
  const organization = await createOrganization(trx, { name: cleanName(name) });
  await recordAudit(trx, {
    actor,
    action: 'organization.created',
    objectType: 'organization',
    objectId: organization.id,
    objectName: organization.name,
    after: { name: organization.name },
  });
  return organization;
}

/** What an administrator changes of an organization; what is absent stays as it is. */
export interface OrganizationChanges {
  readonly name?: string;
  readonly domains?: readonly string[];
  /** accountIds of all who manage it; those who are no members become members */
  readonly managers?: readonly string[];
}

/**
 * Changes an organization.
 * @throws NotFound, Invalid naming fields, Conflict when the name or a domain is another's
 */
export async function changeOrganization(
  trx: Database,
  id: string,
  changes: OrganizationChanges,
  actor: AuditActor,
): Promise<void> {
  const before = await stateOf(trx, id);
  if (changes.name !== undefined) await rename(trx, id, cleanName(changes.name));
  if (changes.domains !== undefined) await replaceDomains(trx, id, readDomains(changes.domains));
  if (changes.managers !== undefined) await replaceManagers(trx, id, changes.managers);
  const after = await stateOf(trx, id);
  if (isDeepStrictEqual(before, after)) return;
  await recordAudit(trx, {
    actor,
    action: 'organization.changed',
    objectType: 'organization',
    objectId: id,
    objectName: after.name,
    before: { ...before },
    after: { ...after },
  });
}

/**
 * Deletes an organization. Requests stay with their reporters.
 * @throws NotFound
 */
export async function removeOrganization(trx: Database, id: string, actor: AuditActor): Promise<void> {
  const before = await stateOf(trx, id);
  await trx.deleteFrom('organization').where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'organization.deleted',
    objectType: 'organization',
    objectId: id,
    objectName: before.name,
    before: { ...before },
  });
}

/**
 * Makes accounts members by hand; those who are members already stay so, and are then kept whatever their domain does.
 * @throws NotFound for the organization, Invalid for accounts
 */
export async function addMembers(
  trx: Database,
  id: string,
  accountIds: readonly string[],
  actor: AuditActor,
): Promise<boolean> {
  let isChanged = false;
  const { name } = await requireOrganization(trx, id);
  for (const account of await requireAccounts(trx, accountIds, 'accountIds')) {
    const isNew = await addMember(trx, { organizationId: id, accountId: account.id, origin: 'manual' });
    if (!isNew) continue;
    isChanged = true;
    await recordAudit(trx, {
      actor,
      action: 'organization.member-added',
      objectType: 'organization',
      objectId: id,
      objectName: name,
      after: { account: account.displayName, accountId: account.accountId, origin: 'manual' },
    });
  }
  return isChanged;
}

/**
 * Ends memberships, whatever gave them; accounts that are no members are passed over. Who was a member by e-mail domain
 * becomes one again at the next sign-in, as long as the organization has the domain.
 *
 * @throws NotFound for the organization, Invalid for accounts
 */
export async function removeMembers(
  trx: Database,
  id: string,
  accountIds: readonly string[],
  actor: AuditActor,
): Promise<boolean> {
  let isChanged = false;
  const { name } = await requireOrganization(trx, id);
  for (const account of await requireAccounts(trx, accountIds, 'accountIds')) {
    const removed = await trx
      .deleteFrom('organization_member')
      .where('organization_id', '=', id)
      .where('account_id', '=', account.id)
      .returning(['role', 'origin'])
      .executeTakeFirst();
    if (!removed) continue;
    isChanged = true;
    await recordAudit(trx, {
      actor,
      action: 'organization.member-removed',
      objectType: 'organization',
      objectId: id,
      objectName: name,
      before: { account: account.displayName, accountId: account.accountId, ...removed },
    });
  }
  return isChanged;
}

/** @throws NotFound, also for ids that are none */
export async function requireOrganization(db: Database, id: string): Promise<Organization> {
  const organization = /^\d{1,18}$/.test(id) ? await organizationById(db, id) : null;
  if (!organization) throw noOrganization();
  return organization;
}

export function noOrganization(): NotFound {
  return new NotFound('There is no such organization.');
}

async function stateOf(
  trx: Database,
  id: string,
): Promise<{ name: string; domains: string[]; managers: string[] }> {
  const { name } = await requireOrganization(trx, id);
  const extras = (await extrasOf(trx, [id])).get(id);
  return { name, domains: extras?.domains ?? [], managers: extras?.managers ?? [] };
}

function cleanName(text: string): string {
  const name = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '') throw Invalid.fields({ name: 'Give the organization a name.' });
  return name;
}

async function rename(trx: Database, id: string, name: string): Promise<void> {
  const other = await trx
    .selectFrom('organization')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) throw new Conflict('', { name: `There is an organization named ${name} already.` });
  await trx.updateTable('organization').set({ name, updated_at: sql`now()` }).where('id', '=', id).execute();
}

function readDomains(texts: readonly string[]): string[] {
  const found = new Set<string>();
  const wrong: string[] = [];
  for (const text of texts) {
    const domain = normalizeDomain(text.replace(/^@/, ''));
    if (!domain) wrong.push(`“${text.slice(0, 100)}” is not a domain; write it like company.com.`);
    else if (isConsumerDomain(domain))
      wrong.push(`${domain} is open to everybody: its people are no organization.`);
    else found.add(domain);
  }
  if (wrong.length > 0) throw Invalid.fields({ domains: wrong.slice(0, 5).join(' ') });
  return [...found];
}

async function replaceManagers(trx: Database, id: string, accountIds: readonly string[]): Promise<void> {
  const managers = await requireAccounts(trx, accountIds, 'managers');
  await trx
    .updateTable('organization_member')
    .set({ role: 'member' })
    .where('organization_id', '=', id)
    .where('role', '=', 'manager')
    .execute();
  for (const { id: accountId } of managers) {
    await addMember(trx, { organizationId: id, accountId, role: 'manager', origin: 'manual' });
  }
}

async function requireAccounts(trx: Database, accountIds: readonly string[], field: string) {
  const accounts = await accountsByAccountIds(trx, accountIds);
  const unknown = accountIds.filter((accountId) => !accounts.has(accountId));
  if (unknown.length > 0) {
    throw Invalid.fields({ [field]: `There is no account ${unknown.slice(0, 5).join(', ')}.` });
  }
  return [...accounts.values()];
}
