import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { Person } from '../people-picker/person.tsx';
import { providersQuery } from '../sign-in/provider-queries.ts';
import { AccountActions } from './account-actions.tsx';
import { NewAccount } from './new-account.tsx';
import { type Account, accountsQuery } from './people-queries.ts';
import { PeopleTabs } from './people-tabs.tsx';

/** Everybody who has an account: what they are, how they sign in, and what can be done about it. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(accountsQuery(query));
  const accounts = list.data?.pages.flatMap((page) => page.values);
  const providerOf = useProviderOfDomain();
  const [isCreating, creating] = useDisclosure(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('people.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('people.create')}
        </Button>
      </Group>
      <PeopleTabs />
      <TextInput
        aria-label={t('people.search')}
        placeholder={t('people.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw="24rem"
      />
      {!accounts ? (
        <QueryState query={list} lines={8} />
      ) : accounts.length === 0 ? (
        <Empty title={t('people.empty.title', { text: query })}>{t('people.empty.text')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('people.title')}
          columns={[
            t('people.columns.name'),
            t('people.columns.roles'),
            t('people.columns.signIn'),
            t('people.columns.lastSignIn'),
            '',
          ]}
        >
          {accounts.map((account) => (
            <AccountRow key={account.accountId} account={account} providerOf={providerOf} />
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? <NewAccount onClose={creating.close} /> : null}
    </Stack>
  );
}

interface AccountRowProps {
  readonly account: Account;
  /** the enabled provider of an e-mail domain */
  readonly providerOf: (domain: string) => string | undefined;
}

function AccountRow({ account, providerOf }: AccountRowProps) {
  const { t } = useTranslation('admin');
  const me = useAccount();
  const ways = [
    ...account.identities.map(({ providerName }) => providerName),
    ...(account.hasPassword ? [t('people.password')] : []),
  ];
  const last = account.identities
    .flatMap(({ lastSignInAt }) => lastSignInAt ?? [])
    .sort()
    .at(-1);
  // whoever has not come yet is recognised by the address, when its domain's provider vouches for it
  const coming = providerOf(account.emailAddress?.split('@').at(-1) ?? '');
  const remark = account.accountId === me.accountId ? t('people.you') : null;
  return (
    <tr>
      <Cell>
        <Person
          name={account.displayName}
          remark={remark}
          detail={account.emailAddress ?? t('people.noEmail')}
        />
      </Cell>
      <Cell label={t('people.columns.roles')}>
        <Group gap={4} component="span">
          {account.isActive ? null : <Badge color="red">{t('people.deactivated')}</Badge>}
          {account.isAdministrator ? <Badge>{t('people.administrator')}</Badge> : null}
          {account.isAgent && !account.isAdministrator ? (
            <Badge color="teal">{t('people.agent')}</Badge>
          ) : null}
          {account.isAgent || account.isAdministrator || !account.isActive ? null : (
            <Text span size="sm" c="dimmed">
              {t('people.customer')}
            </Text>
          )}
        </Group>
      </Cell>
      <Cell label={t('people.columns.signIn')}>
        {ways.length > 0 ? (
          ways.join(', ')
        ) : (
          <Text span size="sm" c="dimmed">
            {coming ? t('people.notYet', { provider: coming }) : t('people.noSignIn')}
          </Text>
        )}
      </Cell>
      <Cell label={t('people.columns.lastSignIn')}>
        {last ? (
          <Time at={last} />
        ) : (
          <Text span size="sm" c="dimmed">
            –
          </Text>
        )}
      </Cell>
      <ActionsCell>
        <AccountActions account={account} />
      </ActionsCell>
    </tr>
  );
}

/** Which enabled provider signs in the people of a domain. */
function useProviderOfDomain(): (domain: string) => string | undefined {
  const { data } = useInfiniteQuery(providersQuery);
  const providers = data?.pages.flatMap((page) => page.values) ?? [];
  const names = new Map(
    providers
      .filter((provider) => provider.isEnabled)
      .flatMap(({ domains, name }) => domains.map((domain) => [domain, name] as const)),
  );
  return (domain) => names.get(domain);
}
