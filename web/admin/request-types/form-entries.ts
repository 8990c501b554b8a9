import type { AskableField, EditedType, FormInput, ShowWhen } from './request-type-queries.ts';

/** A field on a form that is being built. Its key is also its id among the entries. */
export interface FieldEntry {
  readonly key: string;
  /** blank: the field's own name */
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly isHidden: boolean;
  /** of a hidden field: as it is sent; null: nothing */
  readonly preset: unknown;
  readonly showWhen: ShowWhen | null;
}

/** A section of a form that is being built. */
export interface SectionEntry {
  /** made up here: sections have no name that stays */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly showWhen: ShowWhen | null;
  readonly fields: readonly FieldEntry[];
}

/** What stands on a form: a field, or a section with fields. */
export type FormEntry =
  | { readonly field: FieldEntry; readonly section?: never }
  | { readonly section: SectionEntry; readonly field?: never };
export type FormEntries = readonly FormEntry[];

/** Where something is put: in a section or outside of all (null), before an entry or at the end (null). */
export interface Place {
  readonly section: string | null;
  readonly before: string | null;
}

/** The field that every form asks for, always and outside of sections. */
export const summaryKey = 'summary';

/** Whether the entry can stand in a section: sections and the summary cannot. */
export function goesIntoSections(form: FormEntries, id: string): boolean {
  return id !== summaryKey && !form.some(({ section }) => section?.id === id);
}

/** The id of an entry: a field's key, or a section's own. */
export function idOf({ field, section }: FormEntry): string {
  return field ? field.key : section.id;
}

/** Every field, from top to bottom. */
export function fieldsOf(form: FormEntries): FieldEntry[] {
  return form.flatMap(({ field, section }) => (field ? [field] : section.fields));
}

/** The section that the field or section with this id is in; null: none, or there is no such entry. */
export function sectionAround(form: FormEntries, id: string): SectionEntry | null {
  return form.find(({ section }) => section?.fields.some(({ key }) => key === id))?.section ?? null;
}

/** A field as it is when it comes onto a form. */
export function newField(key: string): FieldEntry {
  return {
    key,
    label: '',
    helpText: '',
    isRequired: key === summaryKey,
    isHidden: false,
    preset: null,
    showWhen: null,
  };
}

/** The form with the entry put at the place. A section is never put into another. */
export function insertEntry(form: FormEntries, entry: FormEntry, { section, before }: Place): FormEntries {
  if (section === null || entry.section) {
    const at = before === null ? -1 : form.findIndex((each) => idOf(each) === before);
    return form.toSpliced(at < 0 ? form.length : at, 0, entry);
  }
  return form.map((each) => {
    if (each.section?.id !== section) return each;
    const { fields } = each.section;
    const at = before === null ? -1 : fields.findIndex(({ key }) => key === before);
    return {
      section: { ...each.section, fields: fields.toSpliced(at < 0 ? fields.length : at, 0, entry.field) },
    };
  });
}

/** The form without the entry with this id, wherever it stands. */
export function removeEntry(form: FormEntries, id: string): FormEntries {
  return form
    .filter((entry) => idOf(entry) !== id)
    .map((entry) =>
      entry.section
        ? { section: { ...entry.section, fields: entry.section.fields.filter(({ key }) => key !== id) } }
        : entry,
    );
}

/** The form without a section, whose fields stay in its place. */
export function dissolveSection(form: FormEntries, id: string): FormEntries {
  return form.flatMap((entry): FormEntry | readonly FormEntry[] =>
    entry.section?.id === id ? entry.section.fields.map((field) => ({ field })) : [entry],
  );
}

function entryWith(form: FormEntries, id: string): FormEntry | null {
  const field = fieldsOf(form).find(({ key }) => key === id);
  return field ? { field } : (form.find((entry) => idOf(entry) === id) ?? null);
}

/** The form with the entry taken from where it is to the place. */
export function moveEntry(form: FormEntries, id: string, place: Place): FormEntries {
  const entry = entryWith(form, id);
  if (!entry || place.before === id || (place.section !== null && !goesIntoSections(form, id))) return form;
  return insertEntry(removeEntry(form, id), entry, place);
}

/** Where an entry lands that is let go before or after the one with `targetId`. */
export function placeBeside(
  form: FormEntries,
  targetId: string,
  side: 'before' | 'after',
  movedId: string,
): Place {
  const section = sectionAround(form, targetId);
  if (side === 'before') return { section: section?.id ?? null, before: targetId };
  const ids = (section ? section.fields.map(({ key }) => key) : form.map(idOf)).filter(
    (id) => id !== movedId,
  );
  return { section: section?.id ?? null, before: ids[ids.indexOf(targetId) + 1] ?? null };
}

/**
 * The place one step up or down from where an entry is, in the order in which the form is read: a field goes into and out of
 * sections on its way, a section goes past whole sections. Null at the form's end.
 */
