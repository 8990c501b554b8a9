import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Button } from '../../kit/plain/button.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import classes from './audit-page.module.css';
import { auditQuery } from './audit-queries.ts';
import { type AuditSearch, readAuditSearch } from './audit-search.ts';
import { ExportMenu } from './export-menu.tsx';

/** Counted to one more than this. */
const mostCounted = 1000;

/** The entries that fit the filters, which stand in the address. */
export function LogTab() {
  const { t, i18n } = useTranslation('admin');
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const search = readAuditSearch(useSearch({ strict: false }));
  const list = useInfiniteQuery(auditQuery(search, timeZone));
  const events = list.data?.pages.flatMap((page) => page.values);
  const count = list.data?.pages[0]?.count ?? null;
  // said at the filter that it concerns
  const isAskedWrong = list.error instanceof ApiError && Object.keys(list.error.errors).length > 0;
  const isFiltered = Object.keys(search).length > 0;
  const show = (next: AuditSearch, { replaces = false } = {}) =>
    void navigate({ to: '/admin/audit', search: next, replace: replaces, resetScroll: false });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <AuditFilters search={search} events={events ?? []} error={list.error} onSearch={show} />
      <div className={classes['bar']}>
        <p role="status" className={classes['count']}>
          {count === null || list.isError
            ? ''
            : count > mostCounted
              ? t('audit.countMore', { most: number.format(mostCounted) })
              : t('audit.count', { count, shown: number.format(count) })}
        </p>
        {isFiltered ? (
          <Button size="sm" variant="subtle" onClick={() => show({})}>
            {t('audit.clear')}
          </Button>
        ) : null}
        <ExportMenu search={search} />
      </div>
      {isAskedWrong ? null : list.isError || !events ? (
        <QueryState query={list} lines={6} />
      ) : events.length === 0 ? (
        <Empty title={t('audit.empty.title')}>
          {t(isFiltered ? 'audit.empty.text' : 'audit.empty.none')}
        </Empty>
      ) : (
        <ol className={classes['list']} aria-busy={list.isPlaceholderData}>
          {list.data?.pages.flatMap(({ values, names }) =>
            values.map((event) => (
              <li key={event.id}>
                <AuditEntry event={event} names={names} search={search} />
              </li>
            )),
          )}
        </ol>
      )}
      {list.isError ? null : <ShowMore query={list} label={t('audit.more')} />}
    </>
  );
}
