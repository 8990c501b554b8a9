import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** What programs keep with requests under these keys: values by key, keyed by request id. */
export async function propertiesOfRequests(
  db: Database,
  requestIds: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  if (requestIds.length === 0 || keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_property')
    .select([
      'request_id as requestId',
      sql<Record<string, unknown>>`jsonb_object_agg(key, value)`.as('kept'),
    ])
    .where('request_id', 'in', [...requestIds])
    .where('key', 'in', [...keys])
    .groupBy('request_id')
    .execute();
  return new Map(rows.map(({ requestId, kept }) => [requestId, kept]));
}
