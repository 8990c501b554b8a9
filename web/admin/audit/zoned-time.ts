/** The moment of a date and time as a clock on the wall of the zone shows it, `2026-03-29T14:05`; null when it is none. */
export function instantOf(local: string, timeZone: string | undefined): Date | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset at the guess may be the other side of a change of the clocks: the second look settles it.
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(guess, timeZone));
}

/** What a clock on the wall of the zone shows at a moment, to the minute: `2026-03-29T14:05`. */
export function wallClock(at: Date, timeZone: string | undefined): string {
  return new Date(at.getTime() + offsetMs(at.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** The moment at which the day of `now` began in the zone. */
export function startOfDay(now: Date, timeZone: string | undefined): Date {
  return instantOf(`${wallClock(now, timeZone).slice(0, 10)}T00:00`, timeZone) ?? now;
}

/** How far the zone's clocks are ahead of UTC at a moment. */
function offsetMs(at: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    ...(timeZone ? { timeZone } : {}),
  }).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
