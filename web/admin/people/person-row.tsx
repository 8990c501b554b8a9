import { Anchor, Badge, Checkbox, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { Time } from '../../kit/components/time.tsx';
import { ActionsCell, Cell } from '../lists/responsive-table.tsx';
import { Person } from '../people-picker/person.tsx';
import { AccountActions } from './account-actions.tsx';
import type { PeopleColumn } from './people-columns.ts';
import classes from './people-page.module.css';
import type { Account } from './people-queries.ts';

interface PersonRowProps {
  readonly account: Account;
  readonly columns: readonly PeopleColumn[];
  /** the enabled provider of an e-mail domain */
  readonly providerOf: (domain: string) => string | undefined;
  readonly isSelected: boolean;
  /** as a range: with all since the one that was selected before */
  readonly onSelect: (isRange: boolean) => void;
}

/** One person in the table. Space selects, with Shift all since the last one. */
export function PersonRow({ account, columns, providerOf, isSelected, onSelect }: PersonRowProps) {
  const { t } = useTranslation('admin');
  const me = useAccount();
  const remark = account.accountId === me.accountId ? t('people.you') : null;
  return (
    <tr className={isSelected ? classes['selected'] : undefined}>
      <Cell>
        <span className={classes['person']}>
          <Checkbox
            aria-label={t('people.select.one', { name: account.displayName })}
            checked={isSelected}
            onChange={() => {}}
            onClick={(event) => onSelect(event.shiftKey)}
            onKeyDown={(event) => {
              if (event.key !== ' ' || !event.shiftKey) return;
              event.preventDefault();
              onSelect(true);
            }}
          />
          <Person
            name={account.displayName}
            remark={remark}
            detail={account.emailAddress ?? t('people.noEmail')}
          />
        </span>
      </Cell>
      {columns.map((column) => (
        <Cell key={column} label={t(`people.columns.${column}`)}>
          <ColumnValue column={column} account={account} providerOf={providerOf} />
        </Cell>
      ))}
      <ActionsCell>
        <AccountActions account={account} />
      </ActionsCell>
    </tr>
  );
}

function ColumnValue({
  column,
  account,
  providerOf,
}: Pick<PersonRowProps, 'account' | 'providerOf'> & { readonly column: PeopleColumn }) {
  const { t } = useTranslation('admin');
  switch (column) {
    case 'roles':
      return <Roles account={account} />;
    case 'signIn':
      return <WaysIn account={account} providerOf={providerOf} />;
    case 'lastSeen':
      return account.lastSeenAt ? <Time at={account.lastSeenAt} /> : <Nothing text={t('people.never')} />;
    case 'factor':
      return account.hasSecondFactor ? t('people.factorSet') : <Nothing />;
    case 'organizations':
      return account.organizations.length === 0 ? (
        <Nothing />
      ) : (
        <span>
          {account.organizations.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <Anchor
                fz="inherit"
                renderRoot={(props) => <Link {...props} to="/admin/organizations/$id" params={{ id }} />}
              >
                {name}
              </Anchor>
            </span>
          ))}
        </span>
      );
    case 'groups':
      return account.groups.length === 0 ? (
        <Nothing />
      ) : (
        <span>
          {account.groups.map(({ groupId, name }, at) => (
            <span key={groupId}>
              {at > 0 ? ', ' : ''}
              <Anchor
                fz="inherit"
                renderRoot={(props) => <Link {...props} to="/admin/groups/$id" params={{ id: groupId }} />}
              >
                {name}
              </Anchor>
            </span>
          ))}
        </span>
      );
    case 'created':
      return <Time at={account.createdAt} />;
  }
}

function Roles({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const { isActive, isLocked, isAdministrator, isDeskAdministrator, isAgent } = account;
  return (
    <Group gap={4} component="span">
      {isActive ? null : <Badge color="red">{t('people.deactivated')}</Badge>}
      {isLocked ? <Badge color="orange">{t('people.locked')}</Badge> : null}
      {isAdministrator ? <Badge>{t('people.administrator')}</Badge> : null}
      {isDeskAdministrator && !isAdministrator ? (
        <Badge color="violet">{t('people.deskAdministrator')}</Badge>
      ) : null}
      {isAgent && !isAdministrator && !isDeskAdministrator ? (
        <Badge color="teal">{t('people.agent')}</Badge>
      ) : null}
      {isAgent || !isActive ? null : <Nothing text={t('people.customer')} />}
    </Group>
  );
}

function WaysIn({ account, providerOf }: Pick<PersonRowProps, 'account' | 'providerOf'>) {
  const { t } = useTranslation('admin');
  const ways = [
    ...account.identities.map(({ providerName }) => providerName),
    ...(account.hasPassword ? [t('people.password')] : []),
  ];
  if (ways.length > 0) return ways.join(', ');
  // whoever has not come yet is recognised by the address, when its domain's provider vouches for it
  const coming = providerOf(account.emailAddress?.split('@').at(-1) ?? '');
  return <Nothing text={coming ? t('people.notYet', { provider: coming }) : t('people.noSignIn')} />;
}

function Nothing({ text = '–' }: { text?: string }) {
  return (
    <Text span size="sm" c="dimmed">
      {text}
    </Text>
  );
}
