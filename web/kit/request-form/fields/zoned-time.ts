/** What a clock shows in a zone (undefined: the browser's) at a moment: YYYY-MM-DDTHH:MM. */
export function localTime(at: Date, timeZone: string | undefined): string {
  return new Date(at.getTime() + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 16);
}

/**
 * The moment at which a clock in the zone shows `local` (YYYY-MM-DDTHH:MM), and the zone's offset then, '+0100'. Where the clock
 * is put forward over it: the moment that much later. Null: no time at all.
 */
export function momentAt(
  local: string,
  timeZone: string | undefined,
): { readonly at: Date; readonly offset: string } | null {
  // Date.parse alone takes much for a date that is none
  const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(local)?.[0];
  const asUtc = written === undefined ? Number.NaN : Date.parse(`${written}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const first = asUtc - offsetMinutes(new Date(asUtc), timeZone) * 60_000;
  // The guess may be on the other side of a change of the clock.
  const minutes = offsetMinutes(new Date(first), timeZone);
  const at = new Date(asUtc - minutes * 60_000);
  return { at, offset: offsetText(offsetMinutes(at, timeZone)) };
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

/** How far the clocks of a zone are ahead of UTC. */
function offsetMinutes(at: Date, timeZone: string | undefined): number {
  if (timeZone === undefined) return -at.getTimezoneOffset();
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((shown - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}
