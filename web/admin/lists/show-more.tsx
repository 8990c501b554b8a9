import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/plain/button.tsx';
import classes from './show-more.module.css';

interface ShowMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly label?: string;
}

/** The way to the next page of a list, when there is one. */
export function ShowMore({ query, label }: ShowMoreProps) {
  const { t } = useTranslation('kit');
  if (!query.hasNextPage) return null;
  return (
    <div className={classes['more']}>
      <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {label ?? t('showMore')}
      </Button>
    </div>
  );
}
