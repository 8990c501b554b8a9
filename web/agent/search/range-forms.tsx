import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Comparison, type DateRange, isNumber, type NumberRange, units } from './ranges.ts';

interface RangeFormProps<Range> {
  /** what the field is called */
  readonly name: string;
  /** what stands in it at first */
  readonly begun: Range;
  readonly onApply: (range: Range) => void;
}

/** Asks for a range of days. */
export function DateRangeForm({ name, begun, onApply }: RangeFormProps<DateRange>) {
  const { t } = useTranslation('search');
  const [kind, setKind] = useState(begun.kind);
  const [amount, setAmount] = useState(begun.kind === 'between' ? '7' : String(begun.amount));
  const [unit, setUnit] = useState(begun.kind === 'between' ? 'd' : begun.unit);
  const [from, setFrom] = useState(begun.kind === 'between' ? begun.from : '');
  const [to, setTo] = useState(begun.kind === 'between' ? begun.to : '');
  const [isTried, setIsTried] = useState(false);
  const isAmount = /^[1-9]\d{0,5}$/.test(amount.trim());
  const problem =
    kind !== 'between'
      ? isAmount
        ? null
        : t('range.wantsAmount')
      : !from && !to
        ? t('range.wantsDay')
        : from && to && to < from
          ? t('range.wantsOrder')
          : null;
  const error = isTried ? problem : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (problem !== null) return;
    onApply(kind === 'between' ? { kind, from, to } : { kind, amount: Number(amount), unit });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          size="sm"
          aria-label={t('range.kind', { field: name })}
          value={kind}
          data={(['last', 'before', 'between'] as const).map((each) => ({
            value: each,
            label: t(`range.${each}`),
          }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setKind(chosen === 'last' || chosen === 'before' ? chosen : 'between');
            setIsTried(false);
          }}
        />
        {kind === 'between' ? (
          <Group gap="xs" grow align="flex-start">
            <TextInput
              size="sm"
              type="date"
              label={t('range.from')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              size="sm"
              type="date"
              label={t('range.to')}
              value={to}
              error={error}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
        ) : (
          <Group gap="xs" grow align="flex-start">
            <TextInput
              size="sm"
              inputMode="numeric"
              aria-label={t('range.amount')}
              value={amount}
              error={error}
              onChange={(event) => setAmount(event.currentTarget.value)}
            />
            <NativeSelect
              size="sm"
              aria-label={t('range.unit')}
              value={unit}
              data={units.map((each) => ({ value: each, label: t(`range.units.${each}`) }))}
              onChange={(event) => setUnit(units.find((each) => each === event.currentTarget.value) ?? 'd')}
            />
          </Group>
        )}
        <Button type="submit" size="sm">
          {t('range.apply')}
        </Button>
      </Stack>
    </form>
  );
}

const comparisons: readonly Comparison[] = ['>=', '<=', '=', '>', '<'];

/** Asks for a range of numbers. */
export function NumberRangeForm({ name, begun, onApply }: RangeFormProps<NumberRange>) {
  const { t } = useTranslation('search');
  const [kind, setKind] = useState(begun.kind);
  const [from, setFrom] = useState(begun.kind === 'between' ? begun.from : begun.value);
  const [to, setTo] = useState(begun.kind === 'between' ? begun.to : '');
  const [isTried, setIsTried] = useState(false);
  const isFrom = isNumber(from.trim());
  const isTo = kind !== 'between' || isNumber(to.trim());
  const isOrdered = kind !== 'between' || !isFrom || !isTo || Number(from) <= Number(to);
  const errorOf = (isRight: boolean) => (isTried && !isRight ? t('range.wantsNumber') : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isFrom || !isTo || !isOrdered) return;
    onApply(kind === 'between' ? { kind, from: from.trim(), to: to.trim() } : { kind, value: from.trim() });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          size="sm"
          aria-label={t('range.kind', { field: name })}
          value={kind}
          data={[
            ...comparisons.map((each) => ({ value: each as string, label: t(`range.comparison.${each}`) })),
            { value: 'between', label: t('range.between') },
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setKind(comparisons.find((each) => each === chosen) ?? 'between');
          }}
        />
        <Group gap="xs" grow align="flex-start">
          <TextInput
            size="sm"
            inputMode="decimal"
            aria-label={t(kind === 'between' ? 'range.from' : 'range.number')}
            value={from}
            error={errorOf(isFrom)}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          {kind === 'between' ? (
            <TextInput
              size="sm"
              inputMode="decimal"
              aria-label={t('range.to')}
              value={to}
              error={errorOf(isTo) ?? (isTried && !isOrdered ? t('range.wantsOrder') : null)}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          ) : null}
        </Group>
        <Button type="submit" size="sm">
          {t('range.apply')}
        </Button>
      </Stack>
    </form>
  );
}
