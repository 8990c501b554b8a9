import { Alert, Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import {
  type AccountFactors,
  changeFactors,
  factorsQuery,
  resetFactors,
  unlockAccount,
} from './second-factor-queries.ts';

interface SecondFactorDialogProps {
  readonly account: { readonly accountId: string; readonly displayName: string };
  readonly onClose: () => void;
}

/** The second factors of somebody, and helping them when they have lost theirs. */
export function SecondFactorDialog({ account, onClose }: SecondFactorDialogProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(factorsQuery(account.accountId));
  return (
    <Dialog onClose={onClose} title={t('secondFactor.person.title', { name: account.displayName })} size="lg">
      {query.data ? <Factors account={account} state={query.data} /> : <QueryState query={query} lines={4} />}
    </Dialog>
  );
}

function Factors({ account, state }: Pick<SecondFactorDialogProps, 'account'> & { state: AccountFactors }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { accountId, displayName: name } = account;
  const [skipDays, setSkipDays] = useState(3);
  const [isResetting, setIsResetting] = useState(false);
  const show = (now: AccountFactors) => queries.setQueryData(factorsQuery(accountId).queryKey, now);
  const onError = (error: unknown) => tellFailure(t('secondFactor.person.failed'), errorText(error));
  const changing = useMutation({
    mutationFn: (change: Parameters<typeof changeFactors>[1]) => changeFactors(accountId, change),
    onSuccess: (now) => {
      show(now);
      tellDone(t('secondFactor.person.changed'));
    },
    onError,
  });
  const unlocking = useMutation({
    mutationFn: () => unlockAccount(accountId),
    onSuccess: (now) => {
      show(now);
      tellDone(t('secondFactor.person.unlocked', { name }));
    },
    onError,
  });
  const hasAnything = state.factors.length > 0 || state.rememberedBrowsers > 0;
  return (
    <Stack gap="md">
      {state.lockedUntil ? (
        <Alert color="orange">
          <Group justify="space-between">
            <Text size="sm">
              {t('secondFactor.person.locked')} <Time at={state.lockedUntil} />
            </Text>
            <Button size="xs" loading={unlocking.isPending} onClick={() => unlocking.mutate()}>
              {t('secondFactor.person.unlock')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {state.factors.length === 0 ? (
        <Text size="sm">{t('secondFactor.person.none', { name })}</Text>
      ) : (
        state.factors.map((factor) => (
          <div key={`${factor.kind}-${factor.id}`}>
            <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {factor.name}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`secondFactor.person.${factor.kind}`)} · {t('secondFactor.person.added')}{' '}
              <Time at={factor.createdAt} />
              {factor.lastUsedAt ? (
                <>
                  {' · '}
                  {t('secondFactor.person.lastUsed')} <Time at={factor.lastUsedAt} />
                </>
              ) : null}
            </Text>
          </div>
        ))
      )}
      {hasAnything ? (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('secondFactor.person.codes', { count: state.recoveryCodesLeft })} ·{' '}
            {t('secondFactor.person.browsers', { count: state.rememberedBrowsers })}
          </Text>
          <Button color="red" variant="light" onClick={() => setIsResetting(true)}>
            {t('secondFactor.person.reset')}
          </Button>
        </Group>
      ) : null}
      <Switch
        label={t('secondFactor.person.required')}
        checked={state.isRequired}
        disabled={changing.isPending}
        onChange={(event) => changing.mutate({ isRequired: event.currentTarget.checked })}
      />
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('secondFactor.person.skip')}
          description={t('secondFactor.person.skipHelp')}
          min={0}
          max={30}
          allowDecimal={false}
          flex="1 1 14rem"
          value={skipDays}
          onChange={(value) => setSkipDays(Number(value) || 0)}
        />
        <Button variant="default" loading={changing.isPending} onClick={() => changing.mutate({ skipDays })}>
          {t('secondFactor.person.skipSave')}
        </Button>
      </Group>
      {state.skippedUntil ? (
        <Text size="sm">
          {t('secondFactor.person.skipped')} <Time at={state.skippedUntil} />
        </Text>
      ) : null}
      {isResetting ? (
        <ConfirmAct
          title={t('secondFactor.person.resetTitle', { name })}
          submit={t('secondFactor.person.reset')}
          isDanger
          act={async () => show(await resetFactors(accountId))}
          onDone={() => {
            setIsResetting(false);
            tellDone(t('secondFactor.person.resetDone', { name }));
          }}
          onCancel={() => setIsResetting(false)}
        >
          <p>{t('secondFactor.person.resetText', { name })}</p>
        </ConfirmAct>
      ) : null}
    </Stack>
  );
}
