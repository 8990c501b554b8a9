import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import classes from './provider-setup-page.module.css';
import { type ProviderSetup, useShowSetup, verifyDomain } from './setup-query.ts';
import { useLookAgain } from './use-look-again.ts';

type Claim = ProviderSetup['domainClaims'][number];

interface DomainProofProps {
  readonly token: string;
  readonly site: string;
  readonly claim: Claim;
}

/** How a domain stands and who said so; while it is not proved, the record that proves it. */
export function DomainProof({ token, site, claim }: DomainProofProps) {
  const { t } = useTranslation('admin');
  const { domain, verifiedBy } = claim;
  const label = { dns: t('providerSetup.domains.dns'), site: t('providerSetup.domains.site', { site }) };
  return (
    <section className={classes['claim']} aria-label={domain}>
      <Group gap="sm">
        <Text fw={600} className={classes['name'] ?? ''}>
          {domain}
        </Text>
        <Badge color={verifiedBy ? 'green' : 'gray'}>
          {verifiedBy ? label[verifiedBy] : t('providerSetup.domains.unproved')}
        </Badge>
      </Group>
      {verifiedBy ? (
        <>
          <Text size="sm">
            {verifiedBy === 'dns'
              ? t('providerSetup.domains.dnsText')
              : t('providerSetup.domains.siteText', { site })}
          </Text>
          <details>
            <summary>{t('providerSetup.domains.record')}</summary>
            <Stack gap="sm" mt="sm">
              <TheRecord token={token} claim={claim} />
            </Stack>
          </details>
        </>
      ) : (
        <TheRecord token={token} claim={claim} />
      )}
    </section>
  );
}

function TheRecord({ token, claim }: { token: string; claim: Claim }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const show = useShowSetup(token);
  const lookAgain = useLookAgain(token);
  const { domain, recordName, recordValue, checkedAt, checkProblem } = claim;
  const check = useMutation({
    mutationFn: () => verifyDomain(token, domain),
    onSuccess(setup) {
      show(setup);
      const checked = setup.domainClaims.find((each) => each.domain === domain);
      if (checked?.verifiedBy === 'dns' && checked.checkProblem === null) {
        tellDone(t('providerSetup.domains.seen', { domain }));
      }
    },
    onError(error) {
      lookAgain(error);
      tellFailure(t('providerSetup.domains.notYet', { domain }), errorText(error));
    },
  });
  return (
    <>
      <Text size="sm">{t('providerSetup.domains.add', { domain })}</Text>
      <CopyField
        label={t('providerSetup.domains.name')}
        value={recordName}
        description={t('providerSetup.domains.short', { short: recordName.replace(`.${domain}`, '') })}
      />
      <CopyField label={t('providerSetup.domains.value')} value={recordValue} />
      {checkProblem ? (
        <Note tone="info" role="status">
          <p>
            {checkProblem}
            {checkedAt ? (
              <>
                {' '}
                <CheckedAt at={checkedAt} />
              </>
            ) : null}
          </p>
          <p>{t('providerSetup.domains.spread')}</p>
        </Note>
      ) : null}
      <Group>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('providerSetup.domains.check')}
        </Button>
      </Group>
    </>
  );
}

function CheckedAt({ at }: { at: string }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {t('providerSetup.domains.checked')} <Time at={at} />
    </>
  );
}
