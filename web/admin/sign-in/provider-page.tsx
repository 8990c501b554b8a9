import { Anchor, Badge, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Loading, NotFound, QueryState } from '../../kit/components/states.tsx';
import { AuditLink } from '../audit/audit-link.tsx';
import { EditProvider } from './edit-provider.tsx';
import classes from './provider-page.module.css';
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
  const tabLinks = useRef<HTMLElement>(null);
  // on a phone the tabs are a row that is scrolled sideways: bring the open one into sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open tab's link changes with the path
  useEffect(() => {
    const current = tabLinks.current?.querySelector('[data-status="active"]');
    current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [tab]);
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
      <nav ref={tabLinks} aria-label={t('signIn.tabs.label')} className={classes['tabs']}>
        <Link
          to="/admin/sign-in/$id"
          params={{ id }}
          activeOptions={{ exact: true }}
          className={classes['tab'] ?? ''}
        >
          {t('signIn.tabs.overview')}
        </Link>
        {tabs.map((other) => (
          <Link
            key={other.id}
            to="/admin/sign-in/$id/$tab"
            params={{ id, tab: other.id }}
            className={classes['tab'] ?? ''}
          >
            {t(`signIn.tabs.${other.id}`)}
          </Link>
        ))}
      </nav>
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
