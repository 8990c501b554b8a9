import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { deleteFilter, type Filter } from './filters-queries.ts';

interface DeleteFilterDialogProps {
  readonly filter: Filter;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks once before a filter is deleted. */
export function DeleteFilterDialog({ filter, onClose, onDeleted }: DeleteFilterDialogProps) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteFilter(filter.id),
    async onSuccess() {
      tellDone(t('filter.deleted', { name: filter.name }));
      onClose();
      onDeleted();
      queries.removeQueries({ queryKey: ['filters', 'one', filter.id] });
      await queries.invalidateQueries({ queryKey: ['filters'] });
    },
  });
  return (
    <Dialog title={t('filter.deleteTitle', { name: filter.name })} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm">{t('filter.deleteText')}</Text>
        {remove.error ? (
          <Text size="sm" c="red" role="alert">
            {t('filter.deleteFailed')}. {errorText(remove.error)}
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('filter.deleteNow')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
