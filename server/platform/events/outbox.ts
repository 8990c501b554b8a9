import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Position } from './position.ts';

/** An event as it stands in the outbox. */
export interface StoredEvent {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly audience: 'customers' | 'agents';
  readonly payload: Record<string, string>;
}

/** What became visible since a position, in the order it was written, and the position after it. */
export interface News {
  readonly position: Position;
  /** 'too many' when there were more than asked for: then nobody should be told one by one */
  readonly events: readonly StoredEvent[] | 'too many';
}

interface NewsRow {
  snapshot: string;
  epoch_seconds: string;
  kind: string | null;
  topics: string[] | null;
  audience: 'customers' | 'agents' | null;
  payload: Record<string, string> | null;
}

/** Where the outbox stands now. */
export async function currentPosition(db: Database): Promise<Position> {
  const { rows } = await sql<{ snapshot: string; epoch_seconds: string }>`
    select pg_current_snapshot()::text as snapshot, floor(extract(epoch from now()))::bigint as epoch_seconds
  `.execute(db);
  const row = rows[0];
  if (!row) throw new Error('PostgreSQL gave no snapshot');
  return { snapshot: row.snapshot, epochSeconds: Number(row.epoch_seconds) };
}

/**
 * Reads all events that were not yet visible at `since`. One statement, so that the position it returns is exactly
 * the one that its events were read at.
 */
export async function readNews(db: Database, since: Position, limit: number): Promise<News> {
  const { rows } = await sql<NewsRow>`
    select pg_current_snapshot()::text as snapshot,
           floor(extract(epoch from now()))::bigint as epoch_seconds,
           news.*
    from (values (1)) as one
    left join (
      select id, kind, topics, audience, payload
      from event
      where xid >= pg_snapshot_xmin(${since.snapshot}::pg_snapshot)
        and not pg_visible_in_snapshot(xid, ${since.snapshot}::pg_snapshot)
      order by id
      limit ${limit + 1}
    ) as news on true
    order by news.id
  `.execute(db);
  const first = rows[0];
  if (!first) throw new Error('PostgreSQL gave no snapshot');
  const position = { snapshot: first.snapshot, epochSeconds: Number(first.epoch_seconds) };
  const events = rows.flatMap(toEvent);
  return { position, events: events.length > limit ? 'too many' : events };
}

/**
 * Reads what a stream missed: events of its topics that were not yet visible at `since` and are visible at `until`.
 * 'unknown' when this database never was at `since`, or holds no longer all that came after it.
 */
export async function readMissed(
  db: Database,
  since: Position,
  until: Position,
  topics: readonly string[],
  limit: number,
): Promise<readonly StoredEvent[] | 'too many' | 'unknown'> {
  try {
    const { rows } = await sql<NewsRow & { is_ahead: boolean }>`
      select pg_snapshot_xmax(${since.snapshot}::pg_snapshot) > pg_snapshot_xmax(${until.snapshot}::pg_snapshot)
               as is_ahead,
             missed.*
      from (values (1)) as one
      left join (
        select id, kind, topics, audience, payload
        from event
        where xid >= pg_snapshot_xmin(${since.snapshot}::pg_snapshot)
          and not pg_visible_in_snapshot(xid, ${since.snapshot}::pg_snapshot)
          and pg_visible_in_snapshot(xid, ${until.snapshot}::pg_snapshot)
          and topics && ${sql.val([...topics])}::text[]
        order by id
        limit ${limit + 1}
      ) as missed on true
      order by missed.id
    `.execute(db);
    if (rows[0]?.is_ahead) return 'unknown';
    const events = rows.flatMap(toEvent);
    return events.length > limit ? 'too many' : events;
  } catch (error) {
    // Text that looks like a snapshot but is none, such as one whose xmax is below its xmin.
    if (isInvalidText(error)) return 'unknown';
    throw error;
  }
}

/**
 * Those of the snapshots (as text) that no longer tell all: since then something about the topic has become visible. They must be
 * younger than events are kept.
 */
export async function haveNews(
  db: Database,
  snapshots: readonly string[],
  topic: string,
): Promise<ReadonlySet<string>> {
  if (snapshots.length === 0) return new Set();
  const { rows } = await sql<{ snapshot: string }>`
    select given.snapshot from unnest(${sql.val([...snapshots])}::text[]) as given(snapshot)
    where exists(select from event
      where xid >= pg_snapshot_xmin(given.snapshot::pg_snapshot)
        and not pg_visible_in_snapshot(xid, given.snapshot::pg_snapshot)
        and topics @> array[${topic}::text])
  `.execute(db);
  return new Set(rows.map(({ snapshot }) => snapshot));
}

/** Deletes events older than `days`; returns how many. */
export async function sweepEvents(db: Database, days: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('event')
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function toEvent(row: NewsRow): StoredEvent[] {
  if (row.kind === null || row.topics === null || row.audience === null) return [];
  return [{ kind: row.kind, topics: row.topics, audience: row.audience, payload: row.payload ?? {} }];
}

function isInvalidText(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '22P02' || code === '22003';
}
