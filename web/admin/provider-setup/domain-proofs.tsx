import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { CopyField } from '../forms/copy-field.tsx';
import { Section } from '../sign-in/metadata/section.tsx';
import type { ProviderSetup } from './setup-query.ts';

interface DomainProofsProps {
  readonly token: string;
  readonly setup: ProviderSetup;
  readonly onChecked: (setup: ProviderSetup) => void;
}

/** The record that proves each domain, and whether it was seen. */
export function DomainProofs({ token, setup, onChecked }: DomainProofsProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const check = useMutation({
    mutationFn: (domain: string) =>
      answer(
        api.POST('/rest/portico/1/provider-setup/{token}/domain/{domain}/verify', {
          params: { path: { token, domain } },
        }),
      ),
    onSuccess: onChecked,
    onError: (error, domain) => tellFailure(t('ownership.notYet', { domain }), errorText(error)),
  });
  return (
    <Section title={t('providerSetup.prove')} help={t('providerSetup.proveHelp')}>
      {setup.domainClaims.length === 0 ? <Text c="dimmed">{t('providerSetup.noDomains')}</Text> : null}
      {setup.domainClaims.map(({ domain, isVerified, checkProblem, recordName, recordValue }) => (
        <Stack key={domain} gap="xs">
          <Group gap="sm">
            <Text fw={600}>{domain}</Text>
            <Badge color={isVerified ? 'green' : 'gray'}>
              {t(`ownership.state.${isVerified ? 'dns' : 'unproved'}`)}
            </Badge>
            <Button
              size="xs"
              variant="default"
              loading={check.isPending && check.variables === domain}
              onClick={() => check.mutate(domain)}
            >
              {t('ownership.check')}
            </Button>
          </Group>
          {checkProblem ? <Text size="sm">{t('ownership.problem', { problem: checkProblem })}</Text> : null}
          <CopyField label={t('ownership.recordName')} value={recordName} />
          <CopyField label={t('ownership.recordValue')} value={recordValue} />
        </Stack>
      ))}
    </Section>
  );
}
