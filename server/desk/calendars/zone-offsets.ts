import { Temporal } from 'temporal-polyfill';

/** How far the clocks of a time zone are ahead of UTC, from when on. Both lists grow while they are asked about later times. */
export interface ZoneOffsets {
  /** instants (ms since 1970) at which an offset begins to hold, in order; the first is -Infinity */
  readonly starts: readonly number[];
  /** the offset (ms) that holds from the instant at the same place */
  readonly offsets: readonly number[];
  /** Sees to it that both lists hold every change until this instant. */
  reach(instant: number): void;
}

// Each change takes the time zone data a third of a millisecond to find: they are looked for once, and no further than needed.
const aheadMs = 3 * 366 * 86_400_000;
const known = new Map<string, ZoneOffsets>();

/**
 * The offsets of a time zone since 1970. Before, its clocks are taken to have been as they were then.
 *
 * @throws RangeError when there is no such time zone
 */
export function offsetsOf(timeZone: string): ZoneOffsets {
  let found = known.get(timeZone);
  if (!found) {
    found = readOffsets(timeZone);
    known.set(timeZone, found);
  }
  return found;
}

function readOffsets(timeZone: string): ZoneOffsets {
  let at = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const starts = [-Infinity];
  const offsets = [at.offsetNanoseconds / 1e6];
  let reached = 0;
  return {
    starts,
    offsets,
    reach(instant) {
      if (instant < reached) return;
      const until = instant + aheadMs;
      while (reached < until) {
        const next = at.getTimeZoneTransition('next');
        reached = next?.epochMilliseconds ?? Infinity;
        if (!next) return;
        at = next;
        starts.push(reached);
        offsets.push(next.offsetNanoseconds / 1e6);
      }
    },
  };
}
