import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { NotFound } from '../../kit/components/states.tsx';
import { SectionTabs } from '../shell/section-tabs.tsx';
import { LogTab } from './log-tab.tsx';
import { RetentionTab } from './retention-tab.tsx';

/** /admin/audit and /admin/audit/retention: who did what, from where, and how long that is kept. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const { tab } = useParams({ strict: false });
  if (tab !== undefined && tab !== 'retention') return <NotFound isNested />;
  return (
    <Stack gap="md">
      <div>
        <PageTitle title={t('audit.title')} />
        <Text c="dimmed" size="sm" maw="44rem">
          {t('audit.help')}
        </Text>
      </div>
      <SectionTabs
        label={t('audit.tabs.label')}
        tabs={[
          { to: '/admin/audit', name: t('audit.tabs.log') },
          { to: '/admin/audit/retention', name: t('audit.tabs.retention') },
        ]}
      />
      {tab === 'retention' ? <RetentionTab /> : <LogTab />}
    </Stack>
  );
}
