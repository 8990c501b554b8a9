import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { AccessChoice } from './access-choice.tsx';
import { cleanProjectKey, isProjectKey, suggestProjectKey } from './project-key.ts';
import { createServiceDesk, type NewServiceDesk as Values } from './service-desk-queries.ts';
import { TemplateChoice } from './template-choice.tsx';

interface NewServiceDeskProps {
  readonly takenKeys: readonly string[];
  readonly onClose: () => void;
}

/** Makes a service desk and leads to it. The key is suggested from the name until it is typed. */
export function NewServiceDesk({ takenKeys, onClose }: NewServiceDeskProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: {
      template: 'customer-support',
      portalName: '',
      projectName: '',
      projectKey: '',
      description: '',
      access: 'restricted',
    },
    validate: { projectKey: (key) => (isProjectKey(key) ? null : t('serviceDesks.keyProblem')) },
  });
  const saving = useSave({
    fields: ['template', 'portalName', 'projectName', 'projectKey', 'description', 'access'],
    setErrors: form.setErrors,
    save: (values: Values) =>
      createServiceDesk({ ...values, projectName: values.projectName.trim() || values.portalName }),
    async onSaved(desk) {
      await queries.invalidateQueries({ queryKey: ['service-desks'] });
      tellDone(t('serviceDesks.created', { name: desk._portico.portalName }));
      onClose();
      await navigate({ to: '/admin/service-desks/$id', params: { id: desk.id } });
    },
  });
  const { portalName, projectKey } = form.values;
  const isSuggested = projectKey === suggestProjectKey(portalName, takenKeys);

  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t('serviceDesks.new.title')}
      closeOnClickOutside={!form.isDirty()}
    >
      <form
        ref={saving.form}
        onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
        noValidate
      >
        <Stack gap="md">
          <TemplateChoice {...fieldOf(form, 'template')} />
          <TextInput
            label={t('serviceDesks.new.portalName')}
            description={t('serviceDesks.new.portalNameHelp')}
            required
            maxLength={80}
            {...form.getInputProps('portalName')}
            onChange={(event) => {
              const name = event.currentTarget.value;
              if (isSuggested || projectKey === '') {
                form.setFieldValue('projectKey', suggestProjectKey(name, takenKeys));
              }
              form.setFieldValue('portalName', name);
            }}
          />
          <TextInput
            label={t('serviceDesks.new.projectKey')}
            description={t('serviceDesks.new.projectKeyHelp', { example: `${projectKey || 'SUP'}-1` })}
            required
            styles={{ input: { maxWidth: '14rem' } }}
            spellCheck={false}
            {...form.getInputProps('projectKey')}
            onChange={(event) => form.setFieldValue('projectKey', cleanProjectKey(event.currentTarget.value))}
          />
          <TextInput
            label={t('serviceDesks.new.projectName')}
            description={t('serviceDesks.new.projectNameHelp')}
            maxLength={80}
            {...form.getInputProps('projectName')}
          />
          <TextInput
            label={t('serviceDesks.new.description')}
            description={t('serviceDesks.new.descriptionHelp')}
            maxLength={1000}
            {...form.getInputProps('description')}
          />
          <AccessChoice {...fieldOf(form, 'access')} />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('serviceDesks.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
