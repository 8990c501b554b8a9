import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Link, type LinkComponentProps } from '@tanstack/react-router';
import { lazy, type ReactNode } from 'react';
import { signInPath, signInUrl, useSession, useSiteName } from '../api/session.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { buttonClass } from '../plain/button.tsx';
import classes from './app-header.module.css';
import { DisplaySettings } from './display-settings.tsx';
import { HeaderMenu } from './header-menu.tsx';
import { Mark } from './mark.tsx';
import { PersonAvatar } from './person-avatar.tsx';

// No page needs it to be shown: it comes when the menu is opened.
const PersonPanel = lazy(async () => ({ default: (await import('./person-panel.tsx')).PersonPanel }));

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
  if (!account) return null;
  const { displayName } = account;
  return (
    <HeaderMenu
      label={t('menu.account', { name: displayName })}
      button={<PersonAvatar name={displayName} size={34} />}
    >
      <PersonPanel account={account} />
    </HeaderMenu>
  );
}
