import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { checkPortalDomain, type PortalDomainDetails } from './domain-queries.ts';

/** Whether a domain leads here, and what it takes. */
export function LeadsHere({ domain }: { domain: PortalDomainDetails }) {
  const { t } = useTranslation('admin');
  const { id, host, siteHost } = domain;
  const check = useMutation({ mutationFn: () => checkPortalDomain(id) });
  const found = check.data;
  return (
    <Paper p="lg" component="section" aria-labelledby="leads-here">
      <Stack gap="md" maw="44rem">
        <Group justify="space-between">
          <Title order={2} size="h4" id="leads-here">
            {t('portalDomains.check.title')}
          </Title>
          <Button variant="default" size="sm" loading={check.isPending} onClick={() => check.mutate()}>
            {t(found ? 'portalDomains.check.again' : 'portalDomains.check.action')}
          </Button>
        </Group>
        <div aria-live="polite">
          {check.error ? (
            <ErrorAlert error={check.error} />
          ) : found ? (
            <Note
              tone={found.outcome === 'answers' ? 'success' : 'error'}
              title={t(`portalDomains.check.outcome.${found.outcome}`)}
            >
              {found.detail}
              {found.addresses.length > 0 ? (
                <Text size="sm" mt="xs">
                  {t('portalDomains.check.addresses', { addresses: found.addresses.join(', ') })}
                </Text>
              ) : null}
            </Note>
          ) : (
            <Text size="sm" c="dimmed">
              {t('portalDomains.check.never', { host })}
            </Text>
          )}
        </div>
        <details open={found !== undefined && found.outcome !== 'answers'}>
          <summary>{t('portalDomains.dns.title')}</summary>
          <Stack gap="md" mt="sm">
            <Text size="sm">{t('portalDomains.dns.record', { host })}</Text>
            <CopyField label={t('portalDomains.dns.name')} value={host} />
            <CopyField label={t('portalDomains.dns.type')} value="CNAME" />
            <CopyField label={t('portalDomains.dns.value')} value={siteHost} />
            <Text size="sm">{t('portalDomains.dns.proxy', { host })}</Text>
          </Stack>
        </details>
      </Stack>
    </Paper>
  );
}
