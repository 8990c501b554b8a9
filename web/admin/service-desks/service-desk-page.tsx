import { Anchor, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { AuditLink } from '../audit/audit-link.tsx';
import { CalendarsTab } from '../calendars/calendars-tab.tsx';
import { RequestTypesTab } from '../request-types/request-types-tab.tsx';
import { SlasTab } from '../sla/slas-tab.tsx';
import { AccountsForm } from './accounts-form.tsx';
import { CannedResponsesTab } from './canned-responses-tab.tsx';
import { DeskAgents } from './desk-agents.tsx';
import { DeskCustomers } from './desk-customers.tsx';
import { DeskOrganizations } from './desk-organizations.tsx';
import { MailForm } from './mail-form.tsx';
import { PermissionsForm } from './permissions-form.tsx';
import { PortalForm } from './portal-form.tsx';
import classes from './service-desk-page.module.css';
import { serviceDeskQuery } from './service-desk-queries.ts';
import { DeskSignIn } from './sign-in-form.tsx';

const tabs = [
  'portal',
  'requestTypes',
  'slas',
  'calendars',
  'cannedResponses',
  'permissions',
  'agents',
  'organizations',
  'customers',
  'signIn',
] as const;
type Tab = (typeof tabs)[number];

/** Tabs that pages of their own lead back to. */
const addresses: Readonly<Record<string, Tab>> = {
  'request-types': 'requestTypes',
  slas: 'slas',
  calendars: 'calendars',
};

function tabAt(pathname: string): Tab {
  return addresses[pathname.split('/').at(-1) ?? ''] ?? 'portal';
}

/** One service desk: its portal, who works on it, and whom it serves. */
export function ServiceDeskPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const { isAdministrator } = useAccount();
  const { pathname } = useLocation();
  const [tab, setTab] = useState(() => tabAt(pathname));
  const query = useQuery(serviceDeskQuery(id));
  const desk = query.data;
  // where it is narrow they are a row that is scrolled sideways: bring the open one into sight
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they come with the desk, and the open one changes with the tab
  useEffect(() => {
    const open = list.current?.querySelector('[aria-selected="true"]');
    open?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [tab, desk?.id]);
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/service-desks" />}>
        ← {t('serviceDesks.back')}
      </Anchor>
      {!desk ? (
        <QueryState query={query} />
      ) : (
        <>
          <Group justify="space-between">
            <div>
              <PageTitle title={desk._portico.portalName} />
              <Text c="dimmed" size="sm">
                {desk.projectName} · {desk.projectKey}
              </Text>
            </div>
            <Group gap="xs">
              {isAdministrator ? (
                <AuditLink
                  object={`service-desk:${desk.id},portal-sign-in:${desk.id},portal-mail:${desk.id}`}
                />
              ) : null}
              <Button
                component="a"
                href={`/servicedesk/customer/portal/${desk.id}`}
                variant="default"
                size="sm"
              >
                {t('serviceDesks.openPortal')}
              </Button>
              <Button component="a" href={`/projects/${desk.projectKey}`} variant="default" size="sm">
                {t('serviceDesks.openQueues')}
              </Button>
            </Group>
          </Group>
          <Tabs
            value={tab}
            onChange={(chosen) => setTab(tabs.find((known) => known === chosen) ?? 'portal')}
            keepMountedMode="display-none"
          >
            <Tabs.List ref={list} className={classes['tabs'] ?? ''}>
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`serviceDesks.tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="portal" pt="lg">
              <Stack gap="lg">
                <PortalForm key={desk.id} desk={desk} />
                <MailForm key={`mail-${desk.id}`} portalId={desk.id} portalName={desk._portico.portalName} />
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="requestTypes" pt="lg">
              <RequestTypesTab deskId={desk.id} />
            </Tabs.Panel>
            <Tabs.Panel value="slas" pt="lg">
              <SlasTab deskId={desk.id} projectKey={desk.projectKey} />
            </Tabs.Panel>
            <Tabs.Panel value="cannedResponses" pt="lg">
              <CannedResponsesTab deskId={desk.id} />
            </Tabs.Panel>
            <Tabs.Panel value="calendars" pt="lg">
              <CalendarsTab deskId={desk.id} />
            </Tabs.Panel>
            <Tabs.Panel value="permissions" pt="lg">
              <PermissionsForm key={desk.id} desk={desk} onTab={setTab} />
            </Tabs.Panel>
            <Tabs.Panel value="agents" pt="lg">
              <DeskAgents desk={desk} />
            </Tabs.Panel>
            <Tabs.Panel value="organizations" pt="lg">
              <DeskOrganizations desk={desk} />
            </Tabs.Panel>
            <Tabs.Panel value="customers" pt="lg">
              <DeskCustomers desk={desk} />
            </Tabs.Panel>
            <Tabs.Panel value="signIn" pt="lg">
              <Stack gap="lg">
                <DeskSignIn key={desk.id} desk={desk} />
                <AccountsForm portalId={desk.id} />
              </Stack>
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}
