import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { Empty, useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { ConfirmDialog } from '../../../kit/plain/confirm-dialog.tsx';
import { useAnnounce } from '../../../kit/sorting/use-announce.tsx';
import {
  type Desk,
  type DeskQueues,
  type Queue,
  type QueueGroup,
  queuesQuery,
} from '../../desks/desk-queries.ts';
import { deskQueuesOf, type Section, sectionsIn } from './arrangement.ts';
import { GroupDialog } from './group-dialog.tsx';
import { arrangeQueues, deleteGroup, deleteQueue } from './manage-queries.ts';
import { QueueSectionEditor } from './queue-section-editor.tsx';

type Leaving = { readonly queue: Queue } | { readonly group: QueueGroup } | null;

/** All queues of a desk in their sections, to be put in order, changed and deleted. */
export function ManagePage({ desk, list }: { desk: Desk; list: DeskQueues }) {
  const { t } = useTranslation('queues');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { region, tell } = useAnnounce();
  const [naming, setNaming] = useState<QueueGroup | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Leaving>(null);
  const sections = sectionsIn(list);
  const { queryKey } = queuesQuery(desk.id);
  const reload = () => queries.invalidateQueries({ queryKey });

  const arranging = useMutation({
    mutationFn: (order: readonly Section[]) =>
      arrangeQueues(
        desk.id,
        order.map(({ group, queues }) => ({
          groupId: group?.id ?? null,
          queueIds: queues.map(({ id }) => id),
        })),
      ),
    async onMutate(order) {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, deskQueuesOf(order));
    },
    onError: (error) => tellFailure(t('orderFailed'), errorText(error)),
    // what was read while one moves on would move it back
    onSettled: () => (queries.isMutating({ mutationKey: ['arrange', desk.id] }) === 1 ? reload() : undefined),
    mutationKey: ['arrange', desk.id],
    scope: { id: `arrange-${desk.id}` },
  });
  const removing = useMutation({
    mutationFn: (leave: NonNullable<Leaving>) =>
      'queue' in leave ? deleteQueue(desk.id, leave.queue.id) : deleteGroup(desk.id, leave.group.id),
    onSuccess: (_, leave) => {
      tellDone(t('deleted', { name: 'queue' in leave ? leave.queue.name : leave.group.name }));
    },
    onError: (error) => tellFailure(t('changeFailed'), errorText(error)),
    onSettled: async () => {
      setLeaving(null);
      await Promise.all([reload(), queries.invalidateQueries({ queryKey: ['my-desks'] })]);
    },
  });

  function arrange(order: readonly Section[], words: string) {
    tell(words);
    arranging.mutate(order);
  }

  const isPlain = list.groups.length === 0;
  return (
    <Stack gap="md" maw="62rem">
      <Group justify="space-between" gap="sm">
        <PageTitle title={t('title')} />
        <Group gap="xs">
          <Button variant="default" onClick={() => setNaming('new')}>
            {t('addSection')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/projects/$projectKey/queues/new"
                params={{ projectKey: desk.projectKey }}
              />
            )}
          >
            {t('add')}
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      {isPlain && list.queues.length === 0 ? (
        <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
      ) : (
        sections.map((section, index) =>
          section.group === null && section.queues.length === 0 && !isPlain ? null : (
            <QueueSectionEditor
              key={section.group?.id ?? 'none'}
              desk={desk}
              sections={sections}
              index={index}
              onArrange={arrange}
              onRename={setNaming}
              onDelete={setLeaving}
            />
          ),
        )
      )}
      {region}
      {naming ? (
        <GroupDialog
          deskId={desk.id}
          group={naming === 'new' ? null : naming}
          onClose={() => setNaming(null)}
        />
      ) : null}
      {leaving ? (
        <ConfirmDialog
          title={
            'queue' in leaving
              ? t('deleteTitle', { name: leaving.queue.name })
              : t('deleteSectionTitle', { name: leaving.group.name })
          }
          confirm={t('remove')}
          cancel={t('cancel')}
          isDanger
          isBusy={removing.isPending}
          onConfirm={() => removing.mutate(leaving)}
          onCancel={() => setLeaving(null)}
        >
          <p>{t('queue' in leaving ? 'deleteText' : 'deleteSectionText')}</p>
        </ConfirmDialog>
      ) : null}
    </Stack>
  );
}
