import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { useLiveDesk } from '../live.ts';
import { type Desk, myDesksQuery } from './desk-queries.ts';
import { QueueLinks } from './queue-links.tsx';

/** The desks that the viewer works on, each with its queues and how many requests wait in them. */
export function DesksPage() {
  const { t } = useTranslation('agent');
  const query = useQuery(myDesksQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('desks.title')} />
      {!query.data ? <QueryState query={query} /> : query.data.length === 0 ? <NoDesk /> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {query.data?.map((desk) => (
          <DeskCard key={desk.id} desk={desk} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function DeskCard({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agent');
  useLiveDesk(desk.id);
  return (
    <Paper p="md" component="section" aria-labelledby={`desk-${desk.id}`}>
      <Group justify="space-between" align="baseline" wrap="nowrap" mb="xs" px={10}>
        <Title order={2} size="h4" id={`desk-${desk.id}`}>
          {desk.projectName}{' '}
          <Text span c="dimmed" size="sm" fw={400}>
            {desk.projectKey}
          </Text>
        </Title>
        <Anchor href={`/servicedesk/customer/portal/${desk.id}`} size="sm">
          {t('desks.openPortal')}
        </Anchor>
      </Group>
      <QueueLinks desk={desk} />
    </Paper>
  );
}

function NoDesk() {
  const { t } = useTranslation('agent');
  const { isAdministrator } = useAccount();
  return (
    <Empty
      title={t('desks.empty.title')}
      action={
        isAdministrator ? (
          <Button component="a" href="/admin/service-desks">
            {t('desks.empty.create')}
          </Button>
        ) : undefined
      }
    >
      {t(isAdministrator ? 'desks.empty.administrator' : 'desks.empty.text')}
    </Empty>
  );
}
