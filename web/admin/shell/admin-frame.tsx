import { Notifications } from '@mantine/notifications';
import {
  IconBuilding,
  IconForms,
  IconHome,
  IconKey,
  IconListDetails,
  IconMail,
  IconShieldLock,
  IconSitemap,
  IconTicket,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { AppHeader } from '../../kit/components/app-header.tsx';
import { administeredDesksQuery } from '../service-desks/service-desk-queries.ts';
import classes from './admin-frame.module.css';
import { NotAdministrator } from './not-administrator.tsx';

const sections = [
  { to: '/admin', name: 'overview', icon: IconHome },
  { to: '/admin/service-desks', name: 'serviceDesks', icon: IconTicket },
  { to: '/admin/fields', name: 'fields', icon: IconForms },
  { to: '/admin/workflows', name: 'workflows', icon: IconSitemap },
  { to: '/admin/people', name: 'people', icon: IconUsers },
  { to: '/admin/groups', name: 'groups', icon: IconUsersGroup },
  { to: '/admin/organizations', name: 'organizations', icon: IconBuilding },
  { to: '/admin/sign-in', name: 'signIn', icon: IconKey },
  { to: '/admin/domains', name: 'domains', icon: IconWorld },
  { to: '/admin/second-factor', name: 'secondFactor', icon: IconShieldLock },
  { to: '/admin/mail', name: 'mail', icon: IconMail },
  { to: '/admin/audit', name: 'audit', icon: IconListDetails },
] as const;

/** What surrounds every page of the administration. Who administers single desks is shown those; who is no
 * administrator at all is told so. */
export function AdminFrame() {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const { pathname } = useLocation();
  const own = useQuery({ ...administeredDesksQuery, enabled: !isAdministrator });
  const isDeskAdministrator = (own.data?.length ?? 0) > 0;
  const shown = isAdministrator
    ? sections
    : sections.filter(({ name }) => name === 'serviceDesks' || name === 'workflows');
  const isElsewhere = !isAdministrator && !/^\/admin\/(service-desks|workflows)(\/|$)/.test(pathname);
  const sectionLinks = useRef<HTMLElement>(null);
  // on a phone the sections are a row that is scrolled sideways: bring the current one into sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current link changes with the path
  useEffect(() => {
    const current = sectionLinks.current?.querySelector('[data-status="active"]');
    current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <>
      <AppHeader home="/admin" width="full" />
      {isAdministrator || isDeskAdministrator ? (
        <div className={classes['frame']}>
          <nav ref={sectionLinks} className={classes['side']} aria-label={t('shell.sections')}>
            <ul>
              {shown.map(({ to, name, icon: Icon }) => (
                <li key={to}>
                  <Link to={to} activeOptions={{ exact: to === '/admin' }} className={classes['link']}>
                    <Icon size={18} stroke={1.7} aria-hidden="true" />
                    {t(`shell.${name}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <main id="main" tabIndex={-1} className={classes['page']}>
            {isElsewhere ? <Navigate to="/admin/service-desks" replace /> : <Outlet />}
          </main>
        </div>
      ) : (
        <main id="main" tabIndex={-1} className={classes['page']}>
          {isAdministrator || !own.isPending ? <NotAdministrator /> : null}
        </main>
      )}
      <Notifications position="bottom-right" limit={3} />
    </>
  );
}
