import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Provider } from './store.ts';

/** How many people have a session open that began through a provider. */
export async function countSignedIn(db: Database, providerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .innerJoin('identity', 'identity.id', 'session.identity_id')
    .select(({ fn }) => fn.count<string>('session.account_id').distinct().as('count'))
    .where('identity.provider_id', '=', providerId)
    .where(({ eb, fn }) => eb('session.expires_at', '>', fn<Date>('now')))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Ends all sessions that began through a provider, at once and on every process: it may have been broken into. */
export async function endSessionsThrough(
  trx: Database,
  { id, name }: Pick<Provider, 'id' | 'name'>,
  actor: AuditActor,
): Promise<void> {
  const ended = await trx
    .deleteFrom('session')
    .using('identity')
    .whereRef('identity.id', '=', 'session.identity_id')
    .where('identity.provider_id', '=', id)
    .returning('session.account_id')
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.sessions-ended',
    objectType: 'identity-provider',
    objectId: id,
    objectName: name,
    after: { sessions: ended.length, people: new Set(ended.map(({ account_id }) => account_id)).size },
  });
}
