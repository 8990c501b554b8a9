import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** How long after a sign-in at the provider one here may go on from it, in minutes. */
const goesOnMinutes = 10;

/**
 * The reference, if a sign-in that began at this provider was just accepted under it; null: it names none. It only ties two
 * entries of the log together, so what is not known is left out and nobody is turned away for it.
 */
export async function beginningAtProvider(
  db: Database,
  providerId: string,
  reference: string | undefined,
): Promise<string | null> {
  if (reference === undefined || !/^[2-9A-Z]{8}$/.test(reference)) return null;
  const row = await db
    .selectFrom('sign_in_trace')
    .select('reference')
    .where('reference', '=', reference)
    .where('provider_id', '=', providerId)
    .where('purpose', '=', 'idp-initiated')
    .where('outcome', '=', 'succeeded')
    .where('finished_at', '>', sql<Date>`now() - make_interval(mins => ${goesOnMinutes})`)
    .executeTakeFirst();
  return row?.reference ?? null;
}

/** The reference of the sign-in that went on from one that began at the provider, the latest; null: none has ended yet. */
export async function goneOnAs(db: Database, reference: string): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_trace')
    .select('reference')
    .where('begun_by', '=', reference)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reference ?? null;
}
