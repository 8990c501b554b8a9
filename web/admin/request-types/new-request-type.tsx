import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { entriesOf, type FormEntries, inputOf, newField } from './form-entries.ts';
import {
  addRequestType,
  askableFieldsQuery,
  editedTypeQuery,
  type ListedType,
  requestTypesQuery,
} from './request-type-queries.ts';

interface NewRequestTypeProps {
  readonly deskId: string;
  readonly used: readonly ListedType[];
  readonly onClose: () => void;
}

/** Makes a request type, with a plain form or with that of another. */
export function NewRequestType({ deskId, used, onClose }: NewRequestTypeProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', description: '', from: '' } });

  async function begin(from: string) {
    if (from === '') {
      const plain: FormEntries = ['summary', 'description', 'attachment'].map((key) => ({
        field: newField(key),
      }));
      return { helpText: '', icon: 'help', groupIds: [], form: inputOf(plain) };
    }
    const [copied, fields] = await Promise.all([
      queries.fetchQuery(editedTypeQuery(deskId, from)),
      queries.fetchQuery(askableFieldsQuery(deskId)),
    ]);
    const { helpText, icon, groupIds, workflowId } = copied;
    const known = new Set(fields.map(({ key }) => key));
    // fields that were archived since cannot be put on a new form
    const entries = entriesOf(copied, fields).flatMap((entry): FormEntries => {
      if (entry.field) return known.has(entry.field.key) ? [entry] : [];
      return [
        { section: { ...entry.section, fields: entry.section.fields.filter(({ key }) => known.has(key)) } },
      ];
    });
    return { helpText, icon, groupIds, workflowId, form: inputOf(entries) };
  }
  const saving = useSave({
    fields: ['name', 'description'],
    setErrors: form.setErrors,
    save: async ({ name, description, from }: { name: string; description: string; from: string }) =>
      addRequestType(deskId, { name, description, ...(await begin(from)) }),
    onSaved(type) {
      queries.setQueryData(editedTypeQuery(deskId, type.id).queryKey, type);
      void queries.invalidateQueries({ queryKey: requestTypesQuery(deskId).queryKey });
      tellDone(t('requestTypes.new.made', { name: type.name }));
      void navigate({
        to: '/admin/service-desks/$id/request-types/$typeId',
        params: { id: deskId, typeId: type.id },
      });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('requestTypes.new.title')} closeOnClickOutside={!form.isDirty()}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('requestTypes.new.name')}
            description={t('requestTypes.new.nameHelp')}
            required
            data-autofocus
            maxLength={255}
            {...form.getInputProps('name')}
          />
          <Textarea
            label={t('requestTypes.new.description')}
            description={t('requestTypes.new.descriptionHelp')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('description')}
          />
          <NativeSelect
            label={t('requestTypes.new.from')}
            data={[
              { value: '', label: t('requestTypes.new.plain') },
              ...used.map(({ id, name }) => ({ value: id, label: t('requestTypes.new.copyOf', { name }) })),
            ]}
            {...form.getInputProps('from')}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('requestTypes.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
