import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { signInUrl, siteQuery, useSession, useSiteName } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { portalsPath } from '../paths.ts';
import { portalsQuery } from '../queries.ts';
import { Page } from '../shell/page.tsx';
import classes from './help-center-page.module.css';
import { PortalCard } from './portal-card.tsx';
import { moveAmongResults } from './result-keys.ts';
import { SearchBox } from './search-box.tsx';
import { SearchResults } from './search-results.tsx';
import { useSearchWords } from './use-search-words.ts';

/** Where everybody starts: one search over everything, and the portals. The words searched stand in the address. */
export function HelpCenterPage({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('home');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const { typed, words, setTyped, searchNow } = useSearchWords(q, onSearch);
  const account = useSession();
  const siteName = useSiteName();
  const portals = useQuery(portalsQuery);
  usePageAccent(null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go on from where the focus is
    <div
      onKeyDown={(event) => {
        if (moveAmongResults(event.key, input.current, results.current)) event.preventDefault();
      }}
    >
      <section className={classes['hero']}>
        <div className={classes['inner']}>
          <PageTitle title={siteName}>{t('title')}</PageTitle>
          <SearchBox
            input={input}
            label={t('search')}
            placeholder={t('searchPlaceholder')}
            text={typed}
            onType={setTyped}
            onSubmit={searchNow}
          />
        </div>
      </section>
      <Page width="wide">
        <div ref={results}>
          {words ? (
            <SearchResults words={words} portals={portals.data ?? []} isSignedIn={account !== null} />
          ) : (
            <section aria-labelledby={`${id}-portals`} className={classes['portals']}>
              <h2 id={`${id}-portals`}>{t('portals')}</h2>
              {!portals.data ? (
                <QueryState query={portals} lines={4} />
              ) : portals.data.length === 0 ? (
                <NoPortals isSignedIn={account !== null} />
              ) : (
                <ul className={classes['cards']}>
                  {portals.data.map((portal) => (
                    <li key={portal.id}>
                      <PortalCard portal={portal} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )}
        </div>
      </Page>
    </div>
  );
}

function NoPortals({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation(['home', 'kit']);
  const site = useQuery(siteQuery);
  if (site.data && !site.data.isSetUp) return <Empty title={t('notSetUp')}>{t('notSetUpText')}</Empty>;
  if (isSignedIn) return <Empty title={t('empty')}>{t('emptyText')}</Empty>;
  return (
    <Empty
      title={t('emptySignedOut')}
      action={
        <a href={signInUrl(portalsPath)} className={buttonClass({ variant: 'filled' })}>
          {t('menu.signIn', { ns: 'kit' })}
        </a>
      }
    >
      {t('emptySignedOutText')}
    </Empty>
  );
}
