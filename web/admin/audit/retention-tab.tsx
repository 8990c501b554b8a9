import { NumberInput, Paper, Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { tellDone } from '../../kit/notices.ts';
import { shortDate } from '../../kit/time.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import classes from './audit-page.module.css';
import { auditSettingsQuery, changeAuditSettings } from './audit-queries.ts';

interface Values {
  readonly rule: 'forever' | 'days';
  readonly days: number | string;
}

/** How long entries are kept. */
export function RetentionTab() {
  const query = useQuery(auditSettingsQuery());
  if (!query.data) return <QueryState query={query} lines={4} />;
  const { keepDays, oldestAt } = query.data;
  return <RetentionForm keepDays={keepDays} oldestAt={oldestAt} />;
}

function RetentionForm({ keepDays, oldestAt }: { keepDays: number | null; oldestAt: string | null }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<number | null>(null);
  const form = useForm<Values>({
    initialValues: valuesOf(keepDays),
    validate: {
      days: (days, { rule }) => (rule === 'days' && !isDays(days) ? t('audit.retention.daysError') : null),
    },
  });
  async function done(days: number | null) {
    setAsked(null);
    form.setInitialValues(valuesOf(days));
    form.setValues(valuesOf(days));
    await Promise.all(
      ['audit-settings', 'audit'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
    tellDone(days === null ? t('audit.retention.savedForever') : t('audit.retention.saved', { days }));
  }
  const saving = useSave({
    fields: [],
    setErrors: form.setErrors,
    save: () => changeAuditSettings(null),
    onSaved: () => done(null),
  });
  return (
    <Paper p="lg">
      <form
        ref={saving.form}
        noValidate
        onSubmit={form.onSubmit((values) => {
          // what deletes is asked about; what keeps is not
          if (values.rule === 'days') setAsked(Number(values.days));
          else saving.save(values);
        })}
      >
        <Stack gap="md" maw="36rem">
          <Text size="sm" c="dimmed">
            {t('audit.retention.help')}
          </Text>
          <Radio.Group label={t('audit.retention.label')} {...form.getInputProps('rule')}>
            <Stack gap="xs" mt="xs">
              <Radio value="forever" label={t('audit.retention.forever')} />
              <Radio value="days" label={t('audit.retention.days')} />
            </Stack>
          </Radio.Group>
          {form.values.rule === 'days' ? (
            <NumberInput
              label={t('audit.retention.daysLabel')}
              min={30}
              max={36_500}
              clampBehavior="none"
              allowDecimal={false}
              hideControls
              required
              className={classes['days'] ?? ''}
              {...form.getInputProps('days')}
            />
          ) : null}
          {oldestAt === null ? null : (
            <Text size="sm">
              {t('audit.retention.oldest', { date: shortDate(new Date(oldestAt), i18n.language, timeZone) })}
            </Text>
          )}
          <FormProblem problem={saving.problem} />
          <SaveButtons isDirty={form.isDirty()} isSaving={saving.isSaving} onDiscard={form.reset} />
        </Stack>
        <UnsavedGuard isDirty={form.isDirty()} />
      </form>
      {asked === null ? null : (
        <ConfirmRetention days={asked} onDone={() => void done(asked)} onCancel={() => setAsked(null)} />
      )}
    </Paper>
  );
}

interface ConfirmRetentionProps {
  readonly days: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Says how many entries go, before they do. */
function ConfirmRetention({ days, onDone, onCancel }: ConfirmRetentionProps) {
  const { t, i18n } = useTranslation('admin');
  const query = useQuery({ ...auditSettingsQuery(days), gcTime: 0 });
  const count = query.data?.entriesOlder ?? null;
  const number = new Intl.NumberFormat(i18n.language);
  const words = { days: number.format(days) };
  return (
    <ConfirmAct
      title={t('audit.retention.confirm.title', words)}
      submit={t('audit.retention.confirm.submit', words)}
      isDanger={count !== null && count > 0}
      act={() => changeAuditSettings(days)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {count === null ? (
        <QueryState query={query} lines={2} />
      ) : count === 0 ? (
        <p>{t('audit.retention.confirm.none', words)}</p>
      ) : (
        <p>
          {t('audit.retention.confirm.text', { count, shown: number.format(count), ...words })}{' '}
          {t('audit.retention.confirm.export')}
        </p>
      )}
    </ConfirmAct>
  );
}

function valuesOf(keepDays: number | null): Values {
  return keepDays === null ? { rule: 'forever', days: 365 } : { rule: 'days', days: keepDays };
}

function isDays(days: number | string): boolean {
  return typeof days === 'number' && Number.isInteger(days) && days >= 30 && days <= 36_500;
}
