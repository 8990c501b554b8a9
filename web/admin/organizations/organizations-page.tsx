import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { NewOrganization } from './new-organization.tsx';
import { organizationsQuery } from './organization-queries.ts';

/** The companies that are served, with the domains by which their people become members. */
export function OrganizationsPage() {
  const { t, i18n } = useTranslation('admin');
  const list = useInfiniteQuery(organizationsQuery);
  const [isCreating, creating] = useDisclosure(false);
  const [filter, setFilter] = useState('');
  const all = list.data?.pages.flatMap((page) => page.values);
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = all?.filter(({ name, _portico: extras }) =>
    [name, ...(extras?.domains ?? [])].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('organizations.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('organizations.create')}
        </Button>
      </Group>
      {!all || !shown ? (
        <QueryState query={list} lines={6} />
      ) : all.length === 0 ? (
        <Empty title={t('organizations.empty.title')}>{t('organizations.empty.text')}</Empty>
      ) : (
        <>
          <TextInput
            aria-label={t('organizations.filter')}
            placeholder={t('organizations.filter')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            maw="24rem"
          />
          {shown.length === 0 ? (
            <Text c="dimmed" role="status">
              {t('organizations.noMatch', { text: filter })}
            </Text>
          ) : (
            <ResponsiveTable
              label={t('organizations.title')}
              columns={[
                t('organizations.columns.name'),
                t('organizations.columns.domains'),
                t('organizations.columns.members'),
              ]}
            >
              {shown.map(({ id, name, _portico: extras }) => (
                <tr key={id}>
                  <Cell>
                    <Anchor
                      fw={600}
                      fz="inherit"
                      renderRoot={(props) => (
                        <Link {...props} to="/admin/organizations/$id" params={{ id }} />
                      )}
                    >
                      {name}
                    </Anchor>
                  </Cell>
                  <Cell label={t('organizations.columns.domains')}>
                    {extras?.domains.length ? (
                      extras.domains.join(', ')
                    ) : (
                      <Text span size="sm" c="dimmed">
                        {t('organizations.noDomains')}
                      </Text>
                    )}
                  </Cell>
                  <Cell label={t('organizations.columns.members')}>
                    {(extras?.memberCount ?? 0).toLocaleString(i18n.language)}
                  </Cell>
                </tr>
              ))}
            </ResponsiveTable>
          )}
          <ShowMore query={list} />
        </>
      )}
      {isCreating ? <NewOrganization onClose={creating.close} /> : null}
    </Stack>
  );
}
