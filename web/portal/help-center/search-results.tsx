import { useQuery } from '@tanstack/react-query';
import { signInUrl } from '../../kit/api/session.ts';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { portalsPath } from '../paths.ts';
import { TypeLink, TypeList } from '../portal/type-list.tsx';
import { type Portal, searchQuery } from '../queries.ts';
import classes from './help-center-page.module.css';
import { matches } from './matches.ts';
import { PortalCard } from './portal-card.tsx';

/** What was found: portals by their words, request types by the server's search. */
export function SearchResults({
  words,
  portals,
  isSignedIn,
}: {
  words: string;
  portals: readonly Portal[];
  isSignedIn: boolean;
}) {
  const { t } = useTranslation('portal');
  const search = useQuery({ ...searchQuery(words), enabled: isSignedIn });
  const foundPortals = portals.filter((portal) => matches(words, portal.name, portal.description));
  const types = isSignedIn ? search.data : [];
  const count = foundPortals.length + (types?.length ?? 0);
  const portalName = (id: string) => portals.find((portal) => portal.id === id)?.name ?? '';

  return (
    <section className={classes['portals']}>
      <h2>{t('home.results', { query: words })}</h2>
      <p role="status" className={classes['count']}>
        {types && t('home.found', { count })}
      </p>
      {foundPortals.length > 0 && (
        <ul className={classes['cards']}>
          {foundPortals.map((portal) => (
            <li key={portal.id}>
              <PortalCard portal={portal} />
            </li>
          ))}
        </ul>
      )}
      {!types ? (
        <QueryState query={search} />
      ) : types.length > 0 ? (
        <TypeList>
          {types.map((type) => (
            <TypeLink
              key={type.id}
              type={type}
              place={t('home.inPortal', { portal: portalName(type.portalId) })}
            />
          ))}
        </TypeList>
      ) : count === 0 && isSignedIn ? (
        <Empty title={t('home.nothingFound', { query: words })}>{t('home.nothingFoundText')}</Empty>
      ) : null}
      {!isSignedIn && (
        <p>
          <a href={signInUrl(portalsPath)}>{t('home.signInToSearch')}</a>
        </p>
      )}
    </section>
  );
}
