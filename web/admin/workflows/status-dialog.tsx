import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { type Category, type Status, saveStatus, statusesQuery } from './workflow-queries.ts';

interface StatusDialogProps {
  /** null: a new one */
  readonly status: Status | null;
  readonly onClose: () => void;
  readonly onSaved: (status: Status) => void;
}

interface Values {
  readonly name: string;
  readonly description: string;
  readonly category: Category;
  readonly customerName: string;
}

/** Makes a status, or changes one in all workflows that have it. */
export function StatusDialog({ status, onClose, onSaved }: StatusDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      name: status?.name ?? '',
      description: status?.description ?? '',
      category: status?.category ?? 'indeterminate',
      customerName: status?.customerName ?? '',
    },
  });
  const saving = useSave({
    fields: ['name', 'description', 'customerName'],
    setErrors: form.setErrors,
    save: ({ customerName, ...values }: Values) =>
      saveStatus(status?.id ?? null, {
        ...values,
        customerName: customerName.trim() === '' ? null : customerName,
      }),
    async onSaved(saved) {
      tellDone(t(status ? 'workflows.status.changed' : 'workflows.status.made', { name: saved.name }));
      await Promise.all([
        queries.invalidateQueries({ queryKey: statusesQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['workflow-options'] }),
      ]);
      onSaved(saved);
    },
  });
  const title = status
    ? t('workflows.status.editTitle', { name: status.name })
    : t('workflows.status.newTitle');
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={!form.isDirty()}>
      <form
        ref={saving.form}
        noValidate
        onSubmit={(event) => {
          // the editor of a workflow is a form, too
          event.stopPropagation();
          form.onSubmit(saving.save)(event);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('workflows.status.name')}
            required
            data-autofocus
            maxLength={80}
            {...form.getInputProps('name')}
          />
          <NativeSelect
            label={t('workflows.status.category')}
            description={t('workflows.status.categoryHelp')}
            data={(['new', 'indeterminate', 'done'] as const).map((category) => ({
              value: category,
              label: t(`workflows.status.categories.${category}`),
            }))}
            {...form.getInputProps('category')}
          />
          <TextInput
            label={t('workflows.status.customerName')}
            description={t('workflows.status.customerNameHelp')}
            maxLength={80}
            {...form.getInputProps('customerName')}
          />
          <Textarea
            label={t('workflows.status.description')}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('description')}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t(status ? 'form.save' : 'workflows.status.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
