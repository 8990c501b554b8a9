import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../../kit/components/time.tsx';
import { historyQuery } from '../../conversation/conversation-queries.ts';
import { isoDate } from '../../jira-date.ts';
import classes from './in-place.module.css';

interface MeanwhileChangedProps {
  readonly requestKey: string;
  readonly fieldId: string;
  /** in the server's words, for when the history does not tell */
  readonly messages: readonly string[];
  readonly onAnyway: () => void;
  readonly onTakeTheirs: () => void;
}

/** Who changed the field while one was typing, and to what. What was typed stays above it until one decides. */
export function MeanwhileChanged(props: MeanwhileChangedProps) {
  const { requestKey, fieldId, messages, onAnyway, onTakeTheirs } = props;
  const { t } = useTranslation('agent');
  const history = useQuery(historyQuery(requestKey)).data;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const change = history?.findLast(({ items }) => items.some((item) => item.fieldId === fieldId));
  const item = change?.items.find((each) => each.fieldId === fieldId) as { toString?: unknown } | undefined;
  const theirs = typeof item?.toString === 'string' ? item.toString : null;
  return (
    <div ref={box} role="alert" className={classes['changed']}>
      {change ? (
        <>
          <p>
            {t('edit.changedBy', { name: change.author?.displayName ?? t('conversation.someone') })}{' '}
            <Time at={isoDate(change.created)} />
          </p>
          <p className={classes['theirs']}>{theirs ?? t('edit.emptied')}</p>
        </>
      ) : (
        (messages.length > 0 ? messages : [t('conflict.title')]).map((message) => (
          <p key={message}>{message}</p>
        ))
      )}
      <div className={classes['actions']}>
        <Button size="compact-sm" color="yellow" onClick={onAnyway}>
          {t('edit.saveMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {t('edit.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