export function placeOneStep(form: FormEntries, id: string, by: -1 | 1): Place | null {
  const section = sectionAround(form, id);
  if (section) {
    const keys = section.fields.map(({ key }) => key);
    const at = keys.indexOf(id);
    if (by === -1) {
      const before = keys[at - 1];
      return before === undefined ? { section: null, before: section.id } : { section: section.id, before };
    }
    if (at < keys.length - 1) return { section: section.id, before: keys[at + 2] ?? null };
    return placeBeside(form, section.id, 'after', id);
  }
  const at = form.findIndex((entry) => idOf(entry) === id);
  const neighbour = form[at + by];
  if (at < 0 || !neighbour) return null;
  const isField = form[at]?.field !== undefined;
  if (isField && neighbour.section && id !== summaryKey) {
    const first = neighbour.section.fields[0]?.key ?? null;
    return { section: neighbour.section.id, before: by === 1 ? first : null };
  }
  return placeBeside(form, idOf(neighbour), by === 1 ? 'after' : 'before', id);
}

/** The form with one field or section changed. */
export function changeField(form: FormEntries, key: string, change: Partial<FieldEntry>): FormEntries {
  const changed = (field: FieldEntry) => (field.key === key ? { ...field, ...change } : field);
  return form.map(({ field, section }) =>
    field ? { field: changed(field) } : { section: { ...section, fields: section.fields.map(changed) } },
  );
}

/** The form with one section changed. */
export function changeSection(form: FormEntries, id: string, change: Partial<SectionEntry>): FormEntries {
  return form.map((entry) =>
    entry.section?.id === id ? { section: { ...entry.section, ...change } } : entry,
  );
}

/** A form as it is edited. A label that is the field's own name is shown as none. */
export function entriesOf({ form }: Pick<EditedType, 'form'>, fields: readonly AskableField[]): FormEntries {
  const names = new Map(fields.map(({ key, name }) => [key, name]));
  const entry = ({ isArchived: _, label, ...field }: NonNullable<EditedType['form'][number]['field']>) => ({
    ...field,
    label: label === names.get(field.key) ? '' : label,
  });
  return form.flatMap(({ field, section }, index): FormEntry[] =>
    field
      ? [{ field: entry(field) }]
      : section
        ? [{ section: { ...section, id: `section-${index}`, fields: section.fields.map(entry) } }]
        : [],
  );
}

/** A form as it is sent. */
export function inputOf(form: FormEntries): FormInput {
  const sent = ({ preset, ...field }: FieldEntry) =>
    field.isHidden ? { ...field, preset, isRequired: false } : field;
  return form.map(({ field, section }) => {
    if (field) return { field: sent(field) };
    const { id: _, fields, ...rest } = section;
    return { section: { ...rest, fields: fields.map(sent) } };
  }) as FormInput;
}

/** Messages by the id of the entry and what of it they are about; those of no entry are under ''. */
export type EntryErrors = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts the server's messages about places of the form that was sent (`form.2.section.fields.0.label`) with its entries. */
export function entryErrors(form: FormEntries, errors: Readonly<Record<string, string>>): EntryErrors {
  const found: Record<string, Record<string, string>> = {};
  for (const [place, message] of Object.entries(errors)) {
    const [id, about] = entryAt(form, place);
    found[id] = { ...found[id], [about]: message };
  }
  return found;
}

function entryAt(form: FormEntries, place: string): readonly [string, string] {
  const match = /^form\.(\d+)\.(?:field|section(?:\.fields\.(\d+))?)\.(.+)$/.exec(place);
  const entry = match ? form[Number(match[1])] : undefined;
  const about = match?.[3] ?? '';
  if (!entry) return ['', place];
  if (entry.field) return [entry.field.key, about];
  if (match?.[2] === undefined) return [entry.section.id, about];
  const field = entry.section.fields[Number(match[2])];
  return field ? [field.key, about] : ['', place];
}

/**
 * The messages that still hold after a change: those of entries that are as they were. Which fields rules may look at is seen
 * without the server, so what it said of that goes with any change.
 */
export function errorsAfter(errors: EntryErrors, before: FormEntries, after: FormEntries): EntryErrors {
  const was = ownParts(before);
  const is = ownParts(after);
  return Object.fromEntries(
    Object.entries(errors).flatMap(([id, messages]) => {
      if (id !== '' && was.get(id) !== is.get(id)) return [];
      const kept = Object.entries(messages).filter(([place]) => !/\.rules\.\d+\.field$/.test(place));
      return kept.length > 0 ? [[id, Object.fromEntries(kept)]] : [];
    }),
  );
}

function ownParts(form: FormEntries): Map<string, string> {
  const fields = fieldsOf(form).map((field) => [field.key, JSON.stringify(field)] as const);
  const sections = form.flatMap(({ section }) =>
    section ? [[section.id, JSON.stringify({ ...section, fields: null })] as const] : [],
  );
  return new Map([...fields, ...sections]);
}
