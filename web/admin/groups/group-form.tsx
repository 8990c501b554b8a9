import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import type { Group as PeopleGroup } from './group-queries.ts';

interface Values {
  name: string;
  description: string;
}

interface GroupFormProps {
  readonly title: string;
  readonly submit: string;
  readonly initial: Values;
  readonly save: (values: Values) => Promise<PeopleGroup>;
  readonly onSaved: (group: PeopleGroup) => void;
  readonly onClose: () => void;
}

/** Name and description of a group. */
export function GroupForm({ title, submit, initial, save, onSaved, onClose }: GroupFormProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm<Values>({ initialValues: initial });
  const saving = useSave({
    fields: ['name', 'description'],
    setErrors: form.setErrors,
    save,
    async onSaved(group: PeopleGroup) {
      await queries.invalidateQueries({ queryKey: ['groups'] });
      await queries.invalidateQueries({ queryKey: ['group', group.groupId] });
      onClose();
      onSaved(group);
    },
  });
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('groups.name')}
            required
            data-autofocus
            maxLength={255}
            {...form.getInputProps('name')}
          />
          <Textarea
            label={t('groups.description')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('description')}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
