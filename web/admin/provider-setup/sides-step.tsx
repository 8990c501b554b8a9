import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { instructionsOf, presetOf } from '../sign-in/presets/presets.ts';
import { formErrors, shownFields } from '../sign-in/provider-errors.ts';
import { AttributeFields, ProtocolFields } from '../sign-in/provider-fields.tsx';
import {
  missingFields,
  type ProviderValues,
  protocolInputOf,
  protocolValuesOf,
} from '../sign-in/provider-values.ts';
import { useFieldNames } from '../sign-in/use-field-names.ts';
import { Instructions } from '../sign-in/wizard/instructions.tsx';
import { withDefaults } from '../sign-in/wizard/preset-defaults.ts';
import wizard from '../sign-in/wizard/wizard.module.css';
import { OurValues } from './our-values.tsx';
import { ReadMetadata } from './read-metadata.tsx';
import { fillIn, type ProviderSetup, useShowSetup } from './setup-query.ts';
import type { StepProps } from './setup-step.ts';
import { StaleNote } from './stale-note.tsx';
import { StepTitle } from './step-title.tsx';
import { useFollow } from './use-follow.ts';
import { useStale } from './use-stale.ts';

const attributeFields = ['emailAttribute', 'nameAttribute', 'groupsAttribute'] as const;

/** What to click at the company's provider, with our values, beside what to enter here. */
export function SidesStep({ token, setup, onDone }: StepProps) {
  const { t } = useTranslation('admin');
  const { protocol, ours } = setup;
  const preset = presetOf(setup.preset, protocol);
  const instructions = instructionsOf(preset, protocol);
  return (
    <div className={wizard['sides']}>
      <Paper p="lg" component="section">
        <Stack gap="md">
          <StepTitle>
            {preset.isGeneric
              ? t('providerSetup.there.generic')
              : t('providerSetup.there.title', { provider: preset.name })}
          </StepTitle>
          {instructions ? (
            <Instructions instructions={instructions} traps={preset.traps} ours={ours} />
          ) : null}
          <details>
            <summary>{t('providerSetup.there.values')}</summary>
            <Stack mt="sm">
              <OurValues ours={ours} />
            </Stack>
          </details>
        </Stack>
      </Paper>
      <Paper p="lg" component="section" aria-labelledby="here">
        <Stack gap="md">
          <div>
            <Title order={2} size="h3" id="here">
              {t('providerSetup.here.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('providerSetup.here.help')}
            </Text>
          </div>
          <SettingsForm token={token} setup={setup} onDone={onDone} />
        </Stack>
      </Paper>
    </div>
  );
}

/** What the form holds of a set-up; while it is not complete, with the names that the product usually has. */
function valuesOf(setup: ProviderSetup): ProviderValues {
  const values = protocolValuesOf(setup);
  const instructions = instructionsOf(presetOf(setup.preset, setup.protocol), setup.protocol);
  return setup.isComplete ? values : withDefaults(values, instructions);
}

function SettingsForm({ token, setup, onDone }: StepProps) {
  const { t } = useTranslation('admin');
  const fieldNames = useFieldNames();
  const show = useShowSetup(token);
  const { protocol } = setup;
  // what the form began with: what somebody else saves meanwhile is not overwritten
  const [seen, setSeen] = useState(setup);
  const form = useForm<ProviderValues>({ initialValues: valuesOf(seen) });
  const stale = useStale(token, seen);
  const saving = useSave({
    fields: shownFields,
    setErrors: (errors) => form.setErrors(formErrors(errors)),
    onRefused: stale.take,
    save: (values: ProviderValues) => fillIn(token, seen, protocolInputOf(protocol, values)),
    onSaved(saved) {
      show(saved);
      setSeen(saved);
      const values = valuesOf(saved);
      form.setInitialValues(values);
      form.setValues(values);
      form.resetDirty(values);
      if (saved.isComplete) {
        tellDone(t('providerSetup.here.saved'));
        onDone();
      } else
        tellDone(t('providerSetup.here.missing', { fields: fieldNames(missingFields(protocol, values)) }));
    },
  });

  function bringUpToDate(newest: ProviderSetup) {
    const { values } = mergeNewest(valuesOf(seen), form.values, valuesOf(newest));
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    setSeen(newest);
  }
  useFollow(setup, seen, !form.isDirty(), bringUpToDate);

  return (
    <form
      ref={saving.form}
      onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
      noValidate
    >
      <Stack gap="md">
        {protocol === 'saml' ? (
          <ReadMetadata
            token={token}
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
          hasSecret={(seen.oidc ?? seen.oauth2)?.hasClientSecret ?? false}
        />
        <details open={attributeFields.some((name) => form.errors[name]) || undefined}>
          <summary>{t('providerSetup.here.attributes')}</summary>
          <Stack gap="md" mt="sm">
            <Text size="sm" c="dimmed">
              {t('signIn.attributesHelp')}
            </Text>
            <AttributeFields form={form} />
          </Stack>
        </details>
        <StaleNote stale={stale} site={setup.siteName} onTake={bringUpToDate} />
        <FormProblem problem={saving.problem} />
        <Group>
          <Button type="submit" loading={saving.isSaving}>
            {t('providerSetup.here.save')}
          </Button>
        </Group>
      </Stack>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </form>
  );
}
