import { Readable } from 'node:stream';
import type { Database } from '../../platform/database/database.ts';
import { csvRecord } from './csv.ts';
import type { AuditFilter } from './filter.ts';
import { auditEventJson } from './json.ts';
import { type AuditEvent, type AuditPosition, auditEvents } from './store.ts';

export const exportFormats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: toCsv },
  json: { type: 'application/json; charset=utf-8', write: toJson },
} as const;

export type ExportFormat = keyof typeof exportFormats;

/** Read at a time; this many are in memory, however long the log is. */
const batch = 500;

/** All entries that fit, newest first, as a file that is read from the database while it is being sent. */
export function exportAuditEvents(db: Database, filter: AuditFilter, format: ExportFormat): Readable {
  return Readable.from(exportFormats[format].write(batches(db, filter)), { objectMode: false });
}

async function* batches(db: Database, filter: AuditFilter): AsyncGenerator<AuditEvent[]> {
  let after: AuditPosition | null = null;
  do {
    const page: Awaited<ReturnType<typeof auditEvents>> = await auditEvents(db, filter, {
      limit: batch,
      after,
    });
    yield page.events;
    after = page.next;
  } while (after);
}

async function* toCsv(pages: AsyncIterable<AuditEvent[]>): AsyncGenerator<string> {
  // The mark tells Excel that this is UTF-8.
  yield `\uFEFF${csvRecord(['time', 'action', 'actor', 'actorAccountId', 'address', 'objectType', 'objectId', 'objectName', 'before', 'after'])}`;
  for await (const events of pages) {
    yield events
      .map((event) =>
        csvRecord([
          event.occurredAt.toISOString(),
          event.action,
          event.actorName,
          event.actorAccountId,
          event.address,
          event.objectType,
          event.objectId,
          event.objectName,
          event.before && JSON.stringify(event.before),
          event.after && JSON.stringify(event.after),
        ]),
      )
      .join('');
  }
}

async function* toJson(pages: AsyncIterable<AuditEvent[]>): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const events of pages) {
    if (events.length === 0) continue;
    yield lead + events.map((event) => JSON.stringify(auditEventJson(event))).join(',\n');
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}
