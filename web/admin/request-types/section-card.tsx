import { ActionIcon, Badge, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useDropArea } from '../../kit/sorting/use-sortable.ts';
import classes from './builder.module.css';
import { FieldCard } from './field-card.tsx';
import type { Building } from './form-builder.tsx';
import { changeSection, dissolveSection, placeBeside, type SectionEntry } from './form-entries.ts';
import { formKind } from './form-kind.ts';
import { RulesEditor } from './rules-editor.tsx';
import { useMoves } from './use-moves.ts';

/** A section of a form with its fields. */
export function SectionCard({ section, building }: { section: SectionEntry; building: Building }) {
  const { t } = useTranslation('admin');
  const { id, fields, showWhen } = section;
  const moves = useMoves(building, id);
  const name = building.nameOf(id);
  const errors = building.errors[id] ?? {};
  const isWrong = Object.keys(errors).length > 0;
  const isOpen = building.openId === id || isWrong;
  const set = (change: Partial<SectionEntry>) => building.change(changeSection(building.form, id, change));
  const { area, isOver } = useDropArea<HTMLDivElement>({
    kind: formKind,
    takes: (dragged) => building.takes(dragged, id),
    onDrop: (dragged) => building.put(dragged, { section: id, before: null }),
  });
  return (
    <SortableItem
      kind={formKind}
      id={id}
      className={classes['section']}
      data-wrong={isWrong || undefined}
      handleLabel={t('requestTypes.builder.move', { name })}
      moves={moves}
      onDropped={(dragged, side) => building.put(dragged, placeBeside(building.form, id, side, dragged))}
    >
      {(handle) => (
        <>
          <div className={classes['head']}>
            {handle}
            <div className={classes['name']}>
              <h3 className={classes['sectionTitle']}>{name}</h3>
              <div className={classes['marks']}>
                {showWhen ? <Badge color="yellow">{t('requestTypes.builder.sometimes')}</Badge> : null}
              </div>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-expanded={isOpen}
              aria-controls={isOpen ? `settings-${id}` : undefined}
              aria-label={t('requestTypes.builder.open', { name })}
              title={t('requestTypes.builder.open', { name })}
              onClick={() => building.open(isOpen ? null : id)}
            >
              <IconChevronDown size={18} aria-hidden="true" className={classes['chevron']} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('requestTypes.builder.removeSection', { name })}
              title={t('requestTypes.builder.removeSection', { name })}
              onClick={() => building.change(dissolveSection(building.form, id))}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          </div>
          {building.problemsOf(id).map((problem) => (
            <Note key={problem} tone="error" className={classes['problem'] ?? ''}>
              {problem}
            </Note>
          ))}
          {isOpen ? (
            <div id={`settings-${id}`} className={classes['settings']}>
              <Stack gap="sm">
                <TextInput
                  size="sm"
                  label={t('requestTypes.builder.sectionTitle')}
                  required
                  maxLength={255}
                  value={section.title}
                  error={errors['title']}
                  onChange={(event) => set({ title: event.currentTarget.value })}
                />
                <Textarea
                  size="sm"
                  label={t('requestTypes.builder.sectionDescription')}
                  autosize
                  minRows={1}
                  maxLength={2000}
                  value={section.description}
                  error={errors['description']}
                  onChange={(event) => set({ description: event.currentTarget.value })}
                />
                <RulesEditor
                  id={id}
                  when={showWhen}
                  building={building}
                  errors={errors}
                  onChange={(changed) => set({ showWhen: changed })}
                />
              </Stack>
            </div>
          ) : null}
          <div ref={area} className={classes['inside']} data-over={isOver || undefined}>
            {fields.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('requestTypes.builder.emptySection')}
              </Text>
            ) : (
              <ol className={classes['entries']} aria-label={name}>
                {fields.map((field) => (
                  <FieldCard key={field.key} field={field} section={id} building={building} />
                ))}
              </ol>
            )}
          </div>
        </>
      )}
    </SortableItem>
  );
}
