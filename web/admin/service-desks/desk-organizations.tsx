import { Anchor, Paper, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationsQuery } from '../organizations/organization-queries.ts';
import { DeskList, useAddToDesk } from './desk-list.tsx';
import {
  addDeskOrganization,
  deskOrganizationsQuery,
  removeDeskOrganization,
} from './desk-people-queries.ts';
import type { ServiceDesk } from './service-desk-queries.ts';

/** The organizations whose members may use the desk. */
export function DeskOrganizations({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { access } = desk._portico;
  const query = useInfiniteQuery(deskOrganizationsQuery(desk.id));
  const all = useInfiniteQuery(organizationsQuery);
  const entries = query.data?.pages.flatMap((page) => page.values).map(({ id, name }) => ({ id, name }));
  const refresh = () =>
    void queries.invalidateQueries({ queryKey: ['service-desk', desk.id, 'organizations'] });
  const add = useAddToDesk('organizations', (id) => addDeskOrganization(desk.id, id), refresh);

  // the list has no search of its own: read it whole, page by page
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = all;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const taken = new Set(entries?.map((entry) => entry.id));
  const left = (all.data?.pages ?? [])
    .flatMap((page) => page.values)
    .filter((organization) => !taken.has(organization.id));
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('serviceDesks.organizations.help')}
          {access === 'restricted' ? '' : ` ${t(`serviceDesks.organizations.help_${access}`)}`}
        </Text>
        <Select
          label={t('serviceDesks.organizations.add')}
          placeholder={t('serviceDesks.organizations.placeholder')}
          data={left.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            const organization = left.find((candidate) => candidate.id === id);
            if (organization) add({ id: organization.id, name: organization.name });
          }}
          searchable
          limit={100}
          nothingFoundMessage={t('serviceDesks.organizations.noneLeft')}
          maw="28rem"
        />
        <DeskList
          label={t('serviceDesks.tabs.organizations')}
          query={query}
          entries={entries}
          empty={t('serviceDesks.organizations.empty')}
          words="organizations"
          show={(organization) => (
            <Anchor
              fw={600}
              fz="inherit"
              renderRoot={(props) => (
                <Link {...props} to="/admin/organizations/$id" params={{ id: organization.id }} />
              )}
            >
              {organization.name}
            </Anchor>
          )}
          remove={(organization) => removeDeskOrganization(desk.id, organization.id)}
          onRemoved={refresh}
        />
      </Stack>
    </Paper>
  );
}
