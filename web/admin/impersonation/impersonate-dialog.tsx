import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import {
  impersonationSettingsQuery,
  impersonationsQuery,
  seenPortalAddress,
  startImpersonation,
} from './impersonation-queries.ts';

interface ImpersonateDialogProps {
  readonly account: { readonly accountId: string; readonly displayName: string };
  readonly onClose: () => void;
}

/** Asks why, and opens the portal as somebody in a new tab. */
export function ImpersonateDialog({ account, onClose }: ImpersonateDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { accountId, displayName: name } = account;
  const isTold = useQuery(impersonationSettingsQuery).data?.tellsPerson ?? true;
  const [blockedAddress, setBlockedAddress] = useState<string | null>(null);
  const form = useForm({ initialValues: { reason: '' } });
  const saving = useSave({
    fields: ['reason'],
    setErrors: form.setErrors,
    save: ({ reason }: { reason: string }) => startImpersonation(accountId, reason),
    onSaved({ id }) {
      void queries.invalidateQueries({ queryKey: impersonationsQuery.queryKey });
      const address = seenPortalAddress(id);
      // The question for a proof may have come between the click and this: browsers then open nothing by themselves.
      if (!window.open(address, '_blank')) {
        setBlockedAddress(address);
        return;
      }
      tellDone(t('impersonation.start.done', { name }));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('impersonation.start.title', { name })}>
      {blockedAddress === null ? (
        <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
          <Stack gap="md">
            <Text size="sm">{t('impersonation.start.text', { name })}</Text>
            <Textarea
              label={t('impersonation.start.reason')}
              description={t(isTold ? 'impersonation.start.reasonTold' : 'impersonation.start.reasonHelp', {
                name,
              })}
              placeholder={t('impersonation.start.reasonPlaceholder')}
              required
              autosize
              minRows={2}
              maxRows={6}
              maxLength={500}
              data-autofocus
              {...form.getInputProps('reason')}
            />
            <FormProblem problem={saving.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={saving.isSaving}>
                {t('impersonation.start.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('impersonation.start.blocked')}</Text>
          <Group justify="flex-end">
            <Button
              component="a"
              href={blockedAddress}
              target="_blank"
              rel="noopener"
              data-autofocus
              onClick={() => onClose()}
            >
              {t('impersonation.start.open', { name })}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
