import {
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSettings } from './field-queries.ts';
import {
  amountOf,
  cascadingChoice,
  chosenIds,
  countryOf,
  type OfferedOption,
  oneChoice,
  severalChoices,
  textOf,
  wordsOf,
} from './values.ts';

interface ValueControlProps {
  readonly type: string;
  readonly settings: FieldSettings;
  readonly options: readonly OfferedOption[];
  readonly label: string;
  readonly size?: 'sm' | 'md';
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** as it is sent; null: nothing */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Asks for a value of a field in the way of its type. */
export function ValueControl(props: ValueControlProps) {
  const { type, settings, options, value, onChange, label, size = 'md' } = props;
  const { description, error } = props;
  const { t } = useTranslation('admin');
  const around = { label, description, error, size };
  const offered = (parentId: string | null) =>
    options
      .filter((option) => option.parentId === parentId && !option.isArchived)
      .map((option) => ({ value: option.id, label: option.value }));
  const nothing = { value: '', label: t('fields.value.nothing') };
  switch (type) {
    case 'select':
    case 'radio':
      return (
        <NativeSelect
          {...around}
          data={[nothing, ...offered(null)]}
          value={chosenIds(value)[0] ?? ''}
          onChange={(event) => onChange(oneChoice(event.currentTarget.value))}
        />
      );
    case 'checkboxes':
    case 'multi-select':
      return (
        <MultiSelect
          {...around}
          data={offered(null)}
          value={chosenIds(value)}
          searchable
          onChange={(ids) => onChange(severalChoices(ids))}
        />
      );
    case 'cascading-select': {
      const [id = '', child = ''] = chosenIds(value);
      const under = id === '' ? [] : offered(id);
      return (
        <Stack gap="xs">
          <NativeSelect
            {...around}
            data={[nothing, ...offered(null)]}
            value={id}
            onChange={(event) => onChange(cascadingChoice(event.currentTarget.value, null))}
          />
          {under.length > 0 ? (
            <NativeSelect
              size={size}
              aria-label={t('fields.value.under', { label })}
              data={[nothing, ...under]}
              value={child}
              onChange={(event) => onChange(cascadingChoice(id, event.currentTarget.value))}
            />
          ) : null}
        </Stack>
      );
    }
    case 'number':
      return (
        <NumberInput
          {...around}
          value={textOf(value)}
          {...(settings.decimals !== undefined && { decimalScale: settings.decimals })}
          onChange={(number) => onChange(number === '' ? null : number)}
        />
      );
    case 'amount': {
      const { amount, currency } = amountOf(value);
      const currencies = settings.currencies ?? [];
      const chosen = currency || currencies[0] || '';
      return (
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            {...around}
            flex={1}
            value={amount}
            onChange={(number) => onChange(number === '' ? null : { amount: number, currency: chosen })}
          />
          <NativeSelect
            size={size}
            aria-label={t('fields.value.currency', { label })}
            data={[...currencies]}
            value={chosen}
            w="6.5rem"
            // without an amount it is no value, but the choice stays while the amount is typed
            onChange={(event) =>
              onChange({ amount: amount === '' ? null : amount, currency: event.currentTarget.value })
            }
          />
        </Group>
      );
    }
    case 'date':
      return (
        <TextInput
          {...around}
          type="date"
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    case 'date-time':
      return (
        <TextInput
          {...around}
          type="datetime-local"
          value={localMinute(textOf(value))}
          onChange={(event) => onChange(instantOf(event.currentTarget.value))}
        />
      );
    case 'labels':
      return (
        <TagsInput
          {...around}
          value={wordsOf(value)}
          splitChars={[',', ' ']}
          onChange={(words) => onChange(words.length === 0 ? null : words)}
        />
      );
    case 'paragraph':
    case 'description':
      return (
        <Textarea
          {...around}
          autosize
          minRows={2}
          maxRows={8}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    case 'country':
      return (
        <TextInput
          {...around}
          description={description ?? t('fields.value.country')}
          value={countryOf(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    default:
      return (
        <TextInput
          {...around}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
  }
}

/** A point in time as the browser's own control has it: here, to the minute. */
function localMinute(text: string): string {
  // Jira writes the zone without a colon, which browsers do not read
  const at = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (text === '' || Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
