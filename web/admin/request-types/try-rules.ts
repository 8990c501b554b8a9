import { isMet as areRulesMet } from '../../kit/request-form/show-when.ts';
import { amountOf, chosenIds, textOf, wordsOf } from '../fields/values.ts';
import { type FieldEntry, type FormEntries, fieldsOf } from './form-entries.ts';
import type { ShowWhen } from './request-type-queries.ts';

/** What is tried out in the preview: the terms that each field has, by key. Ids of options, text, numbers, days. */
export type Tried = Readonly<Record<string, readonly string[]>>;

/**
 * Which fields and sections are shown with what is tried out. What is not shown counts as empty to the rules that follow; a hidden
 * field has its preset.
 */
export function shownWith(form: FormEntries, tried: Tried): ReadonlySet<string> {
  const shown = new Set<string>();
  const preset = new Map(
    fieldsOf(form).flatMap((field) => (field.isHidden ? [[field.key, presetTerms(field.preset)]] : [])),
  );
  const terms = (key: string) => preset.get(key) ?? (shown.has(key) ? (tried[key] ?? []) : []);
  const look = (field: FieldEntry) => {
    if (!field.isHidden && isMet(field.showWhen, terms)) shown.add(field.key);
  };
  for (const { field, section } of form) {
    if (field) look(field);
    else if (isMet(section.showWhen, terms)) {
      shown.add(section.id);
      section.fields.forEach(look);
    }
  }
  return shown;
}

/** What a preset has in it. */
function presetTerms(preset: unknown): string[] {
  const words = wordsOf(preset);
  const found = [...chosenIds(preset), ...words, textOf(preset), amountOf(preset).amount];
  return found.filter((term) => term !== '');
}

/** The keys of the fields that rules look at: those that are worth trying out. */
export function lookedAt(form: FormEntries): ReadonlySet<string> {
  const rules = form.flatMap(({ field, section }) =>
    field ? [field.showWhen] : [section.showWhen, ...section.fields.map(({ showWhen }) => showWhen)],
  );
  return new Set(rules.flatMap((when) => when?.rules.map(({ field }) => field) ?? []));
}

/** Whether the rules are met, as the server sees it: where there are none, always. */
export function isMet(when: ShowWhen | null, terms: (key: string) => readonly string[]): boolean {
  return !when || when.rules.length === 0 || areRulesMet(when, terms);
}
