import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, Loading, NotFound } from '../../kit/components/states.tsx';
import { useLiveRequest } from '../../kit/live/use-live-request.ts';
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
  const isGone = query.error instanceof ApiError && query.error.status === 404;
  useLiveRequest(
    requestKey,
    issue && !isGone ? issue.id : null,
    issue ? [`service-desk:${issue._portico.serviceDeskId}`] : [],
  );
  if (issue && isGone) {
    return (
      <>
        <PageTitle title={t('request.gone', { key: requestKey })} />
        <p role="alert">{t('request.goneText')}</p>
      </>
    );
  }
  if (issue) {
    return (
      <>
        {query.error ? <ErrorAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
        <RequestPage issue={issue} />
      </>
    );
  }
  if (isGone) return <NotFound isNested />;
  return query.error ? (
    <ErrorAlert error={query.error} onRetry={() => void query.refetch()} title={t('request.failed')} />
  ) : (
    <Loading lines={8} />
  );
}
