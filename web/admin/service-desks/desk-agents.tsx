import { Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { GrantList } from '../groups/grant-list.tsx';
import { grantRole, grantsQuery, groupsQuery, type Role } from '../groups/group-queries.ts';
import { Person } from '../people-picker/person.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import type { ServiceDesk } from './service-desk-queries.ts';

const roles: readonly Role[] = ['agent', 'desk-administrator'];

/** Who works on the desk and who administers it: people, and groups. */
export function DeskAgents({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const query = useQuery(grantsQuery({ serviceDeskId: desk.id }));
  const groups = useInfiniteQuery(groupsQuery).data?.pages.flatMap((page) => page.values) ?? [];
  const [role, setRole] = useState<Role>('agent');
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['grants'] });
    void queries.invalidateQueries({ queryKey: ['service-desk', desk.id] });
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const add = useMutation({
    mutationFn: (holder: { accountId: string } | { groupId: string }) =>
      grantRole({ role, serviceDeskId: desk.id, ...holder }),
    onSuccess: () => {
      tellDone(t('groups.roles.granted'));
      refresh();
    },
    onError: (error) => tellFailure(t('form.failed'), errorText(error)),
  });
  const taken = query.data?.filter((grant) => grant.role === role) ?? [];
  const free = groups.filter(({ groupId }) => !taken.some(({ group }) => group?.groupId === groupId));
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('groups.desk.help')}
        </Text>
        <Group align="flex-end" gap="sm">
          <Select
            label={t('groups.desk.as')}
            data={roles.map((value) => ({ value, label: t(`groups.roles.names.${value}`) }))}
            value={role}
            onChange={(value) => setRole(roles.find((known) => known === value) ?? 'agent')}
            allowDeselect={false}
          />
          <PersonPicker
            label={t('groups.desk.person')}
            excluded={new Set(taken.flatMap(({ account }) => account?.accountId ?? []))}
            deskId={desk.id}
            onPick={({ accountId }) => add.mutate({ accountId })}
          />
          {groups.length > 0 ? (
            <Select
              label={t('groups.desk.group')}
              data={free.map(({ groupId, name }) => ({ value: groupId, label: name }))}
              value={null}
              onChange={(groupId) => groupId !== null && add.mutate({ groupId })}
              searchable
            />
          ) : null}
        </Group>
        {!query.data ? (
          <QueryState query={query} lines={3} />
        ) : (
          <GrantList
            label={t('serviceDesks.tabs.agents')}
            heading={t('groups.desk.holder')}
            grants={query.data}
            empty={t('groups.desk.empty')}
            show={({ account, group }) =>
              account ? (
                <Person name={account.displayName} detail={account.emailAddress} />
              ) : (
                <Person name={group?.name ?? ''} detail={t('groups.desk.groupDetail')} />
              )
            }
            showRole={(grant) => t(`groups.roles.names.${grant.role}`)}
            onRevoked={refresh}
          />
        )}
      </Stack>
    </Paper>
  );
}
