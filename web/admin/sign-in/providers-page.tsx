import { Anchor, Avatar, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { ProviderWarnings } from './metadata/provider-warnings.tsx';
import { ProviderOrder } from './provider-order.tsx';
import { type Provider, providersQuery } from './provider-queries.ts';
import { SubmittedSetups } from './setup-links/submitted-setups.tsx';

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
        <Button renderRoot={(props) => <Link {...props} to="/admin/sign-in/new" />}>
          {t('signIn.create')}
        </Button>
      </Group>
      <ProviderWarnings />
      <SubmittedSetups />
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
            t('signIn.columns.button'),
            t('signIn.columns.state'),
          ]}
        >
          {providers.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} />
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      <ProviderOrder />
      <Text size="sm" c="dimmed" maw="44rem">
        {t('signIn.passwordNote')}
      </Text>
    </Stack>
  );
}

function ProviderRow({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { id, name, protocol, logoUrl, shownOn, portalIds, admitsStaff } = provider;
  return (
    <tr>
      <Cell>
        <Group gap="sm" wrap="nowrap" component="span">
          <Avatar src={logoUrl} alt="" name={name} color="initials" radius="sm" size="sm" />
          <Anchor
            fw={600}
            fz="inherit"
            renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id }} />}
          >
            {name}
          </Anchor>
        </Group>
      </Cell>
      <Cell label={t('signIn.columns.protocol')}>{t(`signIn.${protocol}`)}</Cell>
      <Cell label={t('signIn.columns.domains')}>
        <Domains provider={provider} />
      </Cell>
      <Cell label={t('signIn.columns.button')}>
        {t(`signIn.buttonOn.${shownOn}`, { count: portalIds.length })}
      </Cell>
      <Cell label={t('signIn.columns.state')}>
        <Group gap={4} component="span">
          <Badge color={provider.isEnabled ? 'green' : 'gray'}>
            {t(provider.isEnabled ? 'signIn.enabled' : 'signIn.disabled')}
          </Badge>
          <TestState provider={provider} />
          {admitsStaff ? <Badge color="orange">{t('signIn.admitsStaff')}</Badge> : null}
        </Group>
      </Cell>
    </tr>
  );
}

function Domains({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  if (provider.domainClaims.length === 0) {
    return (
      <Text span size="sm" c="dimmed">
        {t('signIn.noDomains')}
      </Text>
    );
  }
  return provider.domainClaims.map(({ domain, isVerified }, index) => (
    <span key={domain}>
      {index > 0 ? ', ' : ''}
      {domain}
      {isVerified ? null : (
        <Text span size="sm" c="dimmed">
          {' '}
          ({t('signIn.unverifiedDomain')})
        </Text>
      )}
    </span>
  ));
}

function TestState({ provider: { isComplete, isTested, testedAt } }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  if (isTested) return null;
  const state = !isComplete ? 'incomplete' : testedAt === null ? 'never' : 'stale';
  return (
    <Badge color={state === 'stale' ? 'orange' : 'gray'} variant="outline">
      {t(`signIn.tested.${state}`)}
    </Badge>
  );
}
