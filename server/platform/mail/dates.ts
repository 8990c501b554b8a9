import { mailLocale } from './template.ts';

/** Who reads a date. */
export interface DateReader {
  readonly locale: string | null;
  /** IANA name; null, or one that this system does not know: UTC */
  readonly timeZone: string | null;
}

/** A day as its reader writes it: 24 November 2026, 24. November 2026. */
export function dayInMail(at: Date, reader: DateReader): string {
  return written(at, reader, { dateStyle: 'long' });
}

/** A moment as its reader writes it, with the time zone: 24 November 2026 at 14:30 UTC, 24. November 2026 um 15:30 MEZ. */
export function momentInMail(at: Date, reader: DateReader): string {
  return written(at, reader, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

function written(at: Date, { locale, timeZone }: DateReader, form: Intl.DateTimeFormatOptions): string {
  const language = mailLocale(locale) === 'de' ? 'de-DE' : 'en-GB';
  const format = (zone: string) => new Intl.DateTimeFormat(language, { ...form, timeZone: zone }).format(at);
  try {
    return format(timeZone ?? 'UTC');
  } catch {
    return format('UTC');
  }
}
