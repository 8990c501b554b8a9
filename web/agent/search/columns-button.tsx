import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../filters/filters-queries.ts';

const ColumnsDialog = lazy(async () => ({ default: (await import('./columns-dialog.tsx')).ColumnsDialog }));

interface ColumnsButtonProps {
  readonly filter: Filter | null;
  /** what is shown now */
  readonly columnIds: readonly string[];
}

/** Opens the choice of columns. */
export function ColumnsButton({ filter, columnIds }: ColumnsButtonProps) {
  const { t } = useTranslation('search');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconColumns size={16} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {t('columns.open')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ColumnsDialog filter={filter} columnIds={columnIds} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
