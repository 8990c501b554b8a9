import { useQuery } from '@tanstack/react-query';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { FoundRequests } from '../help-center/found-requests.tsx';
import { matches } from '../help-center/matches.ts';
import { foundRequestsQuery } from '../help-center/search-queries.ts';
import classes from './portal-page.module.css';
import { type ListedType, TypeLink, TypeList } from './type-list.tsx';

/** What was found in a portal: kinds of request, and requests that one sees. */
export function PortalSearch({
  portalId,
  words,
  types,
}: {
  portalId: string;
  words: string;
  types: readonly ListedType[];
}) {
  const { t } = useTranslation('home');
  const search = useQuery(foundRequestsQuery(words, portalId));
  const found = types.filter((type) => matches(words, type.name, type.description));
  const requests = search.data;
  const count = found.length + (requests?.values.length ?? 0);
  return (
    <>
      <p role="status" className={classes['found']}>
        {requests && t('found', { count })}
      </p>
      {found.length > 0 && (
        <section>
          <h2 className={classes['group']}>{t('types')}</h2>
          <TypeList>
            {found.map((type) => (
              <TypeLink key={type.id} type={type} />
            ))}
          </TypeList>
        </section>
      )}
      {!requests ? (
        <QueryState query={search} />
      ) : (
        requests.values.length > 0 && (
          <section>
            <h2 className={classes['group']}>{t('requests')}</h2>
            <FoundRequests words={words} portal={portalId} requests={requests} />
          </section>
        )
      )}
      {requests && count === 0 && (
        <Empty title={t('nothingFound', { query: words })}>{t('nothingFoundInPortal')}</Empty>
      )}
    </>
  );
}
