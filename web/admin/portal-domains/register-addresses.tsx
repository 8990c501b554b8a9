import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../forms/copy-field.tsx';
import type { PortalDomainDetails } from './domain-queries.ts';
import { useSiteHost } from './site-host.ts';

/** What has to be registered at identity providers, for round trips at a domain itself. */
export function RegisterAddresses({ domain }: { domain: PortalDomainDetails }) {
  const { t } = useTranslation('admin');
  const host = useSiteHost();
  const { providers, signInAt } = domain;
  return (
    <Paper p="lg" component="section" aria-labelledby="register-addresses">
      <Stack gap="md" maw="44rem">
        <div>
          <Title order={2} size="h4" id="register-addresses">
            {t('portalDomains.register.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`portalDomains.register.${signInAt}`, { host })}
          </Text>
        </div>
        {providers.length === 0 ? (
          <Text size="sm">{t('portalDomains.register.none')}</Text>
        ) : (
          <details open={signInAt === 'domain'}>
            <summary>{providers.map(({ name }) => name).join(', ')}</summary>
            <Stack gap="lg" mt="sm">
              {providers.map(({ id, name, isEnabled, addresses }) => (
                <Stack key={id} gap="sm">
                  <Title order={3} size="h5">
                    <Anchor
                      fz="inherit"
                      fw="inherit"
                      renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id }} />}
                    >
                      {name}
                    </Anchor>
                    {isEnabled ? null : ` (${t('portalDomains.register.disabled')})`}
                  </Title>
                  {addresses.map(({ kind, url }) => (
                    <CopyField key={kind} label={t(`portalDomains.register.kind.${kind}`)} value={url} />
                  ))}
                </Stack>
              ))}
            </Stack>
          </details>
        )}
      </Stack>
    </Paper>
  );
}
