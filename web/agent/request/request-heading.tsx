import { ActionIcon, Anchor, Breadcrumbs, CopyButton, Group, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { lastQueue } from '../desks/last-queue.ts';
import { projectKeyOf, useDesk } from '../desks/use-desk.ts';
import { searchThatFound } from '../search/last-search.ts';
import { InPlace } from './in-place/in-place.tsx';
import { SummaryEditor } from './in-place/summary-editor.tsx';
import { ListNeighbours } from './list-neighbours.tsx';
import { QueueNeighbours } from './queue-neighbours.tsx';
import classes from './request-heading.module.css';
import type { Issue } from './request-queries.ts';

interface RequestHeadingProps {
  readonly issue: Issue;
  /** what else can be done, at the right */
  readonly actions: ReactNode;
  /** what is done seldom, after it */
  readonly more: ReactNode;
}

/** The way back to the queue or search, the key with its link to copy, and the summary. */
export function RequestHeading({ issue, actions, more }: RequestHeadingProps) {
  const { t } = useTranslation('agent');
  const { key, fields } = issue;
  const desk = useDesk(projectKeyOf(key));
  const queue =
    desk?.queues.find((candidate) => candidate.id === lastQueue(desk.projectKey)) ?? desk?.queues[0];
  const search = useMemo(() => searchThatFound(key), [key]);
  const title = <PageTitle title={`${key} ${fields.summary}`}>{fields.summary}</PageTitle>;
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="center">
        <nav aria-label={t('request.breadcrumbs')} className={classes['crumbs']}>
          <Breadcrumbs separatorMargin={6} fz="sm">
            {search ? (
              <Anchor
                size="sm"
                className={classes['list'] ?? ''}
                title={search.name ?? ''}
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/issues"
                    search={{
                      ...(search.jql !== undefined && { jql: search.jql }),
                      ...(search.filter !== undefined && { filter: search.filter }),
                    }}
                  />
                )}
              >
                {search.name ?? t('search.search')}
              </Anchor>
            ) : desk && queue ? (
              <Anchor
                size="sm"
                className={classes['list'] ?? ''}
                title={queue.name}
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/projects/$projectKey/queues/custom/$queueId"
                    params={{ projectKey: desk.projectKey, queueId: queue.id }}
                  />
                )}
              >
                {queue.name}
              </Anchor>
            ) : (
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/projects" />}>
                {t('shell.allDesks')}
              </Anchor>
            )}
            <span className={classes['key']}>{key}</span>
          </Breadcrumbs>
        </nav>
        <Group gap={4} wrap="nowrap">
          {search ? (
            <ListNeighbours requestKey={key} keys={search.keys} name={search.name ?? t('search.search')} />
          ) : desk && queue ? (
            <QueueNeighbours requestKey={key} deskId={desk.id} queue={queue} />
          ) : null}
          {actions}
          <CopyButton value={`${window.location.origin}/browse/${key}`} timeout={2000}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color={copied ? 'green' : 'gray'}
                aria-label={t(copied ? 'request.copied' : 'request.copyLink')}
                title={t(copied ? 'request.copied' : 'request.copyLink')}
                onClick={copy}
              >
                {copied ? (
                  <IconCheck size={18} aria-hidden="true" />
                ) : (
                  <IconLink size={18} aria-hidden="true" />
                )}
              </ActionIcon>
            )}
          </CopyButton>
          {more}
        </Group>
      </Group>
      <InPlace
        id="summary"
        label={t('request.summary')}
        look="title"
        editor={(close) => (
          <>
            <VisuallyHidden>{title}</VisuallyHidden>
            <SummaryEditor issue={issue} onClose={close} />
          </>
        )}
      >
        {title}
      </InPlace>
    </>
  );
}
