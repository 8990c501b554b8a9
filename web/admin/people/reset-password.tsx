import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { generatePassword } from '../passwords/generate-password.ts';
import { GeneratedPassword } from './generated-password.tsx';
import { type Account, changeAccount } from './people-queries.ts';

interface ResetPasswordProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}

/** Gives somebody a new password, and shows it once to be passed on. */
export function ResetPassword({ account, onClose, onSaved }: ResetPasswordProps) {
  const { t } = useTranslation('admin');
  const { displayName: name } = account;
  const [given, setGiven] = useState<string | null>(null);
  const form = useForm({ initialValues: { password: generatePassword() } });
  const saving = useSave({
    fields: ['password'],
    setErrors: form.setErrors,
    save: (values: { password: string }) => changeAccount(account.accountId, values),
    onSaved: async (_, { password }) => {
      setGiven(password);
      await onSaved();
    },
  });
  return (
    <Dialog
      onClose={onClose}
      title={given === null ? t('people.reset.title', { name }) : t('people.reset.doneTitle')}
      closeOnClickOutside={false}
    >
      {given === null ? (
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md">
            <Text size="sm">
              {account.hasPassword ? t('people.reset.text', { name }) : t('people.reset.textNone', { name })}
            </Text>
            <GeneratedPassword {...fieldOf(form, 'password')} />
            <FormProblem problem={saving.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={saving.isSaving}>
                {t('people.reset.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('people.reset.done', { name })}
          </Text>
          <CopyField label={t('people.new.password')} value={given} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('people.made.done')}</Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
