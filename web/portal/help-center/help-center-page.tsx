import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { signInUrl, siteQuery, useSession, useSiteName } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { portalsPath } from '../paths.ts';
import { portalsQuery } from '../queries.ts';
import { Page } from '../shell/page.tsx';
import classes from './help-center-page.module.css';
import { PortalCard } from './portal-card.tsx';
import { SearchResults } from './search-results.tsx';

/** Long enough that a word is not searched letter by letter, in milliseconds. */
const typingPauseMs = 250;

/** Where everybody starts: search over everything one can ask for, and the portals. */
export function HelpCenterPage() {
  const { t } = useTranslation(['portal', 'kit']);
  const id = useId();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const account = useSession();
  const siteName = useSiteName();
  const portals = useQuery(portalsQuery);
  usePageAccent(null);

  return (
    <>
      <section className={classes['hero']}>
        <div className={classes['inner']}>
          <PageTitle title={siteName}>{t('home.title')}</PageTitle>
          <search className={classes['search']}>
            <label htmlFor={id}>
              <VisuallyHidden>{t('home.search')}</VisuallyHidden>
              <IconSearch size={20} stroke={1.8} aria-hidden="true" />
            </label>
            <input
              id={id}
              type="search"
              autoComplete="off"
              placeholder={t('home.searchPlaceholder')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </search>
        </div>
      </section>
      <Page width="wide">
        {words ? (
          <SearchResults words={words} portals={portals.data ?? []} isSignedIn={account !== null} />
        ) : (
          <section aria-labelledby={`${id}-portals`} className={classes['portals']}>
            <h2 id={`${id}-portals`}>{t('home.portals')}</h2>
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
      </Page>
    </>
  );
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}

function NoPortals({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation(['portal', 'kit']);
  const site = useQuery(siteQuery);
  if (site.data && !site.data.isSetUp)
    return <Empty title={t('home.notSetUp')}>{t('home.notSetUpText')}</Empty>;
  if (isSignedIn) return <Empty title={t('home.empty')}>{t('home.emptyText')}</Empty>;
  return (
    <Empty
      title={t('home.emptySignedOut')}
      action={
        <a href={signInUrl(portalsPath)} className={buttonClass({ variant: 'filled' })}>
          {t('menu.signIn', { ns: 'kit' })}
        </a>
      }
    >
      {t('home.emptySignedOutText')}
    </Empty>
  );
}
