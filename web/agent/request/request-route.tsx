import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { ErrorAlert, Loading, NotFound } from '../../kit/components/states.tsx';
import { useLiveTopics } from '../../kit/live/use-live.ts';
import { projectKeyOf, useDesk } from '../desks/use-desk.ts';
import { useLiveDesk } from '../live.ts';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { RequestPage } from './request-page.tsx';
import { issueQuery } from './request-queries.ts';

/** /browse/{KEY} */
export function RequestRoute() {
  const { key = '' } = useParams({ strict: false });
  const requestKey = key.toUpperCase();
  const desk = useDesk(projectKeyOf(requestKey)) ?? null;
  useLiveDesk(desk?.id);
  return (
    <DeskFrame desk={desk}>
      <LiveRequest key={requestKey} requestKey={requestKey} />
    </DeskFrame>
  );
}

function LiveRequest({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const query = useQuery(issueQuery(requestKey));
  const issue = query.data;
  useLiveTopics(issue ? [`request:${issue.id}`] : [], () => [['request', requestKey]]);
  if (issue) {
    return (
      <>
        {query.error ? <ErrorAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
        <RequestPage issue={issue} />
      </>
    );
  }
  if (query.error instanceof ApiError && query.error.status === 404) return <NotFound isNested />;
  return query.error ? (
    <ErrorAlert error={query.error} onRetry={() => void query.refetch()} title={t('request.failed')} />
  ) : (
    <Loading lines={8} />
  );
}
