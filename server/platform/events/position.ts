/**
 * Where a stream stands: the database's time and its snapshot (pg_current_snapshot) when the stream was last told
 * something. Everything that is not visible in that snapshot is news. The time tells whether the outbox still holds
 * all of it.
 */
export interface Position {
  /** seconds since 1970, by the database's clock */
  readonly epochSeconds: number;
  /** PostgreSQL's text form of a pg_snapshot: xmin:xmax:xip,xip… */
  readonly snapshot: string;
}

/** Events are kept this long. */
export const retentionDays = 7;

/**
 * Positions older than this are answered with a reset. A day less than the events are kept, so that no transaction
 * that was open for long can have had its events swept before they were seen.
 */
const longestAwaySeconds = (retentionDays - 1) * 24 * 60 * 60;

/** The text that goes over the wire as the `id:` of a frame and comes back as Last-Event-ID. */
export function formatPosition(position: Position): string {
  return `${position.epochSeconds}-${position.snapshot}`;
}

/** Reads what a client sent as Last-Event-ID; undefined for everything that formatPosition did not make. */
export function parsePosition(text: string): Position | undefined {
  if (text.length > 4096) return undefined;
  const match = /^(\d{1,12})-(\d{1,20}:\d{1,20}:(?:\d{1,20}(?:,\d{1,20})*)?)$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { epochSeconds: Number(match[1]), snapshot: match[2] };
}

/** Whether the outbox may have lost events that the holder of `position` has not heard. */
export function isTooOld(position: Position, now: Position): boolean {
  return now.epochSeconds - position.epochSeconds > longestAwaySeconds;
}
