import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { movedTo } from '../../../kit/sorting/order.ts';
import { type Move, SortHandle } from '../../../kit/sorting/sort-handle.tsx';
import { SortableItem } from '../../../kit/sorting/sortable-item.tsx';
import { useDropArea, useSortable } from '../../../kit/sorting/use-sortable.ts';
import type { Desk, Queue, QueueGroup } from '../../desks/desk-queries.ts';
import { type Section, withQueueBeside, withQueueIn } from './arrangement.ts';
import classes from './manage.module.css';
import { QueueEntry } from './queue-entry.tsx';

interface QueueSectionEditorProps {
  readonly desk: Desk;
  readonly sections: readonly Section[];
  /** of the section that this is */
  readonly index: number;
  /** Puts all queues into another order, and says so in words. */
  readonly onArrange: (sections: readonly Section[], words: string) => void;
  readonly onRename: (group: QueueGroup) => void;
  readonly onDelete: (leaving: { readonly queue: Queue } | { readonly group: QueueGroup }) => void;
}

/** One section of a desk's queues: its name, and its queues to be moved within and into others. */
export function QueueSectionEditor(props: QueueSectionEditorProps) {
  const { desk, sections, index, onArrange, onRename, onDelete } = props;
  const { t } = useTranslation('queues');
  const section = sections[index];
  const kind = `queues-${desk.id}`;
  const groupKind = `queue-groups-${desk.id}`;
  const group = section?.group ?? null;
  const { area, isOver } = useDropArea<HTMLDivElement>({
    kind,
    onDrop: (draggedId) => arrange(withQueueIn(sections, idIn(draggedId), group?.id ?? null), draggedId),
  });
  const { item, handle, isDragged, edge } = useSortable<HTMLDivElement>({
    kind: groupKind,
    id: `group-${group?.id}`,
    takes: () => group !== null,
    onDrop(draggedId, side) {
      const from = sections.findIndex((each) => each.group?.id === draggedId.slice('group-'.length));
      const before = from < index ? index - 1 : index;
      moveSection(from, side === 'before' ? before : before + 1);
    },
  });
  if (!section) return null;
  const { queues } = section;
  const name = group?.name ?? t('noSection');

  /** Says where the queue stands now, and saves it. */
  function arrange(order: readonly Section[], draggedId: string) {
    const id = idIn(draggedId);
    const at = order.find((each) => each.queues.some((queue) => queue.id === id));
    const place = at?.queues.findIndex((queue) => queue.id === id) ?? -1;
    const moved = at?.queues[place];
    if (!at || !moved) return;
    const words = t('moved', {
      name: moved.name,
      place: place + 1,
      count: at.queues.length,
      section: at.group?.name ?? t('noSection'),
    });
    onArrange(order, words);
  }
  function moveSection(from: number, to: number) {
    // the first place is that of the queues of no section
    const order = movedTo(sections, from, Math.max(1, to));
    const moved = sections[from]?.group;
    if (!moved) return;
    const place = order.findIndex((each) => each.group?.id === moved.id);
    onArrange(order, t('movedSection', { name: moved.name, place, count: order.length - 1 }));
  }
  function movesOf(queue: Queue, at: number): Move[] {
    const beside = (target: Queue | undefined, side: 'before' | 'after') => () => {
      if (target) arrange(withQueueBeside(sections, queue.id, target.id, side), queue.id);
    };
    return [
      { label: t('up'), key: 'up', isOff: at === 0, act: beside(queues[at - 1], 'before') },
      {
        label: t('down'),
        key: 'down',
        isOff: at === queues.length - 1,
        act: beside(queues[at + 1], 'after'),
      },
      ...sections
        .filter((each) => each !== section)
        .map((each) => ({
          label: t('toSection', { section: each.group?.name ?? t('noSection') }),
          act: () => arrange(withQueueIn(sections, queue.id, each.group?.id ?? null), queue.id),
        })),
    ];
  }

  return (
    <div
      ref={item}
      className={classes['section']}
      data-dragged={isDragged || undefined}
      data-edge={edge ?? undefined}
    >
      {sections.length > 1 ? (
        <Group gap={4} className={classes['sectionHead'] ?? ''}>
          {group ? (
            <SortHandle
              ref={handle}
              id={`group-${group.id}`}
              label={t('handle', { name: group.name })}
              moves={[
                {
                  label: t('up'),
                  key: 'up',
                  isOff: index <= 1,
                  act: () => moveSection(index, index - 1),
                },
                {
                  label: t('down'),
                  key: 'down',
                  isOff: index === sections.length - 1,
                  act: () => moveSection(index, index + 1),
                },
              ]}
            />
          ) : null}
          <Title order={2} size="h5" className={classes['sectionName'] ?? ''}>
            {name}
          </Title>
          {group ? (
            <>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('renameSectionOf', { name: group.name })}
                onClick={() => onRename(group)}
              >
                {t('renameSection')}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('deleteSectionOf', { name: group.name })}
                onClick={() => onDelete({ group })}
              >
                {t('deleteSection')}
              </Button>
            </>
          ) : (
            <Text size="xs" c="dimmed">
              {t('noSectionHelp')}
            </Text>
          )}
        </Group>
      ) : null}
      <Paper ref={area} withBorder className={classes['queues'] ?? ''} data-over={isOver || undefined}>
        {queues.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t('emptySection')}
          </Text>
        ) : (
          <ul className={classes['list']} aria-label={name}>
            {queues.map((queue, at) => (
              <SortableItem
                key={queue.id}
                kind={kind}
                id={`queue-${queue.id}`}
                className={classes['entry']}
                handleLabel={t('handle', { name: queue.name })}
                moves={movesOf(queue, at)}
                onDropped={(draggedId, side) =>
                  arrange(withQueueBeside(sections, idIn(draggedId), queue.id, side), draggedId)
                }
              >
                {(sortHandle) => (
                  <>
                    {sortHandle}
                    <QueueEntry desk={desk} queue={queue} onDelete={() => onDelete({ queue })} />
                  </>
                )}
              </SortableItem>
            ))}
          </ul>
        )}
      </Paper>
    </div>
  );
}

function idIn(draggedId: string): string {
  return draggedId.replace(/^queue-/, '');
}
