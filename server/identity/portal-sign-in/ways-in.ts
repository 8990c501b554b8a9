import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';
import { lockProviders } from '../providers/providers.ts';
import { providerServesPortal } from './serving.ts';

/** A portal, as administrators know it. */
export interface NamedPortal {
  readonly id: string;
  readonly name: string;
}

/** Who makes a change, and whether they have said that customers may lose their only way in. */
export interface LockOutConsent {
  readonly isConfirmed: boolean;
  readonly actor: AuditActor;
}

/**
 * Makes a change to providers or to how people sign in at portals, and refuses it when a portal that requires a provider
 * would be left without any: its customers could not get in at all. An administrator may go on all the same, such as to
 * switch off a provider that was broken into; that is audited for each portal.
 *
 * @throws Conflict naming the portals, at `confirmsLockOut`; the transaction must then be undone
 */
export async function keepingWaysIn<T>(
  trx: Database,
  { isConfirmed, actor }: LockOutConsent,
  change: () => Promise<T>,
): Promise<T> {
  // Two changes at a time could each count on what the other takes away.
  await lockProviders(trx);
  const before = new Set((await portalsWithoutWayIn(trx)).map(({ id }) => id));
  const result = await change();
  const lost = (await portalsWithoutWayIn(trx)).filter(({ id }) => !before.has(id));
  if (lost.length > 0 && !isConfirmed) throw new Conflict('', { confirmsLockOut: lockOut(lost) });
  for (const { id, name } of lost) {
    await recordAudit(trx, {
      actor,
      action: 'portal-sign-in.way-in-lost',
      objectType: 'portal-sign-in',
      objectId: id,
      objectName: name,
      after: { providersServing: 0, isConfirmed },
    });
  }
  return result;
}

/** What depends on a provider. */
export interface Dependants {
  /** portals that require a provider and are served by this one */
  readonly requiredBy: readonly NamedPortal[];
  /** of them, those that no other provider serves */
  readonly onlyWayInto: readonly NamedPortal[];
}

/** The portals that require a provider, as far as this one serves them now. */
export async function dependantsOf(db: Database, providerId: string): Promise<Dependants> {
  const { rows } = await sql<NamedPortal & { isOnlyWay: boolean }>`
    select d.id, d.portal_name as name, not exists(
      select from identity_provider i where i.id <> ${providerId}::bigint and ${providerServesPortal}) as "isOnlyWay"
    from portal_sign_in p join service_desk d on d.id = p.portal_id
    where p.requires_provider and exists(
      select from identity_provider i where i.id = ${providerId}::bigint and ${providerServesPortal})
    order by lower(d.portal_name), d.id`.execute(db);
  const named = ({ id, name }: NamedPortal) => ({ id, name });
  return {
    requiredBy: rows.map(named),
    onlyWayInto: rows.filter(({ isOnlyWay }) => isOnlyWay).map(named),
  };
}

/** The portals that require a provider and are served by none. */
async function portalsWithoutWayIn(db: Database): Promise<NamedPortal[]> {
  const { rows } = await sql<NamedPortal>`
    select d.id, d.portal_name as name from portal_sign_in p join service_desk d on d.id = p.portal_id
    where p.requires_provider and not exists(select from identity_provider i where ${providerServesPortal})
    order by lower(d.portal_name), d.id`.execute(db);
  return rows;
}

function lockOut(portals: readonly NamedPortal[]): string {
  const names = portals.map(({ name }) => name).join(', ');
  const which =
    portals.length === 1 ? `${names} requires an identity provider` : `${names} require an identity provider`;
  return `${which}, and none would be left through which customers get in: only agents and administrators could. Let another provider serve ${portals.length === 1 ? 'it' : 'them'} first, or no longer require one there. If you want this all the same, confirm it.`;
}
