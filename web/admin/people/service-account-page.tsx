import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { ServiceAccountRoles } from './service-accounts-page.tsx';
import {
  changeServiceAccount,
  type ServiceAccount,
  type ServiceAccountView,
  serviceAccountQuery,
} from './service-accounts-queries.ts';
import { ServiceTokenDialog } from './service-token-dialog.tsx';
import { tokensOfQuery } from './tokens-queries.ts';
import { TokensTable } from './tokens-table.tsx';

/** /admin/people/service-accounts/{id}: one program's account, its roles and its tokens. */
export function ServiceAccountPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(serviceAccountQuery(id));
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/people/service-accounts" />}>
        ← {t('people.tokens.service.back')}
      </Anchor>
      {query.data ? (
        <ServiceAccountDetails key={id} view={query.data} />
      ) : (
        <QueryState query={query} lines={6} />
      )}
    </Stack>
  );
}

function ServiceAccountDetails({ view }: { view: ServiceAccountView }) {
  const { t } = useTranslation('admin');
  const { serviceAccount: account } = view;
  const [isMaking, setIsMaking] = useState(false);
  const tokens = useQuery(tokensOfQuery(account.accountId));
  return (
    <>
      <Group justify="space-between">
        <Group gap="sm">
          <PageTitle title={account.displayName} />
          <ServiceAccountRoles account={account} />
        </Group>
        <Acts account={account} />
      </Group>
      <Paper p="lg">
        <Stack gap="md" maw="36rem">
          <Rename account={account} />
          <CopyField
            label={t('people.tokens.service.userName')}
            description={t('people.tokens.service.userNameHelp')}
            value={account.userName}
          />
          <Text size="sm" c="dimmed">
            {t('people.tokens.service.agentHint')}
          </Text>
        </Stack>
      </Paper>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('people.tokens.all')}
        </Title>
        {account.isActive ? (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setIsMaking(true)}>
            {t('people.tokens.make.action')}
          </Button>
        ) : null}
      </Group>
      {!tokens.data ? (
        <QueryState query={tokens} lines={3} />
      ) : tokens.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('people.tokens.noneOf', { name: account.displayName })}
        </Text>
      ) : (
        <TokensTable label={t('people.tokens.of', { name: account.displayName })} tokens={tokens.data} />
      )}
      {isMaking ? <ServiceTokenDialog view={view} onClose={() => setIsMaking(false)} /> : null}
    </>
  );
}

function Rename({ account: { accountId, displayName } }: { account: ServiceAccount }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { displayName } });
  const saving = useSave({
    fields: ['displayName'],
    setErrors: form.setErrors,
    save: (values: { displayName: string }) => changeServiceAccount(accountId, values),
    onSaved: async (saved) => {
      form.setInitialValues({ displayName: saved.displayName });
      form.reset();
      tellDone(t('form.saved'));
      await queries.invalidateQueries({ queryKey: ['service-accounts'] });
    },
  });
  return (
    <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
      <Group align="flex-end" gap="xs">
        <TextInput
          flex="1 1 14rem"
          label={t('people.tokens.service.name')}
          required
          autoComplete="off"
          {...form.getInputProps('displayName')}
        />
        <Button type="submit" variant="default" disabled={!form.isDirty()} loading={saving.isSaving}>
          {t('people.tokens.service.save')}
        </Button>
      </Group>
      <FormProblem problem={saving.problem} />
    </form>
  );
}

/** What takes a right away, or gives one, asks first. */
function Acts({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'grant' | 'withdraw' | 'deactivate' | null>(null);
  const { accountId, displayName: name, isActive, isAdministrator } = account;
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['service-accounts'] });
    void queries.invalidateQueries({ queryKey: ['api-tokens'] });
  };
  const reactivate = useMutation({
    mutationFn: () => changeServiceAccount(accountId, { isActive: true }),
    onSuccess: () => {
      tellDone(t('people.tokens.service.reactivate.done', { name }));
      refresh();
    },
    onError: (error) => tellFailure(t('people.tokens.service.refused'), errorText(error)),
  });
  const changes = {
    grant: { isAdministrator: true },
    withdraw: { isAdministrator: false },
    deactivate: { isActive: false },
  };
  const right = isAdministrator ? 'withdraw' : 'grant';
  return (
    <Group gap="xs">
      {isActive ? (
        <>
          <Button size="sm" variant="default" onClick={() => setAsking(right)}>
            {t(`people.tokens.service.${right}.action`)}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking('deactivate')}>
            {t('people.tokens.service.deactivate.action')}
          </Button>
        </>
      ) : (
        <Button
          size="sm"
          variant="default"
          loading={reactivate.isPending}
          onClick={() => reactivate.mutate()}
        >
          {t('people.tokens.service.reactivate.action')}
        </Button>
      )}
      {asking ? (
        <ConfirmAct
          title={t(`people.tokens.service.${asking}.title`, { name })}
          submit={t(`people.tokens.service.${asking}.action`)}
          isDanger={asking !== 'grant'}
          act={() => changeServiceAccount(accountId, changes[asking])}
          onCancel={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            tellDone(t(`people.tokens.service.${asking}.done`, { name }));
            refresh();
          }}
        >
          <p>{t(`people.tokens.service.${asking}.text`, { name })}</p>
        </ConfirmAct>
      ) : null}
    </Group>
  );
}
