import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconHandGrab, IconPencil, IconStar, IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import type { NamedQueue } from '../desks/use-desk.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import classes from './queue-heading.module.css';
import { useStar } from './use-star.ts';
import { useTakeNext } from './use-take-next.ts';

interface QueueHeadingProps {
  readonly desk: Desk;
  readonly queue: NamedQueue;
  /** how many requests there are, in words */
  readonly count: string;
  readonly children: ReactNode;
}

/** The name of a queue, with what is done to it as a whole: star it, take its next request, change it. */
export function QueueHeading({ desk, queue, count, children }: QueueHeadingProps) {
  const { t } = useTranslation('agent');
  const setStar = useStar(desk.id);
  const { takeNext, isPending } = useTakeNext(desk.id, queue.id);
  const { isStarred } = queue;
  const star = () => setStar({ queueId: queue.id, isStarred: !isStarred });
  const group = t('shortcuts.queue');
  useShortcuts([
    { keys: 'n', group, label: t('shortcuts.takeNext'), run: takeNext },
    { keys: 'f', group, label: t('shortcuts.star'), run: star },
  ]);
  return (
    <Group justify="space-between" gap="sm" align="center">
      <Group gap={6} align="center">
        <PageTitle title={queue.name} fz="h2" />
        <ActionIcon
          variant="subtle"
          color={isStarred ? 'yellow' : 'gray'}
          aria-pressed={isStarred ?? false}
          aria-label={t('desks.star', { name: queue.name })}
          title={`${t(isStarred ? 'desks.unstarHint' : 'desks.starHint')} (f)`}
          disabled={isStarred === undefined}
          onClick={star}
        >
          {isStarred ? (
            <IconStarFilled size={18} aria-hidden="true" />
          ) : (
            <IconStar size={18} aria-hidden="true" />
          )}
        </ActionIcon>
        {desk.isAdministrator ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('queue.edit')}
            title={t('queue.edit')}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/projects/$projectKey/queues/edit/$queueId"
                params={{ projectKey: desk.projectKey, queueId: queue.id }}
              />
            )}
          >
            <IconPencil size={18} aria-hidden="true" />
          </ActionIcon>
        ) : null}
        <Text c="dimmed" size="sm" role="status">
          {count}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap" className={classes['tools'] ?? ''}>
        {children}
        <Button
          size="sm"
          variant="default"
          flex="none"
          leftSection={<IconHandGrab size={16} aria-hidden="true" />}
          title={`${t('queue.takeNextHint')} (n)`}
          loading={isPending}
          onClick={takeNext}
        >
          {t('queue.takeNext')}
        </Button>
      </Group>
    </Group>
  );
}
