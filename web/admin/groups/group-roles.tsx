import { Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import { GrantList } from './grant-list.tsx';
import { grantRole, grantsQuery, type Group as PeopleGroup, type Role } from './group-queries.ts';
import { useRoleName } from './role-name.ts';

const roles: readonly Role[] = ['agent', 'desk-administrator', 'customer', 'administrator'];

/** What is granted to a group, and granting more. */
export function GroupRoles({ group }: { group: PeopleGroup }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const roleName = useRoleName();
  const { groupId } = group;
  const query = useQuery(grantsQuery({ groupId }));
  const desks = useInfiniteQuery(serviceDesksQuery).data?.pages.flatMap((page) => page.values) ?? [];
  const [role, setRole] = useState<Role>('agent');
  const [deskId, setDeskId] = useState<string | null>(null);
  const isOfSite = role === 'administrator';
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['grants'] });
    void queries.invalidateQueries({ queryKey: ['groups'] });
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const grant = useMutation({
    mutationFn: () =>
      grantRole({ role, groupId, ...(isOfSite || deskId === null ? {} : { serviceDeskId: deskId }) }),
    onSuccess: () => {
      tellDone(t('groups.roles.granted'));
      refresh();
    },
    onError: (error) => tellFailure(t('form.failed'), errorText(error)),
  });
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('groups.roles.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('groups.roles.help')}
          </Text>
        </div>
        <Group align="flex-end">
          <Select
            label={t('groups.roles.role')}
            data={roles.map((value) => ({ value, label: t(`groups.roles.names.${value}`) }))}
            value={role}
            onChange={(value) => setRole(roles.find((known) => known === value) ?? 'agent')}
            allowDeselect={false}
          />
          {isOfSite ? null : (
            <Select
              label={t('groups.roles.desk')}
              data={desks.map((desk) => ({ value: desk.id, label: desk._portico.portalName }))}
              value={deskId}
              onChange={setDeskId}
              searchable
            />
          )}
          <Button
            disabled={!isOfSite && deskId === null}
            loading={grant.isPending}
            onClick={() => grant.mutate()}
          >
            {t('groups.roles.grant')}
          </Button>
        </Group>
        {!query.data ? (
          <QueryState query={query} lines={2} />
        ) : (
          <GrantList
            label={t('groups.roles.title')}
            heading={t('groups.roles.role')}
            grants={query.data}
            empty={t('groups.roles.empty')}
            show={(one) => (
              <strong>{roleName({ role: one.role, deskName: one.serviceDesk?.portalName ?? null })}</strong>
            )}
            onRevoked={refresh}
          />
        )}
      </Stack>
    </Paper>
  );
}
