import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { type Choice, type ChoiceInput, choicesQuery, type ListName, saveChoice } from './choice-queries.ts';

interface ChoiceDialogProps {
  readonly list: ListName;
  /** null: a new one */
  readonly choice: Choice | null;
  readonly onClose: () => void;
}

type Color = NonNullable<ChoiceInput['color']>;
const colors: readonly Color[] = [
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'gray',
];

/** Makes a priority or a resolution, or changes one. */
export function ChoiceDialog({ list, choice, onClose }: ChoiceDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      name: choice?.name ?? '',
      description: choice?.description ?? '',
      color: colors.find((color) => color === choice?.color) ?? 'gray',
      isDefault: choice?.isDefault ?? false,
    },
  });
  const saving = useSave({
    fields: ['name', 'description', 'isDefault'],
    setErrors: form.setErrors,
    save: ({ color, ...values }: typeof form.values) =>
      saveChoice(list, choice?.id ?? null, { ...values, ...(list === 'priority' && { color }) }),
    onSaved(saved) {
      tellDone(t(choice ? 'choices.changed' : 'choices.made', { name: saved.name }));
      void queries.invalidateQueries({ queryKey: choicesQuery(list).queryKey });
      void queries.invalidateQueries({ queryKey: ['workflow-options'] });
      onClose();
    },
  });
  const isFixed = list === 'priority' && (choice?.isDefault ?? false);
  const title = choice ? t('choices.editTitle', { name: choice.name }) : t(`choices.${list}.newTitle`);
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('choices.name')}
            required
            data-autofocus
            maxLength={60}
            {...form.getInputProps('name')}
          />
          <Textarea
            label={t('choices.description')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('description')}
          />
          {list === 'priority' ? (
            <NativeSelect
              label={t('choices.color')}
              data={colors.map((color) => ({ value: color, label: t(`choices.colors.${color}`) }))}
              {...form.getInputProps('color')}
            />
          ) : null}
          <Checkbox
            label={t(
              list === 'resolution'
                ? 'choices.defaultResolution'
                : isFixed
                  ? 'choices.defaultPriorityIs'
                  : 'choices.defaultPriority',
            )}
            disabled={isFixed}
            {...form.getInputProps('isDefault', { type: 'checkbox' })}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t(choice ? 'form.save' : `choices.${list}.create`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
