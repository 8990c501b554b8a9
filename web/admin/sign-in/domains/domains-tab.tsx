import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { DomainsInput } from '../../domains/domains-input.tsx';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { lockOutOf } from '../lock-out.ts';
import { Section } from '../metadata/section.tsx';
import { changeProvider, type Provider } from '../provider-queries.ts';
import { inputOf, valuesOf } from '../provider-values.ts';
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
  /** why saving was refused that locks customers out, until it is confirmed or given up */
  const [lockOut, setLockOut] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: (confirmsLockOut: boolean) => {
      const input = { ...inputOf(provider, valuesOf(provider)), domains };
      return changeProvider(provider.id, input, provider.version, { confirmsLockOut });
    },
    async onSuccess(changed) {
      tellDone(t('ownership.saved'));
      await showProvider(queries, changed);
    },
    onError(error) {
      setLockOut(lockOutOf(error));
      if (lockOutOf(error) === null) tellFailure(t('ownership.failed'), errorText(error));
    },
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
          onClick={() => change.mutate(false)}
        >
          {t('ownership.save')}
        </Button>
      </Group>
      {lockOut === null ? null : (
        <ConfirmAct
          title={t('lockOut.saveTitle')}
          submit={t('lockOut.saveSubmit')}
          isDanger
          act={() => change.mutateAsync(true)}
          onCancel={() => setLockOut(null)}
          onDone={() => setLockOut(null)}
        >
          <p>{lockOut}</p>
        </ConfirmAct>
      )}
    </Stack>
  );
}
