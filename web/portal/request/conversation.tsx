import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAccount } from '../../kit/api/session.ts';
import { AttachmentList } from '../../kit/components/attachment-list.tsx';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { LazyRichText } from '../../kit/rich-text/lazy-rich-text.tsx';
import { attachmentSummary } from './attachment-summary.ts';
import classes from './conversation.module.css';
import { descriptionOf } from './description.ts';
import type { CustomerRequest } from './request-queries.ts';
import type { CommentPage } from './use-news.ts';

/** What was asked and what was said about it, oldest first. */
export function Conversation({
  request,
  comments,
}: {
  request: CustomerRequest;
  comments: UseInfiniteQueryResult<InfiniteData<CommentPage>>;
}) {
  const { t } = useTranslation('request');
  const all = comments.data?.pages.flatMap((page) => page.values);
  const sentWith = (request.attachments?.values ?? []).filter(
    (file) => file._portico.public && file._portico.commentId === null,
  );
  const description = descriptionOf(request);
  return (
    <section aria-labelledby="conversation" className={classes['conversation']}>
      <h2 id="conversation">{t('conversation')}</h2>
      <ol>
        <Message author={request.reporter} at={request.createdDate.iso8601} lead={t('raisedThis')}>
          {description && <LazyRichText {...description} />}
          <AttachmentList attachments={sentWith.map(attachmentSummary)} />
        </Message>
        {all?.map((comment) => (
          <Message key={comment.id} author={comment.author} at={comment.created.iso8601}>
            <LazyRichText text={comment.body} document={comment._portico.document} />
            <AttachmentList attachments={(comment.attachments?.values ?? []).map(attachmentSummary)} />
          </Message>
        ))}
      </ol>
      {!all && <QueryState query={comments} />}
      {all?.length === 0 && <p className={classes['none']}>{t('noReplies')}</p>}
      {comments.hasNextPage && (
        <Button isBusy={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </section>
  );
}

interface Author {
  readonly accountId: string;
  readonly displayName: string;
  readonly _portico: { readonly isAgent: boolean };
}

function Message({
  author,
  at,
  lead,
  children,
}: {
  author: Author;
  at: string;
  lead?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('request');
  const me = useAccount();
  const isMine = author.accountId === me.accountId;
  return (
    <li className={classes['message']} data-agent={author._portico.isAgent || undefined}>
      <PersonAvatar name={author.displayName} size={36} />
      <div className={classes['body']}>
        <div className={classes['by']}>
          <strong>{author.displayName}</strong>
          {isMine ? (
            <span className={classes['mark']}>{t('you')}</span>
          ) : (
            author._portico.isAgent && <span className={classes['mark']}>{t('agent')}</span>
          )}
          {lead && <span className={classes['lead']}>{lead}</span>}
          <Time at={at} {...(classes['time'] && { className: classes['time'] })} />
        </div>
        {children}
      </div>
    </li>
  );
}
