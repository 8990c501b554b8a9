import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, NotFound, QueryState } from '../../kit/components/states.tsx';
import { type Desk, myDesksQuery } from '../desks/desk-queries.ts';
import { lastQueue } from '../desks/last-queue.ts';
import { useQueues } from '../desks/use-desk.ts';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { QueuePage } from './queue-page.tsx';

/** /projects/{KEY} and /projects/{KEY}/queues/custom/{id}: without a queue, the last or first one is shown. */
export function DeskRoute() {
  const { projectKey = '', queueId } = useParams({ strict: false });
  const query = useQuery(myDesksQuery);
  const desk = query.data?.find((candidate) => candidate.projectKey === projectKey.toUpperCase());
  if (!query.data) {
    return (
      <DeskFrame desk={null}>
        <QueryState query={query} />
      </DeskFrame>
    );
  }
  if (!desk) {
    return (
      <DeskFrame desk={null}>
        <NotFound isNested />
      </DeskFrame>
    );
  }
  return (
    <DeskFrame desk={desk}>
      <QueueOfDesk desk={desk} queueId={queueId} />
    </DeskFrame>
  );
}

function QueueOfDesk({ desk, queueId }: { desk: Desk; queueId: string | undefined }) {
  const { t } = useTranslation('agent');
  const queues = useQueues(desk);
  if (queueId === undefined) {
    const first = queues.find((queue) => queue.id === lastQueue(desk.projectKey)) ?? queues[0];
    if (!first) return <Empty title={t('desks.noQueues')} />;
    return (
      <Navigate
        to="/projects/$projectKey/queues/custom/$queueId"
        params={{ projectKey: desk.projectKey, queueId: first.id }}
        replace
      />
    );
  }
  const queue = queues.find((candidate) => candidate.id === queueId);
  if (!queue) {
    return (
      <>
        <PageTitle title={t('queue.notFound.title')} />
        <p>{t('queue.notFound.text')}</p>
      </>
    );
  }
  return <QueuePage key={queue.id} desk={desk} queue={queue} />;
}
