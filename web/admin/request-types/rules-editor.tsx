import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NativeSelect,
  Stack,
  Switch,
  TagsInput,
  Text,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '../fields/field-types.ts';
import classes from './builder.module.css';
import type { Building } from './form-builder.tsx';
import type { AskableField, Rule, ShowWhen } from './request-type-queries.ts';
import { fieldsBefore, operatorsFor, takesValues } from './rules.ts';

interface RulesEditorProps {
  /** of the field or section that is shown by the rules */
  readonly id: string;
  readonly when: ShowWhen | null;
  readonly building: Building;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (when: ShowWhen | null) => void;
}

/** When a field or section is shown: always, or when fields before it have what rules say. */
export function RulesEditor({ id, when, building, errors, onChange }: RulesEditorProps) {
  const { t } = useTranslation('admin');
  const offered = fieldsBefore(building.form, id).flatMap((key) => {
    const field = building.known.get(key);
    return field && operatorsFor(field.type).length > 0 ? [field] : [];
  });
  const first = offered.at(-1);
  const rules = when?.rules ?? [];
  const set = (changed: Rule[]) =>
    onChange(changed.length === 0 ? null : { match: when?.match ?? 'all', rules: changed });
  const add = () => first && set([...rules, newRule(first)]);
  return (
    <div>
      <Switch
        label={t('requestTypes.rules.only')}
        checked={when !== null}
        disabled={when === null && !first}
        description={when === null && !first ? t('requestTypes.rules.none') : undefined}
        error={errors['showWhen']}
        onChange={(event) => (event.currentTarget.checked ? add() : onChange(null))}
      />
      {when ? (
        <Stack gap="xs" mt="sm" className={classes['rules'] ?? ''}>
          {rules.length > 1 ? (
            <NativeSelect
              size="sm"
              w="max-content"
              aria-label={t('requestTypes.rules.match')}
              data={[
                { value: 'all', label: t('requestTypes.rules.all') },
                { value: 'any', label: t('requestTypes.rules.any') },
              ]}
              value={when.match}
              onChange={(event) =>
                onChange({ ...when, match: event.currentTarget.value === 'any' ? 'any' : 'all' })
              }
            />
          ) : null}
          {rules.map((rule, index) => (
            <RuleRow
              // rules have no names: they are what stands at their place
              key={`rule-${index.toString()}`}
              place={index + 1}
              rule={rule}
              offered={offered}
              building={building}
              fieldError={errors[`showWhen.rules.${index}.field`]}
              valuesError={errors[`showWhen.rules.${index}.values`]}
              onChange={(changed) => set(rules.with(index, changed))}
              onRemove={() => set(rules.toSpliced(index, 1))}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={add}
          >
            {t('requestTypes.rules.add')}
          </Button>
        </Stack>
      ) : null}
    </div>
  );
}

function newRule({ key, type }: AskableField): Rule {
  return { field: key, operator: operatorsFor(type)[0] ?? 'is-not-empty', values: [] };
}

interface RuleRowProps {
  readonly place: number;
  readonly rule: Rule;
  readonly offered: readonly AskableField[];
  readonly building: Building;
  readonly fieldError: string | undefined;
  readonly valuesError: string | undefined;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

function RuleRow(props: RuleRowProps) {
  const { place, rule, offered, building, fieldError, valuesError, onChange, onRemove } = props;
  const { t } = useTranslation('admin');
  const field = building.known.get(rule.field);
  const isOffered = offered.some(({ key }) => key === rule.field);
  const isDay = field?.type === 'date' || field?.type === 'date-time';
  const operators = field ? operatorsFor(field.type) : [rule.operator];
  const nameOf = (operator: Rule['operator']) => {
    if (isDay && operator === 'greater') return t('requestTypes.rules.later');
    if (isDay && operator === 'less') return t('requestTypes.rules.earlier');
    return t(`requestTypes.rules.operators.${operator}`);
  };
  return (
    <div className={classes['rule']}>
      <NativeSelect
        size="sm"
        aria-label={t('requestTypes.rules.field', { place })}
        data={[
          ...(isOffered
            ? []
            : [
                {
                  value: rule.field,
                  label: t('requestTypes.rules.gone', { name: building.nameOf(rule.field) }),
                },
              ]),
          ...offered.map(({ key }) => ({ value: key, label: building.nameOf(key) })),
        ]}
        value={rule.field}
        error={fieldError}
        onChange={(event) => {
          const chosen = offered.find(({ key }) => key === event.currentTarget.value);
          if (chosen) onChange(newRule(chosen));
        }}
      />
      <NativeSelect
        size="sm"
        aria-label={t('requestTypes.rules.operator', { place })}
        data={operators.map((operator) => ({ value: operator, label: nameOf(operator) }))}
        value={rule.operator}
        onChange={(event) => {
          const operator = operators.find((each) => each === event.currentTarget.value);
          if (operator) onChange({ ...rule, operator, values: takesValues(operator) ? rule.values : [] });
        }}
      />
      <Group gap={4} wrap="nowrap" align="flex-start" className={classes['values'] ?? ''}>
        {takesValues(rule.operator) ? (
          field && optionsOf(field.type) !== 'none' ? (
            <MultiSelect
              size="sm"
              flex={1}
              searchable
              aria-label={t('requestTypes.rules.values', { place })}
              data={optionNames(field)}
              value={rule.values}
              error={valuesError}
              onChange={(values) => onChange({ ...rule, values })}
            />
          ) : (
            <TagsInput
              size="sm"
              flex={1}
              acceptValueOnBlur
              aria-label={t('requestTypes.rules.values', { place })}
              placeholder={
                rule.values.length > 0
                  ? ''
                  : t(isDay ? 'requestTypes.rules.dayPlaceholder' : 'requestTypes.rules.valuesPlaceholder')
              }
              value={rule.values}
              error={valuesError}
              onChange={(values) => onChange({ ...rule, values })}
            />
          )
        ) : (
          <Text flex={1} />
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('requestTypes.rules.remove', { place })}
          title={t('requestTypes.rules.remove', { place })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
    </div>
  );
}

/** Options by their names; those under others with both. Archived ones stay: requests and drafts may have them. */
function optionNames({ options }: AskableField): { value: string; label: string }[] {
  const names = new Map(options.map(({ id, value }) => [id, value]));
  return options.map(({ id, value, parentId }) => ({
    value: id,
    label: parentId === null ? value : `${names.get(parentId) ?? ''} – ${value}`,
  }));
}
