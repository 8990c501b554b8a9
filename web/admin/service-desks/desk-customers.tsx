import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '../people-picker/person.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import { DeskList, useAddToDesk } from './desk-list.tsx';
import { addDeskCustomer, deskCustomersQuery, removeDeskCustomer } from './desk-people-queries.ts';
import type { ServiceDesk } from './service-desk-queries.ts';

/** The people named as customers of the desk. */
export function DeskCustomers({ desk }: { desk: ServiceDesk }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const query = useInfiniteQuery(deskCustomersQuery(desk.id, search));
  const entries = query.data?.pages
    .flatMap((page) => page.values)
    .map((customer) => ({
      id: customer.accountId,
      name: customer.displayName,
      email: customer.emailAddress,
    }));
  const refresh = () => void queries.invalidateQueries({ queryKey: ['service-desk', desk.id, 'customers'] });
  const add = useAddToDesk('customers', (accountId) => addDeskCustomer(desk.id, accountId), refresh);
  const isSearchWorthwhile = search !== '' || (entries?.length ?? 0) > 10;
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('serviceDesks.customers.help')}
        </Text>
        <PersonPicker
          label={t('serviceDesks.customers.add')}
          deskId={desk.id}
          excluded={new Set(entries?.map((entry) => entry.id))}
          onPick={({ accountId, displayName }) => add({ id: accountId, name: displayName })}
        />
        {isSearchWorthwhile ? (
          <TextInput
            aria-label={t('serviceDesks.filter')}
            placeholder={t('serviceDesks.filter')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maw="24rem"
          />
        ) : null}
        <DeskList
          label={t('serviceDesks.tabs.customers')}
          query={query}
          entries={entries}
          empty={search === '' ? t('serviceDesks.customers.empty') : t('serviceDesks.noMatch')}
          words="customers"
          show={(customer) => <Person name={customer.name} detail={customer.email} />}
          remove={(customer) => removeDeskCustomer(desk.id, customer.id)}
          onRemoved={refresh}
        />
      </Stack>
    </Paper>
  );
}
