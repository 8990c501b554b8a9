import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { DomainsInput } from '../domains/domains-input.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { DomainProof } from './domain-proof.tsx';
import { fillIn, type ProviderSetup, useShowSetup } from './setup-query.ts';
import type { StepProps } from './setup-step.ts';
import { StaleNote } from './stale-note.tsx';
import { StepTitle } from './step-title.tsx';
import { useFollow } from './use-follow.ts';
import { useStale } from './use-stale.ts';

const valuesOf = (setup: ProviderSetup) => ({ domains: setup.domainClaims.map(({ domain }) => domain) });

/** The domains of the company's e-mail addresses, and the record that proves each. */
export function DomainsStep({ token, setup }: StepProps) {
  const { t } = useTranslation('admin');
  const { domainClaims, siteName } = setup;
  return (
    <Paper p="lg">
      <Stack gap="lg" maw="48rem">
        <div>
          <StepTitle>{t('providerSetup.domains.title')}</StepTitle>
          <Text size="sm" c="dimmed">
            {t('providerSetup.domains.help')}
          </Text>
        </div>
        <DomainsForm token={token} setup={setup} />
        <div>
          {domainClaims.length === 0 ? <Text c="dimmed">{t('providerSetup.domains.none')}</Text> : null}
          {domainClaims.map((claim) => (
            <DomainProof key={claim.domain} token={token} site={siteName} claim={claim} />
          ))}
        </div>
      </Stack>
    </Paper>
  );
}

function DomainsForm({ token, setup }: Omit<StepProps, 'onDone'>) {
  const { t } = useTranslation('admin');
  const show = useShowSetup(token);
  const [seen, setSeen] = useState(setup);
  const form = useForm({ initialValues: valuesOf(seen) });
  const stale = useStale(token, seen);
  const saving = useSave({
    fields: ['domains'],
    setErrors: form.setErrors,
    onRefused: stale.take,
    save: ({ domains }: typeof form.values) => fillIn(token, seen, { domains }),
    onSaved(saved) {
      begin(saved, valuesOf(saved));
      show(saved);
      tellDone(t('providerSetup.domains.saved'));
    },
  });

  function begin(from: ProviderSetup, values: typeof form.values) {
    setSeen(from);
    form.setInitialValues(valuesOf(from));
    form.setValues(values);
  }
  useFollow(setup, seen, !form.isDirty(), (newest) => begin(newest, valuesOf(newest)));

  return (
    <form
      ref={saving.form}
      onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
      noValidate
    >
      <Stack gap="sm">
        <DomainsInput {...fieldOf(form, 'domains')} />
        <StaleNote
          stale={stale}
          site={setup.siteName}
          onTake={(newest) =>
            begin(newest, mergeNewest(valuesOf(seen), form.values, valuesOf(newest)).values)
          }
        />
        <FormProblem problem={saving.problem} />
        <Group>
          <Button type="submit" loading={saving.isSaving} disabled={!form.isDirty()}>
            {t('providerSetup.domains.save')}
          </Button>
        </Group>
      </Stack>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </form>
  );
}
