import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { addCustomer } from './new-request-queries.ts';

interface AddCustomerDialogProps {
  readonly serviceDeskId: string;
  /** null: nobody was added */
  readonly onClose: (added: { readonly id: string; readonly name: string } | null) => void;
}

/** Makes an account for a customer who has none. */
export function AddCustomerDialog({ serviceDeskId, onClose }: AddCustomerDialogProps) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const element = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({ initialValues: { email: '', displayName: '' } });
  const adding = useMutation({
    mutationFn: (values: typeof form.values) => addCustomer(serviceDeskId, values.email, values.displayName),
    onSuccess({ accountId, displayName }) {
      void queries.invalidateQueries({ queryKey: ['nameable', 'reporter'] });
      void queries.invalidateQueries({ queryKey: ['desk', serviceDeskId, 'customers'] });
      tellDone(t('newRequest.add.done', { name: displayName }));
      onClose({ id: accountId, name: displayName });
    },
    onError(error) {
      const errors = error instanceof ApiError ? error.errors : {};
      form.setErrors(errors);
      setProblem(errors['email'] || errors['displayName'] ? null : errorText(error));
      requestAnimationFrame(() =>
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    },
  });
  return (
    <Dialog onClose={() => onClose(null)} title={t('newRequest.add.title')} closeOnClickOutside={false}>
      <form
        ref={element}
        noValidate
        onSubmit={form.onSubmit((values) => {
          setProblem(null);
          if (!adding.isPending) adding.mutate(values);
        })}
      >
        <Stack gap="md">
          <Text size="sm">{t('newRequest.add.text')}</Text>
          <TextInput
            label={t('newRequest.add.name')}
            autoComplete="off"
            required
            data-autofocus
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t('newRequest.add.email')}
            type="email"
            autoComplete="off"
            required
            {...form.getInputProps('email')}
          />
          {problem === null ? null : (
            <Note tone="error" role="alert" title={t('newRequest.add.failed')}>
              {problem}
            </Note>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose(null)}>
              {t('newRequest.add.cancel')}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {t('newRequest.add.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
