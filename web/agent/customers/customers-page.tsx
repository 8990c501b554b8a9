import { Button, Group, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconMailPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { SecondFactorDialog } from '../../kit/people/lazy-second-factor-dialog.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import classes from './customers.module.css';
import { type Customer, customersQuery } from './customers-queries.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { SignInStates } from './sign-in-states.tsx';

/** The people whom a desk serves: how they can sign in, help with it, and inviting more of them. */
export function CustomersPage({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(customersQuery(desk.id, search));
  const customers = list.data?.pages.flatMap(({ values }) => values);
  const [isInviting, inviting] = useDisclosure(false);
  const [helped, setHelped] = useState<Customer | null>(null);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('customers.title')} />
        <Button leftSection={<IconMailPlus size={18} aria-hidden="true" />} onClick={inviting.open}>
          {t('customers.invite')}
        </Button>
      </Group>
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="people">{t('customers.people')}</Tabs.Tab>
          <Tabs.Tab value="invitations">{t('customers.invitations.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people" pt="md">
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('customers.text')}
            </Text>
            <TextInput
              aria-label={t('customers.search')}
              placeholder={t('customers.search')}
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maw="26rem"
            />
            {!customers ? (
              <QueryState query={list} lines={5} />
            ) : customers.length > 0 ? (
              <div className={classes['frame']}>
                <table
                  className={classes['table']}
                  aria-label={t('customers.of', { desk: desk.projectName })}
                >
                  <thead>
                    <tr>
                      <th scope="col">{t('customers.columns.person')}</th>
                      <th scope="col">{t('customers.columns.organizations')}</th>
                      <th scope="col">{t('customers.columns.signIn')}</th>
                      <th scope="col">{t('customers.columns.seen')}</th>
                      <td />
                    </tr>
                  </thead>
                  <tbody>
                    {customers.map((customer) => (
                      <CustomerRow
                        key={customer.accountId}
                        customer={customer}
                        projectKey={desk.projectKey}
                        onHelp={() => setHelped(customer)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            ) : search === '' ? (
              <Empty title={t('customers.empty.title')}>{t('customers.empty.text')}</Empty>
            ) : (
              <Empty title={t('customers.noMatch', { text: search })} />
            )}
            {list.hasNextPage ? (
              <Group justify="center">
                <Button
                  variant="default"
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('customers.showMore')}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="invitations" pt="md">
          <Invitations desk={desk} />
        </Tabs.Panel>
      </Tabs>
      {isInviting ? <InviteDialog desk={desk} onClose={inviting.close} /> : null}
      {helped ? (
        <SecondFactorDialog
          account={helped}
          onClose={() => setHelped(null)}
          onChanged={() => void queries.invalidateQueries({ queryKey: ['desk', desk.id, 'customers'] })}
        />
      ) : null}
    </Stack>
  );
}

interface CustomerRowProps {
  readonly customer: Customer;
  readonly projectKey: string;
  readonly onHelp: () => void;
}

function CustomerRow({ customer, projectKey, onHelp }: CustomerRowProps) {
  const { t } = useTranslation('agent');
  const { displayName: name, emailAddress, organizations, lastSeenAt } = customer;
  return (
    <tr>
      <td>
        <div className={classes['person']}>
          <PersonAvatar name={name} size={30} />
          <div>
            <div>{name}</div>
            {emailAddress ? <div className={classes['secondary']}>{emailAddress}</div> : null}
          </div>
        </div>
      </td>
      <td className={organizations.length === 0 ? classes['empty'] : undefined}>
        <span className={classes['label']} aria-hidden="true">
          {t('customers.columns.organizations')}
        </span>
        {organizations.map((organization) => organization.name).join(', ')}
      </td>
      <td>
        <SignInStates state={customer} />
      </td>
      <td>
        <span className={classes['label']} aria-hidden="true">
          {t('customers.columns.seen')}
        </span>
        {lastSeenAt === null ? (
          <span className={classes['secondary']}>{t('customers.never')}</span>
        ) : (
          <Time at={lastSeenAt} />
        )}
      </td>
      <td className={classes['actions']}>
        {customer.isActive ? (
          <Button
            size="compact-sm"
            variant="default"
            mr="xs"
            aria-label={t('newRequest.forLabel', { name })}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/projects/new-request"
                search={{ desk: projectKey, customer: customer.accountId }}
              />
            )}
          >
            {t('newRequest.open')}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('customers.helpLabel', { name })}
          onClick={onHelp}
        >
          {t('customers.help')}
        </Button>
      </td>
    </tr>
  );
}
