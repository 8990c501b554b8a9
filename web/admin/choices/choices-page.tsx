import { ActionIcon, Badge, Button, ColorSwatch, Group, Paper, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import classes from '../workflows/editor.module.css';
import { WorkflowsFrame } from '../workflows/workflows-frame.tsx';
import { ChoiceDialog } from './choice-dialog.tsx';
import { type Choice, choicesQuery, type ListName, orderChoices } from './choice-queries.ts';
import { RemoveChoice } from './remove-choice.tsx';

/** /admin/workflows/priorities: how urgent requests are. */
export function PrioritiesPage() {
  return <ChoicesPage key="priority" list="priority" />;
}

/** /admin/workflows/resolutions: how requests end. */
export function ResolutionsPage() {
  return <ChoicesPage key="resolution" list="resolution" />;
}

const idOf = ({ id }: Choice) => id;

function ChoicesPage({ list }: { list: ListName }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { region, tell } = useAnnounce();
  const query = useQuery(choicesQuery(list));
  const { queryKey } = choicesQuery(list);
  const [edited, setEdited] = useState<Choice | 'new' | null>(null);
  const [removed, setRemoved] = useState<Choice | null>(null);
  const choices = query.data;
  const ordering = useMutation({
    mutationFn: (ordered: readonly Choice[]) => orderChoices(list, ordered.map(idOf)),
    // orders that follow each other quickly are saved one after the other
    scope: { id: `order-${list}` },
    onError(error) {
      tellFailure(t('choices.orderFailed'), errorText(error));
      void queries.invalidateQueries({ queryKey });
    },
  });
  function reorder(ordered: Choice[], moved: string) {
    queries.setQueryData(queryKey, ordered);
    ordering.mutate(ordered);
    const place = ordered.findIndex(({ id }) => id === moved) + 1;
    tell(t('choices.moved', { name: ordered[place - 1]?.name ?? '', place, count: ordered.length }));
  }
  return (
    <WorkflowsFrame>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {t(`choices.${list}.intro`)}
        </Text>
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t(`choices.${list}.create`)}
        </Button>
      </Group>
      {!choices ? (
        <QueryState query={query} lines={5} />
      ) : (
        <Paper p="md">
          <ol className={classes['list']} aria-label={t(`choices.${list}.list`)}>
            {choices.map((choice, index) => (
              <SortableItem
                key={choice.id}
                kind={list}
                id={choice.id}
                handleLabel={t('choices.move', { name: choice.name })}
                className={classes['row']}
                moves={[
                  {
                    label: t('choices.up'),
                    key: 'up',
                    isOff: index === 0,
                    act: () => reorder(movedTo(choices, index, index - 1), choice.id),
                  },
                  {
                    label: t('choices.down'),
                    key: 'down',
                    isOff: index === choices.length - 1,
                    act: () => reorder(movedTo(choices, index, index + 1), choice.id),
                  },
                ]}
                onDropped={(dragged, side) =>
                  reorder(movedBeside(choices, idOf, dragged, choice.id, side), dragged)
                }
              >
                {(handle) => (
                  <>
                    {handle}
                    <div className={classes['about']}>
                      <div className={classes['line']}>
                        {choice.color === null ? null : (
                          <ColorSwatch
                            size={14}
                            withShadow={false}
                            color={`var(--mantine-color-${choice.color}-5)`}
                            aria-hidden="true"
                          />
                        )}
                        <Text fw={600}>{choice.name}</Text>
                        {choice.isDefault ? <Badge color="gray">{t('choices.default')}</Badge> : null}
                      </div>
                      {choice.description === '' ? null : (
                        <Text size="sm" c="dimmed">
                          {choice.description}
                        </Text>
                      )}
                    </div>
                    <div className={classes['actions']}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t('choices.change', { name: choice.name })}
                        title={t('choices.change', { name: choice.name })}
                        onClick={() => setEdited(choice)}
                      >
                        <IconPencil size={18} aria-hidden="true" />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t('choices.remove', { name: choice.name })}
                        title={t('choices.remove', { name: choice.name })}
                        onClick={() => setRemoved(choice)}
                      >
                        <IconTrash size={18} aria-hidden="true" />
                      </ActionIcon>
                    </div>
                  </>
                )}
              </SortableItem>
            ))}
          </ol>
        </Paper>
      )}
      {region}
      {edited === null ? null : (
        <ChoiceDialog list={list} choice={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {removed ? (
        <RemoveChoice
          list={list}
          choice={removed}
          others={(choices ?? []).filter(({ id }) => id !== removed.id)}
          onClose={() => setRemoved(null)}
        />
      ) : null}
    </WorkflowsFrame>
  );
}
