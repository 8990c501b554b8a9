import { Anchor, Badge, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Loading, NotFound, QueryState } from '../../kit/components/states.tsx';
import { AuditLink } from '../audit/audit-link.tsx';
import { SectionTabs } from '../shell/section-tabs.tsx';
import { EditProvider } from './edit-provider.tsx';
import { type Provider, providerQuery } from './provider-queries.ts';
import { providerTabs } from './provider-tabs.ts';

/** /admin/sign-in/{id} and /admin/sign-in/{id}/{tab}: one provider. */
export function ProviderPage() {
  const { t } = useTranslation('admin');
  const { id = '', tab } = useParams({ strict: false });
  const query = useQuery(providerQuery(id));
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/sign-in" />}>
        ← {t('signIn.back')}
      </Anchor>
      {query.data ? (
        <ProviderTabs key={id} provider={query.data} tab={tab ?? null} />
      ) : (
        <QueryState query={query} lines={8} />
      )}
    </Stack>
  );
}

function ProviderTabs({ provider, tab }: { provider: Provider; tab: string | null }) {
  const { t } = useTranslation('admin');
  const { id, name, isEnabled, protocol } = provider;
  const tabs = providerTabs.filter(({ protocols }) => !protocols || protocols.includes(protocol));
  const open = tabs.find((other) => other.id === tab);
  if (tab !== null && !open) return <NotFound isNested />;
  return (
    <>
      <Group gap="sm">
        <PageTitle title={name} />
        <Badge color={isEnabled ? 'green' : 'gray'} size="lg">
          {t(isEnabled ? 'signIn.enabled' : 'signIn.disabled')}
        </Badge>
        <AuditLink object={`identity-provider:${id}`} />
      </Group>
      <SectionTabs
        label={t('signIn.tabs.label')}
        tabs={[
          { to: `/admin/sign-in/${id}`, name: t('signIn.tabs.overview') },
          ...tabs.map((other) => ({
            to: `/admin/sign-in/${id}/${other.id}`,
            name: t(`signIn.tabs.${other.id}`),
          })),
        ]}
      />
      {open ? (
        <Suspense fallback={<Loading lines={6} />}>
          <open.component provider={provider} />
        </Suspense>
      ) : (
        <EditProvider provider={provider} />
      )}
    </>
  );
}
