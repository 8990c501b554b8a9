import { ActionIcon, Badge, Button, Paper, Text, Title } from '@mantine/core';
import { IconArrowRight, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { problemsAt, withoutTransition } from './edited-workflow.ts';
import classes from './editor.module.css';
import type { Marked } from './picture.tsx';
import { Problem } from './statuses-editor.tsx';
import type { DefinedTransition, Definition, Status, WorkflowOptions } from './workflow-queries.ts';

interface TransitionListProps {
  readonly workflow: Definition;
  /** as the problems know it */
  readonly saved: Definition | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly options: WorkflowOptions;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly mayChange: boolean;
  readonly onMark: (marked: Marked | null) => void;
  readonly onChange: (workflow: Definition) => void;
  readonly onEdit: (transition: DefinedTransition) => void;
  readonly onAdd: () => void;
}

const idOf = ({ id }: DefinedTransition) => id;

/** The transitions of a workflow, in the order in which they are offered. */
export function TransitionList(props: TransitionListProps) {
  const { workflow, saved, problems, options, statuses, mayChange, onMark, onChange, onEdit, onAdd } = props;
  const { t } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  function reorder(transitions: DefinedTransition[], moved: string) {
    onChange({ ...workflow, transitions });
    const place = transitions.findIndex(({ id }) => id === moved) + 1;
    const name = transitions[place - 1]?.name ?? '';
    tell(t('workflows.statusList.moved', { name, place, count: transitions.length }));
  }
  return (
    <Paper p="lg">
      <Title order={2} size="h4">
        {t('workflows.transitionList.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('workflows.transitionList.help')}
      </Text>
      {workflow.transitions.length === 0 ? <Text size="sm">{t('workflows.transitionList.none')}</Text> : null}
      <ol className={classes['list']}>
        {workflow.transitions.map((transition, index) => {
          const { id } = transition;
          const name = transition.name.trim() || t('workflows.transitionList.unnamed');
          const savedAt = saved?.transitions.findIndex((each) => each.id === id) ?? -1;
          return (
            <SortableItem
              key={id}
              kind="workflow-transition"
              id={id}
              handleLabel={t('workflows.statusList.move', { name })}
              className={classes['row']}
              onPointerEnter={() => onMark({ kind: 'transition', id })}
              onPointerLeave={() => onMark(null)}
              onFocus={() => onMark({ kind: 'transition', id })}
              onBlur={() => onMark(null)}
              moves={[
                {
                  label: t('workflows.statusList.up'),
                  key: 'up',
                  isOff: index === 0,
                  act: () => reorder(movedTo(workflow.transitions, index, index - 1), id),
                },
                {
                  label: t('workflows.statusList.down'),
                  key: 'down',
                  isOff: index === workflow.transitions.length - 1,
                  act: () => reorder(movedTo(workflow.transitions, index, index + 1), id),
                },
              ]}
              onDropped={(dragged, side) =>
                reorder(movedBeside(workflow.transitions, idOf, dragged, id, side), dragged)
              }
            >
              {(handle) => (
                <>
                  {mayChange ? handle : null}
                  <div className={classes['about']}>
                    <Text fw={600}>{name}</Text>
                    <Way transition={transition} statuses={statuses} />
                    <Marks transition={transition} options={options} />
                    {Object.entries(problemsAt(problems, `transitions.${savedAt}`)).map(([place, text]) => (
                      <Problem key={place} text={text} />
                    ))}
                  </div>
                  {mayChange ? (
                    <div className={classes['actions']}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t('workflows.transitionList.edit', { name })}
                        title={t('workflows.transitionList.edit', { name })}
                        onClick={() => onEdit(transition)}
                      >
                        <IconPencil size={18} aria-hidden="true" />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t('workflows.transitionList.remove', { name })}
                        title={t('workflows.transitionList.remove', { name })}
                        onClick={() => onChange(withoutTransition(workflow, id))}
                      >
                        <IconTrash size={18} aria-hidden="true" />
                      </ActionIcon>
                    </div>
                  ) : null}
                </>
              )}
            </SortableItem>
          );
        })}
      </ol>
      {mayChange ? (
        <Button
          variant="subtle"
          size="sm"
          mt="sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={onAdd}
        >
          {t('workflows.transitionList.add')}
        </Button>
      ) : null}
      {region}
    </Paper>
  );
}

function Way({
  transition: { from, to },
  statuses,
}: {
  transition: DefinedTransition;
  statuses: ReadonlyMap<string, Status>;
}) {
  const { t } = useTranslation('admin');
  const nameOf = (id: string) => statuses.get(id)?.name ?? '…';
  const starts = from === null ? t('workflows.transitionList.any') : from.map(nameOf).join(', ');
  return (
    <div className={classes['way']}>
      <VisuallyHidden>{t('workflows.transitionList.way', { from: starts, to: nameOf(to) })}</VisuallyHidden>
      <span className={classes['way']} aria-hidden="true">
        {from === null ? (
          <span>{t('workflows.transitionList.any')}</span>
        ) : (
          from.map((id) => (
            <StatusBadge key={id} name={nameOf(id)} category={statuses.get(id)?.category ?? 'new'} />
          ))
        )}
        <IconArrowRight size={16} />
        <StatusBadge name={nameOf(to)} category={statuses.get(to)?.category ?? 'new'} />
      </span>
    </div>
  );
}

function Marks({ transition, options }: { transition: DefinedTransition; options: WorkflowOptions }) {
  const { t } = useTranslation('admin');
  const { resolution, conditions, effects, screen } = transition;
  const resolutionName =
    resolution.kind === 'set'
      ? options.resolutions.find(({ id }) => id === resolution.resolutionId)?.name
      : undefined;
  const marks = [
    ...(resolutionName === undefined
      ? []
      : [t('workflows.transitionList.resolves', { name: resolutionName })]),
    ...(transition.isShownToCustomers ? [t('workflows.transitionList.customers')] : []),
    ...(transition.happensOnCustomerComment ? [t('workflows.transitionList.onAnswer')] : []),
    ...(conditions.length > 0
      ? [t('workflows.transitionList.conditions', { count: conditions.length })]
      : []),
    ...(screen.length > 0 ? [t('workflows.transitionList.screen', { count: screen.length })] : []),
    ...(effects.length > 0 ? [t('workflows.transitionList.effects', { count: effects.length })] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <div className={classes['line']}>
      {marks.map((mark) => (
        <Badge key={mark} variant="default" tt="none" fw={500}>
          {mark}
        </Badge>
      ))}
    </div>
  );
}
