const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** 'in 2 days', '5 minutes ago', 'now': the largest unit that fits, in the words of the language. */
export function relativeTime(from: Date, now: Date, language: string): string {
  const seconds = (from.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, 'second');
}

/** Date and time in full, with the zone's name: 'Monday, 3 March 2025 at 14:05 CET'. */
export function exactTime(at: Date, language: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'long',
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** A day without its weekday: '3 Mar 2025'. */
export function shortDate(at: Date, language: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** The zone if this browser knows it, otherwise the browser's own. */
export function knownZone(timeZone: string | null | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}
