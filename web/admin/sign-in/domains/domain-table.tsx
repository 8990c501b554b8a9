import { Badge, Button, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { CopyField } from '../../forms/copy-field.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import { useLockOutConsent } from '../lock-out.ts';
import type { Provider } from '../provider-queries.ts';
import {
  type DomainClaim,
  showProvider,
  verifyDomain,
  vouchForDomain,
  withdrawDomain,
} from './domain-queries.ts';
import classes from './domains.module.css';

/** Each domain with how it stands, the record that proves it, and what can be done. */
export function DomainTable({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const columns = [t('ownership.columns.domain'), t('ownership.columns.record'), ''];
  return (
    <ResponsiveTable label={t('ownership.title')} columns={columns}>
      {provider.domainClaims.map((claim) => (
        <DomainRow key={claim.domain} providerId={provider.id} claim={claim} />
      ))}
    </ResponsiveTable>
  );
}

function DomainRow({ providerId, claim }: { providerId: string; claim: DomainClaim }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asked, setAsked] = useState<'vouch' | 'withdraw' | null>(null);
  const [reason, setReason] = useState('');
  const consent = useLockOutConsent();
  const { domain, isVerified, verifiedBy, checkProblem, overrideReason } = claim;
  const check = useMutation({
    mutationFn: () => verifyDomain(providerId, domain),
    async onSuccess(provider) {
      await showProvider(queries, provider);
      const problem = provider.domainClaims.find((each) => each.domain === domain)?.checkProblem ?? null;
      if (problem === null) tellDone(t('ownership.checked', { domain }));
      else tellFailure(t('ownership.notYet', { domain }), problem);
    },
    onError: (error) => tellFailure(t('ownership.notYet', { domain }), errorText(error)),
  });
  return (
    <tr>
      <Cell>
        <div className={classes['domain']}>
          <Text fw={600}>{domain}</Text>
          <Badge color={isVerified ? 'green' : 'gray'} miw="max-content">
            {t(`ownership.state.${verifiedBy ?? 'unproved'}`)}
          </Badge>
          {overrideReason ? <Text size="sm">{t('ownership.reason', { reason: overrideReason })}</Text> : null}
          {checkProblem ? <Text size="sm">{t('ownership.problem', { problem: checkProblem })}</Text> : null}
        </div>
      </Cell>
      <Cell label={t('ownership.columns.record')}>
        <div className={classes['record']}>
          <CopyField label={t('ownership.recordName')} value={claim.recordName} />
          <CopyField label={t('ownership.recordValue')} value={claim.recordValue} />
        </div>
      </Cell>
      <ActionsCell>
        <div className={classes['actions']}>
          <Button
            size="xs"
            variant={isVerified ? 'default' : 'filled'}
            loading={check.isPending}
            onClick={() => check.mutate()}
          >
            {t('ownership.check')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked(isVerified ? 'withdraw' : 'vouch')}>
            {t(isVerified ? 'ownership.withdraw' : 'ownership.vouch')}
          </Button>
        </div>
        {asked ? (
          <ConfirmAct
            title={t(`ownership.${asked}Title`, { domain })}
            submit={t(consent.isTold ? 'lockOut.goOn' : `ownership.${asked}`)}
            isDanger={asked === 'withdraw'}
            act={async () => {
              const changed =
                asked === 'vouch'
                  ? vouchForDomain(providerId, domain, reason)
                  : consent.attempt((isConfirmed) => withdrawDomain(providerId, domain, isConfirmed));
              await showProvider(queries, await changed);
            }}
            onCancel={() => setAsked(null)}
            onDone={() => setAsked(null)}
          >
            <p>{t(`ownership.${asked}Text`)}</p>
            {asked === 'vouch' ? (
              <Textarea
                label={t('ownership.vouchReason')}
                required
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
          </ConfirmAct>
        ) : null}
      </ActionsCell>
    </tr>
  );
}
