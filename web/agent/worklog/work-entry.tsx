import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconClock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { RichText } from '../../kit/rich-text/rich-text.tsx';
import classes from '../conversation/conversation.module.css';
import { isoDate } from '../jira-date.ts';
import { commentOf } from './work-comment.ts';
import { WorkDialog } from './work-dialog.tsx';
import { deleteWork, type WorklogEntry } from './worklog-queries.ts';

/** Work that was done, among what was said and changed. Whose it is may change it and take it out. */
export function WorkEntry({ requestKey, entry }: { requestKey: string; entry: WorklogEntry }) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [isChanging, setIsChanging] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => deleteWork(requestKey, entry.id),
    onError: (error) => tellFailure(t('worklog.notRemoved'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  const name = entry.author.displayName;
  const comment = commentOf(entry);
  return (
    <article className={classes['change']}>
      <IconClock size={14} className={classes['changeIcon']} aria-hidden="true" />
      <div className={classes['changeText']}>
        <Group gap={6} align="center">
          <Text component="p" size="sm" m={0}>
            <b>{name}</b> {t('worklog.logged')} <span className={classes['work']}>{entry.timeSpent}</span>{' '}
            <Text span c="dimmed" size="sm">
              <Time at={isoDate(entry.started)} />
            </Text>
          </Text>
          {entry.author.accountId === me.accountId && !isAsking ? (
            <span className={classes['entryActions']}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('worklog.changeEntry', { time: entry.timeSpent })}
                title={t('worklog.changeEntry', { time: entry.timeSpent })}
                onClick={() => setIsChanging(true)}
              >
                <IconPencil size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('worklog.remove', { time: entry.timeSpent })}
                title={t('worklog.remove', { time: entry.timeSpent })}
                onClick={() => setIsAsking(true)}
              >
                <IconTrash size={14} aria-hidden="true" />
              </ActionIcon>
            </span>
          ) : null}
          {isAsking ? (
            <Group gap={4} role="group" aria-label={t('worklog.removeQuestion', { time: entry.timeSpent })}>
              <Button
                autoFocus
                size="compact-xs"
                color="red"
                loading={removal.isPending}
                onClick={() => removal.mutate()}
              >
                {t('worklog.remove', { time: entry.timeSpent })}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setIsAsking(false)}>
                {t('edit.cancel')}
              </Button>
            </Group>
          ) : null}
        </Group>
        {comment === null ? null : (
          <div className={classes['workText']}>
            <RichText document={comment} />
          </div>
        )}
      </div>
      {isChanging ? (
        <WorkDialog requestKey={requestKey} entry={entry} onClose={() => setIsChanging(false)} />
      ) : null}
    </article>
  );
}
