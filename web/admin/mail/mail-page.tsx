import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { NotFound, QueryState } from '../../kit/components/states.tsx';
import { SectionTabs } from '../shell/section-tabs.tsx';
import { KindsTab } from './kinds-tab.tsx';
import { mailQuery } from './mail-queries.ts';
import { MessagesTab } from './messages-tab.tsx';
import { ServerTab } from './server-tab.tsx';

/** /admin/mail and /admin/mail/{tab}: what was sent, how it leaves, and what each kind looks like. */
export function MailPage() {
  const { t } = useTranslation('admin');
  const { tab } = useParams({ strict: false });
  const query = useQuery(mailQuery);
  if (tab !== undefined && tab !== 'server' && tab !== 'kinds') return <NotFound isNested />;
  return (
    <Stack gap="md">
      <PageTitle title={t('mail.title')} />
      <SectionTabs
        label={t('mail.tabs.label')}
        tabs={[
          { to: '/admin/mail', name: t('mail.tabs.messages') },
          { to: '/admin/mail/server', name: t('mail.tabs.server') },
          { to: '/admin/mail/kinds', name: t('mail.tabs.kinds') },
        ]}
      />
      {tab === 'kinds' ? (
        <KindsTab />
      ) : !query.data ? (
        <QueryState query={query} lines={6} />
      ) : tab === 'server' ? (
        <ServerTab settings={query.data.settings} />
      ) : (
        <MessagesTab overview={query.data} />
      )}
    </Stack>
  );
}
