import { Anchor, Badge, NumberInput, Paper, Select, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { FormEnd } from '../forms/form-end.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { lockOutOf } from '../sign-in/lock-out.ts';
import { everyProviderQuery } from '../sign-in/provider-order.tsx';
import type { ServiceDesk } from './service-desk-queries.ts';
import classes from './sign-in-form.module.css';
import { changePortalSignIn, type PortalSignIn, portalSignInQuery } from './sign-in-queries.ts';

/** How people sign in at the desk's portal. */
export function DeskSignIn({ desk }: { desk: ServiceDesk }) {
  const query = useQuery(portalSignInQuery(desk.id));
  return query.data ? (
    <SignInForm portalId={desk.id} policy={query.data} />
  ) : (
    <QueryState query={query} lines={5} />
  );
}

interface Values {
  readonly requiresProvider: boolean;
  readonly defaultProviderId: string | null;
  /** '' in place of none */
  readonly sessionIdleMinutes: number | string;
  readonly sessionMaxHours: number | string;
}

function SignInForm({ portalId, policy }: { portalId: string; policy: PortalSignIn }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(policy);
  const [staleness, setStaleness] = useState<string | null>(null);
  /** why saving was refused that locks customers out, until it is confirmed or given up */
  const [lockOut, setLockOut] = useState<string | null>(null);
  const every = useQuery(everyProviderQuery).data ?? [];
  const form = useForm<Values>({ initialValues: valuesOf(policy) });

  function begin(newest: PortalSignIn, values = valuesOf(newest)) {
    setSeen(newest);
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    queries.setQueryData(portalSignInQuery(portalId).queryKey, newest);
  }
  function takeSaved(saved: PortalSignIn) {
    begin(saved);
    tellDone(t('form.saved'));
  }
  const saving = useSave({
    fields: ['requiresProvider', 'defaultProviderId', 'sessionIdleMinutes', 'sessionMaxHours'],
    setErrors: form.setErrors,
    save: (values: Values) => changePortalSignIn(portalId, { ...inputOf(values), version: seen.version }),
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
    const newest = await queries.fetchQuery({ ...portalSignInQuery(portalId), staleTime: 0 });
    begin(newest, mergeNewest(valuesOf(seen), form.values, valuesOf(newest)).values);
  }

  const isDirty = form.isDirty();
  const willRequire = form.values.requiresProvider && !seen.requiresProvider;
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <Switch
            label={t('portalSignIn.requires')}
            description={t(willRequire ? 'portalSignIn.willRequire' : 'portalSignIn.requiresHelp')}
            {...form.getInputProps('requiresProvider', { type: 'checkbox' })}
          />
          <Serving providers={seen.providers} asksForTest={!seen.requiresProvider} />
          <Select
            label={t('portalSignIn.defaultProvider')}
            description={t('portalSignIn.defaultProviderHelp')}
            placeholder={t('portalSignIn.noDefault')}
            data={every
              .filter(({ id, isEnabled }) => isEnabled || id === seen.defaultProviderId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            clearable
            {...form.getInputProps('defaultProviderId')}
          />
          <NumberInput
            label={t('portalSignIn.idle')}
            description={t('portalSignIn.idleHelp')}
            min={1}
            max={100_000}
            allowDecimal={false}
            {...form.getInputProps('sessionIdleMinutes')}
          />
          <NumberInput
            label={t('portalSignIn.max')}
            description={t('portalSignIn.maxHelp')}
            min={1}
            max={10_000}
            allowDecimal={false}
            {...form.getInputProps('sessionMaxHours')}
          />
          <CopyField
            label={t('portalSignIn.emergency')}
            description={t('portalSignIn.emergencyHelp')}
            value={seen.emergencyUrl}
          />
          <FormEnd
            stale={{
              text: staleness,
              title: t('portalSignIn.conflict'),
              advice: t('portalSignIn.conflictText'),
              action: t('portalSignIn.conflictLoad'),
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
      {lockOut === null ? null : (
        <ConfirmAct
          title={t('lockOut.saveTitle')}
          submit={t('lockOut.saveSubmit')}
          isDanger
          act={async () => {
            const input = { ...inputOf(form.values), version: seen.version, confirmsLockOut: true };
            takeSaved(await changePortalSignIn(portalId, input));
          }}
          onCancel={() => setLockOut(null)}
          onDone={() => setLockOut(null)}
        >
          <p>{lockOut}</p>
        </ConfirmAct>
      )}
    </Paper>
  );
}

interface ServingProps {
  readonly providers: PortalSignIn['providers'];
  /** a provider is not required yet: that takes a test */
  readonly asksForTest: boolean;
}

function Serving({ providers, asksForTest }: ServingProps) {
  const { t } = useTranslation('admin');
  const needsTest = asksForTest && providers.every(({ isTestedByYou }) => !isTestedByYou);
  if (providers.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('portalSignIn.servingNone')}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm">{t('portalSignIn.serving')}</Text>
      <ul className={classes['serving']}>
        {providers.map(({ id, name, isTested, isTestedByYou }) => (
          <li key={id}>
            <Anchor
              fz="inherit"
              renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id }} />}
            >
              {name}
            </Anchor>
            <Badge color={isTestedByYou ? 'green' : isTested ? 'blue' : 'gray'}>
              {t(
                isTestedByYou
                  ? 'portalSignIn.testedByYou'
                  : isTested
                    ? 'portalSignIn.tested'
                    : 'portalSignIn.notTested',
              )}
            </Badge>
          </li>
        ))}
      </ul>
      {needsTest ? (
        <Text size="sm" c="dimmed">
          {t('portalSignIn.needsTest')}
        </Text>
      ) : null}
    </div>
  );
}

function valuesOf(policy: PortalSignIn): Values {
  return {
    requiresProvider: policy.requiresProvider,
    defaultProviderId: policy.defaultProviderId,
    sessionIdleMinutes: policy.sessionIdleMinutes ?? '',
    sessionMaxHours: policy.sessionMaxHours ?? '',
  };
}

function inputOf(values: Values) {
  return {
    ...values,
    sessionIdleMinutes: numberOrNull(values.sessionIdleMinutes),
    sessionMaxHours: numberOrNull(values.sessionMaxHours),
  };
}

function numberOrNull(value: number | string): number | null {
  return value === '' ? null : Number(value);
}
