import { Checkbox, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import {
  changeImpersonationSettings,
  type ImpersonationSettings,
  impersonationSettingsQuery,
} from './impersonation-queries.ts';

/** Whether people are told that somebody has looked at the portal as them. */
export function ImpersonationSettingsForm({ settings }: { settings: ImpersonationSettings }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [seen, setSeen] = useState(settings);
  const form = useForm({ initialValues: { tellsPerson: settings.tellsPerson } });
  const saving = useSave({
    fields: ['tellsPerson'],
    setErrors: form.setErrors,
    save: ({ tellsPerson }: { tellsPerson: boolean }) =>
      changeImpersonationSettings({ tellsPerson, version: seen.version }),
    onSaved(saved) {
      const { tellsPerson } = saved;
      setSeen(saved);
      form.setInitialValues({ tellsPerson });
      form.setValues({ tellsPerson });
      queries.setQueryData(impersonationSettingsQuery.queryKey, saved);
      tellDone(t('form.saved'));
    },
  });
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <Title order={2} size="h4">
            {t('impersonation.settings.title')}
          </Title>
          <Checkbox
            label={t('impersonation.settings.tellsPerson')}
            description={t('impersonation.settings.tellsPersonHelp')}
            {...form.getInputProps('tellsPerson', { type: 'checkbox' })}
          />
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={form.isDirty()}
            isSaving={saving.isSaving}
            onDiscard={() => {
              form.reset();
              saving.clearProblem();
            }}
          />
        </Stack>
      </form>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </Paper>
  );
}
