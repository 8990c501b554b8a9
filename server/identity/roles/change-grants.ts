import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { accountByAccountId } from '../accounts/store.ts';
import { groupByGroupId } from '../groups/store.ts';
import {
  grantRole,
  type Holder,
  type KeptGrant,
  listGrants,
  type Role,
  requireAnAdministrator,
} from './store.ts';

/** A grant as somebody asks for it: with the ids that the API shows. */
export interface WantedGrant {
  readonly role: Role;
  /** service_desk.id */
  readonly serviceDeskId?: string;
  /** one of the two */
  readonly accountId?: string;
  readonly groupId?: string;
}

/**
 * Grants a role to a person or to a group, and records it.
 * @throws Invalid naming the member, Conflict when it was granted already
 */
export async function addGrant(trx: Database, wanted: WantedGrant, actor: AuditActor): Promise<KeptGrant> {
  const { role } = wanted;
  const deskId = await deskOf(trx, wanted);
  const holder = await holderOf(trx, wanted);
  if (!(await grantRole(trx, { role, deskId, holder }, actor.accountId))) {
    throw new Conflict('This was granted already.');
  }
  const grants = await listGrants(
    trx,
    'groupId' in holder
      ? { groupId: holder.groupId }
      : {
          ...(deskId === null ? { administrators: true } : { deskId }),
        },
  );
  const made = grants.find(
    (grant) =>
      grant.role === role &&
      (grant.desk?.id ?? null) === deskId &&
      (grant.account
        ? grant.account.accountId === wanted.accountId
        : grant.group?.groupId === wanted.groupId),
  );
  if (!made) throw new Conflict('This was granted, and taken away again at once.');
  await record(trx, made, actor, 'role.granted');
  return made;
}

/** The grant, or null; also for ids that are none. */
export async function grantById(db: Database, grantId: string): Promise<KeptGrant | null> {
  if (!/^\d{1,18}$/.test(grantId)) return null;
  return (await listGrants(db, { grantId }))[0] ?? null;
}

/**
 * Takes a grant away, and records it. Whoever has the role in another way keeps it.
 * @throws NotFound, Conflict when nobody would be left to administer the site
 */
export async function removeGrant(trx: Database, grantId: string, actor: AuditActor): Promise<void> {
  const grant = await grantById(trx, grantId);
  if (!grant) throw new NotFound('There is no such grant. It may have been taken away already.');
  await trx.deleteFrom('role_grant').where('id', '=', grant.id).execute();
  if (grant.role === 'administrator') await requireAnAdministrator(trx);
  await record(trx, grant, actor, 'role.revoked');
}

async function deskOf(db: Database, { role, serviceDeskId }: WantedGrant): Promise<string | null> {
  if (role === 'administrator') {
    if (serviceDeskId === undefined) return null;
    throw Invalid.fields({
      serviceDeskId:
        'Administrators have the whole site. To administer one desk there is desk-administrator.',
    });
  }
  if (serviceDeskId === undefined) throw Invalid.fields({ serviceDeskId: 'Say for which service desk.' });
  const desk = /^\d{1,18}$/.test(serviceDeskId)
    ? await db.selectFrom('service_desk').select('id').where('id', '=', serviceDeskId).executeTakeFirst()
    : undefined;
  if (!desk) throw Invalid.fields({ serviceDeskId: 'There is no such service desk.' });
  return desk.id;
}

async function holderOf(db: Database, { accountId, groupId, role }: WantedGrant): Promise<Holder> {
  if ((accountId === undefined) === (groupId === undefined)) {
    throw Invalid.fields({ accountId: 'Say one person (accountId) or one group (groupId).' });
  }
  if (groupId !== undefined) {
    const group = await groupByGroupId(db, groupId);
    if (!group) throw Invalid.fields({ groupId: 'There is no such group.' });
    return { groupId: group.id };
  }
  const account = await accountByAccountId(db, accountId ?? '');
  if (!account) throw Invalid.fields({ accountId: 'There is no such account.' });
  if (!account.isActive && role !== 'customer') {
    throw Invalid.fields({
      accountId: `${account.displayName} is deactivated. Reactivate the account first.`,
    });
  }
  return { accountId: account.id };
}

async function record(
  trx: Database,
  { role, desk, account, group }: KeptGrant,
  actor: AuditActor,
  action: 'role.granted' | 'role.revoked',
): Promise<void> {
  const state = {
    role,
    ...(desk && { serviceDesk: desk.projectKey }),
    ...(account && { accountId: account.accountId, account: account.displayName }),
    ...(group && { group: group.name }),
  };
  await recordAudit(trx, {
    actor,
    action,
    objectType: group ? 'group' : 'account',
    objectId: group?.groupId ?? account?.accountId ?? null,
    objectName: group?.name ?? account?.displayName ?? null,
    ...(action === 'role.granted' ? { after: state } : { before: state }),
  });
}
