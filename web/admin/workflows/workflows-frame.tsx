import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { SectionTabs } from '../shell/section-tabs.tsx';

/** What surrounds the lists of workflows and of what they are made of. Those are the site's; desks have workflows. */
export function WorkflowsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  return (
    <Stack gap="md">
      <PageTitle title={t('workflows.title')} />
      {isAdministrator ? (
        <SectionTabs
          label={t('workflows.tabs.label')}
          tabs={[
            { to: '/admin/workflows', name: t('workflows.tabs.workflows') },
            { to: '/admin/workflows/statuses', name: t('workflows.tabs.statuses') },
            { to: '/admin/workflows/priorities', name: t('workflows.tabs.priorities') },
            { to: '/admin/workflows/resolutions', name: t('workflows.tabs.resolutions') },
          ]}
        />
      ) : null}
      {children}
    </Stack>
  );
}
