import { Anchor, Badge, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import {
  createServiceAccount,
  type NewServiceAccount,
  type ServiceAccount,
  serviceAccountsQuery,
} from './service-accounts-queries.ts';

/** /admin/people/service-accounts: the accounts of programs. */
export function ServiceAccountsPage() {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery(serviceAccountsQuery);
  const accounts = list.data?.pages.flatMap((page) => page.values);
  const [isCreating, creating] = useDisclosure(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('people.tokens.service.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('people.tokens.service.create')}
        </Button>
      </Group>
      <PeopleTabs />
      <Text size="sm" c="dimmed" maw="44rem">
        {t('people.tokens.service.text')}
      </Text>
      {!accounts ? (
        <QueryState query={list} lines={6} />
      ) : accounts.length === 0 ? (
        <Empty title={t('people.tokens.service.none.title')}>{t('people.tokens.service.none.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('people.tokens.service.title')}
          columns={[
            t('people.tokens.service.columns.name'),
            t('people.tokens.service.columns.roles'),
            t('people.tokens.service.columns.tokens'),
            t('people.tokens.service.columns.used'),
          ]}
        >
          {accounts.map((account) => (
            <ServiceAccountRow key={account.accountId} account={account} />
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? <NewServiceAccountDialog onClose={creating.close} /> : null}
    </Stack>
  );
}

function ServiceAccountRow({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('admin');
  const { accountId, displayName, tokenCount, expiresAt, lastUsedAt } = account;
  return (
    <tr>
      <Cell>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link {...props} to="/admin/people/service-accounts/$id" params={{ id: accountId }} />
          )}
        >
          {displayName}
        </Anchor>
      </Cell>
      <Cell label={t('people.tokens.service.columns.roles')}>
        <ServiceAccountRoles account={account} />
      </Cell>
      <Cell label={t('people.tokens.service.columns.tokens')}>
        <Text span size="sm" {...(tokenCount === 0 ? { c: 'dimmed' } : {})}>
          {tokenCount === 0
            ? t('people.tokens.service.noToken')
            : t('people.tokens.service.valid', { count: tokenCount })}
          {expiresAt ? (
            <>
              , {t('people.tokens.service.until')} <Time at={expiresAt} />
            </>
          ) : null}
        </Text>
      </Cell>
      <Cell label={t('people.tokens.service.columns.used')}>
        {lastUsedAt ? (
          <Time at={lastUsedAt} />
        ) : (
          <Text span size="sm" c="dimmed">
            {t('people.tokens.unused')}
          </Text>
        )}
      </Cell>
    </tr>
  );
}

/** What a service account is here, as badges. */
export function ServiceAccountRoles({ account }: { account: ServiceAccount }) {
  const { t } = useTranslation('admin');
  const { isActive, isAdministrator, isAgent } = account;
  return (
    <Group gap={4} component="span">
      {isActive ? null : <Badge color="red">{t('people.deactivated')}</Badge>}
      {isAdministrator ? <Badge>{t('people.administrator')}</Badge> : null}
      {isAgent && !isAdministrator ? <Badge color="teal">{t('people.agent')}</Badge> : null}
      {isAgent || isAdministrator ? null : (
        <Text span size="sm" c="dimmed">
          {t('people.customer')}
        </Text>
      )}
    </Group>
  );
}

function NewServiceAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<NewServiceAccount>({ initialValues: { displayName: '', isAdministrator: false } });
  const saving = useSave({
    fields: ['displayName'],
    setErrors: form.setErrors,
    save: createServiceAccount,
    onSaved: async ({ accountId }) => {
      await queries.invalidateQueries({ queryKey: ['service-accounts'] });
      await navigate({ to: '/admin/people/service-accounts/$id', params: { id: accountId } });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('people.tokens.service.create')} closeOnClickOutside={false}>
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('people.tokens.service.name')}
            description={t('people.tokens.service.nameHelp')}
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('displayName')}
          />
          <Checkbox
            label={t('people.tokens.service.isAdministrator')}
            description={t('people.tokens.service.isAdministratorHelp')}
            {...form.getInputProps('isAdministrator', { type: 'checkbox' })}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('people.tokens.service.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
