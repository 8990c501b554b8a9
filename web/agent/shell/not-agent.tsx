import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';

/** For customers who came to an agent's address: what this is, and where they may go. */
export function NotAgent() {
  const { t } = useTranslation('agent');
  const { displayName } = useAccount();
  return (
    <Stack maw="40rem" mx="auto" py="xl" gap="md">
      <PageTitle title={t('shell.notAgent.title')} />
      <Text>{t('shell.notAgent.text', { name: displayName })}</Text>
      <Group>
        <Button component="a" href="/servicedesk/customer/portals">
          {t('shell.notAgent.portal')}
        </Button>
        <Button component="a" href="/servicedesk/customer/user/requests" variant="default">
          {t('shell.notAgent.requests')}
        </Button>
      </Group>
    </Stack>
  );
}
