import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { NewServiceDesk } from './new-service-desk.tsx';
import { deskTemplatesQuery, serviceDesksQuery } from './service-desk-queries.ts';

/** All service desks, and the way to a new one. */
export function ServiceDesksPage() {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery(serviceDesksQuery);
  const { isAdministrator } = useAccount();
  // so that they are there when the dialog opens, which begins with them
  useQuery({ ...deskTemplatesQuery, enabled: isAdministrator });
  const desks = list.data?.pages
    .flatMap((page) => page.values)
    .filter((desk) => desk._portico.isAdministrator);
  const [isCreating, creating] = useDisclosure(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('serviceDesks.title')} />
        {isAdministrator ? (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
            {t('serviceDesks.create')}
          </Button>
        ) : null}
      </Group>
      {!desks ? (
        <QueryState query={list} lines={5} />
      ) : desks.length === 0 ? (
        <Empty title={t('serviceDesks.empty.title')}>{t('serviceDesks.empty.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('serviceDesks.title')}
          columns={[
            t('serviceDesks.columns.name'),
            t('serviceDesks.columns.key'),
            t('serviceDesks.columns.access'),
            t('serviceDesks.columns.listed'),
          ]}
        >
          {desks.map(({ id, projectKey, projectName, _portico: portal }) => (
            <tr key={id}>
              <Cell>
                <Anchor
                  fw={600}
                  fz="inherit"
                  renderRoot={(props) => <Link {...props} to="/admin/service-desks/$id" params={{ id }} />}
                >
                  {portal.portalName}
                </Anchor>
                {projectName === portal.portalName ? null : (
                  <Text size="xs" c="dimmed">
                    {projectName}
                  </Text>
                )}
              </Cell>
              <Cell label={t('serviceDesks.columns.key')}>{projectKey}</Cell>
              <Cell label={t('serviceDesks.columns.access')}>
                {t(`serviceDesks.access.${portal.access}`)}
              </Cell>
              <Cell label={t('serviceDesks.columns.listed')}>
                <Badge color={portal.isListed ? 'green' : 'gray'}>
                  {t(portal.isListed ? 'serviceDesks.listed' : 'serviceDesks.notListed')}
                </Badge>
              </Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? (
        <NewServiceDesk takenKeys={desks?.map((desk) => desk.projectKey) ?? []} onClose={creating.close} />
      ) : null}
    </Stack>
  );
}
