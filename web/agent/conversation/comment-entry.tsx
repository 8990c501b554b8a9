import { Text } from '@mantine/core';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '../../kit/components/attachment-list.tsx';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Time } from '../../kit/components/time.tsx';
import { asDocument, documentOf } from '../../kit/rich-text/adf.ts';
import { RichText } from '../../kit/rich-text/rich-text.tsx';
import { isoDate } from '../jira-date.ts';
import { commentAttachment } from './attachments.ts';
import classes from './conversation.module.css';
import type { Comment } from './conversation-queries.ts';

/** A comment. Public and internal differ by words, icon, border and colour. */
export function CommentEntry({ comment, isReporter }: { comment: Comment; isReporter: boolean }) {
  const { t } = useTranslation('agent');
  const name = comment.author.displayName;
  const attachments = comment.attachments?.values.map(commentAttachment) ?? [];
  return (
    <article className={classes['comment']} data-internal={!comment.public || undefined}>
      <header className={classes['header']}>
        <PersonAvatar name={name} size={28} />
        <Text component="span" fw={600} size="sm" className={classes['author'] ?? ''}>
          {name}
        </Text>
        {isReporter ? <span className={classes['role']}>{t('conversation.fromCustomer')}</span> : null}
        <Text component="span" size="sm" c="dimmed">
          <Time at={isoDate(comment.created.iso8601)} />
        </Text>
        <span className={classes['audience']}>
          {comment.public ? (
            <>
              <IconWorld size={15} aria-hidden="true" />
              {t('conversation.public')}
            </>
          ) : (
            <>
              <IconLock size={15} aria-hidden="true" />
              {t('conversation.internal')}
            </>
          )}
        </span>
      </header>
      {comment.body === '' ? null : (
        <div className={classes['body']}>
          <RichText document={asDocument(comment._portico.document) ?? documentOf(comment.body)} />
        </div>
      )}
      {attachments.length > 0 ? <AttachmentList attachments={attachments} /> : null}
    </article>
  );
}
