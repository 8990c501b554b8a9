import { type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { IdentityProviderMetadata } from '../../platform/database/schema.ts';
import { hashOfContent, type MetadataContent } from './content.ts';

export type MetadataOrigin = 'url' | 'file' | 'paste' | 'rollback';
export type MetadataState = 'applied' | 'waiting' | 'refused' | 'superseded' | 'dismissed';

/** Metadata of a provider as it came, and what became of it. */
export interface KeptMetadata {
  readonly id: string;
  readonly origin: MetadataOrigin;
  readonly state: MetadataState;
  readonly content: MetadataContent;
  readonly xml: string;
  readonly hash: Buffer;
  readonly problem: string | null;
  readonly fetchedAt: Date;
  readonly appliedAt: Date | null;
}

/** How much of the past is kept of each provider. */
const keptRows = 30;

/** Lets everything that takes metadata for one provider wait for each other. Call it before locking the provider. */
export async function lockMetadata(trx: Database, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity-provider-metadata:${providerId}`}, 0))`.execute(
    trx,
  );
}

/** What a provider's metadata was, newest first. */
export async function metadataHistory(db: Database, providerId: string): Promise<KeptMetadata[]> {
  const rows = await db
    .selectFrom('identity_provider_metadata')
    .selectAll()
    .where('provider_id', '=', providerId)
    .orderBy('id', 'desc')
    .limit(keptRows)
    .execute();
  return rows.map(toKept);
}

/** One of them, or null; also for ids that are none. */
export async function metadataById(
  db: Database,
  providerId: string,
  id: string,
): Promise<KeptMetadata | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await db
    .selectFrom('identity_provider_metadata')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toKept(row) : null;
}

/** The one that is in force, or null when none was ever applied. */
export function metadataInForce(db: Database, providerId: string): Promise<KeptMetadata | null> {
  return newest(db, providerId, 'state', 'applied');
}

/** What its address said last, whatever became of it, or null. */
export function lastFetchedMetadata(db: Database, providerId: string): Promise<KeptMetadata | null> {
  return newest(db, providerId, 'source', 'url');
}

async function newest(
  db: Database,
  providerId: string,
  column: 'state' | 'source',
  value: string,
): Promise<KeptMetadata | null> {
  const row = await db
    .selectFrom('identity_provider_metadata')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where(column, '=', value)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toKept(row) : null;
}

/** Keeps metadata and returns its id. What it replaces (in force, when applied; waiting, in any case) is superseded. */
export async function keepMetadata(
  trx: Database,
  providerId: string,
  metadata: {
    readonly origin: MetadataOrigin;
    readonly state: MetadataState;
    readonly xml: string;
    readonly content: MetadataContent;
    readonly problem?: string;
  },
): Promise<string> {
  const { origin, state, xml, content, problem } = metadata;
  await supersede(trx, providerId, state === 'applied' ? ['applied', 'waiting'] : ['waiting']);
  const { id } = await trx
    .insertInto('identity_provider_metadata')
    .values({
      provider_id: providerId,
      source: origin,
      state,
      xml,
      content: JSON.stringify(content),
      sha256: hashOfContent(content),
      problem: problem ?? null,
      applied_at: state === 'applied' ? sql`now()` : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await forgetOldest(trx, providerId);
  return id;
}

/** Makes metadata that waited the one in force. */
export async function markApplied(trx: Database, providerId: string, id: string): Promise<void> {
  await supersede(trx, providerId, ['applied', 'waiting']);
  await trx
    .updateTable('identity_provider_metadata')
    .set({ state: 'applied', applied_at: sql`now()`, problem: null })
    .where('id', '=', id)
    .execute();
}

export async function markDismissed(trx: Database, id: string): Promise<void> {
  await trx
    .updateTable('identity_provider_metadata')
    .set({ state: 'dismissed' })
    .where('id', '=', id)
    .execute();
}

/** Notes what the same metadata says now of its dates. */
export async function renewMetadata(
  trx: Database,
  id: string,
  { xml, content }: { readonly xml: string; readonly content: MetadataContent },
): Promise<void> {
  await trx
    .updateTable('identity_provider_metadata')
    .set({ xml, content: JSON.stringify(content), fetched_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

async function supersede(trx: Database, providerId: string, states: readonly MetadataState[]): Promise<void> {
  await trx
    .updateTable('identity_provider_metadata')
    .set({ state: 'superseded' })
    .where('provider_id', '=', providerId)
    .where('state', 'in', [...states])
    .execute();
}

/** The one in force, the one that waits, and what the address said last stay, however old. */
async function forgetOldest(trx: Database, providerId: string): Promise<void> {
  const old = trx
    .selectFrom('identity_provider_metadata')
    .select('id')
    .where('provider_id', '=', providerId)
    .orderBy('id', 'desc')
    .offset(keptRows);
  const last = trx
    .selectFrom('identity_provider_metadata')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('provider_id', '=', providerId)
    .where('source', '=', 'url');
  await trx
    .deleteFrom('identity_provider_metadata')
    .where('id', 'in', old)
    .where('id', 'not in', trx.selectFrom(last.as('last')).select('id').where('id', 'is not', null))
    .where('state', 'not in', ['applied', 'waiting'])
    .execute();
}

function toKept(row: Selectable<IdentityProviderMetadata>): KeptMetadata {
  return {
    id: row.id,
    origin: row.source as MetadataOrigin,
    state: row.state as MetadataState,
    // Written by keepMetadata alone.
    content: row.content as unknown as MetadataContent,
    xml: row.xml,
    hash: row.sha256,
    problem: row.problem,
    fetchedAt: row.fetched_at,
    appliedAt: row.applied_at,
  };
}
