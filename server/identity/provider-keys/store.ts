import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** active: signs; next: published, but does not sign yet; previous: signs no longer, and still decrypts. */
export type KeyState = 'active' | 'next' | 'previous';

/** One of our keys at a provider. */
export interface ProviderKey {
  readonly id: string;
  readonly state: KeyState;
  readonly keyId: string;
  /** PEM */
  readonly certificatePem: string;
  readonly sealedPrivateKey: string;
  readonly createdAt: Date;
}

/** What the private part of a key is sealed for. */
export function keyContext(keyId: string): string {
  return `identity_provider_key:${keyId}`;
}

/** All keys at a provider: active, next, then previous. */
export async function keysOf(db: Database, providerId: string): Promise<ProviderKey[]> {
  const rows = await db
    .selectFrom('identity_provider_key')
    .selectAll()
    .where('provider_id', '=', providerId)
    .orderBy('id', 'desc')
    .execute();
  const order: readonly string[] = ['active', 'next', 'previous'];
  return rows
    .map((row) => ({
      id: row.id,
      state: row.state as KeyState,
      keyId: row.key_id,
      certificatePem: row.certificate,
      sealedPrivateKey: row.sealed_private_key,
      createdAt: row.created_at,
    }))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

/** A key to be kept. */
export type NewKey = Pick<ProviderKey, 'state' | 'keyId' | 'certificatePem' | 'sealedPrivateKey'>;

/**
 * Keeps a key, unless the provider has one in this state, which is waited for when it is just being made.
 * @returns whether it was kept
 */
export async function insertKey(db: Database, providerId: string, key: NewKey): Promise<boolean> {
  const row = await db
    .insertInto('identity_provider_key')
    .values({
      provider_id: providerId,
      state: key.state,
      key_id: key.keyId,
      certificate: key.certificatePem,
      sealed_private_key: key.sealedPrivateKey,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'state'])
        // Written out: a prepared statement with parameters would not find its index.
        .where(sql<boolean>`state in ('active', 'next')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setKeyState(trx: Database, id: string, state: KeyState): Promise<void> {
  await trx.updateTable('identity_provider_key').set({ state }).where('id', '=', id).execute();
}

export async function deleteKeys(trx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .deleteFrom('identity_provider_key')
    .where('id', 'in', [...ids])
    .execute();
}
