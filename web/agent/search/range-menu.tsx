import { Button, Popover } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JqlFieldName } from '../../kit/jql/jql-help.ts';
import { DateRangeForm, NumberRangeForm } from './range-forms.tsx';
import { type Bound, boundsOfDates, boundsOfNumbers, dateRangeOf, numberRangeOf } from './ranges.ts';
import classes from './search.module.css';
import { shortName } from './short-name.ts';

interface RangeMenuProps {
  readonly field: JqlFieldName;
  readonly measure: 'date' | 'number';
  readonly bounds: readonly Bound[];
  readonly isOpenAtFirst: boolean;
  readonly onChange: (bounds: readonly Bound[]) => void;
}

/** Between which dates or numbers the values of a field lie. */
export function RangeMenu({ field, measure, bounds, isOpenAtFirst, onChange }: RangeMenuProps) {
  const { t } = useTranslation('search');
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const name = shortName(field);
  const shown = useRangeText(measure, bounds);
  const text = shown === null ? name : t('fields.some', { field: name, values: shown });

  function apply(chosen: readonly Bound[]) {
    setIsOpen(false);
    onChange(chosen);
  }

  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
    >
      <div className={classes['menu']} data-chosen={shown !== null || undefined}>
        <Popover.Target>
          <Button
            variant={shown === null ? 'default' : 'light'}
            size="sm"
            className={classes['choice'] ?? ''}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span className={classes['clip']}>{text}</span>
          </Button>
        </Popover.Target>
        {shown === null ? null : (
          <Button
            variant="light"
            size="sm"
            className={classes['clear'] ?? ''}
            aria-label={t('fields.clear', { field: name })}
            onClick={() => onChange([])}
          >
            <IconX size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
      <Popover.Dropdown aria-label={t('range.label', { field: name })}>
        {measure === 'date' ? (
          <DateRangeForm
            name={name}
            begun={dateRangeOf(bounds) ?? { kind: 'last', amount: 7, unit: 'd' }}
            onApply={(range) => apply(boundsOfDates(range))}
          />
        ) : (
          <NumberRangeForm
            name={name}
            begun={numberRangeOf(bounds) ?? { kind: '>=', value: '' }}
            onApply={(range) => apply(boundsOfNumbers(range))}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The bounds in a few words; null: there are none. */
function useRangeText(measure: 'date' | 'number', bounds: readonly Bound[]): string | null {
  const { t, i18n } = useTranslation('search');
  if (bounds.length === 0) return null;
  if (measure === 'date') {
    const range = dateRangeOf(bounds);
    if (!range) return null;
    if (range.kind !== 'between') {
      const { kind, amount, unit } = range;
      return t(`range.shown.${kind}`, { amount, unit: t(`range.units.${unit}`) });
    }
    const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
    const [from, to] = [range.from, range.to].map((day) => (day ? format.format(new Date(day)) : ''));
    if (!to) return t('range.shown.from', { from });
    return from ? t('range.shown.between', { from, to }) : t('range.shown.to', { to });
  }
  const range = numberRangeOf(bounds);
  if (!range) return null;
  if (range.kind === 'between') return t('range.shown.between', { from: range.from, to: range.to });
  const signs = { '=': '', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ' };
  return signs[range.kind] + range.value;
}
