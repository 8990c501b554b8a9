import { Button, Group, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { ErrorAlert, Loading } from '../../kit/components/states.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { CommentEntry } from './comment-entry.tsx';
import classes from './conversation.module.css';
import { commentsQuery, historyQuery } from './conversation-queries.ts';
import { type Entry, entriesOf, type Show } from './entries.ts';
import { useNewBelow } from './use-new-below.ts';

/** The most entries shown without asking for the older ones. */
const shownAtFirst = 30;

interface ConversationProps {
  readonly requestKey: string;
  readonly reporterId: string | undefined;
}

/** What was said and done in a request, oldest first; what comes in appears at the end without moving the page. */
export function Conversation({ requestKey, reporterId }: ConversationProps) {
  const { t } = useTranslation('agent');
  const [show, setShow] = useLocalStorage<Show>({ key: 'portico.activity', defaultValue: 'all' });
  const comments = useQuery({ ...commentsQuery(requestKey), enabled: show !== 'history' });
  const history = useQuery({ ...historyQuery(requestKey), enabled: show !== 'comments' });
  const [showsOlder, setShowsOlder] = useState(false);
  const end = useRef<HTMLDivElement>(null);

  const isLoading = (show !== 'history' && comments.isPending) || (show !== 'comments' && history.isPending);
  const entries = isLoading ? [] : entriesOf(show, comments.data ?? [], history.data ?? []);
  const hidden = showsOlder ? 0 : Math.max(0, entries.length - shownAtFirst);
  const error = (show !== 'history' && comments.error) || (show !== 'comments' && history.error) || null;
  const me = useAccount();
  const news = useNewBelow(
    isLoading ? undefined : entries.filter((entry) => authorOf(entry)?.accountId !== me.accountId),
    end,
  );

  return (
    <section aria-labelledby="activity" className={classes['section']}>
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h4" id="activity">
          {t('conversation.title')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('conversation.show')}
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={[
            { value: 'all', label: t('conversation.all') },
            { value: 'comments', label: t('conversation.comments') },
            { value: 'history', label: t('conversation.history') },
          ]}
        />
      </Group>
      {error ? (
        <ErrorAlert
          error={error}
          onRetry={() => {
            void comments.refetch();
            void history.refetch();
          }}
        />
      ) : null}
      {isLoading && !error ? <Loading lines={4} /> : null}
      {!isLoading && entries.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t(show === 'history' ? 'conversation.emptyHistory' : 'conversation.empty')}
        </Text>
      ) : null}
      {hidden > 0 ? (
        <Button variant="default" size="xs" onClick={() => setShowsOlder(true)}>
          {t('conversation.older', { count: hidden })}
        </Button>
      ) : null}
      <ol className={classes['list']}>
        {entries.slice(hidden).map((entry) => (
          <li key={entry.id}>
            {entry.kind === 'comment' ? (
              <CommentEntry
                comment={entry.comment}
                isReporter={entry.comment.author.accountId === reporterId}
              />
            ) : (
              <ChangeEntry change={entry.change} />
            )}
          </li>
        ))}
      </ol>
      <div ref={end} className={classes['end']} />
      {news.count > 0 ? (
        <Button
          size="xs"
          radius="xl"
          className={classes['newBelow'] ?? ''}
          leftSection={<IconArrowDown size={14} aria-hidden="true" />}
          onClick={news.go}
        >
          {t('conversation.newBelow', { count: news.count })}
        </Button>
      ) : null}
      <VisuallyHidden role="status">
        {news.last
          ? t('conversation.announce', {
              name: authorOf(news.last)?.displayName ?? t('conversation.someone'),
            })
          : ''}
      </VisuallyHidden>
    </section>
  );
}

function authorOf(entry: Entry): { accountId: string; displayName: string } | null | undefined {
  return entry.kind === 'comment' ? entry.comment.author : entry.change.author;
}
