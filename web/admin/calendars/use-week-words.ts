import { useTranslation } from 'react-i18next';
import { wholeSlaDuration } from '../../kit/sla/duration.ts';
import type { WorkingWeek } from './calendar-queries.ts';
import { minutesOfWeek, runsOf, type Span, timeOf } from './week.ts';

/** Working hours in words: Mon–Fri 09:00–17:00. */
export function useWeekWords(): {
  readonly ofWeek: (hours: WorkingWeek) => string;
  readonly ofDay: (spans: readonly Span[]) => string;
  readonly perWeek: (hours: WorkingWeek) => string;
} {
  const { t } = useTranslation('admin');
  const ofDay = (spans: readonly Span[]) =>
    spans.length === 0
      ? t('calendars.free')
      : spans.map(({ from, to }) => t('calendars.span', { start: timeOf(from), end: timeOf(to) })).join(', ');
  return {
    ofDay,
    ofWeek: (hours) =>
      runsOf(hours)
        .map(({ first, last, spans }) => {
          const [start, end] = [t(`calendars.shortDays.${first}`), t(`calendars.shortDays.${last}`)];
          const days = first === last ? start : t('calendars.span', { start, end });
          return t('calendars.run', { days, hours: ofDay(spans) });
        })
        .join(' · '),
    // in hours, however many: nobody says that they work a day and sixteen hours a week
    perWeek(hours) {
      const minutes = minutesOfWeek(hours);
      const rest = minutes % 60 === 0 ? '' : ` ${wholeSlaDuration((minutes % 60) * 60_000)}`;
      return t('calendars.perWeek', { hours: `${Math.floor(minutes / 60)}h${rest}` });
    },
  };
}
