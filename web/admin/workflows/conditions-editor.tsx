import { Button, MultiSelect, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldSelect, useFieldName } from './field-select.tsx';
import { Part, PartItem } from './part.tsx';
import type { Condition, WorkflowOptions } from './workflow-queries.ts';

const roles = ['agents', 'administrators', 'assignee', 'reporter', 'approvers'] as const;

interface ConditionsEditorProps {
  readonly conditions: readonly Condition[];
  readonly options: WorkflowOptions;
  readonly onChange: (conditions: Condition[]) => void;
}

/** What must hold for a transition to be made. */
export function ConditionsEditor({ conditions, options, onChange }: ConditionsEditorProps) {
  const { t } = useTranslation('admin');
  const nameOf = useFieldName(options);
  const replace = (index: number, condition: Condition) =>
    onChange(conditions.map((each, at) => (at === index ? condition : each)));
  const has = (kind: Condition['kind']) => conditions.some((each) => each.kind === kind);
  const add = (condition: Condition) => onChange([...conditions, condition]);
  return (
    <Part
      title={t('workflows.transition.conditions')}
      help={t('workflows.transition.conditionsHelp')}
      empty={t('workflows.transition.noConditions')}
      isEmpty={conditions.length === 0}
      adding={
        <>
          {has('role') ? null : (
            <AddButton
              label={t('workflows.transition.addRole')}
              onClick={() => add({ kind: 'role', anyOf: ['agents'] })}
            />
          )}
          <AddButton
            label={t('workflows.transition.addField')}
            onClick={() => add({ kind: 'field', fieldId: 'assignee' })}
          />
          {has('approved') ? null : (
            <AddButton
              label={t('workflows.transition.addApproved')}
              onClick={() => add({ kind: 'approved' })}
            />
          )}
        </>
      }
    >
      {conditions.map((condition, index) => {
        const words = {
          role: t('workflows.transition.role'),
          field: `${t('workflows.transition.field')}: ${condition.kind === 'field' ? nameOf(condition.fieldId) : ''}`,
          approved: t('workflows.transition.approved'),
        }[condition.kind];
        return (
          <PartItem
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names of their own
            key={index}
            name={words}
            onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            {condition.kind === 'role' ? (
              <MultiSelect
                size="sm"
                label={words}
                data={roles.map((role) => ({ value: role, label: t(`workflows.transition.roles.${role}`) }))}
                value={[...condition.anyOf]}
                onChange={(chosen) =>
                  replace(index, {
                    kind: 'role',
                    anyOf: roles.filter((role) => chosen.includes(role)),
                  })
                }
              />
            ) : condition.kind === 'field' ? (
              <FieldSelect
                label={t('workflows.transition.field')}
                options={options}
                without={['summary', 'priority']}
                value={condition.fieldId}
                onChange={(fieldId) => replace(index, { kind: 'field', fieldId })}
              />
            ) : (
              <Text size="sm" py={8}>
                {words}
              </Text>
            )}
          </PartItem>
        );
      })}
    </Part>
  );
}

/** Adds something to a part of a transition. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconPlus size={14} aria-hidden="true" />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
