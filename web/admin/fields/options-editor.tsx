import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../kit/plain/class-names.ts';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { AddManyOptions } from './add-many-options.tsx';
import { type EditedOption, newOption, optionKey } from './edited-field.ts';
import classes from './fields.module.css';

/** With more options than these, the others are shown when they are asked for. */
const shownAtFirst = 100;

interface OptionsEditorProps {
  /** of the list that these are in: what is dragged stays in it */
  readonly listId: string;
  readonly options: readonly EditedOption[];
  /** the option under which these are; null: on top */
  readonly parent: EditedOption | null;
  readonly takesChildren: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (options: readonly EditedOption[]) => void;
}

/** The options of a field in their order: each can be renamed, moved, archived and removed. */
export function OptionsEditor(props: OptionsEditorProps) {
  const { listId, options, parent, takesChildren, errors, onChange } = props;
  const { t } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  const [isAddingMany, setIsAddingMany] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? options : options.slice(0, shownAtFirst);
  const nameOf = ({ value }: EditedOption) => value.trim() || t('fields.options.unnamed');
  const parentName = parent && nameOf(parent);

  function move(order: EditedOption[], moved: EditedOption | undefined) {
    if (!moved) return;
    onChange(order);
    const place = order.indexOf(moved) + 1;
    tell(t('fields.options.moved', { name: nameOf(moved), place, count: order.length }));
  }
  const change = (option: EditedOption, changes: Partial<EditedOption>) =>
    onChange(options.map((each) => (each.id === option.id ? { ...each, ...changes } : each)));
  function add(after: number) {
    const option = newOption('');
    onChange(options.toSpliced(after, 0, option));
    setShowsAll(showsAll || options.length >= shownAtFirst);
    focusOption(option.id);
  }
  function remove(option: EditedOption, index: number) {
    onChange(options.filter(({ id }) => id !== option.id));
    tell(t('fields.options.removed', { name: nameOf(option) }));
    const next = options[index + 1] ?? options[index - 1];
    if (next) focusOption(next.id);
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter adds the next one, as in a list that is typed
    event.preventDefault();
    add(index + 1);
  }

  return (
    <div className={parent ? classes['under'] : undefined}>
      {options.length === 0 && !parent ? (
        <Text size="sm" c="dimmed" mb="xs">
          {t('fields.options.empty')}
        </Text>
      ) : null}
      <ol className={classes['options']}>
        {shown.map((option, index) => {
          const name = nameOf(option);
          const to = (place: number) => () => move(movedTo(options, index, place), option);
          const isFirst = index === 0;
          const isLast = index === options.length - 1;
          return (
            <SortableItem
              key={option.id}
              kind={listId}
              id={option.id}
              handleLabel={t('fields.options.move', { name })}
              onDropped={(dragged, side) =>
                move(
                  movedBeside(options, ({ id }) => id, dragged, option.id, side),
                  options.find(({ id }) => id === dragged),
                )
              }
              moves={[
                { label: t('fields.options.up'), key: 'up', isOff: isFirst, act: to(index - 1) },
                { label: t('fields.options.down'), key: 'down', isOff: isLast, act: to(index + 1) },
                { label: t('fields.options.first'), isOff: isFirst, act: to(0) },
                { label: t('fields.options.last'), isOff: isLast, act: to(options.length - 1) },
              ]}
            >
              {(handle) => (
                <>
                  <div className={classes['option']}>
                    {handle}
                    <TextInput
                      size="sm"
                      className={classNames(classes['name'], option.isArchived && classes['archived'])}
                      data-option={option.id}
                      aria-label={
                        parentName === null
                          ? t('fields.options.name', { place: index + 1 })
                          : t('fields.options.nameUnder', { place: index + 1, parent: parentName })
                      }
                      value={option.value}
                      maxLength={255}
                      error={errors[`${optionKey(option.id)}.value`] ?? errors[`${optionKey(option.id)}.id`]}
                      inputWrapperOrder={['label', 'error', 'input', 'description']}
                      description={option.isArchived ? t('fields.options.archived') : undefined}
                      onChange={(event) => change(option, { value: event.currentTarget.value })}
                      onKeyDown={(event) => onKeyDown(event, index)}
                    />
                    {option.isNew ? null : (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="lg"
                        aria-label={t(
                          option.isArchived ? 'fields.options.restore' : 'fields.options.archive',
                          {
                            name,
                          },
                        )}
                        title={t(option.isArchived ? 'fields.options.restore' : 'fields.options.archive', {
                          name,
                        })}
                        onClick={() => change(option, { isArchived: !option.isArchived })}
                      >
                        {option.isArchived ? (
                          <IconArchiveOff size={18} aria-hidden="true" />
                        ) : (
                          <IconArchive size={18} aria-hidden="true" />
                        )}
                      </ActionIcon>
                    )}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="lg"
                      aria-label={t('fields.options.remove', { name })}
                      title={t('fields.options.remove', { name })}
                      onClick={() => remove(option, index)}
                    >
                      <IconTrash size={18} aria-hidden="true" />
                    </ActionIcon>
                  </div>
                  {takesChildren ? (
                    <OptionsEditor
                      listId={`${listId}/${option.id}`}
                      options={option.children}
                      parent={option}
                      takesChildren={false}
                      errors={errors}
                      onChange={(children) => change(option, { children })}
                    />
                  ) : null}
                </>
              )}
            </SortableItem>
          );
        })}
      </ol>
      <Group gap="xs" mt="xs">
        {shown.length < options.length ? (
          <Button variant="default" size="compact-sm" onClick={() => setShowsAll(true)}>
            {t('fields.options.all', { count: options.length })}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => add(options.length)}
          {...(parentName !== null && { 'aria-label': t('fields.options.addUnder', { parent: parentName }) })}
        >
          {t(parent ? 'fields.options.addUnderIt' : 'fields.options.add')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setIsAddingMany(true)}
          {...(parentName !== null && {
            'aria-label': t('fields.options.addManyUnder', { parent: parentName }),
          })}
        >
          {t(parent ? 'fields.options.addManyUnderIt' : 'fields.options.addMany')}
        </Button>
      </Group>
      {region}
      {isAddingMany ? (
        <AddManyOptions
          there={options}
          parentName={parentName}
          onAdd={(added) => onChange([...options, ...added])}
          onClose={() => setIsAddingMany(false)}
        />
      ) : null}
    </div>
  );
}

function focusOption(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`input[data-option="${CSS.escape(id)}"]`)?.focus(),
  );
}
