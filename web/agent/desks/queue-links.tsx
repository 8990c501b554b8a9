import { Skeleton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStar } from '../queues/use-star.ts';
import { type Desk, queuesQuery } from './desk-queries.ts';
import classes from './queue-links.module.css';
import type { QueueSection } from './queue-sections.ts';
import { type NamedQueue, useQueueSections } from './use-desk.ts';

interface QueueLinksProps {
  readonly desk: Desk;
  readonly onFollow?: () => void;
}

/** The queues of a desk as links with their counts, in sections. The one that is shown is marked as the current page. */
export function QueueLinks({ desk, onFollow }: QueueLinksProps) {
  const { t } = useTranslation('agent');
  const sections = useQueueSections(desk);
  const { isPending } = useQuery(queuesQuery(desk.id));
  const [only] = sections;
  if (!only) return <p className={classes['none']}>{t('desks.noQueues')}</p>;
  if (sections.length === 1 && only.kind === 'others') {
    return <Links desk={desk} queues={only.queues} isPending={isPending} onFollow={onFollow} />;
  }
  return (
    <div className={classes['sections']}>
      {sections.map((section) => (
        <Section key={section.id} desk={desk} section={section} isPending={isPending} onFollow={onFollow} />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly desk: Desk;
  readonly section: QueueSection;
  readonly isPending: boolean;
  readonly onFollow: (() => void) | undefined;
}

function Section({ desk, section, isPending, onFollow }: SectionProps) {
  const { t } = useTranslation('agent');
  const id = useId();
  const key = `portico.queues.closed.${desk.id}.${section.id}`;
  const [isClosed, setIsClosed] = useState(() => wasClosed(key));
  const name = section.kind === 'group' ? section.name : t(`desks.sections.${section.kind}`);
  return (
    <section aria-labelledby={id}>
      <button
        type="button"
        id={id}
        className={classes['heading']}
        aria-expanded={!isClosed}
        onClick={() => {
          setIsClosed(!isClosed);
          rememberClosed(key, !isClosed);
        }}
      >
        <IconChevronDown
          size={14}
          aria-hidden="true"
          className={classes['chevron'] ?? ''}
          data-closed={isClosed || undefined}
        />
        <span className={classes['name']}>{name}</span>
      </button>
      {isClosed ? null : (
        <Links desk={desk} queues={section.queues} isPending={isPending} onFollow={onFollow} />
      )}
    </section>
  );
}

interface LinksProps {
  readonly desk: Desk;
  readonly queues: readonly NamedQueue[];
  readonly isPending: boolean;
  readonly onFollow: (() => void) | undefined;
}

function Links({ desk, queues, isPending, onFollow }: LinksProps) {
  const { t } = useTranslation('agent');
  const star = useStar(desk.id);
  return (
    <ul className={classes['list']}>
      {queues.map((queue) => (
        <li key={queue.id} className={classes['item']}>
          <Link
            to="/projects/$projectKey/queues/custom/$queueId"
            params={{ projectKey: desk.projectKey, queueId: queue.id }}
            className={classes['link']}
            onClick={onFollow}
          >
            <span className={classes['name']}>{queue.name}</span>
            <Count queue={queue} isPending={isPending} />
          </Link>
          {queue.isStarred === undefined ? null : (
            <button
              type="button"
              className={classes['star']}
              aria-pressed={queue.isStarred}
              aria-label={t('desks.star', { name: queue.name })}
              title={t(queue.isStarred ? 'desks.unstarHint' : 'desks.starHint')}
              onClick={() => star({ queueId: queue.id, isStarred: !queue.isStarred })}
            >
              {queue.isStarred ? (
                <IconStarFilled size={14} aria-hidden="true" />
              ) : (
                <IconStar size={14} aria-hidden="true" />
              )}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Count({ queue, isPending }: { queue: NamedQueue; isPending: boolean }) {
  const { t, i18n } = useTranslation('agent');
  if (queue.problem !== undefined) {
    return (
      <span className={classes['count']} title={queue.problem}>
        <IconAlertTriangle size={16} aria-hidden="true" className={classes['problem'] ?? ''} />
        <VisuallyHidden>{t('desks.notCounted')}</VisuallyHidden>
      </span>
    );
  }
  if (queue.issueCount === undefined) return isPending ? <Skeleton width={24} height={16} /> : null;
  return (
    <span className={classes['count']}>
      <span aria-hidden="true">
        {queue.issueCount.toLocaleString(i18n.language)}
        {queue.isCapped ? '+' : ''}
      </span>
      <VisuallyHidden>
        {t(queue.isCapped ? 'desks.countMore' : 'desks.count', { count: queue.issueCount })}
      </VisuallyHidden>
    </span>
  );
}

function wasClosed(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function rememberClosed(key: string, isClosed: boolean): void {
  try {
    if (isClosed) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // without storage all sections are open the next time
  }
}
