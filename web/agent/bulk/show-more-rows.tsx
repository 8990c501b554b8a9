import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ShowMoreRowsProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The way further down a table, when it goes on. */
export function ShowMoreRows({ query }: ShowMoreRowsProps) {
  const { t } = useTranslation('agent');
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('bulk.page.showMore')}
      </Button>
    </Group>
  );
}
