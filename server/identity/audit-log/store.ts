import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** One line of the audit log. */
export interface AuditEvent {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

export interface AuditQuery {
  readonly start: number;
  readonly limit: number;
  readonly action?: string;
  readonly query?: string;
}

/** The audit log, newest first. */
export async function listAuditEvents(
  db: Database,
  { start, limit, action, query }: AuditQuery,
): Promise<AuditEvent[]> {
  let rows = db
    .selectFrom('audit_event')
    .select([
      'id',
      'occurred_at as occurredAt',
      'actor_name as actorName',
      'address',
      'action',
      'object_type as objectType',
      'object_id as objectId',
      'object_name as objectName',
      'before',
      'after',
    ]);
  if (action) rows = rows.where('action', '=', action);
  if (query?.trim()) {
    const pattern = `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(({ eb, or }) =>
      or([
        eb('actor_name', 'ilike', pattern),
        eb('object_name', 'ilike', pattern),
        eb('action', 'ilike', pattern),
        eb('address', 'ilike', pattern),
        eb(sql<string>`after ->> 'reference'`, 'ilike', pattern),
      ]),
    );
  }
  const found = await rows
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .offset(start)
    .limit(limit)
    .execute();
  // recordAudit writes objects only.
  return found as unknown as AuditEvent[];
}
