import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { filterQuery } from '../filters/filters-queries.ts';
import frame from '../shell/agent-frame.module.css';
import { SearchPage } from './search-page.tsx';

/** /issues?jql=…, /issues?filter=… */
export function SearchRoute() {
  const { jql, filter } = useSearch({ strict: false }) as { jql?: string; filter?: number };
  return (
    <main id="main" tabIndex={-1} className={frame['page']}>
      {filter === undefined ? (
        <SearchPage filter={null} jql={jql ?? ''} />
      ) : (
        <OfFilter id={String(filter)} jql={jql} />
      )}
    </main>
  );
}

function OfFilter({ id, jql }: { id: string; jql: string | undefined }) {
  const { t } = useTranslation('search');
  const query = useQuery(filterQuery(id));
  if (query.data) return <SearchPage key={id} filter={query.data} jql={jql ?? query.data.jql} />;
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <>
        <PageTitle title={t('title')} fz="h2" />
        <Empty title={t('filter.notFound')} />
      </>
    );
  }
  return <QueryState query={query} lines={8} />;
}
