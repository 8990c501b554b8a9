import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { type MadeToken, makeServiceToken, type ServiceAccountView } from './service-accounts-queries.ts';
import { scopeWords } from './tokens-table.tsx';

const usualDays = [7, 30, 90, 180, 365] as const;

interface Values {
  readonly name: string;
  readonly days: string;
  readonly scopes: string[];
}

/** Makes a token for a service account, and shows it once. */
export function ServiceTokenDialog({ view, onClose }: { view: ServiceAccountView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { serviceAccount, longestDays, scopes } = view;
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeToken | null>(null);
  const days = [...usualDays.filter((count) => count < longestDays), longestDays];
  const form = useForm<Values>({
    initialValues: {
      name: '',
      days: String(days.findLast((count) => count <= 180) ?? longestDays),
      scopes: ['read:servicedesk-request', 'read:jira-user'],
    },
  });
  const saving = useSave({
    fields: ['name', 'days', 'scopes'],
    setErrors: form.setErrors,
    save: (values: Values) =>
      makeServiceToken(serviceAccount.accountId, { ...values, days: Number(values.days) }),
    onSaved: async (token) => {
      setMade(token);
      await queries.invalidateQueries({ queryKey: ['api-tokens'] });
      await queries.invalidateQueries({ queryKey: ['service-accounts'] });
    },
  });
  const title = made
    ? t('people.tokens.make.madeTitle', { name: made.apiToken.name })
    : t('people.tokens.make.title', { name: serviceAccount.displayName });
  const choices = (isAdministratorScope: boolean) =>
    scopes
      .filter((choice) => choice.isAdministratorScope === isAdministratorScope)
      .map(({ scope }) => (
        <Checkbox key={scope} value={scope} label={scopeWords(scope)} description={scope} size="sm" />
      ));
  return (
    <Dialog onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      {made ? (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('people.tokens.make.madeText')}
          </Text>
          <CopyField label={t('people.tokens.make.token')} value={made.token} />
          <CopyField label={t('people.tokens.service.userName')} value={serviceAccount.userName} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('people.tokens.make.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md">
            <TextInput
              label={t('people.tokens.make.name')}
              description={t('people.tokens.make.nameHelp')}
              required
              data-autofocus
              autoComplete="off"
              maxLength={100}
              {...form.getInputProps('name')}
            />
            <Select
              label={t('people.tokens.make.days')}
              data={days.map((count) => ({
                value: String(count),
                label: t('people.tokens.make.daysOf', { count }),
              }))}
              allowDeselect={false}
              maw="14rem"
              {...form.getInputProps('days')}
            />
            <Checkbox.Group label={t('people.tokens.make.scopes')} {...form.getInputProps('scopes')}>
              <Stack gap="xs" mt="xs">
                {choices(false)}
                {scopes.some((choice) => choice.isAdministratorScope) ? (
                  <Text size="sm" fw={600} mt="xs">
                    {t('people.tokens.make.administration')}
                  </Text>
                ) : null}
                {choices(true)}
              </Stack>
            </Checkbox.Group>
            <FormProblem problem={saving.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={saving.isSaving}>
                {t('people.tokens.make.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
