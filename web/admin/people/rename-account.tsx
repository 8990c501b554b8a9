import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { type Account, changeAccount } from './people-queries.ts';

interface RenameAccountProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}

/** Corrects someone's name. */
export function RenameAccount({ account, onClose, onSaved }: RenameAccountProps) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { displayName: account.displayName } });
  const saving = useSave({
    fields: ['displayName'],
    setErrors: form.setErrors,
    save: (values: { displayName: string }) => changeAccount(account.accountId, values),
    onSaved: async ({ displayName }) => {
      await onSaved();
      tellDone(t('people.rename.done', { name: displayName }));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('people.rename.title', { name: account.displayName })}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('people.new.name')}
            required
            data-autofocus
            {...form.getInputProps('displayName')}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('people.rename.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
