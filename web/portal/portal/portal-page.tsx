import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Note } from '../../kit/plain/note.tsx';
import { moveAmongResults } from '../help-center/result-keys.ts';
import { SearchBox } from '../help-center/search-box.tsx';
import { useSearchWords } from '../help-center/use-search-words.ts';
import { portalQuery, requestTypesQuery } from '../queries.ts';
import { Breadcrumb } from '../shell/breadcrumb.tsx';
import { Page } from '../shell/page.tsx';
import { groupTypes } from './group-types.ts';
import classes from './portal-page.module.css';
import { PortalSearch } from './portal-search.tsx';
import { TypeLink, TypeList } from './type-list.tsx';

/** A portal: what can be asked for, in groups, and a search over that and one's requests there. */
export function PortalPage({
  portalId,
  q,
  onSearch,
}: {
  portalId: string;
  q: string;
  onSearch: (q: string) => void;
}) {
  const { t } = useTranslation(['portal', 'home']);
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const { typed, words, setTyped, searchNow } = useSearchWords(q, onSearch);
  const id = useId();
  const portal = useQuery(portalQuery(portalId));
  const offer = useQuery(requestTypesQuery(portalId));
  usePageAccent(portal.data?.accentColor);

  if (!portal.data) {
    return (
      <Page width="narrow">
        <QueryState query={portal} />
      </Page>
    );
  }
  const groups = offer.data ? groupTypes(offer.data.groups, offer.data.types) : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go on from where the focus is
    <div
      onKeyDown={(event) => {
        if (moveAmongResults(event.key, input.current, results.current)) event.preventDefault();
      }}
    >
      <Page width="narrow">
        <Breadcrumb />
        <header className={classes['header']}>
          <PageTitle title={portal.data.name} />
          <p>{portal.data.description || t('portal.ask')}</p>
        </header>
        {!portal.data.mayRaise && <Note tone="info">{t('portal.mayNotRaise')}</Note>}
        <SearchBox
          input={input}
          label={t('searchPortal', { ns: 'home' })}
          placeholder={t('searchPlaceholder', { ns: 'home' })}
          text={typed}
          onType={setTyped}
          onSubmit={searchNow}
        />
        <div ref={results} className={classes['offer']}>
          {!offer.data ? (
            <QueryState query={offer} lines={5} />
          ) : words ? (
            <PortalSearch portalId={portalId} words={words} types={offer.data.types} />
          ) : offer.data.types.length === 0 ? (
            <Empty title={t('portal.noTypes')}>{t('portal.noTypesText')}</Empty>
          ) : (
            groups.map(({ group, types }) => (
              <section key={group?.id ?? 'other'} aria-labelledby={`${id}-${group?.id ?? 'other'}`}>
                <h2 id={`${id}-${group?.id ?? 'other'}`} className={classes['group']}>
                  {group?.name ?? (groups.length > 1 ? t('portal.otherTypes') : t('portal.ask'))}
                </h2>
                <TypeList>
                  {types.map((type) => (
                    <TypeLink key={type.id} type={type} {...(group && { group: group.id })} />
                  ))}
                </TypeList>
              </section>
            ))
          )}
        </div>
      </Page>
    </div>
  );
}
