import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { focusHandle } from '../../kit/sorting/sort-handle.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { useDropArea } from '../../kit/sorting/use-sortable.ts';
import classes from './builder.module.css';
import { FieldCard } from './field-card.tsx';
import { FieldPalette, keyOfDragged } from './field-palette.tsx';
import {
  type EntryErrors,
  type FormEntries,
  fieldsOf,
  goesIntoSections,
  idOf,
  insertEntry,
  moveEntry,
  newField,
  type Place,
  removeEntry,
  sectionAround,
  summaryKey,
} from './form-entries.ts';
import { formKind } from './form-kind.ts';
import { FormPreview } from './form-preview.tsx';
import type { AskableField } from './request-type-queries.ts';
import { ruleProblems } from './rules.ts';
import { SectionCard } from './section-card.tsx';

interface FormBuilderProps {
  readonly form: FormEntries;
  readonly fields: readonly AskableField[];
  readonly name: string;
  readonly helpText: string;
  readonly errors: EntryErrors;
  readonly onChange: (form: FormEntries) => void;
}

/** What the cards of a form share. */
export interface Building {
  readonly form: FormEntries;
  readonly errors: EntryErrors;
  /** by key, those that can be asked for */
  readonly known: ReadonlyMap<string, AskableField>;
  /** what the entry with this id is called */
  readonly nameOf: (id: string) => string;
  /** what is wrong with the rules of an entry, in words */
  readonly problemsOf: (id: string) => readonly string[];
  readonly takes: (draggedId: string, section: string | null) => boolean;
  /** puts something where it was dragged or moved to, and tells so */
  readonly put: (draggedId: string, place: Place) => void;
  readonly change: (form: FormEntries) => void;
  readonly remove: (id: string) => void;
  readonly openId: string | null;
  readonly open: (id: string | null) => void;
}

let sectionsMade = 0;

/** A form that is built: what can be asked for, what is asked for, and how that looks. */
export function FormBuilder({ form, fields, name, helpText, errors, onChange }: FormBuilderProps) {
  const { t } = useTranslation('admin');
  const { region, tell } = useAnnounce();
  const [openId, setOpenId] = useState<string | null>(null);
  const known = new Map(fields.map((field) => [field.key, field]));
  const entries = fieldsOf(form);

  function nameIn(all: FormEntries, id: string): string {
    const section = all.find((entry) => entry.section?.id === id)?.section;
    if (section) return section.title.trim() || t('requestTypes.builder.unnamedSection');
    const field = fieldsOf(all).find(({ key }) => key === id);
    return field?.label.trim() || known.get(id)?.name || id;
  }
  function problemsIn(all: FormEntries) {
    return ruleProblems(all).map(({ id, needs, problem }) => ({
      id,
      text: t(problem === 'later' ? 'requestTypes.builder.ruleLater' : 'requestTypes.builder.ruleGone', {
        name: nameIn(all, id),
        needs: nameIn(all, needs),
      }),
    }));
  }
  const problems = problemsIn(form);

  function placeIn(all: FormEntries, id: string): string {
    const section = sectionAround(all, id);
    const ids = section ? section.fields.map(({ key }) => key) : all.map(idOf);
    const words = { place: ids.indexOf(id) + 1, count: ids.length };
    return section
      ? t('requestTypes.builder.placeIn', { ...words, section: nameIn(all, section.id) })
      : t('requestTypes.builder.placeTop', words);
  }
  function put(draggedId: string, place: Place) {
    const key = keyOfDragged(draggedId);
    const id = key ?? draggedId;
    const changed =
      key === null
        ? moveEntry(form, draggedId, place)
        : entries.some((field) => field.key === key)
          ? form
          : insertEntry(form, { field: newField(key) }, place);
    if (changed === form) return;
    onChange(changed);
    const before = new Set(problems.map(({ text }) => text));
    // what has just gone wrong is told, too
    const wrong = problemsIn(changed).filter(({ text }) => !before.has(text));
    const words = { name: nameIn(changed, id), place: placeIn(changed, id) };
    const done = key === null ? 'requestTypes.builder.moved' : 'requestTypes.builder.added';
    tell([t(done, words), ...wrong.map(({ text }) => text)].join(' '));
  }
  const building: Building = {
    form,
    errors,
    known,
    nameOf: (id) => nameIn(form, id),
    problemsOf: (id) => problems.filter((problem) => problem.id === id).map(({ text }) => text),
    takes: (draggedId, section) => {
      const key = keyOfDragged(draggedId);
      return section === null || (key === null ? goesIntoSections(form, draggedId) : key !== summaryKey);
    },
    put,
    change: onChange,
    remove(id) {
      tell(t('requestTypes.builder.removed', { name: nameIn(form, id) }));
      onChange(removeEntry(form, id));
      const ids = form.map(idOf);
      const next = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1] ?? ids[0];
      if (next !== undefined) focusHandle(next);
    },
    openId,
    open: setOpenId,
  };
  const end = useDropArea<HTMLDivElement>({
    kind: formKind,
    onDrop: (draggedId) => put(draggedId, { section: null, before: null }),
  });
  function addSection() {
    sectionsMade += 1;
    const id = `section-new-${sectionsMade}`;
    const section = {
      id,
      title: t('requestTypes.builder.newSection'),
      description: '',
      showWhen: null,
      fields: [],
    };
    const changed = insertEntry(form, { section }, { section: null, before: null });
    onChange(changed);
    setOpenId(id);
    tell(
      t('requestTypes.builder.added', {
        name: t('requestTypes.builder.newSection'),
        place: placeIn(changed, id),
      }),
    );
    focusHandle(id);
  }

  return (
    <div className={classes['builder']}>
      <FieldPalette
        fields={fields}
        onForm={new Set(entries.map(({ key }) => key))}
        onAdd={(key) => {
          put(`new:${key}`, { section: null, before: null });
          focusHandle(key);
        }}
      />
      <section aria-labelledby="builder-form" className={classes['form']}>
        <Stack gap="sm">
          <Title order={2} size="h4" id="builder-form">
            {t('requestTypes.builder.form')}
          </Title>
          {errors['']?.['form'] ? (
            <Note tone="error" role="alert">
              {errors['']['form']}
            </Note>
          ) : null}
          <ol className={classes['entries']} aria-labelledby="builder-form">
            {form.map((entry) =>
              entry.field ? (
                <FieldCard key={entry.field.key} field={entry.field} section={null} building={building} />
              ) : (
                <SectionCard key={entry.section.id} section={entry.section} building={building} />
              ),
            )}
          </ol>
          <div ref={end.area} className={classes['end']} data-over={end.isOver || undefined}>
            <Text size="sm" c="dimmed">
              {t(form.length === 0 ? 'requestTypes.builder.emptyForm' : 'requestTypes.builder.dropHere')}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={addSection}
            >
              {t('requestTypes.builder.addSection')}
            </Button>
          </div>
        </Stack>
      </section>
      <Paper
        component="section"
        aria-labelledby="builder-preview"
        p="md"
        className={classes['preview'] ?? ''}
      >
        <FormPreview form={form} known={known} name={name} helpText={helpText} />
      </Paper>
      {region}
    </div>
  );
}
