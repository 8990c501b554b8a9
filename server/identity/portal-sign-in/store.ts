import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { portalsForProvidersOnly } from './serving.ts';

/** How people sign in at a portal. */
export interface PortalSignIn {
  /** customers get in through a provider only; passwords are for staff */
  readonly requiresProvider: boolean;
  /** where everybody is sent who does not ask for something else */
  readonly defaultProviderId: string | null;
  /** stricter than the site's; null: the site's */
  readonly sessionIdleMinutes: number | null;
  readonly sessionMaxHours: number | null;
}

/** The same with what else is known of the portal. */
export interface KeptPortalSignIn extends PortalSignIn {
  readonly portalId: string;
  readonly portalName: string;
  /** 0: as the site, nothing was ever decided */
  readonly version: number;
}

/** How people sign in at a portal, or null when there is no such portal; also for ids that are none. */
export async function portalSignIn(db: Database, portalId: string): Promise<KeptPortalSignIn | null> {
  if (!/^\d{1,18}$/.test(portalId)) return null;
  const row = await db
    .selectFrom('service_desk')
    .leftJoin('portal_sign_in as policy', 'policy.portal_id', 'service_desk.id')
    .select([
      'service_desk.id as portalId',
      'service_desk.portal_name as portalName',
      'policy.requires_provider as requiresProvider',
      'policy.default_provider_id as defaultProviderId',
      'policy.session_idle_minutes as sessionIdleMinutes',
      'policy.session_max_hours as sessionMaxHours',
      'policy.version',
    ])
    .where('service_desk.id', '=', portalId)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, requiresProvider: row.requiresProvider ?? false, version: row.version ?? 0 };
}

/** The same, with the portal locked until the transaction ends. */
export async function lockPortalSignIn(trx: Database, portalId: string): Promise<KeptPortalSignIn | null> {
  if (!/^\d{1,18}$/.test(portalId)) return null;
  await trx.selectFrom('service_desk').select('id').where('id', '=', portalId).forUpdate().execute();
  return portalSignIn(trx, portalId);
}

/** Writes how people sign in at a portal; the version goes up. */
export async function savePortalSignIn(trx: Database, portalId: string, policy: PortalSignIn): Promise<void> {
  const columns = {
    requires_provider: policy.requiresProvider,
    default_provider_id: policy.defaultProviderId,
    session_idle_minutes: policy.sessionIdleMinutes,
    session_max_hours: policy.sessionMaxHours,
  };
  await trx
    .insertInto('portal_sign_in')
    .values({ portal_id: portalId, ...columns })
    .onConflict((conflict) =>
      conflict.column('portal_id').doUpdateSet({ ...columns, version: sql`portal_sign_in.version + 1` }),
    )
    .execute();
}

/** Whether there are portals and every one of them is for providers only, so that nobody needs to see a password form. */
export async function hidesPasswordsEverywhere(db: Database): Promise<boolean> {
  const { rows } = await sql<{ hides: boolean }>`
    select exists(select from service_desk)
      and not exists(select from service_desk d where d.id not in (${portalsForProvidersOnly})) as hides`.execute(
    db,
  );
  return rows[0]?.hides ?? false;
}
