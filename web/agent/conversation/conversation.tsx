import { ActionIcon, Button, Group, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { ErrorAlert, Loading } from '../../kit/components/states.tsx';
import { WorkEntry } from '../worklog/work-entry.tsx';
import { worklogQuery } from '../worklog/worklog-queries.ts';
import { ChangeEntry } from './change-entry.tsx';
import { CommentEntry } from './comment-entry.tsx';
import classes from './conversation.module.css';
import { commentsQuery, historyQuery } from './conversation-queries.ts';
import { type Entry, entriesOf, type Show } from './entries.ts';
import { useNewBelow } from './use-new-below.ts';

type Order = 'oldest' | 'newest';

const emptyWords = {
  all: 'conversation.empty',
  comments: 'conversation.empty',
  history: 'conversation.emptyHistory',
  worklog: 'worklog.empty',
} as const;

/** The most entries shown without asking for the older ones. */
const shownAtFirst = 30;

interface ConversationProps {
  readonly requestKey: string;
  readonly reporterId: string | undefined;
  /** where one writes: it stands where what is written will appear */
  readonly composer: ReactNode;
}

/** What was said and done in a request; what comes in appears at the newer end without moving the page. */
export function Conversation({ requestKey, reporterId, composer }: ConversationProps) {
  const { t } = useTranslation('agent');
  const [show, setShow] = useLocalStorage<Show>({ key: 'portico.activity', defaultValue: 'all' });
  const [order, setOrder] = useLocalStorage<Order>({ key: 'portico.activity.order', defaultValue: 'oldest' });
  const isNewestFirst = order === 'newest';
  const parts = {
    comments: useQuery({ ...commentsQuery(requestKey), enabled: show === 'all' || show === 'comments' }),
    history: useQuery({ ...historyQuery(requestKey), enabled: show === 'all' || show === 'history' }),
    worklog: useQuery({ ...worklogQuery(requestKey), enabled: show === 'all' || show === 'worklog' }),
  };
  const shownParts = show === 'all' ? Object.values(parts) : [parts[show]];
  const [showsOlder, setShowsOlder] = useState(false);
  const end = useRef<HTMLDivElement>(null);

  const isLoading = shownParts.some(({ isPending }) => isPending);
  const entries = isLoading
    ? []
    : entriesOf(show, {
        comments: parts.comments.data ?? [],
        changes: parts.history.data ?? [],
        worklog: parts.worklog.data ?? [],
      });
  const hidden = showsOlder ? 0 : Math.max(0, entries.length - shownAtFirst);
  const error = shownParts.find((part) => part.error)?.error ?? null;
  const me = useAccount();
  const news = useNewBelow(
    isLoading ? undefined : entries.filter((entry) => authorOf(entry)?.accountId !== me.accountId),
    end,
  );

  const shown = entries.slice(hidden);
  const older =
    hidden > 0 ? (
      <Button variant="default" size="xs" onClick={() => setShowsOlder(true)}>
        {t('conversation.older', { count: hidden })}
      </Button>
    ) : null;
  const newerEnd = <div ref={end} className={classes['end']} />;

  return (
    <section aria-labelledby="activity" className={classes['section']}>
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h4" id="activity">
          {t('conversation.title')}
        </Title>
        <Group gap={4} wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={t('conversation.show')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={[
              { value: 'all', label: t('conversation.all') },
              { value: 'comments', label: t('conversation.comments') },
              { value: 'history', label: t('conversation.history') },
              { value: 'worklog', label: t('worklog.title') },
            ]}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(isNewestFirst ? 'conversation.oldestFirst' : 'conversation.newestFirst')}
            title={t(isNewestFirst ? 'conversation.oldestFirst' : 'conversation.newestFirst')}
            onClick={() => setOrder(isNewestFirst ? 'oldest' : 'newest')}
          >
            {isNewestFirst ? (
              <IconSortDescending size={18} aria-hidden="true" />
            ) : (
              <IconSortAscending size={18} aria-hidden="true" />
            )}
          </ActionIcon>
        </Group>
      </Group>
      {isNewestFirst ? composer : null}
      {error ? (
        <ErrorAlert
          error={error}
          onRetry={() => {
            for (const part of shownParts) void part.refetch();
          }}
        />
      ) : null}
      {isLoading && !error ? <Loading lines={4} /> : null}
      {!isLoading && entries.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t(emptyWords[show])}
        </Text>
      ) : null}
      {isNewestFirst ? newerEnd : older}
      <ol className={classes['list']}>
        {(isNewestFirst ? shown.toReversed() : shown).map((entry) => (
          <li key={entry.id}>
            {entry.kind === 'comment' ? (
              <CommentEntry
                requestKey={requestKey}
                comment={entry.comment}
                isReporter={entry.comment.author.accountId === reporterId}
              />
            ) : entry.kind === 'change' ? (
              <ChangeEntry change={entry.change} />
            ) : (
              <WorkEntry requestKey={requestKey} entry={entry.work} />
            )}
          </li>
        ))}
      </ol>
      {isNewestFirst ? older : newerEnd}
      {news.count > 0 ? (
        <Button
          size="xs"
          radius="xl"
          className={classes['newBelow'] ?? ''}
          leftSection={
            isNewestFirst ? (
              <IconArrowUp size={14} aria-hidden="true" />
            ) : (
              <IconArrowDown size={14} aria-hidden="true" />
            )
          }
          onClick={news.go}
        >
          {t(isNewestFirst ? 'conversation.newAbove' : 'conversation.newBelow', { count: news.count })}
        </Button>
      ) : null}
      <VisuallyHidden role="status">
        {news.last
          ? t('conversation.announce', {
              name: authorOf(news.last)?.displayName ?? t('conversation.someone'),
            })
          : ''}
      </VisuallyHidden>
      {isNewestFirst ? null : composer}
    </section>
  );
}

function authorOf(entry: Entry): { accountId: string; displayName: string } | null | undefined {
  switch (entry.kind) {
    case 'comment':
      return entry.comment.author;
    case 'change':
      return entry.change.author;
    case 'work':
      return entry.work.author;
  }
}
