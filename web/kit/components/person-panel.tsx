import { lazy, Suspense } from 'react';
import { seenAs } from '../api/seen-as.ts';
import {
  type SessionAccount,
  securityPath,
  sessionsPath,
  signOut,
  tokensPath,
  useOwnPortal,
} from '../api/session.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../plain/button.tsx';
import { addTimeZoneStrings } from '../time-zone/strings.ts';
import classes from './app-header.module.css';
import { DisplaySettings } from './display-settings.tsx';

const TimeZoneChoice = lazy(async () => {
  const [{ TimeZoneChoice: component }] = await Promise.all([
    import('../time-zone/time-zone-choice.tsx'),
    addTimeZoneStrings(),
  ]);
  return { default: component };
});

/** What the menu of a person holds. Loaded when it is first opened: no page needs it to be shown. */
export function PersonPanel({ account }: { account: SessionAccount }) {
  const { t } = useTranslation('kit');
  const own = useOwnPortal();
  // an administrator who sees the portal as somebody has nothing to do with their account
  const isOwn = seenAs === null;
  const { displayName, emailAddress, isAgent, isAdministrator, isDeskAdministrator } = account;
  const { providerSignOut, mayHaveTokens } = account;
  return (
    <>
      <div className={classes['person']}>
        <strong>{displayName}</strong>
        {emailAddress && <span>{emailAddress}</span>}
      </div>
      <ul className={classes['places']}>
        <li>
          <a href="/servicedesk/customer/portals">{t('menu.helpCenter')}</a>
        </li>
        {!own && (isAgent || isAdministrator) && (
          <li>
            <a href="/projects">{t('menu.agentDesk')}</a>
          </li>
        )}
        {!own && (isAdministrator || isDeskAdministrator) && (
          <li>
            <a href="/admin">{t('menu.administration')}</a>
          </li>
        )}
        {isOwn && (
          <li>
            <a href={securityPath}>{t('menu.security')}</a>
          </li>
        )}
        {isOwn && (
          <li>
            <a href={sessionsPath}>{t('menu.sessions')}</a>
          </li>
        )}
        {isOwn && mayHaveTokens && (
          <li>
            <a href={tokensPath}>{t('menu.tokens')}</a>
          </li>
        )}
      </ul>
      <DisplaySettings />
      {isOwn && (
        <div className={classes['zone']}>
          <Suspense fallback={null}>
            <TimeZoneChoice account={account} />
          </Suspense>
        </div>
      )}
      {isOwn && (
        <div className={classes['end']}>
          <Button size="sm" onClick={() => void signOut()}>
            {t(providerSignOut ? 'menu.signOutHere' : 'menu.signOut')}
          </Button>
          {providerSignOut && (
            <>
              <Button size="sm" onClick={() => void signOut({ everywhere: true })}>
                {t('menu.signOutThere', { provider: providerSignOut.providerName })}
              </Button>
              <p className={classes['hint']}>{t('menu.signOutHint')}</p>
            </>
          )}
        </div>
      )}
    </>
  );
}
