import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { GroupForm } from './group-form.tsx';
import { createGroup, groupsQuery } from './group-queries.ts';

/** All groups, and the way to a new one. */
export function GroupsPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const list = useInfiniteQuery(groupsQuery);
  const groups = list.data?.pages.flatMap((page) => page.values);
  const [isCreating, creating] = useDisclosure(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('groups.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('groups.create')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('groups.intro')}
      </Text>
      {!groups ? (
        <QueryState query={list} lines={4} />
      ) : groups.length === 0 ? (
        <Empty title={t('groups.empty.title')}>{t('groups.empty.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('groups.title')}
          columns={[t('groups.columns.name'), t('groups.columns.members'), t('groups.columns.roles')]}
        >
          {groups.map(({ groupId, name, description, memberCount, grantCount }) => (
            <tr key={groupId}>
              <Cell>
                <Anchor
                  fw={600}
                  fz="inherit"
                  renderRoot={(props) => <Link {...props} to="/admin/groups/$id" params={{ id: groupId }} />}
                >
                  {name}
                </Anchor>
                {description === '' ? null : (
                  <Text size="xs" c="dimmed">
                    {description}
                  </Text>
                )}
              </Cell>
              <Cell label={t('groups.columns.members')}>{memberCount}</Cell>
              <Cell label={t('groups.columns.roles')}>{grantCount}</Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? (
        <GroupForm
          title={t('groups.new.title')}
          submit={t('groups.new.submit')}
          initial={{ name: '', description: '' }}
          save={createGroup}
          onSaved={({ groupId, name }) => {
            tellDone(t('groups.created', { name }));
            void navigate({ to: '/admin/groups/$id', params: { id: groupId } });
          }}
          onClose={creating.close}
        />
      ) : null}
    </Stack>
  );
}
