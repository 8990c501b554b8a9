import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { knownZone } from '../../kit/time.ts';

interface ZoneSelectProps {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly error?: ReactNode;
}

/** Chooses a time zone by typing a part of its name, which is shown with how far its clocks are from UTC now. */
export function ZoneSelect({ value, onChange, error }: ZoneSelectProps) {
  const { t } = useTranslation('admin');
  const zones = useMemo(() => zonesWith(value), [value]);
  return (
    <Select
      label={t('calendars.timeZone')}
      description={t('calendars.timeZoneHelp')}
      searchable
      required
      allowDeselect={false}
      limit={80}
      data={zones}
      value={value}
      error={error}
      nothingFoundMessage={t('calendars.noZone')}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}

function zonesWith(value: string): { value: string; label: string }[] {
  const names = new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...names].sort().map((name) => ({ value: name, label: labelOf(name) }));
}

const labels = new Map<string, string>();

function labelOf(name: string): string {
  let label = labels.get(name);
  if (label === undefined) {
    label = knownZone(name) === undefined ? name : `${name.replaceAll('_', ' ')} (${offsetOf(name)})`;
    labels.set(name, label);
  }
  return label;
}

function offsetOf(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const part = format.formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return part === 'GMT' ? 'UTC' : part.replace('GMT', 'UTC');
}
