import { ActionIcon, Badge, Menu, Text } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { type Desk, type Queue, queuesQuery } from '../../desks/desk-queries.ts';
import classes from './manage.module.css';
import { inputOf, saveQueue } from './manage-queries.ts';

interface QueueEntryProps {
  readonly desk: Desk;
  readonly queue: Queue;
  readonly onDelete: () => void;
}

/** A queue where queues are set up: what it asks for, how many there are, and what is done with it. */
export function QueueEntry({ desk, queue, onDelete }: QueueEntryProps) {
  const { t } = useTranslation('queues');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { projectKey } = desk;
  const team = useMutation({
    mutationFn: () => saveQueue(desk.id, queue, { ...inputOf(queue), isTeamPriority: !queue.isTeamPriority }),
    onSuccess: () => tellDone(t('changed')),
    onError: (error) => tellFailure(t('changeFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: queuesQuery(desk.id).queryKey }),
  });
  return (
    <>
      <div className={classes['about']}>
        <span className={classes['nameLine']}>
          <Link
            to="/projects/$projectKey/queues/edit/$queueId"
            params={{ projectKey, queueId: queue.id }}
            className={classes['name']}
            aria-label={t('editOf', { name: queue.name })}
          >
            {queue.name}
          </Link>
          {queue.isTeamPriority ? (
            <Badge size="sm" color="yellow" variant="light">
              {t('team')}
            </Badge>
          ) : null}
        </span>
        <code className={classes['jql']} title={queue.jql}>
          {queue.jql}
        </code>
        {queue.problem === undefined ? null : (
          <Text size="sm" className={classes['problem'] ?? ''}>
            <IconAlertTriangle size={16} aria-hidden="true" /> {queue.problem}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed" className={classes['count'] ?? ''}>
        {queue.issueCount === undefined
          ? ''
          : t(queue.isCapped ? 'requestsMore' : 'requests', { count: queue.issueCount })}
      </Text>
      <Menu position="bottom-end" width="max-content">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actions', { name: queue.name })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() =>
              void navigate({
                to: '/projects/$projectKey/queues/edit/$queueId',
                params: { projectKey, queueId: queue.id },
              })
            }
          >
            {t('edit')}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              void navigate({
                to: '/projects/$projectKey/queues/custom/$queueId',
                params: { projectKey, queueId: queue.id },
              })
            }
          >
            {t('open')}
          </Menu.Item>
          <Menu.Item onClick={() => team.mutate()}>
            {t(queue.isTeamPriority ? 'unmakeTeam' : 'makeTeam')}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              void navigate({
                to: '/projects/$projectKey/queues/new',
                params: { projectKey },
                search: { from: queue.id },
              })
            }
          >
            {t('duplicate')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={onDelete}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
