import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';

/** For people who came to an administrator's address: what this is, and where they may go. */
export function NotAdministrator() {
  const { t } = useTranslation('admin');
  const { displayName, isAgent } = useAccount();
  return (
    <Stack maw="40rem" mx="auto" py="xl" gap="md">
      <PageTitle title={t('shell.notAdministrator.title')} />
      <Text>{t('shell.notAdministrator.text', { name: displayName })}</Text>
      <Group>
        {isAgent ? (
          <Button component="a" href="/projects">
            {t('shell.notAdministrator.agent')}
          </Button>
        ) : null}
        <Button component="a" href="/servicedesk/customer/portals" variant={isAgent ? 'default' : 'filled'}>
          {t('shell.notAdministrator.portal')}
        </Button>
      </Group>
    </Stack>
  );
}
