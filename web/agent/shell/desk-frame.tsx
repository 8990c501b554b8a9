import { Anchor, Button, Drawer, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAdjustments,
  IconLayoutSidebar,
  IconListCheck,
  IconMessage2Code,
  IconPlus,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../kit/plain/button.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import { lastQueue } from '../desks/last-queue.ts';
import { QueueLinks } from '../desks/queue-links.tsx';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import classes from './agent-frame.module.css';

/** A page of one desk, with the desk's queues beside it; on a phone they open from a button above the page. */
export function DeskFrame({ desk, children }: { desk: Desk | null; children: ReactNode }) {
  const { t } = useTranslation('agent');
  const [isOpen, drawer] = useDisclosure(false);
  const navigate = useNavigate();
  const queueId = desk ? (lastQueue(desk.projectKey) ?? desk.queues[0]?.id) : undefined;
  const goCustomers = desk
    ? [
        {
          keys: 'c',
          group: t('shortcuts.everywhere'),
          label: t('newRequest.shortcut'),
          run: () => void navigate({ to: '/projects/new-request', search: { desk: desk.projectKey } }),
        },
        {
          keys: 'g c',
          group: t('shortcuts.everywhere'),
          label: t('shortcuts.goCustomers'),
          run: () =>
            void navigate({
              to: '/projects/$projectKey/customers',
              params: { projectKey: desk.projectKey },
            }),
        },
      ]
    : [];
  useShortcuts(
    desk && queueId
      ? [
          ...goCustomers,
          {
            keys: 'g q',
            group: t('shortcuts.everywhere'),
            label: t('shortcuts.goQueue'),
            run: () =>
              void navigate({
                to: '/projects/$projectKey/queues/custom/$queueId',
                params: { projectKey: desk.projectKey, queueId },
              }),
          },
        ]
      : goCustomers,
  );
  return (
    <div className={classes['desk']}>
      {desk ? (
        <>
          <nav className={classes['side']} aria-label={t('shell.queuesOf', { desk: desk.projectName })}>
            <SideContent desk={desk} />
          </nav>
          <div className={classes['opener']}>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconLayoutSidebar size={16} aria-hidden="true" />}
              onClick={drawer.open}
            >
              {desk.projectName}
            </Button>
          </div>
          <Drawer.Root opened={isOpen} onClose={drawer.close} size="xs">
            <Drawer.Overlay />
            <Drawer.Content aria-label={t('shell.queuesOf', { desk: desk.projectName })}>
              <div className={classes['drawerHead']}>
                <Drawer.CloseButton aria-label={t('shell.closeNavigation')} />
              </div>
              <Drawer.Body>
                <SideContent desk={desk} onFollow={drawer.close} />
              </Drawer.Body>
            </Drawer.Content>
          </Drawer.Root>
        </>
      ) : null}
      <main id="main" tabIndex={-1} className={classes['page']}>
        {children}
      </main>
    </div>
  );
}

function SideContent({ desk, onFollow }: { desk: Desk; onFollow?: () => void }) {
  const { t } = useTranslation('agent');
  return (
    <Stack gap="xs">
      <div className={classes['deskName']}>
        <Text component="p" fw={650} m={0} lh={1.35}>
          {desk.projectName}
        </Text>
        <Anchor href={`/servicedesk/customer/portal/${desk.id}`} size="sm">
          {t('desks.openPortal')}
        </Anchor>
      </div>
      <Link
        to="/projects/new-request"
        search={{ desk: desk.projectKey }}
        className={buttonClass({ size: 'sm' })}
        onClick={onFollow}
      >
        <IconPlus size={16} aria-hidden="true" />
        {t('newRequest.open')}
      </Link>
      <QueueLinks desk={desk} {...(onFollow ? { onFollow } : {})} />
      {desk.isAdministrator ? (
        <Link
          to="/projects/$projectKey/queues/manage"
          params={{ projectKey: desk.projectKey }}
          className={classes['place'] ?? ''}
          onClick={onFollow}
        >
          <IconAdjustments size={16} aria-hidden="true" />
          {t('shell.manageQueues')}
        </Link>
      ) : null}
      <Link
        to="/projects/$projectKey/customers"
        params={{ projectKey: desk.projectKey }}
        className={classes['place'] ?? ''}
        onClick={onFollow}
      >
        <IconUsers size={16} aria-hidden="true" />
        {t('customers.title')}
      </Link>
      <Link
        to="/projects/$projectKey/canned-responses"
        params={{ projectKey: desk.projectKey }}
        className={classes['place'] ?? ''}
        onClick={onFollow}
      >
        <IconMessage2Code size={16} aria-hidden="true" />
        {t('composer.cannedResponses')}
      </Link>
      <Link to="/projects/bulk-changes" className={classes['place'] ?? ''} onClick={onFollow}>
        <IconListCheck size={16} aria-hidden="true" />
        {t('bulk.page.title')}
      </Link>
      <Link to="/projects" className={classes['all'] ?? ''} onClick={onFollow}>
        {t('shell.allDesks')}
      </Link>
    </Stack>
  );
}
