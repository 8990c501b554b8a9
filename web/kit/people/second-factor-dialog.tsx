import { Alert, Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { Dialog } from '../mantine/dialog.tsx';
import { tellDone, tellFailure } from '../notices.ts';
import { ConfirmDialog } from '../plain/confirm-dialog.tsx';
import { Note } from '../plain/note.tsx';
import {
  type AccountFactors,
  changeFactors,
  factorsQuery,
  resetFactors,
  unlockAccount,
} from './second-factor-queries.ts';

export interface SecondFactorDialogProps {
  readonly account: { readonly accountId: string; readonly displayName: string };
  readonly onClose: () => void;
  /** something was changed, which a list may show */
  readonly onChanged?: () => void;
}

/** The second factors of somebody, and helping them when they have lost theirs. */
export function SecondFactorDialog({ account, onClose, onChanged }: SecondFactorDialogProps) {
  const { t } = useTranslation('person-security');
  const query = useQuery(factorsQuery(account.accountId));
  return (
    <Dialog onClose={onClose} title={t('title', { name: account.displayName })} size="lg">
      {query.data ? (
        <Factors account={account} state={query.data} onChanged={onChanged} />
      ) : (
        <QueryState query={query} lines={4} />
      )}
    </Dialog>
  );
}

interface FactorsProps extends Pick<SecondFactorDialogProps, 'account'> {
  readonly state: AccountFactors;
  readonly onChanged: (() => void) | undefined;
}

function Factors({ account, state, onChanged }: FactorsProps) {
  const { t } = useTranslation('person-security');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { accountId, displayName: name } = account;
  const [skipDays, setSkipDays] = useState<number | string>(3);
  const [isSkipWrong, setIsSkipWrong] = useState(false);
  const [asking, setAsking] = useState<'reset' | 'skip' | null>(null);
  const show = (now: AccountFactors) => {
    queries.setQueryData(factorsQuery(accountId).queryKey, now);
    onChanged?.();
  };
  const onError = (error: unknown) => tellFailure(t('failed'), errorText(error));
  const changing = useMutation({
    mutationFn: (change: Parameters<typeof changeFactors>[1]) => changeFactors(accountId, change),
    onSuccess: (now) => {
      show(now);
      tellDone(t('changed', { name }));
    },
    onError,
  });
  const unlocking = useMutation({
    mutationFn: () => unlockAccount(accountId),
    onSuccess: (now) => {
      show(now);
      tellDone(t('unlocked', { name }));
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
              {t('locked')} <Time at={state.lockedUntil} />
            </Text>
            <Button size="xs" loading={unlocking.isPending} onClick={() => unlocking.mutate()}>
              {t('unlock')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {state.factors.length === 0 ? (
        <Text size="sm">{t('none', { name })}</Text>
      ) : (
        state.factors.map((factor) => (
          <div key={`${factor.kind}-${factor.id}`}>
            <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {factor.name}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`${factor.kind}`)} · {t('added')} <Time at={factor.createdAt} />
              {factor.lastUsedAt ? (
                <>
                  {' · '}
                  {t('lastUsed')} <Time at={factor.lastUsedAt} />
                </>
              ) : null}
            </Text>
          </div>
        ))
      )}
      {hasAnything ? (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('codes', { count: state.recoveryCodesLeft })} ·{' '}
            {t('browsers', { count: state.rememberedBrowsers })}
          </Text>
          <Button color="red" variant="light" onClick={() => setAsking('reset')}>
            {t('reset')}
          </Button>
        </Group>
      ) : null}
      <Switch
        label={t('required')}
        checked={state.isRequired}
        disabled={changing.isPending}
        onChange={(event) => changing.mutate({ isRequired: event.currentTarget.checked })}
      />
      {state.skippedUntil ? (
        <Group justify="space-between">
          <Text size="sm">
            {t('skipped')} <Time at={state.skippedUntil} />
          </Text>
          <Button
            variant="default"
            loading={changing.isPending}
            onClick={() => changing.mutate({ skipDays: 0 })}
          >
            {t('skipEnd')}
          </Button>
        </Group>
      ) : (
        <Group align="flex-start" gap="sm">
          <NumberInput
            label={t('skip')}
            description={t('skipHelp')}
            min={1}
            max={30}
            allowDecimal={false}
            clampBehavior="none"
            flex="1 1 14rem"
            value={skipDays}
            error={isSkipWrong ? t('skipWrong') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(value) => {
              setSkipDays(value);
              setIsSkipWrong(false);
            }}
          />
          <Button
            variant="default"
            mt="1.6rem"
            onClick={() => {
              const days = Number(skipDays);
              if (Number.isInteger(days) && days >= 1 && days <= 30) setAsking('skip');
              else setIsSkipWrong(true);
            }}
          >
            {t('skipSave')}
          </Button>
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {t('told', { name })}
      </Text>
      {asking === 'reset' ? (
        <Confirm
          title={t('resetTitle', { name })}
          text={t('resetText', { name })}
          submit={t('reset')}
          act={() => resetFactors(accountId)}
          onDone={(now) => {
            setAsking(null);
            show(now);
            tellDone(t('resetDone', { name }));
          }}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {asking === 'skip' ? (
        <Confirm
          title={t('skipTitle', { name })}
          text={t('skipText', { name, count: Number(skipDays) })}
          submit={t('skipSave')}
          act={() => changeFactors(accountId, { skipDays: Number(skipDays) })}
          onDone={(now) => {
            setAsking(null);
            show(now);
            tellDone(t('changed', { name }));
          }}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </Stack>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly act: () => Promise<AccountFactors>;
  readonly onDone: (now: AccountFactors) => void;
  readonly onCancel: () => void;
}

/** Asks once, and stays with the reason when it is refused. */
function Confirm({ title, text, submit, act, onDone, onCancel }: ConfirmProps) {
  const { t } = useTranslation('person-security');
  const errorText = useErrorText();
  const acting = useMutation({ mutationFn: act, onSuccess: onDone });
  return createPortal(
    <ConfirmDialog
      title={title}
      confirm={submit}
      cancel={t('cancel')}
      isDanger
      isBusy={acting.isPending}
      onConfirm={() => acting.mutate()}
      onCancel={onCancel}
    >
      <p>{text}</p>
      {acting.error ? (
        <Note tone="error" role="alert">
          {errorText(acting.error)}
        </Note>
      ) : null}
    </ConfirmDialog>,
    document.body,
  );
}
