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
import { usualColumns } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListBar } from './list-bar.tsx';
import { NoRequests } from './no-requests.tsx';
import { composeFilter, type RequestFilter } from './request-filter.ts';
import { RequestList } from './request-list.tsx';
import classes from './requests-page.module.css';
import { columnsQuery, requestSourcesQuery, requestsQuery } from './requests-queries.ts';

/** One's own requests, those of one's organizations, and others in which one takes part. Updates itself. */
export function RequestsPage({
  filter,
  onFilter,
}: {
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation(['requests', 'kit']);
  const { accountId } = useAccount();
  const query = useInfiniteQuery(requestsQuery(filter));
  const portals = useQuery(portalsQuery);
  const sources = useQuery(requestSourcesQuery);
  const chosen = useQuery(columnsQuery);
  usePageAccent(null);
  const { organizations = [], participates = false, approves = false } = sources.data ?? {};
  // a stream has 20 topics
  const shared = organizations.slice(0, 15).map(({ id }) => `organization:${id}`);
  useLiveTopics([`account:${accountId}`, ...shared], () => [['requests'], ['request-sources']]);

  const requests = query.data?.pages.flatMap((page) => page.values);
  const count = requests?.length ?? 0;
  const usual = usualColumns({
    hasPortals: (portals.data?.length ?? 0) > 1,
    seesOthers: participates || approves || organizations.length > 0,
  });
  const columns = chosen.data ?? usual;
  // Without its columns the list would be drawn twice; when they cannot be had it has the usual ones.
  const isReady = requests && !portals.isPending && !sources.isPending && !chosen.isPending;
  return (
    <Page width="wide">
      <PageTitle title={t('title')} />
      <FilterBar filter={filter} portals={portals.data ?? []} onFilter={onFilter} />
      {query.error && requests && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {!isReady ? (
        <QueryState query={requests ? { ...query, error: null } : query} lines={6} />
      ) : (
        <div className={classes['results']} aria-busy={query.isPlaceholderData || undefined}>
          <ListBar
            filter={filter}
            count={count}
            hasMore={query.hasNextPage}
            columns={columns}
            usual={usual}
            isChosen={chosen.data != null}
            onFilter={onFilter}
          />
          {count === 0 ? (
            <NoRequests filter={filter} onFilter={onFilter} />
          ) : (
            <RequestList
              requests={requests}
              columns={columns}
              order={filter.sort ?? '-created'}
              onOrder={(sort) => onFilter(composeFilter({ ...filter, sort }))}
            />
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
