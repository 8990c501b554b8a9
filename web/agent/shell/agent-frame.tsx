import { ActionIcon } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { IconKeyboard } from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { AppHeader, HeaderLink } from '../../kit/components/app-header.tsx';
import { FiltersMenu } from '../filters/filters-menu.tsx';
import { QuickSearch } from '../search/quick-search.tsx';
import { ShortcutsProvider, useShortcuts, useShortcutsHelp } from '../shortcuts/shortcuts.tsx';
import classes from './agent-frame.module.css';
import { NotAgent } from './not-agent.tsx';

/** What surrounds every page of the agent desk. Who is no agent is told so, and led to the help center. */
export function AgentFrame() {
  const account = useAccount();
  const isWelcome = account.isAgent || account.isAdministrator;
  return (
    <ShortcutsProvider>
      <AppHeader home="/projects" width="full">
        {isWelcome ? <Navigation /> : null}
      </AppHeader>
      {isWelcome ? (
        <Outlet />
      ) : (
        <main id="main" tabIndex={-1} className={classes['page']}>
          <NotAgent />
        </main>
      )}
      <Notifications position="bottom-right" limit={3} />
    </ShortcutsProvider>
  );
}

function Navigation() {
  const { t } = useTranslation('agent');
  const showHelp = useShortcutsHelp();
  const navigate = useNavigate();
  const group = t('shortcuts.everywhere');
  useShortcuts([
    { keys: '?', group, label: t('shortcuts.help'), run: showHelp },
    {
      keys: 'c',
      group,
      label: t('newRequest.shortcut'),
      run: () => void navigate({ to: '/projects/new-request' }),
    },
    {
      keys: 'g b',
      group,
      label: t('bulk.shortcuts.page'),
      run: () => void navigate({ to: '/projects/bulk-changes' }),
    },
    { keys: 'g i', group, label: t('search.goSearch'), run: () => void navigate({ to: '/issues' }) },
    {
      keys: 'g f',
      group,
      label: t('search.goFilters'),
      run: () => void navigate({ to: '/issues/filters' }),
    },
    { keys: 'g d', group, label: t('shortcuts.goDesks'), run: () => void navigate({ to: '/projects' }) },
    {
      keys: 'g p',
      group,
      label: t('shortcuts.goPortal'),
      run: () => window.location.assign('/servicedesk/customer/portals'),
    },
  ]);
  return (
    <>
      <HeaderLink to="/projects" activeOptions={{ exact: true }}>
        {t('shell.allDesks')}
      </HeaderLink>
      <FiltersMenu />
      <QuickSearch />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        visibleFrom="sm"
        aria-label={t('shell.shortcuts')}
        title={`${t('shell.shortcuts')} (?)`}
        onClick={showHelp}
      >
        <IconKeyboard size={20} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}
