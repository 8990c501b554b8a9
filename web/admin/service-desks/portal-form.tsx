import { Paper, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { accentOf } from '../../kit/colors.ts';
import { fieldOf } from '../forms/field-of.ts';
import { FormEnd } from '../forms/form-end.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { AccentPicker } from './accent-picker.tsx';
import { changeServiceDesk, type PortalSettings, type ServiceDesk } from './service-desk-queries.ts';
import { useDeskForm } from './use-desk-form.ts';

/** The portal's face. */
export function PortalForm({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const { form, saving, end } = useDeskForm({
    desk,
    valuesOf: settingsOf,
    fields: ['portalName', 'description', 'accentColor', 'isListed'],
    save: (values, version) => changeServiceDesk(desk.id, values, version),
  });
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <TextInput
            label={t('serviceDesks.new.portalName')}
            description={t('serviceDesks.new.portalNameHelp')}
            required
            maxLength={80}
            {...form.getInputProps('portalName')}
          />
          <Textarea
            label={t('serviceDesks.new.description')}
            description={t('serviceDesks.new.descriptionHelp')}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('description')}
          />
          <AccentPicker label={t('serviceDesks.edit.accent')} {...fieldOf(form, 'accentColor')} />
          <Switch
            label={t('serviceDesks.edit.listed')}
            description={t('serviceDesks.edit.listedHelp')}
            {...form.getInputProps('isListed', { type: 'checkbox' })}
          />
          <FormEnd {...end} />
        </Stack>
      </form>
      <UnsavedGuard isDirty={end.isDirty && !saving.isSaving} />
    </Paper>
  );
}

type Settings = PortalSettings & Record<string, unknown>;

function settingsOf({ _portico: portal }: ServiceDesk): Settings {
  return {
    portalName: portal.portalName,
    description: portal.description,
    accentColor: accentOf(portal.accentColor),
    isListed: portal.isListed,
  };
}
