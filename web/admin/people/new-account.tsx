import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { generatePassword } from '../passwords/generate-password.ts';
import { GeneratedPassword } from './generated-password.tsx';
import { createAccount, type NewAccount as NewAccountValues } from './people-queries.ts';

/** Makes an account with a password, and shows once what to pass on. */
export function NewAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [made, setMade] = useState<NewAccountValues | null>(null);
  const form = useForm<NewAccountValues>({
    initialValues: {
      displayName: '',
      email: '',
      password: generatePassword(),
      isAdministrator: false,
      requiresSecondFactor: false,
    },
  });
  const saving = useSave({
    fields: ['displayName', 'email', 'password'],
    setErrors: form.setErrors,
    save: createAccount,
    onSaved: async ({ displayName, emailAddress }, values: NewAccountValues) => {
      setMade({ ...values, displayName, email: emailAddress ?? values.email });
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['account-search'] });
    },
  });
  return (
    <Dialog
      onClose={onClose}
      title={made ? t('people.made.title') : t('people.new.title')}
      closeOnClickOutside={false}
    >
      {made ? (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('people.made.text', { name: made.displayName })}
          </Text>
          <CopyField label={t('people.made.email')} value={made.email} />
          <CopyField label={t('people.made.password')} value={made.password} />
          <Text size="sm" c="dimmed">
            {t('people.made.agentHint', { name: made.displayName })}
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('people.made.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md">
            <Text size="sm">{t('people.new.help')}</Text>
            <TextInput
              label={t('people.new.name')}
              required
              data-autofocus
              autoComplete="off"
              {...form.getInputProps('displayName')}
            />
            <TextInput
              label={t('people.new.email')}
              type="email"
              required
              autoComplete="off"
              {...form.getInputProps('email')}
            />
            <GeneratedPassword {...fieldOf(form, 'password')} />
            <Checkbox
              label={t('people.new.isAdministrator')}
              description={t('people.new.isAdministratorHelp')}
              {...form.getInputProps('isAdministrator', { type: 'checkbox' })}
            />
            <Checkbox
              label={t('people.new.factor')}
              description={t('people.new.factorHelp')}
              {...form.getInputProps('requiresSecondFactor', { type: 'checkbox' })}
            />
            <FormProblem problem={saving.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={saving.isSaving}>
                {t('people.new.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
