import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Desk, queuesQuery } from './desk-queries.ts';
import classes from './queue-links.module.css';
import { useQueues } from './use-desk.ts';

/** The queues of a desk as links with their counts. The one that is shown is marked as the current page. */
export function QueueLinks({ desk, onFollow }: { desk: Desk; onFollow?: () => void }) {
  const { t, i18n } = useTranslation('agent');
  const queues = useQueues(desk);
  const { isPending } = useQuery(queuesQuery(desk.id));
  if (queues.length === 0) return <p className={classes['none']}>{t('desks.noQueues')}</p>;
  return (
    <ul className={classes['list']}>
      {queues.map((queue) => (
        <li key={queue.id}>
          <Link
            to="/projects/$projectKey/queues/custom/$queueId"
            params={{ projectKey: desk.projectKey, queueId: queue.id }}
            className={classes['link']}
            onClick={onFollow}
          >
            <span className={classes['name']}>{queue.name}</span>
            {queue.issueCount === undefined ? (
              isPending && <Skeleton width={24} height={16} />
            ) : (
              <span className={classes['count']}>
                <span aria-hidden="true">
                  {queue.issueCount.toLocaleString(i18n.language)}
                  {queue._portico?.isCapped ? '+' : ''}
                </span>
                <VisuallyHidden>{t('desks.count', { count: queue.issueCount })}</VisuallyHidden>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
