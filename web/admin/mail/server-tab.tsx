import { Button, NumberInput, Paper, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { FormEnd } from '../forms/form-end.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import classes from './mail.module.css';
import {
  changeMailSettings,
  type MailSettings,
  type MailSettingsInput,
  mailQuery,
  removeMailSettings,
} from './mail-queries.ts';
import { TestOutcome, useMailTest } from './test-outcome.tsx';

interface Values {
  readonly host: string;
  readonly port: number | string;
  readonly security: MailSettings['security'];
  readonly username: string;
  readonly password: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly replyTo: string;
}

const fields = ['host', 'port', 'security', 'username', 'password', 'fromAddress', 'fromName', 'replyTo'];

/** How mail leaves: the server, who messages come from, and a test. */
export function ServerTab({ settings }: { settings: MailSettings | null }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(settings);
  const [staleness, setStaleness] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const form = useForm<Values>({ initialValues: valuesOf(settings) });

  function begin(newest: MailSettings | null, values = valuesOf(newest)) {
    setSeen(newest);
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    void queries.invalidateQueries({ queryKey: ['mail'] });
  }
  const saving = useSave({
    fields,
    setErrors: form.setErrors,
    save: (values: Values) => changeMailSettings(inputOf(values), seen?.version ?? 0),
    onSaved(saved) {
      begin(saved);
      tellDone(t('form.saved'));
    },
    onRefused(error) {
      if (error.status !== 409) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });
  const test = useMailTest({ fields, setErrors: form.setErrors, form: saving.form });
  async function takeNewest() {
    const { settings: newest } = await queries.fetchQuery({ ...mailQuery, staleTime: 0 });
    begin(newest, mergeNewest(valuesOf(seen), form.values, valuesOf(newest)).values);
  }

  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <Text size="sm" c="dimmed">
            {t('mail.server.help')}
          </Text>
          <div className={classes['row']}>
            <TextInput
              label={t('mail.server.host')}
              placeholder={t('mail.server.hostHint')}
              autoComplete="off"
              required
              {...form.getInputProps('host')}
            />
            <NumberInput
              label={t('mail.server.port')}
              min={1}
              max={65_535}
              allowDecimal={false}
              hideControls
              required
              {...form.getInputProps('port')}
            />
          </div>
          <Select
            label={t('mail.server.security')}
            data={(['starttls', 'tls', 'none'] as const).map((value) => ({
              value,
              label: t(`mail.server.securities.${value}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps('security')}
          />
          <TextInput
            label={t('mail.server.username')}
            description={t('mail.server.usernameHelp')}
            autoComplete="off"
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label={t('mail.server.password')}
            description={seen?.hasPassword ? t('mail.server.passwordKept') : undefined}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <TextInput
            label={t('mail.server.from')}
            description={t('mail.server.fromHelp')}
            type="email"
            required
            {...form.getInputProps('fromAddress')}
          />
          <TextInput label={t('mail.server.fromName')} maxLength={100} {...form.getInputProps('fromName')} />
          <TextInput
            label={t('mail.server.replyTo')}
            description={t('mail.server.replyToHelp')}
            type="email"
            {...form.getInputProps('replyTo')}
          />
          <TestOutcome test={test} />
          <FormEnd
            stale={{
              text: staleness,
              title: t('mail.server.conflict'),
              advice: t('mail.server.conflictText'),
              action: t('mail.server.conflictLoad'),
              onTake: takeNewest,
            }}
            saving={saving}
            isDirty={form.isDirty()}
            onDiscard={() => {
              form.reset();
              saving.clearProblem();
              setStaleness(null);
            }}
          >
            <Button
              variant="default"
              loading={test.isPending}
              title={t('mail.server.testHelp')}
              onClick={() => test.mutate(inputOf(form.values))}
            >
              {t('mail.server.test')}
            </Button>
            {seen ? (
              <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
                {t('mail.server.remove')}
              </Button>
            ) : null}
          </FormEnd>
        </Stack>
      </form>
      {isRemoving ? (
        <ConfirmAct
          title={t('mail.server.removeTitle')}
          submit={t('mail.server.remove')}
          isDanger
          act={removeMailSettings}
          onDone={() => {
            setRemoving(false);
            begin(null);
            tellDone(t('mail.server.removed'));
          }}
          onCancel={() => setRemoving(false)}
        >
          <p>{t('mail.server.removeText')}</p>
        </ConfirmAct>
      ) : null}
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </Paper>
  );
}

function valuesOf(settings: MailSettings | null): Values {
  return {
    host: settings?.host ?? '',
    port: settings?.port ?? 587,
    security: settings?.security ?? 'starttls',
    username: settings?.username ?? '',
    password: '',
    fromAddress: settings?.fromAddress ?? '',
    fromName: settings?.fromName ?? '',
    replyTo: settings?.replyTo ?? '',
  };
}

function inputOf({ port, username, password, replyTo, ...others }: Values): MailSettingsInput {
  return {
    ...others,
    // empty: the server says what is missing
    port: port === '' ? 0 : Number(port),
    username: username.trim() === '' ? null : username,
    replyTo: replyTo.trim() === '' ? null : replyTo,
    ...(password === '' ? {} : { password }),
  };
}
