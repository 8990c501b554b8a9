import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { type AccountSummary, accountsByAccountIds } from '../accounts/store.ts';
import { listGrants, requireAnAdministrator } from '../roles/store.ts';
import { addToGroup, type Group, groupByGroupId, lockGroup, takeFromGroup } from './store.ts';

/** Longest name of a group, in characters. */
export const maxGroupNameLength = 255;

/** What can be said of a group. */
interface GroupInput {
  readonly name?: string;
  readonly description?: string;
}

/** @throws NotFound */
export async function requireGroup(db: Database, groupId: string): Promise<Group> {
  const group = await groupByGroupId(db, groupId);
  if (!group) throw noGroup();
  return group;
}

function noGroup(): NotFound {
  return new NotFound('There is no such group. It may have been deleted.');
}

/**
 * Makes a group without members and roles.
 * @throws Invalid, Conflict naming `name`
 */
export async function addGroup(trx: Database, input: GroupInput, actor: AuditActor): Promise<Group> {
  const name = cleanName(input.name ?? '');
  const description = clean(input.description ?? '');
  const made = await trx
    .insertInto('account_group')
    .values({ name, description })
    .onConflict((conflict) => conflict.doNothing())
    .returning('group_id')
    .executeTakeFirst();
  if (!made) throw taken(name);
  const group = await requireGroup(trx, made.group_id);
  await record(trx, actor, 'group.created', group, { after: { name, description } });
  return group;
}

/**
 * Changes name and description of a group; what is absent stays.
 * @throws NotFound, Invalid, Conflict when it has changed since `version`, or the name is taken
 */
export async function changeGroup(
  trx: Database,
  groupId: string,
  input: GroupInput,
  version: number,
  actor: AuditActor,
): Promise<Group> {
  const before = await lockGroup(trx, groupId);
  if (!before) throw noGroup();
  if (before.version !== version) {
    throw new Conflict('Somebody has changed this group in the meantime. Look at it again.');
  }
  const name = input.name === undefined ? before.name : cleanName(input.name);
  const description = input.description === undefined ? before.description : clean(input.description);
  const namesake = await trx
    .selectFrom('account_group')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .where('id', '<>', before.id)
    .executeTakeFirst();
  if (namesake) throw taken(name);
  await trx
    .updateTable('account_group')
    .set({ name, description, version: version + 1 })
    .where('id', '=', before.id)
    .execute();
  const after = { ...before, name, description, version: version + 1 };
  await record(trx, actor, 'group.changed', after, {
    before: { name: before.name, description: before.description },
    after: { name, description },
  });
  return after;
}

/**
 * Deletes a group: its members lose what they have through it alone.
 * @throws NotFound, Conflict when nobody would be left to administer the site
 */
export async function removeGroup(trx: Database, groupId: string, actor: AuditActor): Promise<void> {
  const group = await lockGroup(trx, groupId);
  if (!group) throw noGroup();
  const grants = await listGrants(trx, { groupId: group.id });
  const { count } = await trx
    .selectFrom('account_group_member')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('group_id', '=', group.id)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('account_group').where('id', '=', group.id).execute();
  await requireAnAdministrator(trx);
  await record(trx, actor, 'group.deleted', group, {
    before: {
      name: group.name,
      description: group.description,
      members: Number(count),
      roles: grants.map(({ role, desk }) => (desk ? `${role} of ${desk.projectKey}` : role)),
    },
  });
}

/**
 * Puts accounts into a group; those who are in it stay.
 * @throws NotFound for the group, Invalid for accounts
 */
export async function addMembers(
  trx: Database,
  groupId: string,
  accountIds: readonly string[],
  actor: AuditActor,
): Promise<void> {
  const group = await lockGroup(trx, groupId);
  if (!group) throw noGroup();
  const accounts = await requireAccounts(trx, accountIds);
  await joinGroup(trx, group, accounts, actor);
}

/** The same for accounts that are known. Returns how many were not in it before. */
export async function joinGroup(
  trx: Database,
  group: Group,
  accounts: readonly AccountSummary[],
  actor: AuditActor,
): Promise<number> {
  const ids = accounts.map(({ id }) => id);
  const added = await addToGroup(trx, group.id, ids, actor.accountId);
  for (const account of accounts.filter(({ id }) => added.has(id))) {
    await record(trx, actor, 'group.member-added', group, { after: person(account) });
  }
  return added.size;
}

/**
 * Takes accounts out of a group; those who are not in it are passed over.
 * @throws NotFound for the group, Invalid for accounts, Conflict when nobody would be left to administer the site
 */
export async function removeMembers(
  trx: Database,
  groupId: string,
  accountIds: readonly string[],
  actor: AuditActor,
): Promise<void> {
  const group = await lockGroup(trx, groupId);
  if (!group) throw noGroup();
  await leaveGroup(trx, group, await requireAccounts(trx, accountIds), actor);
}

/**
 * The same for accounts that are known. Returns how many were in it.
 * @throws Conflict when nobody would be left to administer the site
 */
export async function leaveGroup(
  trx: Database,
  group: Group,
  accounts: readonly AccountSummary[],
  actor: AuditActor,
): Promise<number> {
  const removed = await takeFromGroup(
    trx,
    group.id,
    accounts.map(({ id }) => id),
  );
  if (accounts.some(({ isAdministrator }) => isAdministrator)) await requireAnAdministrator(trx);
  for (const account of accounts.filter(({ id }) => removed.has(id))) {
    await record(trx, actor, 'group.member-removed', group, { before: person(account) });
  }
  return removed.size;
}

async function requireAccounts(db: Database, accountIds: readonly string[]): Promise<AccountSummary[]> {
  const accounts = await accountsByAccountIds(db, accountIds);
  const unknown = accountIds.filter((id) => !accounts.has(id));
  if (unknown.length > 0) throw Invalid.fields({ accountIds: `There is no account ${unknown.join(', ')}.` });
  return [...accounts.values()];
}

function cleanName(text: string): string {
  const name = clean(text);
  if (name === '') throw Invalid.fields({ name: 'Give the group a name.' });
  if (name.length > maxGroupNameLength) {
    throw Invalid.fields({ name: `This name is too long. Use at most ${maxGroupNameLength} characters.` });
  }
  return name;
}

function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function taken(name: string): Conflict {
  return new Conflict('', { name: `There is a group named ${name} already.` });
}

function person({ accountId, displayName, email }: AccountSummary) {
  return { accountId, account: displayName, email };
}

async function record(
  trx: Database,
  actor: AuditActor,
  action: string,
  group: Pick<Group, 'groupId' | 'name'>,
  state: { before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action,
    objectType: 'group',
    objectId: group.groupId,
    objectName: group.name,
    ...state,
  });
}
