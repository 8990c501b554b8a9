import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { usePageAccent } from '../../kit/accent.ts';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { useLiveTopics } from '../../kit/live/use-live.ts';
import { Button } from '../../kit/plain/button.tsx';
import { portalsQuery } from '../queries.ts';
import { Page } from '../shell/page.tsx';
import { FilterBar } from './filter-bar.tsx';
import { NoRequests } from './no-requests.tsx';
import type { RequestFilter } from './request-filter.ts';
import { RequestList } from './request-list.tsx';
import classes from './requests-page.module.css';
import { requestsQuery } from './requests-queries.ts';

/** One's own requests and, for managers, those of their organizations. Updates itself. */
export function RequestsPage({
  filter,
  onFilter,
}: {
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation(['portal', 'kit']);
  const { accountId } = useAccount();
  const query = useInfiniteQuery(requestsQuery(filter));
  const portals = useQuery(portalsQuery);
  usePageAccent(null);
  useLiveTopics([`account:${accountId}`], () => [['requests']]);

  const requests = query.data?.pages.flatMap((page) => page.values);
  const count = requests?.length ?? 0;
  return (
    <Page width="wide">
      <PageTitle title={t('requests.title')} />
      <FilterBar filter={filter} portals={portals.data ?? []} onFilter={onFilter} />
      {query.error && requests && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {!requests ? (
        <QueryState query={query} lines={6} />
      ) : (
        <div className={classes['results']} aria-busy={query.isPlaceholderData || undefined}>
          <p role="status" className={classes['count']}>
            {count > 0 && t(query.hasNextPage ? 'requests.shownMore' : 'requests.shown', { count })}
          </p>
          {count === 0 ? (
            <NoRequests filter={filter} onFilter={onFilter} />
          ) : (
            <RequestList requests={requests} portals={portals.data ?? []} />
          )}
          {query.hasNextPage && (
            <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('showMore', { ns: 'kit' })}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}
