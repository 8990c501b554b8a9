import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichText } from '../../kit/components/rich-text.tsx';
import { Select, TextArea, TextInput } from '../../kit/plain/field.tsx';
import { optionsOf } from '../fields/field-types.ts';
import classes from './builder.module.css';
import { type FieldEntry, type FormEntries, fieldsOf } from './form-entries.ts';
import type { AskableField } from './request-type-queries.ts';
import { lookedAt, shownWith, type Tried } from './try-rules.ts';

interface FormPreviewProps {
  readonly form: FormEntries;
  readonly known: ReadonlyMap<string, AskableField>;
  readonly name: string;
  readonly helpText: string;
}

/** The form as customers see it. What rules look at can be filled in, to see what they show. */
export function FormPreview({ form, known, name, helpText }: FormPreviewProps) {
  const { t } = useTranslation('admin');
  const [tried, setTried] = useState<Tried>({});
  const shown = shownWith(form, tried);
  const decisive = lookedAt(form);
  const left = fieldsOf(form).filter(({ key, isHidden }) => !isHidden && !shown.has(key)).length;
  const control = (entry: FieldEntry) => {
    const field = known.get(entry.key);
    if (!field || !shown.has(entry.key)) return null;
    return (
      <PreviewField
        key={entry.key}
        entry={entry}
        field={field}
        isTried={decisive.has(entry.key)}
        terms={tried[entry.key] ?? []}
        onChange={(terms) => setTried({ ...tried, [entry.key]: terms })}
      />
    );
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4" id="builder-preview">
          {t('requestTypes.preview.title')}
        </Title>
        {Object.values(tried).some((terms) => terms.length > 0) ? (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setTried({})}>
            {t('requestTypes.preview.reset')}
          </Button>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed" mb="md">
        {t('requestTypes.preview.help')}
      </Text>
      <div className={classes['paper']}>
        <p className={classes['previewName']}>{name}</p>
        {helpText.trim() === '' ? null : <RichText text={helpText} />}
        {form.length === 0 ? <Text c="dimmed">{t('requestTypes.preview.nothing')}</Text> : null}
        {form.map((entry) =>
          entry.field ? (
            control(entry.field)
          ) : entry.section.fields.some(({ key }) => shown.has(key)) ? (
            <section
              key={entry.section.id}
              className={classes['previewSection']}
              aria-label={entry.section.title}
            >
              <h3>{entry.section.title}</h3>
              {entry.section.description ? <p>{entry.section.description}</p> : null}
              {entry.section.fields.map(control)}
            </section>
          ) : null,
        )}
        {left > 0 ? (
          <Text size="xs" c="dimmed">
            {t('requestTypes.preview.notShown', { count: left })}
          </Text>
        ) : null}
      </div>
    </>
  );
}

interface PreviewFieldProps {
  readonly entry: FieldEntry;
  readonly field: AskableField;
  /** others depend on it: it can be filled in */
  readonly isTried: boolean;
  readonly terms: readonly string[];
  readonly onChange: (terms: string[]) => void;
}

function PreviewField({ entry, field, isTried, terms, onChange }: PreviewFieldProps) {
  const { t } = useTranslation('admin');
  const around = {
    label: entry.label.trim() || field.name,
    description: entry.helpText.trim() || undefined,
    isRequired: entry.isRequired,
    disabled: !isTried,
  };
  const offered = (parentId: string | null) =>
    field.options
      .filter((option) => !option.isArchived && option.parentId === parentId)
      .map(({ id, value }) => ({ value: id, label: value }));
  const [first = '', second = ''] = terms;
  switch (field.type) {
    case 'select':
    case 'cascading-select': {
      const under = first === '' ? [] : offered(first);
      return (
        <>
          <Select
            {...around}
            placeholder={t('requestTypes.preview.choose')}
            options={offered(null)}
            value={first}
            onChange={({ currentTarget }) => onChange(currentTarget.value ? [currentTarget.value] : [])}
          />
          {under.length > 0 ? (
            <Select
              label={t('fields.value.under', { label: around.label })}
              placeholder={t('requestTypes.preview.choose')}
              options={under}
              value={second}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.value ? [first, currentTarget.value] : [first])
              }
            />
          ) : null}
        </>
      );
    }
    case 'radio':
    case 'checkboxes':
    case 'multi-select':
      return <Choices {...around} field={field} options={offered(null)} terms={terms} onChange={onChange} />;
    case 'paragraph':
    case 'description':
      return (
        <TextArea
          {...around}
          rows={3}
          value={first}
          onChange={({ currentTarget }) => onChange(currentTarget.value ? [currentTarget.value] : [])}
        />
      );
    case 'attachment':
      return (
        <div className={classes['files']}>
          <span className={classes['label']}>{around.label}</span>
          <div>{t('requestTypes.preview.files')}</div>
        </div>
      );
    default:
      return (
        <TextInput
          {...around}
          type={field.type === 'date' ? 'date' : field.type === 'date-time' ? 'datetime-local' : 'text'}
          value={first}
          onChange={({ currentTarget }) => onChange(currentTarget.value ? [currentTarget.value] : [])}
        />
      );
  }
}

interface ChoicesProps {
  readonly label: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly disabled: boolean;
  readonly field: AskableField;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly terms: readonly string[];
  readonly onChange: (terms: string[]) => void;
}

function Choices(props: ChoicesProps) {
  const { label, description, isRequired, disabled, field, options, terms, onChange } = props;
  const isOne = field.type === 'radio' && optionsOf(field.type) === 'flat';
  return (
    <fieldset className={classes['choices']} disabled={disabled}>
      <legend className={classes['label']}>
        {label}
        {isRequired ? (
          <span className={classes['star']} aria-hidden="true">
            {' '}
            *
          </span>
        ) : null}
      </legend>
      {description ? <div className={classes['fieldType']}>{description}</div> : null}
      {options.map((option) => (
        <label key={option.value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={`preview-${field.key}`}
            checked={terms.includes(option.value)}
            onChange={({ currentTarget }) => {
              if (isOne) onChange([option.value]);
              else if (currentTarget.checked) onChange([...terms, option.value]);
              else onChange(terms.filter((term) => term !== option.value));
            }}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
