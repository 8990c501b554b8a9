import { Button, Checkbox, Group, MultiSelect, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { ConditionsEditor } from './conditions-editor.tsx';
import { EffectsEditor } from './effects-editor.tsx';
import { ScreenEditor } from './screen-editor.tsx';
import type { DefinedTransition, Definition, Status, WorkflowOptions } from './workflow-queries.ts';

interface TransitionDialogProps {
  readonly transition: DefinedTransition;
  readonly workflow: Definition;
  readonly options: WorkflowOptions;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly deskId: string | undefined;
  readonly onClose: () => void;
  readonly onDone: (transition: DefinedTransition) => void;
}

/** Everything that is said of a transition. It becomes part of the draft; saving that is another step. */
export function TransitionDialog(props: TransitionDialogProps) {
  const { transition, workflow, options, statuses, deskId, onClose, onDone } = props;
  const { t } = useTranslation('admin');
  const [values, setValues] = useState(transition);
  const change = (part: Partial<DefinedTransition>) => setValues({ ...values, ...part });
  const { resolution } = values;
  const choices = workflow.statuses.map(({ statusId }) => ({
    value: statusId,
    label: statuses.get(statusId)?.name ?? statusId,
  }));
  const isDirty = JSON.stringify(values) !== JSON.stringify(transition);
  const title =
    transition.name === ''
      ? t('workflows.transition.newTitle')
      : t('workflows.transition.title', { name: transition.name });
  return (
    <Dialog onClose={onClose} title={title} size="xl" closeOnClickOutside={!isDirty}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onDone(values);
        }}
      >
        <Stack gap="lg">
          <TextInput
            label={t('workflows.transition.name')}
            description={t('workflows.transition.nameHelp')}
            required
            data-autofocus
            maxLength={80}
            value={values.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Stack gap="xs">
            {values.from === null ? null : (
              <MultiSelect
                label={t('workflows.transition.from')}
                placeholder={values.from.length === 0 ? t('workflows.transition.fromPlaceholder') : ''}
                data={choices.filter(({ value }) => value !== values.to)}
                value={[...values.from]}
                onChange={(from) => change({ from })}
              />
            )}
            <Checkbox
              label={t('workflows.transition.anywhere')}
              checked={values.from === null}
              onChange={(event) => change({ from: event.currentTarget.checked ? null : [] })}
            />
          </Stack>
          <NativeSelect
            label={t('workflows.transition.to')}
            data={[{ value: '', label: t('workflows.transition.choose') }, ...choices]}
            value={values.to}
            onChange={({ currentTarget: { value } }) =>
              change({ to: value, from: values.from?.filter((id) => id !== value) ?? null })
            }
          />
          <NativeSelect
            label={t('workflows.transition.resolution')}
            description={t('workflows.transition.resolutionHelp')}
            data={[
              { value: 'clear', label: t('workflows.transition.clear') },
              { value: 'keep', label: t('workflows.transition.keep') },
              ...options.resolutions.map(({ id, name }) => ({
                value: id,
                label: t('workflows.transition.set', { name }),
              })),
            ]}
            value={resolution.kind === 'set' ? resolution.resolutionId : resolution.kind}
            onChange={({ currentTarget: { value } }) =>
              change({
                resolution:
                  value === 'clear' || value === 'keep'
                    ? { kind: value }
                    : { kind: 'set', resolutionId: value },
              })
            }
          />
          <Stack gap="xs">
            <Checkbox
              label={t('workflows.transition.customers')}
              checked={values.isShownToCustomers}
              onChange={(event) => change({ isShownToCustomers: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('workflows.transition.onAnswer')}
              checked={values.happensOnCustomerComment}
              onChange={(event) => change({ happensOnCustomerComment: event.currentTarget.checked })}
            />
          </Stack>
          <ConditionsEditor
            conditions={values.conditions}
            options={options}
            onChange={(conditions) => change({ conditions })}
          />
          <ScreenEditor screen={values.screen} options={options} onChange={(screen) => change({ screen })} />
          <EffectsEditor
            effects={values.effects}
            options={options}
            deskId={deskId}
            onChange={(effects) => change({ effects })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" disabled={values.name.trim() === '' || values.to === ''}>
              {t('workflows.transition.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
