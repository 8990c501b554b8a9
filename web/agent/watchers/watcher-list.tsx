import { ActionIcon, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Loading, useErrorText } from '../../kit/components/states.tsx';
import type { Agent } from '../assignee/assign.ts';
import { assignableQuery } from '../assignee/assignable.ts';
import classes from './watchers.module.css';

interface WatcherListProps {
  readonly requestKey: string;
  readonly watchers: readonly Agent[] | undefined;
  readonly error: unknown;
  readonly onChange: (agent: Agent, watches: boolean) => void;
}

/** As many agents as are offered at once. */
const offered = 5;

/** Who watches, each with a button that takes them off, and a search for other agents. */
export function WatcherList({ requestKey, watchers, error, onChange }: WatcherListProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 200);
  const search = useQuery({ ...assignableQuery(requestKey, query), enabled: query !== '' });
  const known = new Set(watchers?.map(({ accountId }) => accountId));
  const found =
    text.trim() === ''
      ? []
      : (search.data ?? []).filter(({ accountId }) => !known.has(accountId)).slice(0, offered);

  function add(agent: Agent) {
    onChange(agent, true);
    setText('');
  }
  function onKeyDown(event: KeyboardEvent) {
    const [first] = found;
    if (event.key !== 'Enter' || !first || text.trim() !== query || search.isPlaceholderData) return;
    event.preventDefault();
    add(first);
  }
  return (
    <div className={classes['panel']}>
      {error ? (
        <Text size="sm" role="alert">
          {errorText(error)}
        </Text>
      ) : !watchers ? (
        <Loading lines={2} />
      ) : watchers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('watch.nobody')}
        </Text>
      ) : (
        <ul className={classes['list']} aria-label={t('watch.title')}>
          {watchers.map((agent) => (
            <li key={agent.accountId}>
              <PersonAvatar name={agent.displayName} size={22} />
              <span>{agent.displayName}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('watch.remove', { name: agent.displayName })}
                title={t('watch.remove', { name: agent.displayName })}
                onClick={() => onChange(agent, false)}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        size="xs"
        value={text}
        aria-label={t('watch.add')}
        placeholder={t('watch.add')}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 ? (
        <ul className={classes['list']} aria-label={t('watch.found')}>
          {found.map((agent) => (
            <li key={agent.accountId}>
              <button type="button" className={classes['found']} onClick={() => add(agent)}>
                <PersonAvatar name={agent.displayName} size={22} />
                <span>{agent.displayName}</span>
                <IconPlus size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : query !== '' && search.isSuccess && text.trim() === query ? (
        <Text size="xs" c="dimmed" role="status">
          {t('assignee.none', { text: query })}
        </Text>
      ) : null}
    </div>
  );
}
