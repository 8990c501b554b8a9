import { Anchor, Badge, Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { type PortalDomainDetails, portalDomainQuery, removePortalDomain } from './domain-queries.ts';
import { DomainSettings } from './domain-settings.tsx';
import { LeadsHere } from './leads-here.tsx';
import { RegisterAddresses } from './register-addresses.tsx';
import { useSiteHost } from './site-host.ts';

/** /admin/domains/{id}: the host of a portal. */
export function DomainPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(portalDomainQuery(id));
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/domains" />}>
        ← {t('portalDomains.back')}
      </Anchor>
      {query.data ? <DomainView key={id} domain={query.data} /> : <QueryState query={query} lines={6} />}
    </Stack>
  );
}

function DomainView({ domain }: { domain: PortalDomainDetails }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const site = useSiteHost();
  const [isRemoving, setRemoving] = useState(false);
  const { id, host, isMain, signedIn } = domain;
  return (
    <>
      <Group justify="space-between">
        <Group gap="sm" style={{ overflowWrap: 'anywhere' }}>
          <PageTitle title={host} />
          {isMain ? <Badge variant="light">{t('portalDomains.main')}</Badge> : null}
          <AuditLink object={`portal-domain:${id}`} />
        </Group>
        <Button variant="default" size="sm" c="red" onClick={() => setRemoving(true)}>
          {t('portalDomains.remove.action')}
        </Button>
      </Group>
      <LeadsHere domain={domain} />
      <DomainSettings domain={domain} />
      <RegisterAddresses domain={domain} />
      {isRemoving ? (
        <ConfirmAct
          title={t('portalDomains.remove.title', { host })}
          submit={t('portalDomains.remove.action')}
          isDanger
          act={() => removePortalDomain(domain)}
          onCancel={() => setRemoving(false)}
          onDone={() => {
            tellDone(t('portalDomains.remove.done', { host }));
            void navigate({ to: '/admin/domains' });
            void queries.invalidateQueries({ queryKey: ['portal-domains'], exact: true });
          }}
        >
          <p>{t('portalDomains.remove.text', { host, site })}</p>
          <p>{t('portalDomains.remove.signedIn', { count: signedIn })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
