import { sql } from 'kysely';
import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';
import { recordChange } from './audit.ts';
import { lockProviders } from './providers.ts';
import { allProviders } from './store.ts';

/**
 * Puts the buttons of all providers in this order. What moved gets a new version, so that no form that is open meanwhile
 * puts it back; a test that was passed stays passed.
 *
 * @throws Conflict when providers were added or deleted meanwhile
 */
export async function orderProviders(
  trx: Database,
  ids: readonly string[],
  actor: AuditActor,
): Promise<void> {
  await lockProviders(trx);
  const before = await allProviders(trx);
  const places = new Map(ids.map((id, index) => [id, index]));
  if (
    places.size !== ids.length ||
    before.length !== ids.length ||
    before.some(({ id }) => !places.has(id))
  ) {
    throw new Conflict(
      'Identity providers were added or deleted since you opened the list. Load it again, then order them.',
    );
  }
  for (const [id, position] of places) {
    await keepTests(trx, id, position);
    await trx
      .updateTable('identity_provider')
      .set({
        position,
        version: sql`version + 1`,
        tested_version: sql`case when tested_version = version then version + 1 else tested_version end`,
        updated_at: sql`now()`,
      })
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
  const earlier = new Map(before.map((provider) => [provider.id, provider]));
  for (const provider of await allProviders(trx)) {
    const was = earlier.get(provider.id);
    if (was && was.position !== provider.position) await recordChange(trx, actor, was, provider, false);
  }
}

/** Where a button stands is nothing that a test has to do with: who has passed one keeps it. */
async function keepTests(trx: Database, id: string, position: number): Promise<void> {
  await trx
    .updateTable('identity_provider_tester')
    .from('identity_provider as moved')
    .set({ version: sql`moved.version + 1` })
    .whereRef('moved.id', '=', 'identity_provider_tester.provider_id')
    .whereRef('moved.version', '=', 'identity_provider_tester.version')
    .where('moved.id', '=', id)
    .where('moved.position', '<>', position)
    .execute();
}
