import type { FormField, Problem, ReadWith } from './fields/field-module.ts';
import type { ModuleOf } from './fields/registry.ts';
import { isMet } from './show-when.ts';

/** What is filled in, by field id; '' or nothing: empty. */
export type States = Readonly<Record<string, string>>;

interface FilledForm {
  readonly fields: readonly FormField[];
  readonly states: States;
  readonly moduleOf: ModuleOf;
  readonly read: ReadWith;
}

/** What the form begins with. */
export function initialStates({ fields, moduleOf, read }: Omit<FilledForm, 'states'>): States {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const state = moduleOf(field).initial(field, read);
      return state === '' ? [] : [[field.fieldId, state]];
    }),
  );
}

/**
 * The fields that are shown, by their rules and those of their sections. They are looked at in the order of the form: what is
 * not shown has no answer for those that follow, though the page keeps it.
 */
export function shownFields({ fields, states, moduleOf, read }: FilledForm): FormField[] {
  const terms = new Map<string, readonly string[]>();
  return fields.filter((field) => {
    const { section, showWhen } = field._portico;
    const isShown = [section?.showWhen, showWhen].every(
      (when) => !when || isMet(when, (fieldId) => terms.get(fieldId) ?? []),
    );
    if (isShown) terms.set(field.fieldId, moduleOf(field).terms(states[field.fieldId] ?? '', read));
    return isShown;
  });
}

/** What is wrong with the answers to the fields, by field id: `missing`, or what their type says. */
export function problemsOf({
  fields,
  states,
  moduleOf,
  read,
}: FilledForm): Record<string, 'missing' | Problem> {
  const problems: Record<string, 'missing' | Problem> = {};
  for (const field of fields) {
    const module = moduleOf(field);
    const state = states[field.fieldId] ?? '';
    if (module.isEmpty(state, read)) {
      if (field.required) problems[field.fieldId] = 'missing';
      continue;
    }
    const problem = module.problem?.(state, field, read);
    if (problem) problems[field.fieldId] = problem;
  }
  return problems;
}

/** The answers to the fields as the server takes them; fields without an answer are left out. */
export function sentValues({ fields, states, moduleOf, read }: FilledForm): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const module = moduleOf(field);
      const state = states[field.fieldId] ?? '';
      return module.isEmpty(state, read) ? [] : [[field.fieldId, module.sent(state, field, read)]];
    }),
  );
}

/** Fields that stand together: those of a section that follow each other, or one outside of all. */
export interface Part {
  readonly section: FormField['_portico']['section'];
  readonly fields: readonly FormField[];
}

/** The parts of a form, in order. */
export function partsOf(fields: readonly FormField[]): Part[] {
  const parts: { section: Part['section']; fields: FormField[] }[] = [];
  for (const field of fields) {
    const { section } = field._portico;
    const last = parts.at(-1);
    if (last && section && last.section?.id === section.id) last.fields.push(field);
    else parts.push({ section, fields: [field] });
  }
  return parts;
}
