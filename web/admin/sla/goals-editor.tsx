import { ActionIcon, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JqlEditor } from '../../kit/jql/jql-editor.tsx';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { type EditedGoal, newGoal } from './edited-sla.ts';
import classes from './sla.module.css';
import type { CalendarChoice } from './sla-queries.ts';

interface GoalsEditorProps {
  readonly goals: readonly EditedGoal[];
  readonly calendars: readonly CalendarChoice[];
  /** by place, such as `goals.0.jql` */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (goals: EditedGoal[]) => void;
}

/** For how long it may take, in the order in which the goals are asked; the last one is for all other requests. */
export function GoalsEditor({ goals, calendars, errors, onChange }: GoalsEditorProps) {
  const { t } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  const particular = goals.slice(0, -1);
  const others = goals.at(-1);
  if (!others) return null;
  const put = (list: readonly EditedGoal[]) => onChange([...list, others]);
  function move(list: readonly EditedGoal[], id: string) {
    const from = particular.findIndex((goal) => goal.id === id) + 1;
    const to = list.findIndex((goal) => goal.id === id) + 1;
    if (to === 0 || from === to) return;
    tell(t('slas.goal.moved', { from, to }));
    put(list);
  }
  return (
    <div className={classes['goals']}>
      {particular.length > 0 ? (
        <div className={classes['goalHead']} aria-hidden="true">
          <span>{t('slas.goal.query')}</span>
          <span>{t('slas.goal.time')}</span>
          <span>{t('slas.goal.calendar')}</span>
        </div>
      ) : null}
      <ol className={classes['goalList']}>
        {particular.map((goal, index) => {
          const number = index + 1;
          const to = (place: number) => () => move(movedTo(particular, index, place), goal.id);
          const removeLabel = t('slas.goal.remove', { number });
          return (
            <SortableItem
              key={goal.id}
              kind="sla-goals"
              id={goal.id}
              className={classes['goal']}
              handleLabel={t('slas.goal.move', { number })}
              onDropped={(dragged, side) =>
                move(
                  movedBeside(particular, ({ id }) => id, dragged, goal.id, side),
                  dragged,
                )
              }
              moves={[
                { label: t('slas.up'), key: 'up', isOff: index === 0, act: to(index - 1) },
                {
                  label: t('slas.down'),
                  key: 'down',
                  isOff: index === particular.length - 1,
                  act: to(index + 1),
                },
              ]}
            >
              {(handle) => (
                <>
                  {handle}
                  <GoalFields
                    goal={goal}
                    index={index}
                    calendars={calendars}
                    errors={errors}
                    labels={{
                      time: t('slas.goal.timeOf', { number }),
                      calendar: t('slas.goal.calendarOf', { number }),
                    }}
                    onChange={(changed) =>
                      put(particular.map((each) => (each.id === goal.id ? changed : each)))
                    }
                  >
                    <JqlEditor
                      id={`goal-${goal.id}`}
                      label={t('slas.goal.queryOf', { number })}
                      isLabelHidden
                      isRequired
                      placeholder="priority = High"
                      value={goal.jql}
                      error={errors[`goals.${index}.jql`]}
                      onChange={(jql) =>
                        put(particular.map((each) => (each.id === goal.id ? { ...each, jql } : each)))
                      }
                    />
                  </GoalFields>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={removeLabel}
                    title={removeLabel}
                    onClick={() => {
                      tell(t('slas.goal.removed', { number }));
                      put(particular.filter(({ id }) => id !== goal.id));
                    }}
                  >
                    <IconX size={18} aria-hidden="true" />
                  </ActionIcon>
                </>
              )}
            </SortableItem>
          );
        })}
      </ol>
      <div className={classes['goal']} data-others>
        <GoalFields
          goal={others}
          index={particular.length}
          calendars={calendars}
          errors={errors}
          labels={{ time: t('slas.goal.timeOfOthers'), calendar: t('slas.goal.calendarOfOthers') }}
          onChange={(changed) => onChange([...particular, changed])}
        >
          <Text size="sm" py={7}>
            {particular.length > 0 ? t('slas.goal.others') : t('slas.goal.all')}
          </Text>
        </GoalFields>
      </div>
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => put([...particular, newGoal(others.calendarId)])}
        >
          {t('slas.goal.add')}
        </Button>
      </div>
      {region}
    </div>
  );
}

interface GoalFieldsProps {
  readonly goal: EditedGoal;
  readonly index: number;
  readonly calendars: readonly CalendarChoice[];
  readonly errors: Readonly<Record<string, string>>;
  readonly labels: { readonly time: string; readonly calendar: string };
  readonly onChange: (goal: EditedGoal) => void;
  /** which requests */
  readonly children: ReactNode;
}

function GoalFields({ goal, index, calendars, errors, labels, onChange, children }: GoalFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <div className={classes['goalFields']}>
      {children}
      <TextInput
        size="sm"
        aria-label={labels.time}
        placeholder={t('slas.goal.noGoal')}
        maxLength={50}
        value={goal.time}
        error={errors[`goals.${index}.minutes`]}
        onChange={(event) => onChange({ ...goal, time: event.currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        aria-label={labels.calendar}
        data={[
          { value: '', label: t('slas.goal.always') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={goal.calendarId ?? ''}
        error={errors[`goals.${index}.calendarId`]}
        onChange={(event) => onChange({ ...goal, calendarId: event.currentTarget.value || null })}
      />
    </div>
  );
}
