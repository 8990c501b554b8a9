import type { AuditActor } from '../../../platform/audit/audit.ts';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { joinGroup, leaveGroup, requireGroup } from '../../groups/groups.ts';
import { factorsOf, noteFactorChange, removeAllFactors } from '../../second-factor/factors.ts';
import { removePendingOf } from '../../second-factor/pending.ts';
import { unlock } from '../../second-factor/prove.ts';
import { endSessionsOf } from '../../sessions/sessions.ts';
import { changeAccount } from '../change.ts';
import type { AccountSummary } from '../store.ts';

/** Something that can be done to many accounts at once. */
export interface BulkAct {
  /**
   * The organization or group that it is about.
   * @throws NotFound when there is none
   */
  readonly subject?: (db: Database, id: string) => Promise<{ readonly id: string; readonly name: string }>;
  /** whoever does it may not mean themselves */
  readonly sparesActor?: boolean;
  /**
   * Does it to one account, in a transaction of its own, and records it.
   * @returns false when there was nothing to do
   * @throws a RefusedError that says why not
   */
  readonly apply: (
    trx: Database,
    account: AccountSummary,
    actor: AuditActor,
    subjectId: string,
  ) => Promise<boolean>;
}

/** Acts by name. Rooms to the right add theirs. */
export type BulkActs = Map<string, BulkAct>;

/** What identity itself can do to many accounts. */
export function ownBulkActs(platform: Platform): BulkActs {
  const activation = (isActive: boolean): BulkAct['apply'] => {
    return async (trx, account, actor) => {
      if (account.isActive === isActive) return false;
      await changeAccount(trx, account.accountId, { isActive }, actor, null);
      return true;
    };
  };
  return new Map<string, BulkAct>([
    ['deactivate', { sparesActor: true, apply: activation(false) }],
    ['reactivate', { apply: activation(true) }],
    ['end-sessions', { sparesActor: true, apply: endSessions }],
    [
      'reset-second-factor',
      { sparesActor: true, apply: (trx, account, actor) => resetFactors(platform, trx, account, actor) },
    ],
    [
      'add-to-group',
      {
        subject: groupSubject,
        apply: async (trx, account, actor, groupId) =>
          (await joinGroup(trx, await requireGroup(trx, groupId), [account], actor)) > 0,
      },
    ],
    [
      'remove-from-group',
      {
        subject: groupSubject,
        apply: async (trx, account, actor, groupId) =>
          (await leaveGroup(trx, await requireGroup(trx, groupId), [account], actor)) > 0,
      },
    ],
  ]);
}

async function groupSubject(db: Database, id: string) {
  const { groupId, name } = await requireGroup(db, id);
  return { id: groupId, name };
}

async function endSessions(trx: Database, account: AccountSummary, actor: AuditActor): Promise<boolean> {
  const count = await endSessionsOf(trx, account.id);
  if (count === 0) return false;
  await recordAudit(trx, {
    actor,
    action: 'session.ended',
    objectType: 'account',
    objectId: account.accountId,
    objectName: account.displayName,
    after: { sessions: count },
  });
  return true;
}

async function resetFactors(
  platform: Platform,
  trx: Database,
  account: AccountSummary,
  actor: AuditActor,
): Promise<boolean> {
  const isUnlocked = await unlock(trx, account.id);
  if ((await factorsOf(trx, account.id)).length === 0) return isUnlocked;
  await removeAllFactors(trx, account.id);
  await removePendingOf(trx, account.id);
  await endSessionsOf(trx, account.id);
  await noteFactorChange(platform, trx, account, { kind: 'reset', name: actor.name ?? '' }, actor);
  return true;
}
