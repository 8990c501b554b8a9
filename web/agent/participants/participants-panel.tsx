import { ActionIcon, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { ErrorAlert, Loading, useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import classes from './participants.module.css';
import {
  addParticipant,
  candidatesQuery,
  type Participant,
  participantsQuery,
  removeParticipant,
} from './participants-queries.ts';

/** As many as are offered at once. */
const offered = 6;

/** Who sees a request beside its reporter: people who take part, and organizations that it is shared with. */
export function ParticipantsPanel({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const query = useQuery(participantsQuery(requestKey));
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const search = useQuery(candidatesQuery(requestKey, wanted));
  const isSettled = text.trim() === wanted;
  const found = text.trim() === '' ? [] : (search.data ?? []).slice(0, offered);
  const change = useMutation({
    mutationFn: ({ whom, adds }: { whom: Participant; adds: boolean }) =>
      (adds ? addParticipant : removeParticipant)(requestKey, whom),
    onError: (error) => tellFailure(t('participants.changed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });

  function add(whom: Participant) {
    change.mutate({ whom, adds: true });
    setText('');
  }
  function onKeyDown(event: KeyboardEvent) {
    const [first] = found;
    if (event.key !== 'Enter' || !first || !isSettled) return;
    event.preventDefault();
    add(first);
  }
  return (
    <section className={classes['panel']} aria-labelledby="participants">
      <Title order={2} size="h6" id="participants">
        {t('participants.title')}
      </Title>
      {query.error && !query.data ? (
        <ErrorAlert
          error={query.error}
          title={t('participants.failed')}
          onRetry={() => void query.refetch()}
        />
      ) : !query.data ? (
        <Loading lines={1} />
      ) : query.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('participants.none')}
        </Text>
      ) : (
        <ul className={classes['list']} aria-labelledby="participants">
          {query.data.map((whom) => {
            const label = t(whom.kind === 'organization' ? 'participants.unshare' : 'participants.remove', {
              name: whom.name,
            });
            return (
              <li key={`${whom.kind} ${whom.id}`}>
                <Face whom={whom} />
                <Words whom={whom} />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={label}
                  title={label}
                  disabled={change.isPending}
                  onClick={() => change.mutate({ whom, adds: false })}
                >
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <TextInput
        size="xs"
        value={text}
        aria-label={t('participants.add')}
        placeholder={t('participants.add')}
        title={t('participants.addHint')}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {found.length > 0 ? (
        <ul className={classes['list']} aria-label={t('participants.found')}>
          {found.map((whom) => (
            <li key={`${whom.kind} ${whom.id}`}>
              <button type="button" className={classes['found']} onClick={() => add(whom)}>
                <Face whom={whom} />
                <Words whom={whom} />
                <IconPlus size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : wanted !== '' && search.isSuccess && isSettled ? (
        <Text size="xs" c="dimmed" role="status">
          {t('participants.nothing', { text: wanted })}
        </Text>
      ) : null}
    </section>
  );
}

function Face({ whom }: { whom: Participant }) {
  return whom.kind !== 'organization' ? (
    <PersonAvatar name={whom.name} size={22} />
  ) : (
    <IconBuilding className={classes['organization'] ?? ''} size={18} stroke={1.6} aria-hidden="true" />
  );
}

function Words({ whom }: { whom: Participant }) {
  const { t } = useTranslation('agent');
  const hint =
    whom.kind === 'person'
      ? whom.email
      : t(whom.kind === 'newcomer' ? 'participants.newcomer' : 'participants.organization');
  return (
    <span className={classes['words']}>
      {whom.name}
      {hint ? <small>{hint}</small> : null}
    </span>
  );
}
