import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { temporaryHours } from './attach-files.ts';

const removeFileJob = 'desk.remove-file';
const sweepJob = 'desk.sweep-temporary-attachments';
const sweepBatch = 200;

/** Removes the bytes of a file by a job of this transaction, in which the last row that names them goes. */
export function removeFileLater(trx: Database, jobs: Platform['jobs'], storageKey: string): Promise<void> {
  return jobs.add(trx, removeFileJob, { storageKey });
}

/**
 * Uploads that became part of no request are swept hourly once they are too old to be used. Their rows go first; the
 * file of each is removed by a job of that same transaction, so that no row ever names a file that is gone.
 */
export function defineAttachmentJobs({ jobs, files }: Pick<Platform, 'jobs' | 'files'>): void {
  jobs.define<{ storageKey: string }>(removeFileJob, ({ storageKey }) => files.remove(storageKey));

  jobs.define(sweepJob, async (_payload, { db, log }) => {
    let swept = 0;
    let batch: number;
    do {
      batch = await db.transaction().execute(async (trx) => {
        const rows = await trx
          .deleteFrom('temporary_attachment')
          .where('id', 'in', (eb) =>
            eb
              .selectFrom('temporary_attachment')
              .select('id')
              .where('created_at', '<=', sql<Date>`now() - ${`${temporaryHours} hours`}::interval`)
              .limit(sweepBatch)
              .forUpdate()
              .skipLocked(),
          )
          .returning('storage_key as storageKey')
          .execute();
        for (const { storageKey } of rows) await removeFileLater(trx, jobs, storageKey);
        return rows.length;
      });
      swept += batch;
    } while (batch === sweepBatch);
    if (swept > 0) log.info({ count: swept }, 'swept uploads that became part of no request');
  });
  jobs.schedule(sweepJob, '23 * * * *');
}
