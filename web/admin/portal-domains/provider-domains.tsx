import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../forms/copy-field.tsx';
import { providerDomainsQuery } from './domain-queries.ts';

/** What has to be registered at one provider for the domains of portals. Nothing where there are none. */
export function ProviderDomains({ providerId }: { providerId: string }) {
  const { t } = useTranslation('admin');
  const domains = useQuery(providerDomainsQuery(providerId)).data ?? [];
  if (domains.length === 0) return null;
  return (
    <Paper p="lg" component="section" aria-labelledby="provider-domains">
      <Stack gap="md" maw="44rem">
        <div>
          <Title order={2} size="h4" id="provider-domains">
            {t('portalDomains.provider.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('portalDomains.provider.text')}
          </Text>
        </div>
        {domains.map(({ id, host, portalName, signInAt, addresses }) => (
          <details key={id} open={signInAt === 'domain'}>
            <summary>
              {host} ({portalName}):{' '}
              {t(
                signInAt === 'domain' ? 'portalDomains.provider.needed' : 'portalDomains.provider.notNeeded',
              )}
            </summary>
            <Stack gap="sm" mt="sm">
              {addresses.map(({ kind, url }) => (
                <CopyField key={kind} label={t(`portalDomains.register.kind.${kind}`)} value={url} />
              ))}
            </Stack>
          </details>
        ))}
      </Stack>
    </Paper>
  );
}
