import type { ShowWhen } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { formFieldTypeOf } from './fields/form.ts';
import type { FormField } from './fields/form-field.ts';
import { askableFields } from './store.ts';

/** Most characters of a label, a title and of a text that explains. */
export const maxLabelLength = 255;
export const maxHelpLength = 2000;
/** Most fields of a form. */
export const maxFormFields = 100;
const maxRules = 20;

/** A field as an administrator puts it on a form. */
export interface FieldInput {
  readonly key: string;
  /** blank: the field's own name */
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly isHidden: boolean;
  /** of a hidden field: as a client sends a value of it; null: nothing */
  readonly preset?: unknown;
  readonly showWhen: ShowWhen | null;
}

/** A section as an administrator puts it on a form. */
export interface SectionInput {
  readonly title: string;
  readonly description: string;
  readonly showWhen: ShowWhen | null;
  readonly fields: readonly FieldInput[];
}

/** What is on a form, in order: fields, and sections with fields. */
export type FormInput = readonly (
  | { readonly field: FieldInput; readonly section?: never }
  | { readonly section: SectionInput; readonly field?: never }
)[];

/** Messages by the place they are about, such as `form.2.section.fields.0.label`. */
export type FormErrors = Record<string, string>;

/** A field of a form, ready to be stored. */
export interface CleanField {
  readonly key: string;
  readonly fieldId: string | null;
  readonly label: string;
  readonly helpText: string;
  readonly isRequired: boolean;
  readonly isHidden: boolean;
  readonly preset: JsonValue;
  readonly showWhen: ShowWhen | null;
}

/** A form, ready to be stored. */
export type CleanForm = readonly (
  | { readonly field: CleanField; readonly section?: never }
  | {
      readonly section: Omit<SectionInput, 'fields'> & { readonly fields: readonly CleanField[] };
      readonly field?: never;
    }
)[];

/**
 * Reads a form for the service desk: its fields exist, none is there twice, rules ask for fields before them, presets are values
 * of their fields, and there is a summary that is always asked for.
 */
export async function cleanForm(
  db: Database,
  serviceDeskId: string,
  form: FormInput,
): Promise<{ readonly clean: CleanForm; readonly errors: FormErrors }> {
  const keys = form.flatMap(({ field, section }) =>
    field ? [field.key] : section.fields.map(({ key }) => key),
  );
  const state: FormState = {
    known: await askableFields(db, serviceDeskId, keys),
    before: new Set(),
    errors: {},
  };
  const clean = form.map(({ field, section }, index) =>
    field
      ? { field: cleanField(field, `form.${index}.field`, state) }
      : { section: cleanSection(section, `form.${index}.section`, state) },
  );
  if (keys.length > maxFormFields) state.errors['form'] = `A form has at most ${maxFormFields} fields.`;
  const summary = form.find(({ field }) => field?.key === 'summary')?.field;
  if (!summary || summary.isHidden || summary.showWhen) {
    state.errors['form'] =
      'A form asks for a summary, always and outside sections: it is what the request is called in lists.';
  }
  return { clean, errors: state.errors };
}

/** A form is gone through from top to bottom. */
interface FormState {
  /** fields that there are, by key */
  readonly known: ReadonlyMap<string, FormField>;
  /** keys of the fields that were met */
  readonly before: Set<string>;
  readonly errors: FormErrors;
}

function cleanSection(section: SectionInput, at: string, state: FormState) {
  const title = cleanLine(section.title);
  if (title === '') state.errors[`${at}.title`] = 'Give the section a title.';
  requireLength(title, maxLabelLength, `${at}.title`, state);
  const description = cleanText(section.description);
  requireLength(description, maxHelpLength, `${at}.description`, state);
  const showWhen = cleanRules(section.showWhen, `${at}.showWhen`, state);
  const fields = section.fields.map((field, index) => cleanField(field, `${at}.fields.${index}`, state));
  return { title, description, showWhen, fields };
}

function cleanField(input: FieldInput, at: string, state: FormState): CleanField {
  const { key, isRequired, isHidden } = input;
  const { known, before, errors } = state;
  const field = known.get(key);
  if (!field) errors[`${at}.key`] = 'There is no such field, or it is archived.';
  if (before.has(key)) errors[`${at}.key`] = `"${field?.name ?? key}" is on the form already.`;
  const showWhen = cleanRules(input.showWhen, `${at}.showWhen`, state);
  before.add(key);
  const label = cleanLine(input.label) || (field?.name ?? key);
  requireLength(label, maxLabelLength, `${at}.label`, state);
  const helpText = cleanText(input.helpText);
  requireLength(helpText, maxHelpLength, `${at}.helpText`, state);
  if (isHidden && field?.type === 'attachment')
    errors[`${at}.isHidden`] = 'Files cannot be preset: show the field.';
  if (isHidden && showWhen) errors[`${at}.showWhen`] = 'A hidden field is never shown: remove its rules.';
  const preset = isHidden && field ? readPreset(input.preset ?? null, field, `${at}.preset`, state) : null;
  return {
    key,
    fieldId: field?.customId ?? null,
    label,
    helpText,
    isRequired: isRequired && !isHidden,
    isHidden,
    preset,
    showWhen,
  };
}

function readPreset(input: unknown, field: FormField, at: string, { errors }: FormState): JsonValue {
  const reading = formFieldTypeOf(field).read(input, field, {
    people: new Set(),
    organizations: new Set(),
    now: new Date(),
    timeZone: null,
  });
  if ('value' in reading) return reading.value;
  errors[at] = reading.problem;
  return null;
}

/** Rules ask for fields that come before, so that what is filled in from top to bottom shows what follows. */
function cleanRules(
  when: ShowWhen | null,
  at: string,
  { known, before, errors }: FormState,
): ShowWhen | null {
  if (!when || when.rules.length === 0) return null;
  if (when.rules.length > maxRules) errors[at] = `At most ${maxRules} rules can be given.`;
  const rules = when.rules.map((rule, index) => {
    const place = `${at}.rules.${index}`;
    const field = known.get(rule.field);
    if (!field || !before.has(rule.field)) {
      errors[`${place}.field`] = 'A rule looks at a field that the form asks for before.';
    }
    const needsNone = rule.operator === 'is-empty' || rule.operator === 'is-not-empty';
    const values = needsNone ? [] : rule.values.map((value) => value.trim()).filter((value) => value !== '');
    if (!needsNone && values.length === 0) errors[`${place}.values`] = 'Say which values.';
    if (field && (rule.operator === 'is' || rule.operator === 'is-not') && field.options.length > 0) {
      const ids = new Set(field.options.map(({ id }) => id));
      if (values.some((value) => !ids.has(value))) {
        errors[`${place}.values`] = `"${field.name}" has no such option. Name options by their ids.`;
      }
    }
    return { field: rule.field, operator: rule.operator, values };
  });
  return { match: when.match, rules };
}

function requireLength(text: string, max: number, at: string, { errors }: FormState): void {
  if (text.length > max) errors[at] = `This has at most ${max} characters.`;
}
