import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { createWorkflow, type ListedWorkflow, workflowQuery } from './workflow-queries.ts';

interface NewWorkflowProps {
  readonly workflows: readonly ListedWorkflow[];
  readonly onClose: () => void;
}

/** Makes a workflow: a simple one, or a copy of another. */
export function NewWorkflow({ workflows, onClose }: NewWorkflowProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', copyOf: '' } });
  const saving = useSave({
    fields: ['name'],
    setErrors: form.setErrors,
    save: ({ name, copyOf }: { name: string; copyOf: string }) =>
      createWorkflow({ name, ...(copyOf !== '' && { copyOf }) }),
    onSaved(workflow) {
      queries.setQueryData(workflowQuery(workflow.id).queryKey, workflow);
      void queries.invalidateQueries({ queryKey: ['workflows'] });
      void queries.invalidateQueries({ queryKey: ['statuses'] });
      tellDone(t('workflows.new.made', { name: workflow.name }));
      void navigate({ to: '/admin/workflows/$id', params: { id: workflow.id } });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('workflows.new.title')} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('workflows.new.name')}
            required
            data-autofocus
            maxLength={80}
            {...form.getInputProps('name')}
          />
          <NativeSelect
            label={t('workflows.new.from')}
            data={[
              { value: '', label: t('workflows.new.simple') },
              ...workflows.map(({ id, name }) => ({ value: id, label: t('workflows.new.copyOf', { name }) })),
            ]}
            {...form.getInputProps('copyOf')}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('workflows.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
