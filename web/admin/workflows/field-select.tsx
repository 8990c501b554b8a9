import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkflowOptions } from './workflow-queries.ts';

/** Fields that every request has and that workflows may name. */
export const ownFields = ['resolution', 'priority', 'assignee', 'summary', 'description'] as const;
type OwnField = (typeof ownFields)[number];

function isOwn(fieldId: string): fieldId is OwnField {
  return ownFields.some((own) => own === fieldId);
}

/** How a field is called. */
export function useFieldName(options: WorkflowOptions): (fieldId: string) => string {
  const { t } = useTranslation('admin');
  return (fieldId) =>
    isOwn(fieldId)
      ? t(`workflows.fields.${fieldId}`)
      : (options.fields.find(({ id }) => id === fieldId)?.name ?? t('workflows.fields.gone'));
}

interface FieldSelectProps {
  readonly label: string;
  readonly options: WorkflowOptions;
  /** those that are chosen elsewhere, or do not fit */
  readonly without?: readonly string[];
  readonly value: string;
  readonly onChange: (fieldId: string) => void;
}

/** Chooses a field of requests. */
export function FieldSelect({ label, options, without = [], value, onChange }: FieldSelectProps) {
  const { t } = useTranslation('admin');
  const nameOf = useFieldName(options);
  const offered = (ids: readonly string[]) =>
    ids.filter((id) => id === value || !without.includes(id)).map((id) => ({ value: id, label: nameOf(id) }));
  const isKnown = isOwn(value) || options.fields.some(({ id }) => id === value);
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value}
      data={[
        { value: '', label: t('workflows.fields.choose') },
        ...(value === '' || isKnown ? [] : [{ value, label: nameOf(value) }]),
        { group: t('workflows.fields.own'), items: offered(ownFields) },
        { group: t('workflows.fields.custom'), items: offered(options.fields.map(({ id }) => id)) },
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
