import { Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Person } from '../people-picker/person.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import { DeskList, useAddToDesk } from './desk-list.tsx';
import { addDeskAgent, deskAgentsQuery, removeDeskAgent } from './desk-people-queries.ts';
import type { ServiceDesk } from './service-desk-queries.ts';

/** Who works on the desk. */
export function DeskAgents({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const query = useInfiniteQuery(deskAgentsQuery(desk.id));
  const entries = query.data?.pages
    .flatMap((page) => page.values)
    .map((agent) => ({ id: agent.accountId, name: agent.displayName, email: agent.emailAddress }));
  const refresh = () => void queries.invalidateQueries({ queryKey: ['service-desk', desk.id, 'agents'] });
  const add = useAddToDesk('agents', (accountId) => addDeskAgent(desk.id, accountId), refresh);
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('serviceDesks.agents.help')}
        </Text>
        <PersonPicker
          label={t('serviceDesks.agents.add')}
          excluded={new Set(entries?.map((entry) => entry.id))}
          onPick={({ accountId, displayName }) => add({ id: accountId, name: displayName })}
        />
        <DeskList
          label={t('serviceDesks.tabs.agents')}
          query={query}
          entries={entries}
          empty={t('serviceDesks.agents.empty')}
          words="agents"
          show={(agent) => <Person name={agent.name} detail={agent.email} />}
          remove={(agent) => removeDeskAgent(desk.id, agent.id)}
          onRemoved={refresh}
        />
      </Stack>
    </Paper>
  );
}
