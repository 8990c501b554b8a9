import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../kit/api/api-error.ts';
import { useErrorText } from '../../../kit/components/states.tsx';
import { Dialog } from '../../../kit/mantine/dialog.tsx';
import { type QueueGroup, queuesQuery } from '../../desks/desk-queries.ts';
import { saveGroup } from './manage-queries.ts';

interface GroupDialogProps {
  readonly deskId: string;
  /** null: a new one */
  readonly group: QueueGroup | null;
  readonly onClose: () => void;
}

/** Names a section of queues. */
export function GroupDialog({ deskId, group, onClose }: GroupDialogProps) {
  const { t } = useTranslation('queues');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState(group?.name ?? '');
  const save = useMutation({
    mutationFn: () => saveGroup(deskId, group?.id ?? null, name),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: queuesQuery(deskId).queryKey });
      onClose();
    },
  });
  const problem =
    save.error && ((save.error instanceof ApiError && save.error.errors['name']) || errorText(save.error));
  return (
    <Dialog title={t(group ? 'renameSection' : 'newSection')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('sectionName')}
            value={name}
            maxLength={100}
            data-autofocus
            error={problem}
            onChange={(event) => {
              setName(event.currentTarget.value);
              if (save.error) save.reset();
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
