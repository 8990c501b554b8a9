import { Anchor, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { providersQuery } from './provider-queries.ts';

/** The companies' logins through which customers sign in. */
export function ProvidersPage() {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery(providersQuery);
  const providers = list.data?.pages.flatMap((page) => page.values);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle title={t('signIn.title')} />
          <Text c="dimmed" size="sm" maw="40rem">
            {t('signIn.help')}
          </Text>
        </div>
        <Menu
          position="bottom-end"
          shadow="md"
          width={300}
          portalProps={{ target: '#main' }}
          withInitialFocusPlaceholder={false}
          menuItemTabIndex={0}
        >
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
              {t('signIn.create')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['saml', 'oidc'] as const).map((protocol) => (
              <Menu.Item
                key={protocol}
                renderRoot={(props) => (
                  <Link {...props} to="/admin/sign-in/$id" params={{ id: `new-${protocol}` }} />
                )}
              >
                <strong>{t(`signIn.${protocol}`)}</strong>
                <Text size="xs" c="dimmed">
                  {t(protocol === 'saml' ? 'signIn.createSamlHelp' : 'signIn.createOidcHelp')}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {!providers ? (
        <QueryState query={list} lines={5} />
      ) : providers.length === 0 ? (
        <Empty title={t('signIn.empty.title')}>{t('signIn.empty.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('signIn.title')}
          columns={[
            t('signIn.columns.name'),
            t('signIn.columns.protocol'),
            t('signIn.columns.domains'),
            t('signIn.columns.state'),
          ]}
        >
          {providers.map((provider) => (
            <tr key={provider.id}>
              <Cell>
                <Anchor
                  fw={600}
                  fz="inherit"
                  renderRoot={(props) => (
                    <Link {...props} to="/admin/sign-in/$id" params={{ id: provider.id }} />
                  )}
                >
                  {provider.name}
                </Anchor>
              </Cell>
              <Cell label={t('signIn.columns.protocol')}>{t(`signIn.${provider.protocol}`)}</Cell>
              <Cell label={t('signIn.columns.domains')}>
                {provider.domains.length > 0 ? (
                  provider.domains.join(', ')
                ) : (
                  <Text span size="sm" c="dimmed">
                    {t('signIn.noDomains')}
                  </Text>
                )}
              </Cell>
              <Cell label={t('signIn.columns.state')}>
                <Group gap={4} component="span">
                  <Badge color={provider.isEnabled ? 'green' : 'gray'}>
                    {t(provider.isEnabled ? 'signIn.enabled' : 'signIn.disabled')}
                  </Badge>
                  {provider.admitsStaff ? <Badge color="orange">{t('signIn.admitsStaff')}</Badge> : null}
                </Group>
              </Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      <Text size="sm" c="dimmed" maw="44rem">
        {t('signIn.passwordNote')}
      </Text>
    </Stack>
  );
}
