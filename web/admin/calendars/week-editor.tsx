import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import type { WorkingWeek } from './calendar-queries.ts';
import { DayStrip } from './day-strip.tsx';
import { useWeekWords } from './use-week-words.ts';
import classes from './week.module.css';
import {
  minutesOf,
  minutesPerDay,
  nextSpan,
  spansOf,
  tidyTime,
  timeOf,
  type Weekday,
  type WrittenSpan,
  weekdays,
  writtenOf,
} from './week.ts';

interface WeekEditorProps {
  readonly hours: WorkingWeek;
  /** by place: `hours`, `hours.monday` */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (hours: WorkingWeek) => void;
}

/** The working hours of a week: each day as a strip and as times that are typed. */
export function WeekEditor({ hours, errors, onChange }: WeekEditorProps) {
  const { t } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  const words = useWeekWords();
  const set = (day: Weekday, spans: WrittenSpan[]) => onChange({ ...hours, [day]: spans });
  function copyMonday() {
    const spans = hours.monday;
    onChange({ ...hours, tuesday: spans, wednesday: spans, thursday: spans, friday: spans });
    tell(t('calendars.week.copied'));
  }
  return (
    <div className={classes['week']}>
      <div className={classes['scale']} aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {timeOf(hour * 60)}
          </span>
        ))}
      </div>
      {weekdays.map((day) => (
        <Day
          key={day}
          day={day}
          spans={hours[day]}
          error={errors[`hours.${day}`]}
          onChange={(spans) => set(day, spans)}
          onRemoved={() => tell(t('calendars.week.removed', { day: t(`calendars.days.${day}`) }))}
        />
      ))}
      {errors['hours'] ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors['hours']}
        </Text>
      ) : null}
      <Group gap="sm" mt="xs">
        <Button variant="default" size="xs" onClick={copyMonday}>
          {t('calendars.week.copyMonday')}
        </Button>
        <Text size="sm" c="dimmed">
          {words.perWeek(hours)}
        </Text>
      </Group>
      {region}
    </div>
  );
}

interface DayProps {
  readonly day: Weekday;
  readonly spans: readonly WrittenSpan[];
  readonly error: string | undefined;
  readonly onChange: (spans: WrittenSpan[]) => void;
  readonly onRemoved: () => void;
}

function Day({ day, spans, error, onChange, onRemoved }: DayProps) {
  const { t } = useTranslation('admin');
  const row = useRef<HTMLFieldSetElement>(null);
  const name = t(`calendars.days.${day}`);
  const change = (index: number, changes: Partial<WrittenSpan>) =>
    onChange(spans.map((span, i) => (i === index ? { ...span, ...changes } : span)));
  function add() {
    onChange([...spans, nextSpan(spans)]);
    requestAnimationFrame(() => row.current?.querySelectorAll('input')[2 * spans.length]?.focus());
  }
  function remove(index: number) {
    onChange(spans.filter((_, i) => i !== index));
    onRemoved();
    row.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  }
  return (
    <fieldset ref={row} className={classes['day']}>
      <legend className={classes['name']}>{name}</legend>
      <DayStrip spans={spansOf(spans)} onChange={(drawn) => onChange(writtenOf(drawn))} />
      <div className={classes['times']}>
        {spans.length === 0 ? (
          <Text size="sm" c="dimmed" span>
            {t('calendars.free')}
          </Text>
        ) : null}
        {spans.map((span, index) => {
          const number = index + 1;
          const removing = t('calendars.week.remove', { day: name, number });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and are not put in another order
            <div key={index} className={classes['span']}>
              <TimeInput
                label={t('calendars.week.start', { day: name, number })}
                value={span.start}
                isWrong={error !== undefined}
                onChange={(start) => change(index, { start })}
              />
              <span>{t('calendars.week.to')}</span>
              <TimeInput
                label={t('calendars.week.end', { day: name, number })}
                value={span.end}
                isWrong={error !== undefined}
                onChange={(end) => change(index, { end })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="md"
                aria-label={removing}
                title={removing}
                onClick={() => remove(index)}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          );
        })}
        <Button
          data-add
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          aria-label={t('calendars.week.addOn', { day: name })}
          disabled={spans.length >= 10}
          onClick={add}
        >
          {t('calendars.week.add')}
        </Button>
        {error === undefined ? null : (
          <Text size="sm" c="var(--mantine-color-error)" className={classes['error'] ?? ''} role="alert">
            {error}
          </Text>
        )}
      </div>
    </fieldset>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** A time of a day, up to 24:00, which the browser's own field does not know. Arrow keys go by a quarter of an hour. */
function TimeInput({ label, value, isWrong, onChange }: TimeInputProps) {
  return (
    <TextInput
      size="sm"
      w="4.6rem"
      aria-label={label}
      value={value}
      maxLength={8}
      autoComplete="off"
      error={isWrong || minutesOf(value) === null}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(tidyTime(value))}
      onKeyDown={(event) => {
        const minutes = minutesOf(value);
        if (minutes === null || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        const moved = minutes + (event.key === 'ArrowUp' ? 15 : -15);
        onChange(timeOf(Math.min(Math.max(moved, 0), minutesPerDay)));
      }}
    />
  );
}
