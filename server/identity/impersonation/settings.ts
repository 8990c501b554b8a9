import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';

/** What administrators have decided about impersonation, with its version: 0 while nobody has decided anything. */
export interface ImpersonationSettings {
  /** people are told by mail when somebody has looked at the portal as them */
  readonly tellsPerson: boolean;
  readonly version: number;
}

/** The settings: people are told unless somebody decided otherwise. */
export async function impersonationSettings(db: Database): Promise<ImpersonationSettings> {
  const row = await db.selectFrom('impersonation_settings').selectAll().executeTakeFirst();
  return { tellsPerson: row?.tells_person ?? true, version: row?.version ?? 0 };
}

/**
 * Changes them. What is decided holds for the impersonations that end from then on.
 *
 * @throws Conflict when they were changed since `version`
 */
export async function changeImpersonationSettings(
  trx: Database,
  { tellsPerson, version }: ImpersonationSettings,
  actor: AuditActor,
): Promise<ImpersonationSettings> {
  // Two first saves at once must wait for each other too, and there is no row to lock.
  await sql`select pg_advisory_xact_lock(hashtextextended('impersonation_settings', 0))`.execute(trx);
  const before = await impersonationSettings(trx);
  if (before.version !== version) {
    throw new Conflict('This setting has changed since you opened it. Load it again.');
  }
  await trx
    .insertInto('impersonation_settings')
    .values({ tells_person: tellsPerson })
    .onConflict((conflict) =>
      conflict
        .column('only')
        .doUpdateSet({ tells_person: tellsPerson, version: sql`impersonation_settings.version + 1` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'impersonation-settings.changed',
    objectType: 'impersonation-settings',
    before: { tellsPerson: before.tellsPerson },
    after: { tellsPerson },
  });
  return impersonationSettings(trx);
}
