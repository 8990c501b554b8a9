/** The calendar day of a moment in a zone, as a number of days since 1970. */
function dayIn(at: Date, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...(timeZone ? { timeZone } : {}),
  });
  const part = (type: string) => Number(format.formatToParts(at).find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / (24 * 3600 * 1000);
}

/**
 * When something is, or was, to be done, as short as it is clear: 'today 14:05', 'tomorrow 09:00', 'Thu 09:00', 'Mar 24, 09:00'. In the
 * viewer's language and zone.
 */
export function dueTime(at: Date, now: Date, language: string, timeZone: string | undefined): string {
  const zone = timeZone ? { timeZone } : {};
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone }).format(at);
  const days = dayIn(at, timeZone) - dayIn(now, timeZone);
  if (Math.abs(days) <= 1) {
    return `${new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')} ${time}`;
  }
  const isNear = days > 0 && days < 7;
  const day = new Intl.DateTimeFormat(language, {
    ...(isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' }),
    ...(Math.abs(days) > 300 ? { year: 'numeric' } : {}),
    ...zone,
  }).format(at);
  return isNear ? `${day} ${time}` : `${day}, ${time}`;
}
