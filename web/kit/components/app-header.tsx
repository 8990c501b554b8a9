import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Link, type LinkComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { seenAs } from '../api/seen-as.ts';
import {
  securityPath,
  sessionsPath,
  signInPath,
  signInUrl,
  signOut,
  tokensPath,
  useOwnPortal,
  useSession,
  useSiteName,
} from '../api/session.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, buttonClass } from '../plain/button.tsx';
import classes from './app-header.module.css';
import { DisplaySettings } from './display-settings.tsx';
import { HeaderMenu } from './header-menu.tsx';
import { Mark } from './mark.tsx';
import { PersonAvatar } from './person-avatar.tsx';

/** A link of the header's navigation, to a page of the same entry; marks itself when it is the current one. */
export function HeaderLink({ children, ...props }: LinkComponentProps<'a'>) {
  return (
    <Link className={classes['link']} activeProps={{ 'aria-current': 'page' }} {...props}>
      {children}
    </Link>
  );
}

interface AppHeaderProps {
  /** where the site's name leads */
  readonly home: string;
  /** HeaderLinks */
  readonly children?: ReactNode;
  /** 'page': aligned with roomy pages; 'full': from edge to edge */
  readonly width?: 'page' | 'full';
}

/** Skip link, site name, the entry's navigation, and the menu of the person or, for nobody, of the display. */
export function AppHeader({ home, children, width = 'page' }: AppHeaderProps) {
  const { t } = useTranslation('kit');
  const siteName = useSiteName();
  const account = useSession();
  return (
    <header className={classes['header']}>
      <a className={classes['skip']} href="#main">
        {t('skipToContent')}
      </a>
      <div className={classes['bar']} data-width={width}>
        <Link to={home} className={classes['site']}>
          <Mark />
          <span>{siteName}</span>
        </Link>
        <nav className={classes['nav']} aria-label={t('menu.navigation')}>
          {children}
        </nav>
        {account ? (
          <PersonMenu />
        ) : (
          <>
            <HeaderMenu
              label={t('menu.settings')}
              button={<IconAdjustmentsHorizontal size={20} stroke={1.6} aria-hidden="true" />}
            >
              <DisplaySettings />
            </HeaderMenu>
            <SignInButton />
          </>
        )}
      </div>
    </header>
  );
}

function SignInButton() {
  const { t } = useTranslation('kit');
  const { pathname, search } = window.location;
  if (pathname === signInPath) return null;
  return (
    <a href={signInUrl(pathname + search)} className={buttonClass({ size: 'sm' })}>
      {t('menu.signIn')}
    </a>
  );
}

function PersonMenu() {
  const { t } = useTranslation('kit');
  const account = useSession();
  const own = useOwnPortal();
  if (!account) return null;
  // an administrator who sees the portal as somebody has nothing to do with their account
  const isOwn = seenAs === null;
  const { displayName, emailAddress, isAgent, isAdministrator, providerSignOut, mayHaveTokens } = account;
  return (
    <HeaderMenu
      label={t('menu.account', { name: displayName })}
      button={<PersonAvatar name={displayName} size={34} />}
    >
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
        {!own && isAdministrator && (
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
    </HeaderMenu>
  );
}
