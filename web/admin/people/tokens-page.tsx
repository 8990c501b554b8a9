import { Checkbox, NumberInput, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
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
  const [seen, setSeen] = useState(policy);
  const form = useForm<Values>({ initialValues: valuesOf(policy) });
  const saving = useSave({
    fields: ['customersMay', 'longestDays'],
    setErrors: form.setErrors,
    save: ({ customersMay, longestDays }: Values) =>
      changeTokenPolicy({ customersMay, longestDays: Number(longestDays), version: seen.version }),
    onSaved(saved) {
      setSeen(saved);
      form.setInitialValues(valuesOf(saved));
      form.setValues(valuesOf(saved));
      queries.setQueryData(tokenPolicyQuery.queryKey, saved);
      tellDone(t('form.saved'));
    },
  });
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
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={form.isDirty()}
            isSaving={saving.isSaving}
            onDiscard={() => {
              form.reset();
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
