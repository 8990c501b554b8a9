import { Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { readGoalTime } from '../../kit/sla/duration.ts';
import { knownZone } from '../../kit/time.ts';
import { instantOf, wallClock } from '../audit/zoned-time.ts';
import { type CalendarInput, tryCalendarQuery } from './calendar-queries.ts';

interface TryItProps {
  readonly deskId: string;
  /** as they are being changed */
  readonly times: Pick<CalendarInput, 'timeZone' | 'hours' | 'holidays'>;
}

const dateFormat = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** Says when something would be due by the hours and holidays on the page, saved or not. */
export function TryIt({ deskId, times }: TryItProps) {
  const { t, i18n } = useTranslation('admin');
  const own = useTimeZone();
  const zone = knownZone(times.timeZone);
  const [start, setStart] = useState(() => `${wallClock(new Date(), zone).slice(0, 13)}:00`);
  const [time, setTime] = useState('8h');
  const minutes = readGoalTime(time);
  const at = instantOf(start, zone);
  const [asked] = useDebouncedValue(times, 300);
  const query = useQuery({
    ...tryCalendarQuery(deskId, {
      times: asked,
      start: at?.toISOString() ?? '',
      minutes: minutes ?? 0,
    }),
    enabled: at !== null && minutes !== null,
    placeholderData: keepPreviousData,
  });
  const dateIn = (iso: string, timeZone: string | undefined) =>
    new Intl.DateTimeFormat(i18n.language, { ...dateFormat, ...(timeZone && { timeZone }) }).format(
      new Date(iso),
    );
  const { data, isError } = query;
  const ownZone = own ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div>
      <Group gap="md" align="flex-start">
        <TextInput
          type="datetime-local"
          size="sm"
          label={t('calendars.try.from')}
          description={t('calendars.try.fromHelp', { zone: times.timeZone.replaceAll('_', ' ') })}
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('calendars.try.time')}
          description={t('calendars.try.timeHelp')}
          value={time}
          error={minutes === null ? t('calendars.try.timeProblem') : undefined}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </Group>
      <div role="status" style={{ marginTop: 'var(--mantine-spacing-sm)', minHeight: '3.2rem' }}>
        {isError ? (
          <Text size="sm" c="dimmed">
            {t('calendars.try.unknown')}
          </Text>
        ) : data && at && minutes !== null ? (
          <>
            <Text fw={600}>
              {data.dueDate === null
                ? t('calendars.try.never')
                : t('calendars.try.due', { date: dateIn(data.dueDate, zone) })}
            </Text>
            {data.dueDate !== null && ownZone !== times.timeZone ? (
              <Text size="sm" c="dimmed">
                {t('calendars.try.here', { date: dateIn(data.dueDate, own) })}
              </Text>
            ) : null}
            {!data.isWorking && data.nextChangeDate !== null ? (
              <Text size="sm" c="dimmed">
                {t('calendars.try.outside', { date: dateIn(data.nextChangeDate, zone) })}
              </Text>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
