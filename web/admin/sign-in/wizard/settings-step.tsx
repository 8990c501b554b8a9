import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../../kit/notices.ts';
import { FormProblem } from '../../forms/form-problem.tsx';
import { UnsavedGuard } from '../../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../../forms/use-save.ts';
import { instructionsOf, presetOf } from '../presets/presets.ts';
import { formErrors, shownFields } from '../provider-errors.ts';
import { AttributeFields, ProtocolFields } from '../provider-fields.tsx';
import { changeProvider, type Provider, providerQuery } from '../provider-queries.ts';
import { inputOf, type ProviderValues } from '../provider-values.ts';
import { Instructions } from './instructions.tsx';
import { MetadataReader } from './metadata-reader.tsx';
import { beginningOf } from './preset-defaults.ts';
import classes from './wizard.module.css';

/** What to click over there, with our values, beside what to enter here. */
export function SettingsStep({ provider, onDone }: { provider: Provider; onDone: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { id, protocol } = provider;
  const preset = presetOf(provider.preset, protocol);
  const instructions = instructionsOf(preset, protocol);
  // what the form began with: a change that somebody else makes meanwhile is refused, not overwritten
  const [seen] = useState(provider);
  const form = useForm<ProviderValues>({ initialValues: beginningOf(seen, instructions) });
  const saving = useSave({
    fields: shownFields,
    setErrors: (errors) => form.setErrors(formErrors(errors)),
    save: (values: ProviderValues) => changeProvider(id, inputOf(seen, values), seen.version),
    async onSaved(saved) {
      form.resetDirty();
      queries.setQueryData(providerQuery(id).queryKey, saved);
      tellDone(t('wizard.saved'));
      await queries.invalidateQueries({ queryKey: ['identity-providers'] });
      onDone();
    },
  });
  return (
    <div className={classes['sides']}>
      <Paper p="lg" component="section" aria-labelledby="there">
        <Title order={2} size="h4" id="there" mb="sm">
          {preset.isGeneric ? t('wizard.atProvider') : t('wizard.there', { provider: preset.name })}
        </Title>
        {instructions ? (
          <Instructions instructions={instructions} traps={preset.traps} ours={provider.ours} />
        ) : null}
      </Paper>
      <Paper p="lg" component="section" aria-labelledby="here">
        <form
          ref={saving.form}
          onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
          noValidate
        >
          <Stack gap="md">
            <div>
              <Title order={2} size="h4" id="here">
                {t('wizard.here')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('wizard.hereHelp')}
              </Text>
            </div>
            {protocol === 'saml' ? (
              <MetadataReader
                url={form.values.metadataUrl}
                onRead={(settings) => {
                  form.setValues(settings);
                  form.clearErrors();
                }}
              />
            ) : null}
            <ProtocolFields
              form={form}
              protocol={protocol}
              hasSecret={(provider.oidc ?? provider.oauth2)?.hasClientSecret ?? false}
            />
            <details>
              <summary>{t('signIn.attributes')}</summary>
              <Stack gap="md" mt="sm">
                <Text size="sm" c="dimmed">
                  {t('signIn.attributesHelp')}
                </Text>
                <AttributeFields form={form} />
              </Stack>
            </details>
            <FormProblem problem={saving.problem} />
            <Group>
              <Button type="submit" loading={saving.isSaving}>
                {t('wizard.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </div>
  );
}
