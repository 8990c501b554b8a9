import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ValueControl } from '../fields/value-control.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import { AddButton } from './conditions-editor.tsx';
import { FieldSelect, useFieldName } from './field-select.tsx';
import { Part, PartItem } from './part.tsx';
import type { Effect, WorkflowOptions } from './workflow-queries.ts';

type SetField = Extract<Effect, { kind: 'set-field' }>;
type Assign = Extract<Effect, { kind: 'assign' }>;

interface EffectsEditorProps {
  readonly effects: readonly Effect[];
  readonly options: WorkflowOptions;
  readonly deskId: string | undefined;
  readonly onChange: (effects: Effect[]) => void;
}

/** What a transition does besides. */
export function EffectsEditor({ effects, options, deskId, onChange }: EffectsEditorProps) {
  const { t } = useTranslation('admin');
  const nameOf = useFieldName(options);
  const replace = (index: number, effect: Effect) =>
    onChange(effects.map((each, at) => (at === index ? effect : each)));
  const set = effects.flatMap((effect) => (effect.kind === 'set-field' ? effect.fieldId : []));
  const hasAssign = effects.some(({ kind }) => kind === 'assign');
  // those two are effects of their own
  const without = [...set, 'assignee', 'resolution'];
  const next = ['priority', ...options.fields.map(({ id }) => id), 'summary', 'description'].find(
    (id) => !without.includes(id),
  );
  return (
    <Part
      title={t('workflows.transition.effects')}
      help={t('workflows.transition.effectsHelp')}
      empty={t('workflows.transition.noEffects')}
      isEmpty={effects.length === 0}
      adding={
        <>
          {hasAssign ? null : (
            <AddButton
              label={t('workflows.transition.addAssign')}
              onClick={() => onChange([...effects, { kind: 'assign', to: 'actor' }])}
            />
          )}
          {next === undefined ? null : (
            <AddButton
              label={t('workflows.transition.addSet')}
              onClick={() => onChange([...effects, { kind: 'set-field', fieldId: next, value: null }])}
            />
          )}
        </>
      }
    >
      {effects.map((effect, index) => (
        <PartItem
          // biome-ignore lint/suspicious/noArrayIndexKey: effects have no names of their own
          key={index}
          name={
            effect.kind === 'assign'
              ? t('workflows.transition.assign')
              : t('workflows.transition.set_field', { field: nameOf(effect.fieldId) })
          }
          onRemove={() => onChange(effects.filter((_, at) => at !== index))}
        >
          {effect.kind === 'assign' ? (
            <AssignEffect
              effect={effect}
              options={options}
              deskId={deskId}
              onChange={(changed) => replace(index, changed)}
            />
          ) : (
            <SetEffect
              effect={effect}
              options={options}
              without={without}
              onChange={(changed) => replace(index, changed)}
            />
          )}
        </PartItem>
      ))}
    </Part>
  );
}

interface AssignEffectProps {
  readonly effect: Assign;
  readonly options: WorkflowOptions;
  readonly deskId: string | undefined;
  readonly onChange: (effect: Assign) => void;
}

function AssignEffect({ effect, options, deskId, onChange }: AssignEffectProps) {
  const { t } = useTranslation('admin');
  const [picked, setPicked] = useState<{ readonly accountId: string; readonly name: string } | null>(null);
  const accountId = effect.to === 'person' ? effect.accountId : '';
  const name =
    picked?.accountId === accountId
      ? picked.name
      : (options.people.find((person) => person.accountId === accountId)?.displayName ?? '');
  return (
    <Stack gap="xs">
      <NativeSelect
        size="sm"
        label={t('workflows.transition.assign')}
        data={(['actor', 'nobody', 'reporter', 'person'] as const).map((to) => ({
          value: to,
          label: t(`workflows.transition.assignees.${to}`),
        }))}
        value={effect.to}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'person') onChange({ kind: 'assign', to: 'person', accountId: '-' });
          else if (value === 'actor' || value === 'nobody' || value === 'reporter') {
            onChange({ kind: 'assign', to: value });
          }
        }}
      />
      {effect.to === 'person' ? (
        <>
          {name === '' ? null : <Text size="sm">{t('workflows.transition.chosenPerson', { name })}</Text>}
          <PersonPicker
            label={t('workflows.transition.person')}
            excluded={new Set([accountId])}
            {...(deskId !== undefined && { deskId })}
            onPick={(person) => {
              setPicked({ accountId: person.accountId, name: person.displayName });
              onChange({ kind: 'assign', to: 'person', accountId: person.accountId });
            }}
          />
        </>
      ) : null}
    </Stack>
  );
}

/** Values of these are people and organizations, which differ from request to request. */
const onlyEmptied = ['person', 'people', 'organization'];

interface SetEffectProps {
  readonly effect: SetField;
  readonly options: WorkflowOptions;
  readonly without: readonly string[];
  readonly onChange: (effect: SetField) => void;
}

function SetEffect({ effect, options, without, onChange }: SetEffectProps) {
  const { t } = useTranslation('admin');
  const nameOf = useFieldName(options);
  const { fieldId, value } = effect;
  const label = t('workflows.transition.set_field', { field: nameOf(fieldId) });
  const field = options.fields.find(({ id }) => id === fieldId);
  const choose = (next: unknown) => onChange({ kind: 'set-field', fieldId, value: next });
  return (
    <Stack gap="xs">
      <FieldSelect
        label={t('workflows.transition.addSet')}
        options={options}
        without={without}
        value={fieldId}
        onChange={(next) => onChange({ kind: 'set-field', fieldId: next, value: null })}
      />
      {fieldId === 'priority' ? (
        <NativeSelect
          size="sm"
          label={label}
          data={options.priorities.map(({ id, name }) => ({ value: id, label: name }))}
          value={idIn(value)}
          onChange={(event) => choose({ id: event.currentTarget.value })}
        />
      ) : field && !onlyEmptied.includes(field.type) ? (
        <ValueControl
          size="sm"
          type={field.type}
          settings={field.settings}
          options={field.options}
          label={label}
          description={value === null ? t('workflows.transition.empties') : undefined}
          value={value}
          onChange={choose}
        />
      ) : fieldId === 'summary' || fieldId === 'description' ? (
        <TextInput
          size="sm"
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => choose(event.currentTarget.value || null)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('workflows.transition.empties')}
        </Text>
      )}
    </Stack>
  );
}

function idIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}
