import { ActionIcon, Button, Input, MultiSelect, NativeSelect, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JqlEditor } from '../../kit/jql/jql-editor.tsx';
import { type ConditionKind, detailOf } from './condition-kinds.ts';
import { type EditedCondition, newCondition } from './edited-sla.ts';
import classes from './sla.module.css';
import type { StatusChoice } from './sla-queries.ts';

interface ConditionsEditorProps<Kind extends ConditionKind> {
  readonly place: 'starts' | 'stops' | 'pauses';
  readonly title: string;
  readonly help: string;
  readonly addLabel: string;
  readonly groups: Readonly<Record<string, readonly Kind[]>>;
  readonly conditions: readonly EditedCondition<Kind>[];
  readonly statuses: readonly StatusChoice[];
  /** by place, such as `starts.0.statusIds` */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (conditions: EditedCondition<Kind>[]) => void;
}

/** What starts or stops a clock, or lets it stand still: any of several conditions. */
export function ConditionsEditor<Kind extends ConditionKind>(props: ConditionsEditorProps<Kind>) {
  const { place, title, help, addLabel, groups, conditions, statuses, errors, onChange } = props;
  const { t } = useTranslation('admin');
  const all = Object.values(groups).flat();
  const used = new Set(conditions.map(({ kind }) => kind));
  // what needs no further word is said once at most
  const unused = all.filter((kind) => detailOf(kind) !== null || !used.has(kind));
  return (
    <fieldset className={classes['conditions']}>
      <legend>{title}</legend>
      <Text size="sm" c="dimmed" className={classes['help'] ?? ''}>
        {help}
      </Text>
      {conditions.map((condition, index) => (
        <Condition
          key={condition.id}
          place={place}
          index={index}
          label={t('slas.kindOf', { place: title, number: index + 1 })}
          condition={condition}
          groups={groups}
          isOffered={(kind) => kind === condition.kind || unused.includes(kind)}
          statuses={statuses}
          errors={errors}
          onChange={(changed) => onChange(conditions.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      {errors[place] ? <Input.Error role="alert">{errors[place]}</Input.Error> : null}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={unused.length === 0}
          onClick={() => {
            const kind = unused[0];
            if (kind) onChange([...conditions, newCondition(kind)]);
          }}
        >
          {addLabel}
        </Button>
      </div>
    </fieldset>
  );
}

interface ConditionProps<Kind extends ConditionKind> {
  readonly place: string;
  readonly index: number;
  readonly label: string;
  readonly condition: EditedCondition<Kind>;
  readonly groups: Readonly<Record<string, readonly Kind[]>>;
  readonly isOffered: (kind: Kind) => boolean;
  readonly statuses: readonly StatusChoice[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (condition: EditedCondition<Kind>) => void;
  readonly onRemove: () => void;
}

function Condition<Kind extends ConditionKind>(props: ConditionProps<Kind>): ReactNode {
  const { place, index, label, condition, groups, isOffered, statuses, errors, onChange, onRemove } = props;
  const { t } = useTranslation('admin');
  const detail = detailOf(condition.kind);
  const wordsOf = (kind: ConditionKind) => t(`slas.kinds.${kind}`);
  const remove = t('slas.removeCondition', { what: wordsOf(condition.kind) });
  return (
    <div className={classes['condition']}>
      {index > 0 ? (
        <Text size="xs" c="dimmed" className={classes['or'] ?? ''}>
          {t('slas.or')}
        </Text>
      ) : null}
      <div className={classes['conditionBody']}>
        <NativeSelect
          size="sm"
          aria-label={label}
          data={Object.entries(groups).map(([group, kinds]) => ({
            group: t(`slas.groups.${group as 'request'}`),
            items: kinds.filter(isOffered).map((kind) => ({ value: kind, label: wordsOf(kind) })),
          }))}
          value={condition.kind}
          error={detail === null ? errors[`${place}.${index}`] : undefined}
          onChange={(event) => onChange({ ...condition, kind: event.currentTarget.value as Kind })}
        />
        {detail === 'statuses' ? (
          <MultiSelect
            size="sm"
            aria-label={t('slas.statusesOf')}
            placeholder={condition.statusIds.length === 0 ? t('slas.chooseStatuses') : ''}
            data={statuses.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...condition.statusIds]}
            searchable
            hidePickedOptions
            classNames={{ inputField: classes['search'] ?? '' }}
            error={errors[`${place}.${index}`]}
            onChange={(statusIds) => onChange({ ...condition, statusIds })}
          />
        ) : null}
        {detail === 'query' ? (
          <JqlEditor
            id={`${place}-${condition.id}-jql`}
            label={t('slas.queryOf')}
            isLabelHidden
            isRequired
            value={condition.jql}
            error={errors[`${place}.${index}`]}
            onChange={(jql) => onChange({ ...condition, jql })}
          />
        ) : null}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={remove}
        title={remove}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
