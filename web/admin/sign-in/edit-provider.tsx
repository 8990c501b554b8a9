import { Button, Group, Paper } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { StaleAlert } from '../forms/stale-alert.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { ProviderDomains } from '../portal-domains/provider-domains.tsx';
import { StaleTestWarning } from './dependants.tsx';
import { EnableProvider } from './enable-provider.tsx';
import { lockOutOf, useLockOutConsent } from './lock-out.ts';
import { MappingPreview } from './log/mapping-preview.tsx';
import { LogoInput } from './logo-input.tsx';
import { OurValues } from './our-values.tsx';
import { formErrors, shownFields } from './provider-errors.ts';
import { ProviderFields } from './provider-fields.tsx';
import {
  changeProvider,
  deleteProvider,
  dependantsQuery,
  type Provider,
  providerQuery,
} from './provider-queries.ts';
import { inputOf, type ProviderValues, valuesOf } from './provider-values.ts';
import { SetUpProgress } from './set-up-progress.tsx';
import { useFieldNames } from './use-field-names.ts';
import { useRequiredFields } from './use-required-fields.ts';

/** A provider that exists: its values, ours for the other side, and whether it is enabled. */
export function EditProvider({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const namesOf = useFieldNames();
  const validate = useRequiredFields(provider.protocol, provider.isEnabled);
  const [isDeleting, deleting] = useDisclosure(false);
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(provider);
  const [staleness, setStaleness] = useState<string | null>(null);
  const [merged, setMerged] = useState<string | null>(null);
  /** why saving was refused that locks customers out, until it is confirmed or given up */
  const [lockOut, setLockOut] = useState<string | null>(null);
  const deletion = useLockOutConsent();
  const form = useForm<ProviderValues>({ initialValues: valuesOf(provider), validate });

  function begin(newest: Provider, values = valuesOf(newest)) {
    setSeen(newest);
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    queries.setQueryData(providerQuery(newest.id).queryKey, newest);
  }
  // an act beside the form, such as a new logo, made it newer: nothing was typed that could be lost
  useEffect(() => {
    if (provider.version > seen.version && !form.isDirty()) begin(provider);
  });
  async function takeSaved(saved: Provider) {
    begin(saved);
    setMerged(null);
    tellDone(t('form.saved'));
    await queries.invalidateQueries({ queryKey: ['identity-providers'] });
    await queries.invalidateQueries({ queryKey: dependantsQuery(saved.id).queryKey });
  }
  const saving = useSave({
    fields: shownFields,
    setErrors: (errors) => form.setErrors(formErrors(errors)),
    save: (values: ProviderValues) => changeProvider(seen.id, inputOf(seen, values), seen.version),
    onSaved: takeSaved,
    onRefused(error) {
      setLockOut(lockOutOf(error));
      if (lockOutOf(error) !== null) return true;
      if (error.status !== 409 || error.errorMessages.length === 0) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...providerQuery(seen.id), staleTime: 0 });
    const merge = mergeNewest(valuesOf(seen), form.values, valuesOf(newest));
    begin(newest, merge.values);
    const taken =
      merge.taken.length > 0
        ? t('signIn.conflict.taken', { count: merge.taken.length, fields: namesOf(merge.taken) })
        : t('signIn.conflict.takenNone');
    const kept =
      merge.clashes.length > 0 ? t('signIn.conflict.mine', { fields: namesOf(merge.clashes) }) : '';
    setMerged(`${taken} ${kept}`.trim());
  }

  const isDirty = form.isDirty();
  return (
    <>
      <Group justify="space-between">
        <EnableProvider provider={seen} isBlocked={isDirty} onChanged={begin} onStale={setStaleness} />
        <Button variant="subtle" color="red" onClick={deleting.open}>
          {t('signIn.delete.action')}
        </Button>
      </Group>
      <SetUpProgress provider={seen} />
      <OurValues provider={seen} />
      <ProviderDomains providerId={seen.id} />
      <Paper p="lg">
        <LogoInput provider={provider} />
      </Paper>
      <form
        ref={saving.form}
        onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
        noValidate
      >
        <ProviderFields
          form={form}
          protocol={seen.protocol}
          hasSecret={(seen.oidc ?? seen.oauth2)?.hasClientSecret ?? false}
          isEnabled={seen.isEnabled}
          preview={<MappingPreview providerId={seen.id} input={inputOf(seen, form.values)} />}
        >
          {staleness === null ? null : (
            <StaleAlert
              title={t('signIn.conflict.title')}
              text={staleness}
              advice={t('signIn.conflict.text')}
              action={t('signIn.conflict.load')}
              onTake={takeNewest}
            />
          )}
          {merged === null ? null : (
            <Note tone="info" role="status">
              {merged}
            </Note>
          )}
          {isDirty && seen.isTested && seen.isEnabled ? <StaleTestWarning providerId={seen.id} /> : null}
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={isDirty}
            isSaving={saving.isSaving}
            onDiscard={() => {
              form.reset();
              saving.clearProblem();
              setMerged(null);
            }}
          />
        </ProviderFields>
      </form>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
      {lockOut === null ? null : (
        <ConfirmAct
          title={t('lockOut.saveTitle')}
          submit={t('lockOut.saveSubmit')}
          isDanger
          act={async () =>
            takeSaved(
              await changeProvider(seen.id, inputOf(seen, form.values), seen.version, {
                confirmsLockOut: true,
              }),
            )
          }
          onCancel={() => setLockOut(null)}
          onDone={() => setLockOut(null)}
        >
          <p>{lockOut}</p>
        </ConfirmAct>
      )}
      {isDeleting ? (
        <ConfirmAct
          title={t('signIn.delete.title', { name: seen.name })}
          submit={t(deletion.isTold ? 'lockOut.goOn' : 'signIn.delete.submit')}
          isDanger
          act={() => deletion.attempt((isConfirmed) => deleteProvider(seen.id, isConfirmed))}
          onCancel={deleting.close}
          onDone={() => {
            deleting.close();
            tellDone(t('signIn.delete.done', { name: seen.name }));
            queries.removeQueries({ queryKey: providerQuery(seen.id).queryKey });
            void queries.invalidateQueries({ queryKey: ['identity-providers'] });
            void navigate({ to: '/admin/sign-in', ignoreBlocker: true });
          }}
        >
          <p>{t('signIn.delete.text')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
