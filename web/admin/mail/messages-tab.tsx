import { Anchor, Badge, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import classes from './mail.module.css';
import {
  type MailOverview,
  type MailState,
  type Message,
  type MessageSearch,
  messagesQuery,
  sendMessages,
} from './mail-queries.ts';

const states: readonly MailState[] = ['waiting', 'sent', 'kept', 'failed'];

/** What was sent, what waits, and what was kept or given up. */
export function MessagesTab({ overview: { settings, counts } }: { overview: MailOverview }) {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<MessageSearch['state']>('');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 300);
  const list = useInfiniteQuery(messagesQuery({ state, query }));
  const messages = list.data?.pages.flatMap(({ values }) => values);
  const isFiltered = state !== '' || query !== '';
  return (
    <Stack gap="md">
      {settings === null ? (
        <Note tone="info" title={t('mail.noServer.title')}>
          <p>{t('mail.noServer.text')}</p>
          <Link to="/admin/mail/server" className={buttonClass({ size: 'sm' })}>
            {t('mail.noServer.action')}
          </Link>
        </Note>
      ) : (
        <>
          {counts.failed > 0 ? <LeftOver state="failed" count={counts.failed} /> : null}
          {counts.kept > 0 ? <LeftOver state="kept" count={counts.kept} /> : null}
        </>
      )}
      <search className={classes['filters']}>
        <TextInput
          label={t('mail.search')}
          placeholder={t('mail.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className={classes['text']}
        />
        <Select
          label={t('mail.state')}
          data={states.map((value) => ({ value, label: t(`mail.states.${value}`) }))}
          value={state === '' ? null : state}
          onChange={(value) => setState(states.find((known) => known === value) ?? '')}
          placeholder={t('mail.allStates')}
          clearable
          className={classes['choice']}
        />
      </search>
      {!messages ? (
        <QueryState query={list} lines={6} />
      ) : messages.length === 0 ? (
        <Empty
          title={t(isFiltered ? 'mail.empty.title' : 'mail.empty.none')}
          action={
            isFiltered ? (
              <Button
                onClick={() => {
                  setState('');
                  setText('');
                }}
              >
                {t('mail.empty.clear')}
              </Button>
            ) : null
          }
        >
          {t(isFiltered ? 'mail.empty.text' : 'mail.empty.noneText')}
        </Empty>
      ) : (
        <Messages messages={messages} />
      )}
      <ShowMore query={list} label={t('mail.more')} />
    </Stack>
  );
}

/** Messages that nobody will send unless somebody asks for it. */
function LeftOver({ state, count }: { state: 'kept' | 'failed'; count: number }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => sendMessages(state),
    onSuccess: (done) => tellDone(t('mail.sendingAll', { count: done.count })),
    onError: (error) => tellFailure(t('mail.failing'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  });
  return (
    <Note tone={state === 'failed' ? 'error' : 'info'}>
      <Group justify="space-between">
        <span>{t(`mail.${state}`, { count })}</span>
        <Button size="sm" isBusy={isPending} onClick={() => mutate()}>
          {t(state === 'failed' ? 'mail.sendAll' : 'mail.sendKept')}
        </Button>
      </Group>
    </Note>
  );
}

function Messages({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation('admin');
  const columns = {
    subject: t('mail.columns.subject'),
    to: t('mail.columns.to'),
    state: t('mail.columns.state'),
    when: t('mail.columns.when'),
  };
  return (
    <ResponsiveTable label={t('mail.title')} columns={Object.values(columns)}>
      {messages.map((message) => (
        <tr key={message.id}>
          <Cell>
            <Anchor
              fz="inherit"
              renderRoot={(props) => (
                <Link {...props} to="/admin/mail/messages/$id" params={{ id: message.id }} />
              )}
            >
              {message.subject}
            </Anchor>
          </Cell>
          <Cell label={columns.to}>
            <div>
              {message.toName ?? message.toAddress}
              {message.toName === null ? null : (
                <span className={classes['second']}>{message.toAddress}</span>
              )}
            </div>
          </Cell>
          <Cell label={columns.state}>
            <div>
              <StateBadge state={message.state} />
              {message.problem === null ? null : <span className={classes['second']}>{message.problem}</span>}
            </div>
          </Cell>
          <Cell label={columns.when}>
            <Time at={message.sentAt ?? message.createdAt} />
          </Cell>
        </tr>
      ))}
    </ResponsiveTable>
  );
}

const colors: Readonly<Record<MailState, string>> = {
  waiting: 'blue',
  sent: 'green',
  kept: 'gray',
  failed: 'red',
};

/** Where a message is on its way. */
export function StateBadge({ state }: { state: MailState }) {
  const { t } = useTranslation('admin');
  return <Badge color={colors[state]}>{t(`mail.states.${state}`)}</Badge>;
}
