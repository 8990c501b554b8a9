import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ShowMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The way further down a queue, when it goes on. */
export function ShowMore({ query }: ShowMoreProps) {
  const { t } = useTranslation('agent');
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('queue.showMore')}
      </Button>
    </Group>
  );
}
