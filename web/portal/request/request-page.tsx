import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { ApiError } from '../../kit/api/api-error.ts';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { useLiveRequest } from '../../kit/live/use-live-request.ts';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { portalsQuery } from '../queries.ts';
import { Breadcrumb } from '../shell/breadcrumb.tsx';
import { Page } from '../shell/page.tsx';
import { addBesideStrings } from './beside/strings.ts';
import { Conversation } from './conversation.tsx';
import { forgetCreated, wasCreated } from './created-note.ts';
import { RequestDetails } from './request-details.tsx';
import classes from './request-page.module.css';
import { commentsQuery, requestQuery } from './request-queries.ts';
import { useNews } from './use-news.ts';

// loaded after the conversation can be read
const ReplyForm = lazy(async () => ({ default: (await import('./reply-form.tsx')).ReplyForm }));
const Approvals = lazy(async () => {
  const [{ Approvals: component }] = await Promise.all([
    import('./beside/approvals.tsx'),
    addBesideStrings(),
  ]);
  return { default: component };
});
const Transitions = lazy(async () => {
  const [{ Transitions: component }] = await Promise.all([
    import('./beside/transitions.tsx'),
    addBesideStrings(),
  ]);
  return { default: component };
});
const Feedback = lazy(async () => {
  const [{ Feedback: component }] = await Promise.all([import('./beside/feedback.tsx'), addBesideStrings()]);
  return { default: component };
});
const Gone = lazy(async () => {
  const [{ Gone: component }] = await Promise.all([import('./beside/gone.tsx'), addBesideStrings()]);
  return { default: component };
});

/** A request: what was asked, what was said, where it stands, and what the customer can do. Updates itself. */
export function RequestPage({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('request');
  const queries = useQueryClient();
  const query = useQuery(requestQuery(requestKey));
  const comments = useInfiniteQuery(commentsQuery(requestKey));
  const portals = useQuery(portalsQuery);
  const request = query.data;
  const portal = portals.data?.find((candidate) => candidate.id === request?.serviceDeskId);
  usePageAccent(request && portals.data ? (portal?.accentColor ?? null) : undefined);
  const { accountId } = useAccount();
  const isGone = query.error instanceof ApiError && query.error.status === 404;
  useLiveRequest(requestKey, request && !isGone ? request.issueId : null, [
    `account:${accountId}`,
    ...(request?._portico.isAgent ? [`service-desk:${request.serviceDeskId}`] : []),
  ]);
  useEffect(() => {
    if (request) void queries.invalidateQueries({ queryKey: ['requests'], refetchType: 'none' });
  }, [request, queries]);
  useEffect(() => forgetCreated, []);
  const news = useNews(request, comments.data?.pages);

  if (!request || isGone) {
    return (
      <Page width="wide">
        {request ? (
          <Suspense>
            <Gone requestKey={request.issueKey} />
          </Suspense>
        ) : (
          <QueryState query={query} lines={6} />
        )}
      </Page>
    );
  }
  const { issueKey, summary, currentStatus, _portico } = request;
  return (
    <Page width="wide">
      <Breadcrumb portal={portal} />
      {wasCreated(issueKey) && <CreatedNote />}
      <header className={classes['header']}>
        <PageTitle title={t('titleWithKey', { key: issueKey, summary })}>
          <span className={classes['key']}>{issueKey}</span>
          {summary}
        </PageTitle>
        <div className={classes['state']}>
          <StatusBadge name={currentStatus.status} category={currentStatus.statusCategory} />
          {_portico.isAgent && <a href={`/browse/${issueKey}`}>{t('openAsAgent')}</a>}
        </div>
      </header>
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Suspense>
            <Approvals request={request} />
            <Transitions requestKey={issueKey} />
          </Suspense>
          {currentStatus.statusCategory === 'DONE' && (
            <Suspense>
              <Feedback request={request} />
            </Suspense>
          )}
          <Conversation request={request} comments={comments} />
          <Suspense>
            <ReplyForm requestKey={issueKey} serviceDeskId={request.serviceDeskId} />
          </Suspense>
        </div>
        <RequestDetails request={request} />
      </div>
      <VisuallyHidden role="log" aria-live="polite">
        {news.map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </VisuallyHidden>
    </Page>
  );
}

function CreatedNote() {
  const { t } = useTranslation('request');
  return (
    <div className={classes['created']} role="status">
      <IconCircleCheck size={28} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>{t('created')}</strong>
        <p>{t('createdText')}</p>
      </div>
    </div>
  );
}
