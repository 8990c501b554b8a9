import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { AddDomain } from './add-domain.tsx';
import { portalDomainsQuery } from './domain-queries.ts';
import { useSiteHost } from './site-host.ts';

/** /admin/domains: the hosts at which portals live, beside the site's own. */
export function DomainsPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const host = useSiteHost();
  const query = useQuery(portalDomainsQuery);
  const [isAdding, adding] = useDisclosure(false);
  const domains = query.data;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('portalDomains.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={adding.open}>
          {t('portalDomains.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" maw="46rem">
        {t('portalDomains.intro', { host })}
      </Text>
      {!domains ? (
        <QueryState query={query} lines={4} />
      ) : domains.length === 0 ? (
        <Empty title={t('portalDomains.empty.title')}>{t('portalDomains.empty.text', { host })}</Empty>
      ) : (
        <ResponsiveTable
          label={t('portalDomains.title')}
          columns={[
            t('portalDomains.columns.host'),
            t('portalDomains.columns.portal'),
            t('portalDomains.columns.signInAt'),
          ]}
        >
          {domains.map((domain) => (
            <tr key={domain.id}>
              <Cell>
                <Group gap="xs">
                  <Anchor
                    fw={600}
                    fz="inherit"
                    style={{ overflowWrap: 'anywhere' }}
                    renderRoot={(props) => (
                      <Link {...props} to="/admin/domains/$id" params={{ id: domain.id }} />
                    )}
                  >
                    {domain.host}
                  </Anchor>
                  {domain.isMain ? (
                    <Badge variant="light" size="sm">
                      {t('portalDomains.main')}
                    </Badge>
                  ) : null}
                </Group>
              </Cell>
              <Cell label={t('portalDomains.columns.portal')}>{domain.portal.name}</Cell>
              <Cell label={t('portalDomains.columns.signInAt')}>
                {domain.signInAt === 'site' ? host : domain.host}
              </Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      {isAdding ? (
        <AddDomain
          onClose={adding.close}
          onAdded={({ id, host: added }) => {
            tellDone(t('portalDomains.added', { host: added }));
            void navigate({ to: '/admin/domains/$id', params: { id } });
          }}
        />
      ) : null}
    </Stack>
  );
}
