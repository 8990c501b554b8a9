import { Paper, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accentOf } from '../../kit/colors.ts';
import { tellDone } from '../../kit/notices.ts';
import { fieldOf } from '../forms/field-of.ts';
import { FormEnd } from '../forms/form-end.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { AccentPicker } from './accent-picker.tsx';
import { AccessChoice } from './access-choice.tsx';
import {
  changeServiceDesk,
  type PortalSettings,
  type ServiceDesk,
  serviceDeskQuery,
} from './service-desk-queries.ts';

/** The portal's face, and who may use it. */
export function PortalForm({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState({ settings: settingsOf(desk), version: desk._portico.version });
  const [staleness, setStaleness] = useState<string | null>(null);
  const form = useForm<PortalSettings>({ initialValues: seen.settings });
  const { queryKey } = serviceDeskQuery(desk.id);

  function begin(settings: PortalSettings, version: number) {
    setSeen({ settings, version });
    form.setInitialValues(settings);
  }
  const saving = useSave({
    fields: ['portalName', 'description', 'accentColor', 'access', 'isListed'],
    setErrors: form.setErrors,
    save: (values: PortalSettings) => changeServiceDesk(desk.id, values, seen.version),
    async onSaved(saved) {
      setStaleness(null);
      begin(settingsOf(saved), saved._portico.version);
      form.setValues(settingsOf(saved));
      queries.setQueryData(queryKey, saved);
      tellDone(t('form.saved'));
      await queries.invalidateQueries({ queryKey: ['service-desks'] });
    },
    onRefused(error) {
      if (error.status !== 409 || error.errorMessages.length === 0) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...serviceDeskQuery(desk.id), staleTime: 0 });
    const merge = mergeNewest(seen.settings, form.values, settingsOf(newest));
    begin(settingsOf(newest), newest._portico.version);
    form.setValues(merge.values);
    setStaleness(null);
  }

  const { access } = form.values;
  const isDirty = form.isDirty();
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
          <AccessChoice
            {...fieldOf(form, 'access')}
            consequence={
              access === seen.settings.access
                ? null
                : t(
                    access === 'open'
                      ? 'serviceDesks.edit.accessWillOpen'
                      : 'serviceDesks.edit.accessWillRestrict',
                  )
            }
          />
          <Switch
            label={t('serviceDesks.edit.listed')}
            description={t('serviceDesks.edit.listedHelp')}
            {...form.getInputProps('isListed', { type: 'checkbox' })}
          />
          <FormEnd
            stale={{
              text: staleness,
              title: t('serviceDesks.conflict.title'),
              advice: t('serviceDesks.conflict.text'),
              action: t('serviceDesks.conflict.load'),
              onTake: takeNewest,
            }}
            saving={saving}
            isDirty={isDirty}
            onDiscard={() => {
              form.reset();
              saving.clearProblem();
              setStaleness(null);
            }}
          />
        </Stack>
      </form>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
    </Paper>
  );
}

function settingsOf({ _portico: portal }: ServiceDesk): PortalSettings {
  return {
    portalName: portal.portalName,
    description: portal.description,
    accentColor: accentOf(portal.accentColor),
    access: portal.access,
    isListed: portal.isListed,
  };
}
