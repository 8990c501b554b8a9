import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import type { Filter } from '../filters/filters-queries.ts';
import { ColumnPicker } from '../request-table/column-picker.tsx';
import { keepColumns } from './shown-columns.ts';

interface ColumnsDialogProps {
  readonly filter: Filter | null;
  readonly columnIds: readonly string[];
  readonly onClose: () => void;
}

/** The columns of the viewer's searches; on a filter that they may change, also those that it brings along. */
export function ColumnsDialog({ filter, columnIds, onClose }: ColumnsDialogProps) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [ids, setIds] = useState(columnIds);
  const save = useMutation({
    mutationFn: ({ to, columns }: { to: Filter | null; columns: readonly string[] | null }) =>
      keepColumns(to, columns),
    async onSuccess(_, { to }) {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['search-columns'] }),
        queries.invalidateQueries({ queryKey: ['filters'] }),
      ]);
      tellDone(t(to ? 'columns.savedForFilter' : 'columns.saved'));
      onClose();
    },
  });
  const ofFilter = filter?._portico.isWritable ? filter : null;
  return (
    <Dialog title={t('columns.title')} onClose={onClose} size="xl">
      <Stack gap="md">
        <ColumnPicker value={ids} onChange={setIds} />
        {save.error ? (
          <Text size="sm" c="red" role="alert">
            {t('columns.failed')}. {errorText(save.error)}
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={() => save.mutate({ to: ofFilter, columns: null })}>
            {t('columns.reset')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('columns.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate({ to: ofFilter, columns: ids })}>
            {t(ofFilter ? 'columns.saveForFilter' : 'columns.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
