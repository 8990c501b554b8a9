import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { assignableQuery } from '../assignee/assignable.ts';

interface AssigneeControlProps {
  /** one of the requests, whose agents can be chosen */
  readonly requestKey: string;
  readonly label: string;
  /** accountId; '': nobody */
  readonly value: string;
  readonly onChange: (accountId: string) => void;
}

const nobody = '-';

/** Who shall work on the requests: an agent of their desk, or nobody. */
export function AssigneeControl({ requestKey, label, value, onChange }: AssigneeControlProps) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  // who is chosen is not what is searched for
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(
    value === me.accountId ? { value, label: t('assignee.me', { name: me.displayName }) } : null,
  );
  const query = useQuery(assignableQuery(requestKey, search === chosen?.label ? '' : search));
  const found = (query.data ?? []).map(({ accountId, displayName }) => ({
    value: accountId,
    label: accountId === me.accountId ? t('assignee.me', { name: displayName }) : displayName,
  }));
  const mine = found.filter((each) => each.value === me.accountId);
  const others = found.filter((each) => each.value !== me.accountId);
  const options = [{ value: nobody, label: t('bulk.edit.nobody') }, ...mine, ...others];
  const isKnown = !chosen || options.some((each) => each.value === chosen.value);
  return (
    <Select
      label={label}
      labelProps={{ fz: 'sm' }}
      searchable
      allowDeselect={false}
      placeholder={t('bulk.edit.searchAgents')}
      data={isKnown ? options : [...options, chosen]}
      value={value === '' ? nobody : value}
      onChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option) setChosen(option);
        onChange(next === null || next === nobody ? '' : next);
      }}
      onSearchChange={setTyped}
      // the server has searched
      filter={({ options: all }) => all}
      nothingFoundMessage={t('bulk.edit.noAgent')}
      rightSection={query.isFetching ? <Loader size="xs" /> : undefined}
    />
  );
}
