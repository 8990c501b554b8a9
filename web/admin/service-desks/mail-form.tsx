import { Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { StaleAlert } from '../forms/stale-alert.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { changePortalMail, type PortalMail, portalMailQuery } from '../mail/portal-mail-queries.ts';

interface Values {
  /** empty: the portal's name */
  readonly senderName: string;
  /** empty: as the site */
  readonly replyTo: string;
}

/** Who mail of a portal is from. */
export function MailForm({ portalId, portalName }: { portalId: string; portalName: string }) {
  const query = useQuery(portalMailQuery(portalId));
  if (!query.data) return <QueryState query={query} lines={4} />;
  return <SenderForm portalId={portalId} portalName={portalName} settings={query.data} />;
}

function SenderForm({
  portalId,
  portalName,
  settings,
}: {
  portalId: string;
  portalName: string;
  settings: PortalMail;
}) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(settings);
  const [staleness, setStaleness] = useState<string | null>(null);
  const form = useForm<Values>({ initialValues: valuesOf(settings) });
  const query = portalMailQuery(portalId);

  function begin(newest: PortalMail, values = valuesOf(newest)) {
    setSeen(newest);
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    queries.setQueryData(query.queryKey, newest);
  }
  const saving = useSave({
    fields: ['senderName', 'replyTo'],
    setErrors: form.setErrors,
    save: (values: Values) =>
      changePortalMail(portalId, {
        senderName: values.senderName.trim() || null,
        replyTo: values.replyTo.trim() || null,
        version: seen.version,
      }),
    onSaved(saved) {
      begin(saved);
      tellDone(t('form.saved'));
      void queries.invalidateQueries({ queryKey: ['mail', 'kind'] });
    },
    onRefused(error) {
      if (error.status !== 409) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...query, staleTime: 0 });
    begin(newest, mergeNewest(valuesOf(seen), form.values, valuesOf(newest)).values);
  }
  const isDirty = form.isDirty();
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <div>
            <Title order={2} size="h4">
              {t('mail.portal.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('mail.portal.help')}
            </Text>
          </div>
          <TextInput
            label={t('mail.portal.senderName')}
            description={t('mail.portal.senderNameHelp')}
            placeholder={portalName}
            maxLength={80}
            {...form.getInputProps('senderName')}
          />
          <TextInput
            label={t('mail.portal.replyTo')}
            description={t('mail.portal.replyToHelp')}
            type="email"
            autoComplete="off"
            {...form.getInputProps('replyTo')}
          />
          {staleness === null ? null : (
            <StaleAlert
              title={t('mail.server.conflict')}
              text={staleness}
              advice={t('mail.server.conflictText')}
              action={t('mail.server.conflictLoad')}
              onTake={takeNewest}
            />
          )}
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={isDirty}
            isSaving={saving.isSaving}
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

function valuesOf({ senderName, replyTo }: PortalMail): Values {
  return { senderName: senderName ?? '', replyTo: replyTo ?? '' };
}
