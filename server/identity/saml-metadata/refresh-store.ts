import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** A certificate that metadata no longer names, and until when it stays in force. */
export interface RetiringCertificate {
  /** PEM */
  readonly certificate: string;
  /** ISO 8601 */
  readonly until: string;
}

/** How the refreshing of one provider's metadata stands. */
export interface RefreshState {
  readonly url: string | null;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
  readonly lastSucceededAt: Date | null;
  /** why the last one failed, as a sentence; null: it did not */
  readonly problem: string | null;
  /** how many have failed one after another */
  readonly failures: number;
  readonly retiring: readonly RetiringCertificate[];
}

/** For how long a refresh that was begun is left alone, in minutes: its process may be gone. */
const leaseMinutes = 5;

/** Sooner than this after the last one, in minutes, nothing but an administrator makes a refresh happen. */
const earlyMinutes = 10;

export async function refreshState(db: Database, providerId: string): Promise<RefreshState | null> {
  const row = await db
    .selectFrom('identity_provider_refresh')
    .selectAll()
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    url: row.url,
    nextAt: row.next_at,
    lastAt: row.last_at,
    lastSucceededAt: row.last_succeeded_at,
    problem: row.problem,
    failures: row.failures,
    retiring: row.retiring as unknown as RetiringCertificate[],
  };
}

/** SAML providers whose metadata is to be fetched now, or of whose certificates one ends now. */
export async function dueProviders(db: Database): Promise<string[]> {
  const metadataUrl = sql<string | null>`identity_provider.settings->>'metadataUrl'`;
  const rows = await db
    .selectFrom('identity_provider')
    .leftJoin('identity_provider_refresh as refresh', 'refresh.provider_id', 'identity_provider.id')
    .select('identity_provider.id')
    .where('identity_provider.protocol', '=', 'saml')
    .where((eb) =>
      eb.or([
        eb('refresh.retire_at', '<=', sql<Date>`now()`),
        eb.and([
          eb(metadataUrl, 'is not', null),
          // What a draft takes from there, an administrator imports.
          eb('identity_provider.issuer', '<>', ''),
          eb.or([
            eb('refresh.next_at', 'is', null),
            eb('refresh.next_at', '<=', sql<Date>`now()`),
            eb('refresh.url', 'is distinct from', metadataUrl),
          ]),
        ]),
      ]),
    )
    .orderBy('identity_provider.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes it upon this process to fetch what is at `url`; false when it is not due, or another process does so. */
export async function claimRefresh(db: Database, providerId: string, url: string): Promise<boolean> {
  const soon = sql<Date>`now() + make_interval(mins => ${leaseMinutes})`;
  const row = await db
    .insertInto('identity_provider_refresh')
    .values({ provider_id: providerId, url, next_at: soon, last_at: sql`now()` })
    .onConflict((conflict) =>
      conflict
        .column('provider_id')
        .doUpdateSet({ url, next_at: soon, last_at: sql`now()` })
        .where((eb) =>
          eb.or([
            eb('identity_provider_refresh.next_at', '<=', sql<Date>`now()`),
            eb('identity_provider_refresh.url', 'is distinct from', url),
          ]),
        ),
    )
    .returning('provider_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes a refresh due now unless there was one just before. Returns whether it is due because of this. */
export async function advanceRefresh(trx: Database, providerId: string): Promise<boolean> {
  const row = await trx
    .updateTable('identity_provider_refresh')
    .set({ next_at: sql`now()` })
    .where('provider_id', '=', providerId)
    .where('next_at', '>', sql<Date>`now()`)
    .where((eb) =>
      eb.or([
        eb('last_at', 'is', null),
        eb('last_at', '<', sql<Date>`now() - make_interval(mins => ${earlyMinutes})`),
      ]),
    )
    .returning('provider_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes how a refresh ended, and when the next one is. */
export async function finishRefresh(
  trx: Database,
  providerId: string,
  result: { readonly url: string; readonly nextAt: Date; readonly problem: string | null },
): Promise<void> {
  const { url, nextAt, problem } = result;
  const isGood = problem === null;
  await trx
    .insertInto('identity_provider_refresh')
    .values({
      provider_id: providerId,
      url,
      next_at: nextAt,
      last_at: sql`now()`,
      last_succeeded_at: isGood ? sql`now()` : null,
      problem,
      failures: isGood ? 0 : 1,
    })
    .onConflict((conflict) =>
      conflict.column('provider_id').doUpdateSet({
        url,
        next_at: nextAt,
        last_at: sql`now()`,
        problem,
        ...(isGood
          ? { last_succeeded_at: sql`now()`, failures: 0 }
          : { failures: sql`identity_provider_refresh.failures + 1` }),
      }),
    )
    .execute();
}

/** Keeps which certificates are in force for a while only. */
export async function setRetiring(
  trx: Database,
  providerId: string,
  retiring: readonly RetiringCertificate[],
): Promise<void> {
  const soonest = retiring.map(({ until }) => until).sort()[0];
  const values = {
    retiring: JSON.stringify(retiring),
    retire_at: soonest === undefined ? null : new Date(soonest),
  };
  await trx
    .insertInto('identity_provider_refresh')
    .values({ provider_id: providerId, next_at: sql`now()`, ...values })
    .onConflict((conflict) => conflict.column('provider_id').doUpdateSet(values))
    .execute();
}
