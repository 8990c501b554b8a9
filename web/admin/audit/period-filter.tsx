import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import classes from './audit-filters.module.css';
import { type AuditSearch, type Period, periods } from './audit-search.ts';
import { instantOf, startOfDay, wallClock } from './zoned-time.ts';

interface PeriodFilterProps {
  readonly search: AuditSearch;
  readonly error?: string | undefined;
  readonly onChange: (changes: {
    readonly period: Period | null;
    readonly from?: string | null;
    readonly until?: string | null;
  }) => void;
}

/** When: a period that ends now, or between two moments in the administrator's time zone. */
export function PeriodFilter({ search, error, onChange }: PeriodFilterProps) {
  const { t } = useTranslation('admin');
  const timeZone = useTimeZone();
  const { period, from, until } = search;
  const [isTyping, setTyping] = useState(false);
  const isBetween = !period && (isTyping || from !== undefined || until !== undefined);
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  function choose(value: string) {
    setTyping(value === 'between');
    const known = periods.find((one) => one === value);
    if (value === 'between') {
      const begin = startOfDay(new Date(), timeZone).toISOString();
      onChange({ period: null, from: from ?? begin, until: until ?? null });
    } else onChange({ period: known ?? null, from: null, until: null });
  }

  return (
    <>
      <NativeSelect
        label={t('audit.period')}
        value={period ?? (isBetween ? 'between' : 'ever')}
        data={(['ever', ...periods, 'between'] as const).map((value) => ({
          value,
          label: t(`audit.periods.${value}`),
        }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {isBetween ? (
        <div className={classes['between']}>
          <Moment
            label={t('audit.fromTime')}
            value={from}
            timeZone={timeZone}
            onChange={(value) => onChange({ period: null, from: value })}
          />
          <Moment
            label={t('audit.untilTime')}
            value={until}
            timeZone={timeZone}
            error={error}
            onChange={(value) => onChange({ period: null, until: value })}
          />
          <Text size="xs" c="dimmed" className={classes['zone'] ?? ''}>
            {t('audit.zone', { zone })}
          </Text>
        </div>
      ) : null}
    </>
  );
}

interface MomentProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly timeZone: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (instant: string | null) => void;
}

function Moment({ label, value, timeZone, error, onChange }: MomentProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      error={error}
      value={value === undefined ? '' : wallClock(new Date(value), timeZone)}
      onChange={(event) => onChange(instantOf(event.currentTarget.value, timeZone)?.toISOString() ?? null)}
    />
  );
}
