import { Checkbox, NumberInput, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { mergeNewest } from '../forms/merge.ts';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { StaleAlert } from '../forms/stale-alert.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { ShowMore } from '../lists/show-more.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { allTokensQuery, changeTokenPolicy, type TokenPolicy, tokenPolicyQuery } from './tokens-queries.ts';
import { TokensTable } from './tokens-table.tsx';

/** /admin/people/tokens: everybody's API tokens, and the rules for them. */
export function TokensPage() {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery(allTokensQuery);
  const policy = useQuery(tokenPolicyQuery);
  const tokens = list.data?.pages.flatMap((page) => page.values);
  return (
    <Stack gap="md">
      <PageTitle title={t('people.tokens.all')} />
      <PeopleTabs />
      {policy.data ? <PolicyForm policy={policy.data} /> : <QueryState query={policy} lines={3} />}
      {!tokens ? (
        <QueryState query={list} lines={6} />
      ) : tokens.length === 0 ? (
        <Empty title={t('people.tokens.none.title')}>{t('people.tokens.none.text')}</Empty>
      ) : (
        <TokensTable label={t('people.tokens.all')} tokens={tokens} showsOwner />
      )}
      <ShowMore query={list} />
    </Stack>
  );
}

interface Values {
  readonly customersMay: boolean;
  readonly longestDays: number | string;
}

function PolicyForm({ policy }: { policy: TokenPolicy }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  // what the form began with; newer values come in only when asked for
  const [seen, setSeen] = useState(policy);
  const [staleness, setStaleness] = useState<string | null>(null);
  const form = useForm<Values>({ initialValues: valuesOf(policy) });
  function begin(newest: TokenPolicy, values = valuesOf(newest)) {
    setSeen(newest);
    setStaleness(null);
    form.setInitialValues(valuesOf(newest));
    form.setValues(values);
    queries.setQueryData(tokenPolicyQuery.queryKey, newest);
  }
  const saving = useSave({
    fields: ['customersMay', 'longestDays'],
    setErrors: form.setErrors,
    save: ({ customersMay, longestDays }: Values) =>
      changeTokenPolicy({ customersMay, longestDays: Number(longestDays), version: seen.version }),
    onSaved(saved) {
      begin(saved);
      tellDone(t('form.saved'));
    },
    onRefused(error) {
      if (error.status !== 409) return false;
      setStaleness(error.errorMessages.join(' '));
      return true;
    },
  });
  async function takeNewest() {
    const newest = await queries.fetchQuery({ ...tokenPolicyQuery, staleTime: 0 });
    begin(newest, mergeNewest(valuesOf(seen), form.values, valuesOf(newest)).values);
  }
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <Title order={2} size="h4">
            {t('people.tokens.policy.title')}
          </Title>
          <Checkbox
            label={t('people.tokens.policy.customersMay')}
            description={t('people.tokens.policy.customersMayHelp')}
            {...form.getInputProps('customersMay', { type: 'checkbox' })}
          />
          <NumberInput
            label={t('people.tokens.policy.longestDays')}
            description={t('people.tokens.policy.longestDaysHelp')}
            min={1}
            max={1825}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('longestDays')}
          />
          {staleness === null ? null : (
            <StaleAlert
              title={t('mail.server.conflict')}
              text={staleness}
              advice={t('mail.server.conflictText')}
              action={t('mail.server.conflictLoad')}
              onTake={takeNewest}
            />
          )}
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={form.isDirty()}
            isSaving={saving.isSaving}
            onDiscard={() => {
              form.reset();
              setStaleness(null);
              saving.clearProblem();
            }}
          />
        </Stack>
      </form>
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSaving} />
    </Paper>
  );
}

function valuesOf({ customersMay, longestDays }: TokenPolicy): Values {
  return { customersMay, longestDays };
}
