import { recordAudit } from '../../server/platform/audit/audit.ts';
import { type Database, inTransaction } from '../../server/platform/database/database.ts';
import type { Platform } from '../../server/platform/platform.ts';
import { planRequests } from './plan.ts';
import { forgetEvents, writeNorthwind, writeRequests } from './write.ts';

/** Everything that is random in the sample data follows from this. */
const seed = 'northwind';
// More than three months, so that everybody was there before the first request.
const daysBefore = 120;
const marker = 'demo.seeded';

/** Whether this database has its sample data. */
export async function isSeeded(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('audit_event')
    .select('id')
    .where('action', '=', marker)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Fills the database with Northwind's service desks, customers, and three months of requests: all of it or nothing.
 * @param now the present, as the data sees it
 */
export async function seedNorthwind(
  platform: Pick<Platform, 'db' | 'files' | 'config'>,
  passwordOf: (email: string) => string,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - daysBefore * 24 * 60 * 60_000);
  await inTransaction(platform.db, async (trx) => {
    const target = { trx, platform, since, passwordOf };
    await writeRequests(target, await writeNorthwind(target), planRequests(seed, now));
    await forgetEvents(trx);
    await recordAudit(trx, {
      actor: { accountId: null, name: 'Demo data', address: null },
      action: marker,
      objectType: 'site',
      after: { seed },
    });
  });
}
