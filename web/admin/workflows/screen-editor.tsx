import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddButton } from './conditions-editor.tsx';
import { FieldSelect, ownFields, useFieldName } from './field-select.tsx';
import { Part, PartItem } from './part.tsx';
import type { DefinedTransition, WorkflowOptions } from './workflow-queries.ts';

type Screen = DefinedTransition['screen'];

interface ScreenEditorProps {
  readonly screen: Screen;
  readonly options: WorkflowOptions;
  readonly onChange: (screen: Screen) => void;
}

/** What agents are asked for on the way. */
export function ScreenEditor({ screen, options, onChange }: ScreenEditorProps) {
  const { t } = useTranslation('admin');
  const nameOf = useFieldName(options);
  const shown = screen.map(({ fieldId }) => fieldId);
  const next = [...ownFields, ...options.fields.map(({ id }) => id)].find((id) => !shown.includes(id));
  return (
    <Part
      title={t('workflows.transition.screen')}
      help={t('workflows.transition.screenHelp')}
      empty={t('workflows.transition.noScreen')}
      isEmpty={screen.length === 0}
      adding={
        next === undefined ? null : (
          <AddButton
            label={t('workflows.transition.addScreen')}
            onClick={() => onChange([...screen, { fieldId: next, isRequired: false }])}
          />
        )
      }
    >
      {screen.map((field, index) => {
        const name = nameOf(field.fieldId);
        return (
          <PartItem
            key={field.fieldId}
            name={name}
            onRemove={() => onChange(screen.filter((each) => each !== field))}
          >
            <Group gap="sm" align="flex-end" wrap="nowrap">
              <div style={{ flex: 1, minWidth: 0 }}>
                <FieldSelect
                  label={`${t('workflows.transition.screen')} ${index + 1}`}
                  options={options}
                  without={shown}
                  value={field.fieldId}
                  onChange={(fieldId) =>
                    onChange(screen.map((each) => (each === field ? { ...field, fieldId } : each)))
                  }
                />
              </div>
              <Checkbox
                pb={8}
                label={t('workflows.transition.required')}
                aria-label={t('workflows.transition.requiredOf', { field: name })}
                checked={field.isRequired}
                onChange={(event) => {
                  const isRequired = event.currentTarget.checked;
                  onChange(screen.map((each) => (each === field ? { ...field, isRequired } : each)));
                }}
              />
            </Group>
          </PartItem>
        );
      })}
    </Part>
  );
}
