import { Text } from '@mantine/core';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '../../kit/components/attachment-list.tsx';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Time } from '../../kit/components/time.tsx';
import { asDocument, documentOf } from '../../kit/rich-text/adf.ts';
import { RichText } from '../../kit/rich-text/rich-text.tsx';
import { isoDate } from '../jira-date.ts';
import { commentAttachment } from './attachments.ts';
import { CommentActions } from './comment-actions.tsx';
import { CommentEdit } from './comment-edit.tsx';
import classes from './conversation.module.css';
import type { Comment } from './conversation-queries.ts';

interface CommentEntryProps {
  readonly requestKey: string;
  readonly comment: Comment;
  readonly isReporter: boolean;
}

/** A comment. Public and internal differ by words, icon, border and colour. */
export function CommentEntry({ requestKey, comment, isReporter }: CommentEntryProps) {
  const { t } = useTranslation('agent');
  const [isEditing, setIsEditing] = useState(false);
  const name = comment.author.displayName;
  const { updated } = comment._portico;
  const document = asDocument(comment._portico.document);
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
        {updated ? (
          <Text component="span" size="sm" c="dimmed">
            {t('conversation.edited')} <Time at={isoDate(updated.iso8601)} />
          </Text>
        ) : null}
        {isEditing ? null : (
          <CommentActions requestKey={requestKey} comment={comment} onEdit={() => setIsEditing(true)} />
        )}
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
      {isEditing ? (
        <CommentEdit requestKey={requestKey} comment={comment} onClose={() => setIsEditing(false)} />
      ) : comment.body === '' && !document ? null : (
        <div className={classes['body']}>
          <RichText document={document ?? documentOf(comment.body)} />
        </div>
      )}
      {attachments.length > 0 ? <AttachmentList attachments={attachments} /> : null}
    </article>
  );
}
