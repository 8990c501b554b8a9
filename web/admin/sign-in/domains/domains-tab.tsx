import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { DomainsInput } from '../../domains/domains-input.tsx';
import { Section } from '../metadata/section.tsx';
import { changeProvider, type Provider, type ProviderInput } from '../provider-queries.ts';
import { showProvider } from './domain-queries.ts';
import { DomainTable } from './domain-table.tsx';

/** The domains of a provider: which it names, and for which it is authoritative. */
export function DomainsTab({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  return (
    <Section title={t('ownership.title')} help={t('ownership.help')}>
      {provider.domainClaims.length > 0 ? (
        <DomainTable provider={provider} />
      ) : (
        <Text c="dimmed">{t('ownership.none')}</Text>
      )}
      <ChangeDomains key={provider.version} provider={provider} />
    </Section>
  );
}

function ChangeDomains({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [domains, setDomains] = useState(provider.domains);
  const change = useMutation({
    mutationFn: () => changeProvider(provider.id, { ...unchanged(provider), domains }, provider.version),
    async onSuccess(changed) {
      tellDone(t('ownership.saved'));
      await showProvider(queries, changed);
    },
    onError: (error) => tellFailure(t('ownership.failed'), errorText(error)),
  });
  const isSame = [...domains].sort().join() === [...provider.domains].sort().join();
  return (
    <Stack gap="sm" maw="44rem">
      <DomainsInput value={domains} onChange={setDomains} description={t('ownership.change')} />
      <Group>
        <Button
          variant="default"
          disabled={isSame}
          loading={change.isPending}
          onClick={() => change.mutate()}
        >
          {t('ownership.save')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The provider as it would be sent to leave it as it is. */
function unchanged(provider: Provider): ProviderInput {
  const {
    id: _id,
    logoUrl: _logo,
    domainClaims: _claims,
    testedAt: _at,
    isComplete: _whole,
    ...rest
  } = provider;
  const { isTested: _tested, version: _version, ours: _ours, oidc, oauth2, ...input } = rest;
  if (oidc) {
    const { hasClientSecret: _, ...settings } = oidc;
    return { ...input, oidc: settings };
  }
  if (oauth2) {
    const { hasClientSecret: _, ...settings } = oauth2;
    return { ...input, oauth2: settings };
  }
  return input;
}
