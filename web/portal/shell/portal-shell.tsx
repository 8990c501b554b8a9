import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '../../kit/api/session.ts';
import { AppHeader, HeaderLink } from '../../kit/components/app-header.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { useIsLive } from '../../kit/live/use-live.ts';
import { portalsPath, requestsPath } from '../paths.ts';
import classes from './portal-shell.module.css';

/** What stands around every page of the portal. */
export function PortalShell() {
  const { t } = useTranslation('portal');
  const account = useSession();
  return (
    <>
      <AppHeader home={portalsPath}>
        {account && <HeaderLink to={requestsPath}>{t('nav.myRequests')}</HeaderLink>}
      </AppHeader>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <OfflineBar />
    </>
  );
}

/** A connection that comes back at once is nobody's concern. */
const patienceMs = 5_000;

function OfflineBar() {
  const { t } = useTranslation('portal');
  const isLive = useIsLive();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (isLive) {
      setIsShown(false);
      return;
    }
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    <div role="status" className={classes['offline']} hidden={!isShown}>
      {isShown && t('shell.offline')}
    </div>
  );
}
