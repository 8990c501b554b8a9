import { useQuery } from '@tanstack/react-query';
import { signInUrl } from '../../kit/api/session.ts';
import { Empty, ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { portalsPath } from '../paths.ts';
import { TypeLink, TypeList } from '../portal/type-list.tsx';
import { type Portal, searchQuery } from '../queries.ts';
import { FoundRequests } from './found-requests.tsx';
import classes from './help-center-page.module.css';
import { matches } from './matches.ts';
import { PortalCard } from './portal-card.tsx';
import { foundRequestsQuery } from './search-queries.ts';

/** What was found: portals by their words, kinds of request and one's own requests by the server's search. */
export function SearchResults({
  words,
  portals,
  isSignedIn,
}: {
  words: string;
  portals: readonly Portal[];
  isSignedIn: boolean;
}) {
  const { t } = useTranslation('home');
  const search = useQuery({ ...searchQuery(words), enabled: isSignedIn });
  const requestSearch = useQuery({ ...foundRequestsQuery(words), enabled: isSignedIn });
  const foundPortals = portals.filter((portal) => matches(words, portal.name, portal.description));
  const types = isSignedIn ? search.data : [];
  const requests = isSignedIn ? requestSearch.data : noRequests;
  const count = foundPortals.length + (types?.length ?? 0) + (requests?.values.length ?? 0);
  const portalName = (id: string) => portals.find((portal) => portal.id === id)?.name ?? '';
  const failed = [search, requestSearch].find(({ error }) => error !== null);

  return (
    <div className={classes['results']}>
      <h2>{t('results', { query: words })}</h2>
      <p role="status" className={classes['count']}>
        {types && requests && t('found', { count })}
      </p>
      {failed && <ErrorAlert error={failed.error} onRetry={() => void failed.refetch()} />}
      {foundPortals.length > 0 && (
        <section className={classes['portals']}>
          <h3>{t('portals')}</h3>
          <ul className={classes['cards']}>
            {foundPortals.map((portal) => (
              <li key={portal.id}>
                <PortalCard portal={portal} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {types && types.length > 0 && (
        <section className={classes['portals']}>
          <h3>{t('types')}</h3>
          <TypeList>
            {types.map((type) => (
              <TypeLink
                key={type.id}
                type={type}
                place={t('inPortal', { portal: portalName(type.portalId) })}
              />
            ))}
          </TypeList>
        </section>
      )}
      {requests && requests.values.length > 0 && (
        <section className={classes['portals']}>
          <h3>{t('requests')}</h3>
          <FoundRequests words={words} requests={requests} />
        </section>
      )}
      {!failed && isSignedIn && (search.isPending || requestSearch.isPending) && (
        <QueryState query={search.isPending ? search : requestSearch} />
      )}
      {isSignedIn && types && requests && count === 0 && (
        <Empty title={t('nothingFound', { query: words })}>{t('nothingFoundText')}</Empty>
      )}
      {!isSignedIn && (
        <p>
          <a href={signInUrl(portalsPath)}>{t('signInToSearch')}</a>
        </p>
      )}
    </div>
  );
}

const noRequests = { values: [], hasMore: false };
