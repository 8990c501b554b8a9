import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { idleSince } from './sessions.ts';

/** Deletes what is over: sessions, journeys to providers, memories of used assertions and logout messages, mailed and set-up links. */
export async function sweepExpired(db: Database, config: Config): Promise<void> {
  const now = sql<Date>`now()`;
  await db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expires_at', '<', now), eb('last_seen_at', '<', idleSince(config))]))
    .execute();
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<', now).execute();
  await db.deleteFrom('sign_in_hand_over').where('expires_at', '<', now).execute();
  await db.deleteFrom('consumed_assertion').where('expires_at', '<', now).execute();
  await db.deleteFrom('account_link').where('expires_at', '<', now).execute();
  await db.deleteFrom('pending_sign_in').where('expires_at', '<', now).execute();
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  await db.deleteFrom('trusted_device').where('expires_at', '<', now).execute();
  await db.deleteFrom('sign_out_attempt').where('expires_at', '<', now).execute();
  await db.deleteFrom('consumed_logout').where('expires_at', '<', now).execute();
  await db.deleteFrom('mailed_link').where('expires_at', '<', now).execute();
  await db.deleteFrom('setup_token').where('expires_at', '<', now).execute();
}
